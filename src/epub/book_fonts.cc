#include "epub/book_fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/names.h"
#include "base/utf8.h"

namespace forme {

namespace {

struct Wanted {
  FaceId face;
  std::string family;
  bool italic = false, bold = false;
};

// Faces for the characters that the text face lacks, in the order of the characters.
std::vector<Wanted> fallback_faces(const EpubInput& input, const std::set<char32_t>& characters) {
  std::vector<Wanted> faces;
  const Face& text = input.fonts.face(input.text_face);
  for (const char32_t c : characters) {
    if (text.glyph(c) != 0) continue;
    std::string cluster;
    append_utf8(cluster, c);
    const std::optional<FaceId> face = input.fonts.fallback(input.text_face, cluster);
    if (!face || *face == input.text_face) continue;
    const bool known =
        std::any_of(faces.begin(), faces.end(), [&](const Wanted& w) { return w.face == *face; });
    if (!known) faces.push_back({*face, input.fonts.face(*face).postscript_name()});
  }
  return faces;
}

std::string font_file(const Face& face) {
  const std::string slug = make_slug(face.postscript_name());
  return fmt::format("fonts/{}.{}", slug.empty() ? "font" : slug, face.is_cff() ? "otf" : "ttf");
}

}  // namespace

std::vector<BookFont> choose_fonts(const EpubInput& input, const std::set<char32_t>& characters) {
  std::vector<Wanted> wanted{{input.text_face, std::string(kTextFamily)},
                             {input.text_italic, std::string(kTextFamily), true, false},
                             {input.text_bold, std::string(kTextFamily), false, true},
                             {input.headline_face, std::string(kHeadlineFamily), false, true},
                             {input.sans_face, std::string(kSansFamily)}};
  for (Wanted& fallback : fallback_faces(input, characters)) wanted.push_back(std::move(fallback));
  std::vector<BookFont> fonts;
  std::map<std::string, FaceId> files;
  for (const Wanted& each : wanted) {
    const Face& face = input.fonts.face(each.face);
    std::string file = font_file(face);
    if (files.emplace(file, each.face).first->second != each.face) {
      file.insert(file.rfind('.'), fmt::format("-{}", each.face));  // two faces of one name
    }
    fonts.push_back({each.face,
                     each.family,
                     each.italic,
                     each.bold,
                     std::move(file),
                     face.is_cff() ? "font/otf" : "font/ttf",
                     {}});
  }
  return fonts;
}

Status cut_fonts(std::vector<BookFont>& fonts, const FontLibrary& library,
                 const std::set<char32_t>& characters) {
  std::set<FaceId> done;
  for (BookFont& font : fonts) {
    if (!done.insert(font.face).second) continue;
    Result<std::string> data = subset_face(library.face(font.face), characters);
    if (!data.ok()) return data.failure();
    font.data = std::move(*data);
  }
  return Done{};
}

std::vector<FontLibrary::Licence> licences_of(const std::vector<BookFont>& fonts,
                                              const FontLibrary& library) {
  std::vector<FontLibrary::Licence> licences;
  for (const BookFont& font : fonts) {
    const FontLibrary::Licence licence = library.licence_of(font.face);
    const bool known =
        std::any_of(licences.begin(), licences.end(), [&](const FontLibrary::Licence& l) {
          return std::tie(l.family, l.name) == std::tie(licence.family, licence.name);
        });
    if (!known) licences.push_back(licence);
  }
  return licences;
}

}  // namespace forme
