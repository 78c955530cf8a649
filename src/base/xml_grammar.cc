#include "base/xml_grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "base/names.h"
#include "base/xml_value.h"

namespace forme {

namespace {

std::string_view element_name(std::string_view id) {
  const std::size_t stop = id.rfind('.');
  return stop == std::string_view::npos ? id : id.substr(stop + 1);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// As much of a value as a message shows, in whole characters.
std::string beginning(std::string_view value) {
  constexpr std::size_t kMostShown = 80;  // bytes
  if (value.size() <= kMostShown) return std::string(value);
  std::size_t end = kMostShown;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
  return std::string(value.substr(0, end)) + "…";
}

}  // namespace

XmlGrammar::XmlGrammar(std::span<const ElementRule> rules, std::span<const RuleGroup> groups) {
  for (const ElementRule& rule : rules) ids_.push_back(rule.name);
  for (const ElementRule& source : rules) {
    Rule& rule = rules_.emplace_back();
    rule.name = element_name(source.name);
    for (std::string_view word : expand(source.attributes, groups)) {
      const bool required = word.back() == '!';
      if (required) word.remove_suffix(1);
      const std::size_t equals = word.find('=');
      assert(equals != std::string_view::npos);
      rule.attributes.push_back({word.substr(0, equals), word.substr(equals + 1), required});
    }
    for (std::string_view word : expand(source.content, groups)) {
      if (word == "#text") {
        rule.text = true;
        continue;
      }
      char occurs = '1';
      if (word.back() == '?' || word.back() == '*' || word.back() == '+') {
        occurs = word.back();
        word.remove_suffix(1);
      }
      rule.children.push_back({element_name(word), rule_index(word), occurs});
    }
  }
}

std::vector<std::string_view> XmlGrammar::expand(std::string_view words,
                                                 std::span<const RuleGroup> groups) const {
  std::vector<std::string_view> out;
  for (std::string_view word : words_of(words)) {
    if (word.front() != '%') {
      out.push_back(word);
      continue;
    }
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [word](const RuleGroup& g) { return g.name == word; });
    assert(group != groups.end());
    const auto inner = expand(group->words, groups);
    out.insert(out.end(), inner.begin(), inner.end());
  }
  return out;
}

std::size_t XmlGrammar::rule_index(std::string_view name) const {
  const auto found = std::find(ids_.begin(), ids_.end(), name);
  assert(found != ids_.end());
  return static_cast<std::size_t>(found - ids_.begin());
}

void XmlGrammar::check(const XmlElement& document, std::string_view root, const std::string& file,
                       Diagnostics& diagnostics) const {
  const Rule& rule = rules_[rule_index(root)];
  if (document.name != rule.name) {
    diagnostics.error({file, document.line, document.column},
                      fmt::format("the root element is <{}>, not <{}>", document.name, rule.name));
    return;
  }
  check_element(document, rule, {file, diagnostics});
}

void XmlGrammar::check_element(const XmlElement& e, const Rule& rule, Walk walk) const {
  check_attributes(e, rule, walk);
  check_children(e, rule, walk);
}

void XmlGrammar::check_attributes(const XmlElement& e, const Rule& rule, Walk walk) const {
  for (const XmlAttribute& a : e.attributes) {
    const Location where{walk.file, a.line, a.column};
    const auto known = std::find_if(rule.attributes.begin(), rule.attributes.end(),
                                    [&a](const Attribute& k) { return k.name == a.name; });
    if (known == rule.attributes.end()) {
      std::vector<std::string> names;
      for (const Attribute& k : rule.attributes) names.emplace_back(k.name);
      std::string hint = nearest_hint(a.name, names);
      if (hint.empty()) {
        hint = names.empty() ? "it takes none" : fmt::format("it takes {}", fmt::join(names, ", "));
      }
      walk.diagnostics.error(where, fmt::format("<{}> has no attribute \"{}\"", e.name, a.name),
                             hint);
    } else if (const auto fault = check_value(known->type, a.value)) {
      walk.diagnostics.error(
          where, fmt::format("{}=\"{}\" {}", a.name, beginning(a.value), fault->message),
          fault->hint);
    }
  }
  for (const Attribute& k : rule.attributes) {
    if (!k.required || e.attribute(k.name)) continue;
    walk.diagnostics.error({walk.file, e.line, e.column},
                           fmt::format("<{}> lacks the attribute \"{}\"", e.name, k.name));
  }
}

void XmlGrammar::check_text(const XmlElement& e, const XmlText& text, Walk walk) const {
  Location where{walk.file, text.line, text.column};
  for (char c : text.value) {
    if (!is_space(c)) {
      walk.diagnostics.error(where, fmt::format("text may not stand directly in <{}>", e.name));
      return;
    }
    where.line += c == '\n' ? 1 : 0;
    where.column = c == '\n' ? 1 : where.column + 1;
  }
}

void XmlGrammar::check_children(const XmlElement& e, const Rule& rule, Walk walk) const {
  std::vector<const XmlElement*> first(rule.children.size(), nullptr);
  for (const auto& node : e.children) {
    if (const auto* text = std::get_if<XmlText>(&node)) {
      if (!rule.text) check_text(e, *text, walk);
      continue;
    }
    const XmlElement& child = std::get<XmlElement>(node);
    const auto known = std::find_if(rule.children.begin(), rule.children.end(),
                                    [&child](const Child& k) { return k.element == child.name; });
    if (known == rule.children.end()) {
      unknown_child(e, child, rule, walk);
      continue;
    }
    const XmlElement*& before = first[static_cast<std::size_t>(known - rule.children.begin())];
    if (before != nullptr && (known->occurs == '?' || known->occurs == '1')) {
      walk.diagnostics.error({walk.file, child.line, child.column},
                             fmt::format("a second <{}> in <{}>", child.name, e.name),
                             fmt::format("the first is on line {}", before->line));
    }
    if (before == nullptr) before = &child;
    check_element(child, rules_[known->rule], walk);
  }
  for (std::size_t i = 0; i < first.size(); ++i) {
    const Child& k = rule.children[i];
    if (first[i] != nullptr || k.occurs == '?' || k.occurs == '*') continue;
    walk.diagnostics.error({walk.file, e.line, e.column},
                           fmt::format("<{}> lacks a <{}>", e.name, k.element));
  }
}

void XmlGrammar::unknown_child(const XmlElement& e, const XmlElement& child, const Rule& rule,
                               Walk walk) const {
  std::vector<std::string> names;
  for (const Child& k : rule.children) names.emplace_back(k.element);
  const bool elsewhere = std::any_of(rules_.begin(), rules_.end(),
                                     [&child](const Rule& r) { return r.name == child.name; });
  const std::string message = elsewhere
                                  ? fmt::format("<{}> may not stand in <{}>", child.name, e.name)
                                  : fmt::format("the element <{}> is not known", child.name);
  std::string hint = elsewhere ? std::string() : nearest_hint(child.name, names);
  if (hint.empty()) {
    hint = names.empty() ? fmt::format("<{}> holds no elements", e.name)
                         : fmt::format("<{}> may hold {}", e.name, fmt::join(names, ", "));
  }
  walk.diagnostics.error({walk.file, child.line, child.column}, message, hint);
}

}  // namespace forme
