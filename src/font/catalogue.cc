#include "font/catalogue.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/number.h"
#include "base/xml.h"

namespace forme {
namespace {

constexpr std::array<std::string_view, 4> kWidths = {"extra-condensed", "condensed",
                                                     "semi-condensed", "normal"};

int width_rank(std::string_view width) {
  const auto found = std::find(kWidths.begin(), kWidths.end(), width);
  return static_cast<int>(found - kWidths.begin());
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

template <class T>
std::optional<std::size_t> index_of(const std::vector<T>& all, std::string_view id) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].id == id) return i;
  return std::nullopt;
}

// Reads one document; the first mistake is kept and stops the rest.
class CatalogueReader {
 public:
  explicit CatalogueReader(std::string file) : file_(std::move(file)) {}

  Result<FontCatalogue> read(const XmlElement& root) {
    if (root.name != "fonts") fail(root, "<" + root.name + "> is not a font catalogue");
    if (value(root, "version") != "1") fail(root, "This font catalogue is not of version 1");
    for (const XmlElement* child : elements(root)) {
      if (failure_) break;
      if (child->name == "package") {
        read_package(*child);
      } else if (child->name == "family") {
        read_family(*child);
      } else if (child->name == "set") {
        read_set(*child);
      } else if (child->name == "fallback") {
        read_fallback(*child);
      } else {
        unknown(*child);
      }
    }
    if (failure_) return *failure_;
    return std::move(catalogue_);
  }

 private:
  void read_package(const XmlElement& e) {
    catalogue_.packages.push_back({required(e, "id"), required(e, "folder"), required(e, "licence"),
                                   required(e, "copyright")});
  }

  void read_family(const XmlElement& e) {
    FontFamily family{required(e, "id"), required(e, "name"), required(e, "kind"),
                      catalogue_.faces.size(), 0};
    if (index_of(catalogue_.families, family.id)) fail(e, "Family " + family.id + " stands twice");
    for (const XmlElement* child : elements(e)) {
      if (child->name != "face") unknown(*child);
      read_face(*child, value(e, "package"));
    }
    family.last = catalogue_.faces.size();
    if (family.first == family.last) fail(e, "Family " + family.id + " has no face");
    catalogue_.families.push_back(std::move(family));
  }

  void read_face(const XmlElement& e, std::string package) {
    FontFace face;
    face.file = required(e, "file");
    face.family = catalogue_.families.size();
    if (face.file.find('/') != std::string::npos) fail(e, "A face's file has no folder");
    if (e.attribute("package")) package = value(e, "package");
    face.package = look_up(catalogue_.packages, e, "package", package);
    const auto weight = parse_int(required(e, "weight"));
    if (!weight || *weight < 1 || *weight > 1000) fail(e, "A weight is a number from 1 to 1000");
    face.weight = weight.value_or(400);
    face.width = required(e, "width");
    if (width_rank(face.width) == static_cast<int>(kWidths.size()))
      fail(e, "Width " + face.width + " is unknown");
    face.italic = value(e, "italic") == "true";
    catalogue_.faces.push_back(std::move(face));
  }

  void read_set(const XmlElement& e) {
    FontSet set{required(e, "id"), {}};
    for (const XmlElement* child : elements(e)) {
      if (child->name != "role") unknown(*child);
      set.roles.push_back({required(*child, "id"), family_of(*child)});
    }
    catalogue_.sets.push_back(std::move(set));
  }

  void read_fallback(const XmlElement& e) {
    for (const XmlElement* child : elements(e)) {
      if (child->name != "use") unknown(*child);
      catalogue_.fallback.push_back({family_of(*child), words(required(*child, "scripts")),
                                     words(value(*child, "languages"))});
    }
  }

  std::size_t family_of(const XmlElement& e) {
    return look_up(catalogue_.families, e, "family", required(e, "family"));
  }

  template <class T>
  std::size_t look_up(const std::vector<T>& all, const XmlElement& e, std::string_view kind,
                      std::string_view id) {
    const auto found = index_of(all, id);
    if (!found) fail(e, "There is no " + std::string(kind) + " \"" + std::string(id) + "\"");
    return found.value_or(0);
  }

  static std::vector<const XmlElement*> elements(const XmlElement& e) {
    std::vector<const XmlElement*> out;
    for (const auto& child : e.children)
      if (const auto* element = std::get_if<XmlElement>(&child)) out.push_back(element);
    return out;
  }

  static std::string value(const XmlElement& e, std::string_view name) {
    const XmlAttribute* found = e.attribute(name);
    return found ? found->value : std::string();
  }

  std::string required(const XmlElement& e, std::string_view name) {
    std::string found = value(e, name);
    if (found.empty()) fail(e, "<" + e.name + "> has no " + std::string(name));
    return found;
  }

  void unknown(const XmlElement& e) { fail(e, "<" + e.name + "> is not known here"); }

  void fail(const XmlElement& e, std::string message) {
    if (failure_) return;
    failure_ = Diagnostic{Severity::Error, {file_, e.line, e.column}, std::move(message), {}};
  }

  std::string file_;
  FontCatalogue catalogue_;
  std::optional<Diagnostic> failure_;
};

}  // namespace

std::string FontCatalogue::path(const FontFace& face) const {
  return packages[face.package].folder + "/" + face.file;
}

Result<FontCatalogue> read_font_catalogue(std::string bytes, const std::string& file) {
  const Result<XmlElement> root = parse_xml(std::move(bytes), file);
  if (!root) return root.failure();
  return CatalogueReader(file).read(*root);
}

std::size_t nearest_face(const FontCatalogue& catalogue, std::size_t family, int weight,
                         std::string_view width, bool italic) {
  // Each criterion outweighs all that the later ones can add up to.
  const auto distance = [&](const FontFace& face) {
    return (face.italic != italic ? 100'000 : 0) +
           std::abs(width_rank(face.width) - width_rank(width)) * 2'000 +
           std::abs(face.weight - weight);
  };
  const FontFamily& within = catalogue.families[family];
  std::size_t best = within.first;
  for (std::size_t i = within.first; i < within.last; ++i)
    if (distance(catalogue.faces[i]) < distance(catalogue.faces[best])) best = i;
  return best;
}

}  // namespace forme
