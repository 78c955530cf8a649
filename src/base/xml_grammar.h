#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/xml.h"

namespace forme {

// One element of a vocabulary, as a line of a table:
//   {"panel", "id=id xml:lang=lang", "headline? p* figure*"}
// `name` is the element's; a context before a full stop tells apart what shares a name
// ("letter.place"). `attributes` are NAME=TYPE with the types of base/xml_value.h and a final `!`
// where one is required. `content` names the rules of the children with ? (at most one), * (any
// number), + (one or more) or nothing (one); their order is free. `#text` lets text stand between.
struct ElementRule {
  std::string_view name, attributes, content;
};
// A word that stands for several in `attributes` and `content`: {"%phrase", "#text em* strong*"}.
struct RuleGroup {
  std::string_view name, words;
};

// A vocabulary without regard to what it means: what may stand where, and what values look like.
// The RELAX NG schemas say the same in their language.
class XmlGrammar {
 public:
  // REQUIRES: the tables are sound and outlive the grammar.
  XmlGrammar(std::span<const ElementRule> rules, std::span<const RuleGroup> groups);

  // Reports everything about the document that is not as the rule `root` has it.
  void check(const XmlElement& document, std::string_view root, const std::string& file,
             Diagnostics& diagnostics) const;

 private:
  struct Attribute {
    std::string_view name, type;
    bool required = false;
  };
  struct Child {
    std::string_view element;
    std::size_t rule = 0;
    char occurs = '1';  // 1 ? * +
  };
  struct Rule {
    std::string_view name;
    std::vector<Attribute> attributes;
    std::vector<Child> children;
    bool text = false;
  };
  struct Walk {
    const std::string& file;
    Diagnostics& diagnostics;
  };

  std::vector<std::string_view> expand(std::string_view words,
                                       std::span<const RuleGroup> groups) const;
  std::size_t rule_index(std::string_view name) const;
  void check_element(const XmlElement& e, const Rule& rule, Walk walk) const;
  void check_attributes(const XmlElement& e, const Rule& rule, Walk walk) const;
  void check_text(const XmlElement& e, const XmlText& text, Walk walk) const;
  void check_children(const XmlElement& e, const Rule& rule, Walk walk) const;
  void unknown_child(const XmlElement& e, const XmlElement& child, const Rule& rule,
                     Walk walk) const;

  std::vector<std::string_view> ids_;  // with their context
  std::vector<Rule> rules_;
};

}  // namespace forme
