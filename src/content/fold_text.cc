#include "content/fold_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/language.h"
#include "base/names.h"
#include "base/xml_access.h"
#include "content/role_label.h"

namespace forme {

namespace {

constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";  // U+2028

std::uint32_t size_of(const Text& text) {
  return static_cast<std::uint32_t>(text.utf8.size());
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

bool at_line_start(const Text& text) {
  return text.utf8.empty() || ends_with(text.utf8, kLineSeparator);
}

// Takes bytes off the end, and from the spans that reach so far.
void shorten(Text& text, std::size_t by) {
  text.utf8.resize(text.utf8.size() - by);
  const std::uint32_t size = size_of(text);
  for (Span& span : text.spans) {
    span.first = std::min(span.first, size);
    span.last = std::min(span.last, size);
  }
}

void drop_final_space(Text& text) {
  if (ends_with(text.utf8, " ")) shorten(text, 1);
}

void add_characters(std::string_view characters, Text& out) {
  for (char c : characters) {
    if (!is_xml_space(c)) {
      out.utf8.push_back(c);
    } else if (!at_line_start(out) && out.utf8.back() != ' ') {
      out.utf8.push_back(' ');
    }
  }
}

// As in HTML, a break at the very end makes no line of its own.
void finish(Text& text) {
  drop_final_space(text);
  if (ends_with(text.utf8, kLineSeparator)) shorten(text, kLineSeparator.size());
  drop_final_space(text);
  const auto is_empty = [](const Span& span) { return span.first >= span.last; };
  text.spans.erase(std::remove_if(text.spans.begin(), text.spans.end(), is_empty),
                   text.spans.end());
}

struct SpanElement {
  std::string_view name;
  SpanKind kind;
  std::string_view value;  // the attribute that gives it
};

std::optional<SpanElement> span_element(std::string_view name) {
  static constexpr std::array<SpanElement, 7> kElements{{
      {"em", SpanKind::Emphasis, ""},
      {"strong", SpanKind::Strong, ""},
      {"sc", SpanKind::SmallCaps, ""},
      {"sub", SpanKind::Subscript, ""},
      {"sup", SpanKind::Superscript, ""},
      {"a", SpanKind::Link, "href"},
      {"abbr", SpanKind::Abbreviation, "title"},
  }};
  for (const SpanElement& e : kElements) {
    if (e.name == name) return e;
  }
  return std::nullopt;
}

}  // namespace

Text TextFolder::fold(const XmlElement& e, const std::string& inherited) {
  Text out = fold(e.children, language(e, inherited), location_of(e, file_));
  if (e.name == "byline") add_role(e, out);
  return out;
}

Text TextFolder::fold(std::span<const Node> nodes, const std::string& language,
                      const Location& where) {
  Text out;
  out.language = language;
  out.where = where;
  add_nodes(nodes, language, out);
  finish(out);
  return out;
}

std::string TextFolder::language(const XmlElement& e, const std::string& inherited) {
  const XmlAttribute* own = e.attribute("xml:lang");
  if (!own) return inherited;
  const auto [known, fresh] = known_languages_.emplace(own->value, false);
  if (fresh) known->second = is_language_tag(own->value);
  if (known->second) return own->value;
  if (!reported_.insert(own).second) return inherited;
  diagnostics_.error(location_of(e, "xml:lang", file_),
                     fmt::format("\"{}\" is not the tag of a known language", own->value),
                     "write a BCP 47 tag, such as en-GB, ta or zh-Hant");
  return inherited;
}

void TextFolder::add_nodes(std::span<const Node> nodes, const std::string& language, Text& out) {
  for (const Node& node : nodes) {
    if (const auto* text = std::get_if<XmlText>(&node)) {
      add_characters(text->value, out);
    } else {
      add_element(std::get<XmlElement>(node), language, out);
    }
  }
}

void TextFolder::add_element(const XmlElement& e, const std::string& outer, Text& out) {
  if (e.name == "br") {
    drop_final_space(out);
    out.utf8 += kLineSeparator;
    return;
  }
  if (e.name == "footnote") return add_footnote(e, outer, out);
  if (e.name == "person") return add_person(e, outer, out);
  const bool link = e.name == "a";
  if (link && open_links_ > 0) {
    diagnostics_.error(location_of(e, file_), "a link may not stand in a link");
  }
  const std::string inner = language(e, outer);
  std::vector<std::size_t> opened;
  const auto open = [&](SpanKind kind, std::string value) {
    opened.push_back(out.spans.size());
    out.spans.push_back({kind, size_of(out), size_of(out), std::move(value)});
  };
  if (inner != outer) open(SpanKind::Language, inner);
  if (const auto kind = span_element(e.name)) {
    open(kind->kind, kind->value.empty() ? std::string() : text_of(e, kind->value));
  }
  open_links_ += link ? 1 : 0;
  add_nodes(e.children, inner, out);
  open_links_ -= link ? 1 : 0;
  for (std::size_t i : opened) out.spans[i].last = size_of(out);
}

void TextFolder::add_footnote(const XmlElement& e, const std::string& language, Text& out) {
  if (open_links_ > 0) {
    diagnostics_.error(location_of(e, file_), "a footnote may not stand in a link",
                       "put it after the link");
  }
  footnotes_.push_back({&e, language});
  const std::string mark = std::to_string(footnotes_.size());
  const std::uint32_t first = size_of(out);
  out.utf8 += mark;
  out.spans.push_back({SpanKind::NoteMark, first, size_of(out), mark});
}

// <person ref="id"/> stands for the name that the paper gives; one with text stands for itself.
void TextFolder::add_person(const XmlElement& e, const std::string& language, Text& out) {
  const std::string ref = text_of(e, "ref");
  const auto known = std::find_if(paper_.people.begin(), paper_.people.end(),
                                  [&ref](const Person& p) { return p.id == ref; });
  const bool named = !folded_text(e).empty();
  if (!ref.empty() && known == paper_.people.end()) {
    std::vector<std::string> ids;
    for (const Person& p : paper_.people) ids.push_back(p.id);
    const std::string message = fmt::format("the paper's file has no person \"{}\"", ref);
    const Location where = location_of(e, "ref", file_);
    if (named) {
      diagnostics_.warning(where, message, nearest_hint(ref, ids));
    } else {
      diagnostics_.error(where, message, nearest_hint(ref, ids));
    }
  }
  if (ref.empty() && !named) {
    diagnostics_.error(location_of(e, file_), "<person> has neither a ref nor a name");
  }
  if (named) {
    add_nodes(e.children, language, out);
  } else if (known != paper_.people.end()) {
    add_characters(known->name, out);
  }
}

// A person alone in a byline is introduced by the role; a byline with words of its own says it
// itself.
void TextFolder::add_role(const XmlElement& byline, Text& out) const {
  const auto is_space = [](const Node& node) {
    const auto* text = std::get_if<XmlText>(&node);
    return text && std::all_of(text->value.begin(), text->value.end(), is_xml_space);
  };
  const XmlElement* person = child(byline, "person");
  const auto parts =
      byline.children.size() - static_cast<std::size_t>(std::count_if(
                                   byline.children.begin(), byline.children.end(), is_space));
  if (!person || parts != 1 || text_of(*person, "role").empty() || out.utf8.empty()) return;
  // A person holds no markup whose spans would have to move.
  out.utf8.insert(0, role_label(text_of(*person, "role"), out.language));
}

}  // namespace forme
