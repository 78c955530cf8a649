#include "paragraph/paragraph_text.h"

#include <algorithm>
#include <array>

#include "base/language.h"
#include "base/utf8.h"
#include "shaping/itemizer.h"

namespace forme {
namespace {

// Letters of these scripts join, or hang from one line: tracking would tear them.
bool letters_join(std::uint32_t script) {
  switch (script) {
    case pack_script("Arab"):
    case pack_script("Syrc"):
    case pack_script("Nkoo"):
    case pack_script("Mong"):
    case pack_script("Mand"):
    case pack_script("Phag"):
    case pack_script("Adlm"):
    case pack_script("Rohg"):
    case pack_script("Deva"):
    case pack_script("Beng"):
    case pack_script("Guru"):
      return true;
    default:
      return false;
  }
}

// Bytes that a space or a line end may begin with; most of a text is none of these.
constexpr std::array<bool, 256> kMaySeparate = [] {
  std::array<bool, 256> out = {};
  for (const char c : {' ', '\t', '\n', '\r', '\xC2', '\xE2'})
    out[static_cast<unsigned char>(c)] = true;
  return out;
}();
bool may_separate(char c) {
  return kMaySeparate[static_cast<unsigned char>(c)];
}

// Length in bytes of the sign at `at` when it is a space or a line end; else 0.
struct Separator {
  Piece::Kind kind;
  std::uint32_t length;
};
Separator separator_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
      return {Piece::Kind::Space, 1};
    case '\xC2':
      if (text.substr(at, 2) == "\u00A0") return {Piece::Kind::Space, 2};
      if (text.substr(at, 2) == "\u0085") return {Piece::Kind::LineEnd, 2};
      break;
    case '\xE2':
      if (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029")
        return {Piece::Kind::LineEnd, 3};
      break;
    default:
      break;
  }
  return {Piece::Kind::Word, 0};
}

class Preparation {
 public:
  Preparation(ParagraphText& paragraph, WordCache& cache) : out_(paragraph), cache_(cache) {}

  // REQUIRES: [first, last) lies within one item and one run.
  void add(std::uint32_t first, std::uint32_t last, const Item& item, std::uint32_t run) {
    use(item, run);
    for (std::uint32_t at = first; at < last;) {
      const Separator separator = may_separate(out_.utf8[at]) ? separator_at(out_.utf8, at)
                                                              : Separator{Piece::Kind::Word, 0};
      std::uint32_t end = at + separator.length;
      if (separator.length == 0) {
        end = at + 1;
        while (end < last &&
               (!may_separate(out_.utf8[end]) || separator_at(out_.utf8, end).length == 0))
          ++end;
      }
      Piece& piece = out_.pieces.emplace_back();  // made where it stays: copies wait for its parts
      piece.kind = separator.kind;
      piece.level = item.level;
      piece.spaced = spaced_;
      piece.run = run;
      piece.first = at;
      piece.last = end;
      piece.settings = settings_;
      if (piece.kind == Piece::Kind::Word)
        piece.word = &word(at, end);
      else if (piece.kind == Piece::Kind::Space)
        piece.word = &space(piece);
      at = end;
    }
  }

 private:
  const ShapedWord& word(std::uint32_t first, std::uint32_t last) {
    const ShapedWord& shaped = cache_.shape(settings_, out_.utf8.substr(first, last - first));
    out_.lacks_glyphs = out_.lacks_glyphs || !shaped.missing.empty();
    return shaped;
  }

  void use(const Item& item, std::uint32_t run) {
    if (run == run_ && item.script == script_ && (item.level & 1) == direction_) return;
    run_ = run;
    script_ = item.script;
    direction_ = item.level & 1;
    spaced_ = !letters_join(item.script);
    ShapeSettings settings = out_.runs[run].shape;
    settings.script = item.script;
    settings.right_to_left = direction_ == 1;
    settings_ = cache_.intern(settings);
  }

  // A space, the last of the pieces, takes the face of the word before it, so that a line of Tamil
  // is one run.
  const ShapedWord& space(Piece& piece) {
    if (const std::size_t count = out_.pieces.size();
        count > 1 && out_.pieces[count - 2].kind == Piece::Kind::Word) {
      const Piece& before = out_.pieces[count - 2];
      if (before.run == piece.run && before.level == piece.level && !before.word->parts.empty()) {
        const FaceId face = before.word->parts.back().face;
        if (cache_.settings(before.settings).face != face) {
          ShapeSettings settings = cache_.settings(before.settings);
          settings.face = face;
          piece.settings = cache_.intern(settings);
        }
      }
    }
    return cache_.space(piece.settings);
  }

  ParagraphText& out_;
  WordCache& cache_;
  std::uint32_t run_ = 0xFFFFFFFF, script_ = 0;
  int direction_ = -1;
  bool spaced_ = true;
  SettingsId settings_ = 0;
};

// The stretches in a language that runs the other way.
std::vector<Isolate> isolates(const ParagraphText& paragraph, std::string_view language) {
  std::vector<Isolate> out;
  bool right_to_left = paragraph.right_to_left;
  for (const StyledRun& run : paragraph.runs) {
    if (run.shape.language != language) {
      language = run.shape.language;
      right_to_left = is_right_to_left(language);
    }
    if (right_to_left == paragraph.right_to_left) continue;
    if (!out.empty() && out.back().last == run.first)
      out.back().last = run.last;
    else
      out.push_back({run.first, run.last, right_to_left});
  }
  return out;
}

}  // namespace

void prepare(ParagraphText& paragraph, std::string_view language, WordCache& cache) {
  const std::string_view utf8 = paragraph.utf8;
  const std::uint32_t first = paragraph.first;
  paragraph.lacks_glyphs = false;
  paragraph.pieces.clear();
  // Words of English and their spaces: about 2.6 bytes each.
  paragraph.pieces.reserve(utf8.size() / 2);
  Preparation preparation(paragraph, cache);
  const std::vector<Item> items =
      itemize(utf8, paragraph.right_to_left, isolates(paragraph, language));
  std::size_t i = 0, r = 0;
  for (std::uint32_t at = 0; at < utf8.size() && r < paragraph.runs.size();) {
    const std::uint32_t end = std::min(items[i].last, paragraph.runs[r].last);
    if (end > first)
      preparation.add(std::max(at, first), end, items[i], static_cast<std::uint32_t>(r));
    if (items[i].last == end) ++i;
    if (paragraph.runs[r].last == end) ++r;
    at = end;
  }
}

Pen measure_units(int units_per_em, std::int64_t units, int clusters, const Piece& piece,
                  const StyledRun& run) {
  Pen pen;
  pen.advance = scale_units(units, units_per_em, run.size);
  const bool space = piece.kind == Piece::Kind::Space;
  if (piece.spaced || space) {
    const Length per_mille = Length::from_units(run.size.units() / 1000 * clusters);
    pen.advance += per_mille * run.tracking;
    if (!space) pen.per_mille = per_mille;
  }
  if (space) pen.spaces = pen.advance;
  return pen;
}

Pen measure(const ShapedWord& word, const Piece& piece, const StyledRun& run) {
  Pen pen;
  for (const ShapedPart& part : word.parts)
    pen = pen + measure_units(part.units_per_em, part.advance, part.clusters, piece, run);
  return pen;
}

}  // namespace forme
