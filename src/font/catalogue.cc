#include "font/catalogue.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/number.h"
#include "base/xml.h"
#include "base/xml_value.h"

namespace forme {
namespace {

constexpr std::array<std::string_view, 4> kWidths = {"extra-condensed", "condensed",
                                                     "semi-condensed", "normal"};

constexpr ElementRule kRules[] = {
    {"fonts", "version=version!", "package* family* set* fallback?"},
    {"package", "id=name! folder=name! licence=name! copyright=name!", ""},
    {"family", "id=slug! name=name! kind=serif|sans! package=name", "face+"},
    {"face",
     "file=file! weight=1..1000! width=extra-condensed|condensed|semi-condensed|normal! "
     "italic=bool "
     "package=name",
     ""},
    {"set", "id=slug!", "role*"},
    {"role", "id=name! family=slug!", ""},
    {"fallback", "", "use*"},
    {"use", "family=slug! scripts=scripts! languages=langs", ""},
};

int width_rank(std::string_view width) {
  const auto found = std::find(kWidths.begin(), kWidths.end(), width);
  return static_cast<int>(found - kWidths.begin());
}

std::vector<const XmlElement*> elements(const XmlElement& e, std::string_view name) {
  std::vector<const XmlElement*> out;
  for (const auto& child : e.children)
    if (const auto* element = std::get_if<XmlElement>(&child); element && element->name == name)
      out.push_back(element);
  return out;
}

std::string value(const XmlElement& e, std::string_view name) {
  const XmlAttribute* found = e.attribute(name);
  return found ? found->value : std::string();
}

// Reads a document that the grammar has passed; what is left to find are names that lead nowhere
// and names that stand twice.
class CatalogueReader {
 public:
  CatalogueReader(std::string file, Diagnostics& diagnostics)
      : file_(std::move(file)), diagnostics_(diagnostics) {}

  FontCatalogue read(const XmlElement& root) {
    for (const XmlElement* e : elements(root, "package")) {
      if (find(out_.packages, value(*e, "id"))) twice(*e);
      out_.packages.push_back(
          {value(*e, "id"), value(*e, "folder"), value(*e, "licence"), value(*e, "copyright")});
    }
    for (const XmlElement* e : elements(root, "family")) read_family(*e);
    for (const XmlElement* e : elements(root, "set")) read_set(*e);
    for (const XmlElement* fallback : elements(root, "fallback"))
      for (const XmlElement* e : elements(*fallback, "use"))
        out_.fallback.push_back({family_of(*e), split_words(value(*e, "scripts")),
                                 split_words(value(*e, "languages"))});
    return std::move(out_);
  }

 private:
  void read_family(const XmlElement& e) {
    if (find(out_.families, value(e, "id"))) twice(e);
    FontFamily family{value(e, "id"), value(e, "name"), value(e, "kind"), out_.faces.size(), 0};
    for (const XmlElement* child : elements(e, "face")) {
      const XmlElement& owner = child->attribute("package") ? *child : e;
      FontFace face;
      face.file = value(*child, "file");
      face.package = look_up(out_.packages, owner, "package");
      face.family = out_.families.size();
      face.weight = parse_int(value(*child, "weight")).value_or(400);
      face.width = value(*child, "width");
      face.italic = value(*child, "italic") == "true";
      out_.faces.push_back(std::move(face));
    }
    family.last = out_.faces.size();
    out_.families.push_back(std::move(family));
  }

  void read_set(const XmlElement& e) {
    if (find(out_.sets, value(e, "id"))) twice(e);
    FontSet set{value(e, "id"), {}};
    for (const XmlElement* child : elements(e, "role"))
      set.roles.push_back({value(*child, "id"), family_of(*child)});
    out_.sets.push_back(std::move(set));
  }

  std::size_t family_of(const XmlElement& e) { return look_up(out_.families, e, "family"); }

  template <class T>
  static std::optional<std::size_t> find(const std::vector<T>& all, std::string_view id) {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].id == id) return i;
    return std::nullopt;
  }

  // What the attribute `kind` names; 0 with an error when there is no such thing.
  template <class T>
  std::size_t look_up(const std::vector<T>& all, const XmlElement& e, const std::string& kind) {
    const std::string id = value(e, kind);
    const auto found = find(all, id);
    if (!found) diagnostics_.error(place(e), "There is no " + kind + " \"" + id + "\"");
    return found.value_or(0);
  }

  void twice(const XmlElement& e) {
    diagnostics_.error(place(e), "The " + e.name + " \"" + value(e, "id") + "\" stands twice");
  }

  Location place(const XmlElement& e) const { return {file_, e.line, e.column}; }

  std::string file_;
  Diagnostics& diagnostics_;
  FontCatalogue out_;
};

}  // namespace

XmlGrammar make_font_grammar() {
  return XmlGrammar(kRules, {});
}

std::string FontCatalogue::path(const FontFace& face) const {
  return packages[face.package].folder + "/" + face.file;
}

Result<FontCatalogue> read_font_catalogue(std::string bytes, const std::string& file) {
  const Result<XmlElement> root = parse_xml(std::move(bytes), file);
  if (!root) return root.failure();
  Diagnostics diagnostics;
  make_font_grammar().check(*root, "fonts", file, diagnostics);
  if (diagnostics.all().empty()) {
    FontCatalogue catalogue = CatalogueReader(file, diagnostics).read(*root);
    if (diagnostics.all().empty()) return catalogue;
  }
  return diagnostics.all().front();
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
