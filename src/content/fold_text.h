#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/xml.h"
#include "content/text.h"
#include "manifest/paper.h"

namespace forme {

// A footnote met in the copy: its text is set after the body.
struct FootnoteSource {
  const XmlElement* element = nullptr;
  std::string language;
};

// Turns elements with running text into Text, for one article. White space folds as in HTML, within
// one element and never beyond it; footnotes are numbered from 1 in the order met, and a NoteMark's
// value is that number until the article's leaves are known.
class TextFolder {
 public:
  TextFolder(const Paper& paper, std::string file, Diagnostics& diagnostics)
      : paper_(paper), file_(std::move(file)), diagnostics_(diagnostics) {}

  using Node = std::variant<XmlElement, XmlText>;
  Text fold(const XmlElement& e, const std::string& inherited);
  // A run of an element's children, as a text of its own.
  Text fold(std::span<const Node> nodes, const std::string& language, const Location& where);

  // The element's language, which is its parent's unless it says so; reports a wrong tag.
  std::string language(const XmlElement& e, const std::string& inherited);
  const std::vector<FootnoteSource>& footnotes() const { return footnotes_; }

 private:
  void add_nodes(std::span<const Node> nodes, const std::string& language, Text& out);
  void add_element(const XmlElement& e, const std::string& language, Text& out);
  void add_footnote(const XmlElement& e, const std::string& language, Text& out);
  void add_person(const XmlElement& e, const std::string& language, Text& out);
  void add_role(const XmlElement& byline, Text& out) const;

  const Paper& paper_;
  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<FootnoteSource> footnotes_;
  std::map<std::string, bool> known_languages_;
  std::set<const XmlAttribute*> reported_;
  int open_links_ = 0;
};

}  // namespace forme
