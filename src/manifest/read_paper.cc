#include "manifest/read_paper.h"

#include <fmt/format.h>

#include <map>

#include "base/language.h"
#include "base/xml_access.h"
#include "manifest/grammar.h"

namespace forme {

namespace {

std::vector<std::string> paragraphs(const XmlElement& e) {
  std::vector<std::string> out;
  for (const XmlElement* p : children(e, "p")) out.push_back(folded_text(*p));
  return out;
}

std::string child_text(const XmlElement& e, std::string_view name) {
  const XmlElement* found = child(e, name);
  return found ? folded_text(*found) : std::string();
}

// "rail; buses" as two.
std::vector<std::string> split_labels(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    std::string_view part = text.substr(at, end - at);
    while (!part.empty() && is_xml_space(part.front())) part.remove_prefix(1);
    while (!part.empty() && is_xml_space(part.back())) part.remove_suffix(1);
    if (!part.empty()) out.emplace_back(part);
    at = end + 1;
  }
  return out;
}

class PaperReader {
 public:
  PaperReader(const SourceTree& tree, std::string path, Paper& paper, Diagnostics& diagnostics)
      : tree_(tree), path_(std::move(path)), paper_(paper), diagnostics_(diagnostics) {
    file_ = tree_.shown(path_);
  }

  void read(const XmlElement& root) {
    make_paper_grammar().check(root, "paper", file_, diagnostics_);
    paper_.source = path_;
    paper_.name = text_of(root, "name", paper_.name);
    paper_.rights = text_of(root, "rights");
    read_language(root);
    for (const XmlElement* part : children(root)) read_part(*part);
  }

 private:
  void read_language(const XmlElement& root) {
    const XmlAttribute* language = root.attribute("xml:lang");
    if (!language) return;
    paper_.language = language->value;
    if (is_language_tag(language->value)) return;
    diagnostics_.error(location_of(root, "xml:lang", file_),
                       fmt::format("\"{}\" is not the tag of a known language", language->value),
                       "write a BCP 47 tag, such as en-GB, ta or zh-Hant");
  }

  void read_part(const XmlElement& part) {
    if (part.name == "masthead") read_masthead(part);
    if (part.name == "ears") read_ears(part);
    if (part.name == "imprint") paper_.imprint = paragraphs(part);
    if (part.name == "contacts") read_contacts(part);
    if (part.name == "calls") read_calls(part);
    if (part.name == "sections") read_sections(part);
    if (part.name == "people") read_people(part);
    if (part.name == "series") read_series(part);
    if (part.name == "keywords") read_keywords(part);
  }

  void read_masthead(const XmlElement& e) {
    const std::string title = child_text(e, "title");
    if (!title.empty()) paper_.title = title;
    paper_.motto = child_text(e, "motto");
    const XmlAttribute* art = e.attribute("art");
    if (!art) return;
    const auto file = tree_.file(art->value, path_, Reach::Collection, location_of(e, "art", file_),
                                 diagnostics_);
    paper_.masthead_art = file.value_or("");
  }

  void read_ears(const XmlElement& e) {
    for (const XmlElement* ear : children(e, "ear")) {
      Ear& out = paper_.ears.emplace_back();
      out.article = text_of(*ear, "article");
      out.where = location_of(*ear, "article", file_);
      out.headline = child_text(*ear, "headline");
      out.text = fmt::format("{}", fmt::join(paragraphs(*ear), " "));
    }
  }

  void read_contacts(const XmlElement& e) {
    for (const XmlElement* contact : children(e, "contact")) {
      paper_.contacts.push_back(
          {text_of(*contact, "kind"), text_of(*contact, "label"), folded_text(*contact)});
    }
  }

  void read_calls(const XmlElement& e) {
    for (const XmlElement* panel : children(e, "panel")) {
      Call& out = paper_.calls.emplace_back();
      out.id = unique_id(*panel);
      out.headline = child_text(*panel, "headline");
      out.paragraphs = paragraphs(*panel);
      if (const XmlElement* qr = child(*panel, "qr")) {
        out.href = text_of(*qr, "href");
        out.caption = child_text(*qr, "caption");
      }
    }
  }

  void read_sections(const XmlElement& e) {
    for (const XmlElement* section : children(e, "section")) {
      const std::string id = unique_id(*section);
      paper_.sections.push_back({id, text_of(*section, "title", id), text_of(*section, "colour")});
    }
  }

  void read_people(const XmlElement& e) {
    for (const XmlElement* person : children(e, "person")) {
      paper_.people.push_back(
          {unique_id(*person), text_of(*person, "name"), text_of(*person, "role")});
    }
  }

  void read_series(const XmlElement& e) {
    for (const XmlElement* series : children(e, "series")) {
      paper_.series.push_back({unique_id(*series), text_of(*series, "title")});
    }
  }

  void read_keywords(const XmlElement& e) {
    for (const XmlElement* group : children(e, "group")) {
      KeywordGroup& out = paper_.keywords.emplace_back();
      out.label = text_of(*group, "label");
      for (const XmlElement* keyword : children(*group, "keyword")) {
        out.keywords.push_back({unique_id(*keyword), text_of(*keyword, "label"),
                                split_labels(text_of(*keyword, "alt"))});
      }
    }
  }

  // Ids are unique among elements of one name.
  std::string unique_id(const XmlElement& e) {
    const std::string id = text_of(e, "id");
    const auto [first, fresh] = seen_.emplace(e.name + " " + id, e.line);
    if (!fresh && !id.empty()) {
      diagnostics_.error(location_of(e, "id", file_),
                         fmt::format("the {} id \"{}\" is already used", e.name, id),
                         fmt::format("the first is on line {}", first->second));
    }
    return id;
  }

  const SourceTree& tree_;
  std::string path_, file_;
  Paper& paper_;
  Diagnostics& diagnostics_;
  std::map<std::string, int> seen_;
};

}  // namespace

Paper read_paper(const SourceTree& tree, const Manifest& manifest, Diagnostics& diagnostics) {
  Paper paper;
  paper.name = paper.title = manifest.publication_name;
  paper.language = manifest.language;
  if (manifest.paper.empty()) return paper;
  const auto root = tree.parse(manifest.paper, manifest.where, diagnostics);
  if (root) PaperReader(tree, manifest.paper, paper, diagnostics).read(*root);
  return paper;
}

}  // namespace forme
