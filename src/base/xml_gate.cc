#include "base/xml_gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/utf8.h"
#include "base/xml.h"

namespace forme {

bool is_xml_char(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct CharRange {
  char32_t first, last;
};

template <std::size_t N>
bool in_ranges(const std::array<CharRange, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const CharRange& r) { return c >= r.first && c <= r.last; });
}

// Productions 4 and 4a of XML 1.0.
bool starts_name(char32_t c) {
  static constexpr std::array<CharRange, 16> kRanges{{{':', ':'},
                                                      {'A', 'Z'},
                                                      {'_', '_'},
                                                      {'a', 'z'},
                                                      {0xC0, 0xD6},
                                                      {0xD8, 0xF6},
                                                      {0xF8, 0x2FF},
                                                      {0x370, 0x37D},
                                                      {0x37F, 0x1FFF},
                                                      {0x200C, 0x200D},
                                                      {0x2070, 0x218F},
                                                      {0x2C00, 0x2FEF},
                                                      {0x3001, 0xD7FF},
                                                      {0xF900, 0xFDCF},
                                                      {0xFDF0, 0xFFFD},
                                                      {0x10000, 0xEFFFF}}};
  return in_ranges(kRanges, c);
}

bool continues_name(char32_t c) {
  static constexpr std::array<CharRange, 5> kRanges{
      {{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};
  return starts_name(c) || in_ranges(kRanges, c);
}

std::optional<XmlFault> check_characters(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const DecodedChar c = decode_utf8(bytes, at);
    if (c.value == 0xFFFD && c.length == 1) {
      return XmlFault{
          at,
          fmt::format("the byte 0x{:02X} is not UTF-8 here", static_cast<unsigned char>(bytes[at])),
          "save the file as UTF-8"};
    }
    if (!is_xml_char(c.value)) {
      return XmlFault{at,
                      fmt::format("the character U+{:04X} is not allowed in XML",
                                  static_cast<std::uint32_t>(c.value)),
                      "delete it"};
    }
    at += c.length;
  }
  return std::nullopt;
}

// Walks the markup once. Each step returns false when it has set `fault_`.
class Gate {
 public:
  explicit Gate(std::string_view text) : text_(text) {}

  std::optional<XmlFault> run() {
    if (declaration() && misc() && root() && misc() && at_end()) return {};
    return fault_;
  }

 private:
  struct OpenTag {
    std::string_view name;
    std::size_t offset;
  };

  bool fail(std::size_t offset, std::string message, std::string hint = {}) {
    fault_ = XmlFault{offset, std::move(message), std::move(hint)};
    return false;
  }
  bool done() const { return at_ >= text_.size(); }
  bool looks_at(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  bool skip_space() {
    const std::size_t before = at_;
    while (!done() && is_space(text_[at_])) ++at_;
    return at_ > before;
  }

  bool at_end() {
    if (done()) return true;
    if (text_[at_] == '<') return fail(at_, "there is more than one root element");
    return fail(at_, "there is text after the root element");
  }

  std::string_view name() {
    const std::size_t start = at_;
    while (!done()) {
      const DecodedChar c = decode_utf8(text_, at_);
      if (at_ == start ? !starts_name(c.value) : !continues_name(c.value)) break;
      at_ += c.length;
    }
    return text_.substr(start, at_ - start);
  }

  bool declaration() {
    if (!looks_at("<?xml") || at_ + 5 >= text_.size() || !is_space(text_[at_ + 5])) return true;
    const std::size_t start = at_;
    at_ += 5;
    static constexpr std::array<std::string_view, 3> kOrder{"version", "encoding", "standalone"};
    std::size_t next = 0;
    while (skip_space() && !looks_at("?>")) {
      const std::size_t where = at_;
      const std::string_view key = name();
      std::string_view value;
      if (!attribute_value(key, value)) return false;
      const auto found = std::find(kOrder.begin() + next, kOrder.end(), key);
      if (found == kOrder.end()) return fail(where, "the XML declaration is malformed");
      next = static_cast<std::size_t>(found - kOrder.begin()) + 1;
      if (!declared_value(where, key, value)) return false;
    }
    if (!looks_at("?>") || next == 0) return fail(start, "the XML declaration is malformed");
    at_ += 2;
    return true;
  }

  bool declared_value(std::size_t where, std::string_view key, std::string_view value) {
    if (key == "version" && value != "1.0") {
      return fail(where, "the XML version is not 1.0", "write version=\"1.0\"");
    }
    if (key == "standalone" && value != "yes" && value != "no") {
      return fail(where, "the XML declaration is malformed");
    }
    if (key != "encoding") return true;
    std::string lower(value);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower == "utf-8" || lower == "us-ascii") return true;
    return fail(where, fmt::format("the encoding {} is not UTF-8", value),
                "save the file as UTF-8 and write encoding=\"UTF-8\"");
  }

  // White space, comments and instructions outside the root.
  bool misc() {
    while (true) {
      skip_space();
      if (looks_at("<!--")) {
        if (!comment()) return false;
      } else if (looks_at("<?")) {
        if (!instruction()) return false;
      } else {
        return true;
      }
    }
  }

  bool comment() {
    const std::size_t start = at_;
    const std::size_t end = text_.find("--", at_ + 4);
    if (end == std::string_view::npos) return fail(start, "the comment is never closed");
    if (text_.substr(end, 3) != "-->") return fail(end, "\"--\" stands inside a comment");
    at_ = end + 3;
    return true;
  }

  bool instruction() {
    const std::size_t start = at_;
    at_ += 2;
    const std::string_view target = name();
    if (target.empty()) return fail(start, "the processing instruction has no name");
    if (target.size() == 3 && (target[0] | 0x20) == 'x' && (target[1] | 0x20) == 'm' &&
        (target[2] | 0x20) == 'l') {
      return fail(start, "the XML declaration must be the very first thing in the file");
    }
    if (!looks_at("?>") && !skip_space()) {
      return fail(at_, "the processing instruction is malformed");
    }
    const std::size_t end = text_.find("?>", at_);
    if (end == std::string_view::npos) {
      return fail(start, "the processing instruction is never closed");
    }
    at_ = end + 2;
    return true;
  }

  bool root() {
    if (done()) return fail(at_, "the file holds no element");
    if (looks_at("<!DOCTYPE")) {
      return fail(at_, "a DOCTYPE is not allowed", "delete it; the vocabulary needs none");
    }
    if (text_[at_] != '<') return fail(at_, "there is text before the root element");
    if (!start_tag()) return false;
    while (!open_.empty()) {
      if (!content()) return false;
    }
    return true;
  }

  bool content() {
    if (done()) {
      return fail(open_.back().offset, fmt::format("<{}> is never closed", open_.back().name));
    }
    if (text_[at_] == '&') return reference();
    if (text_[at_] != '<') return characters();
    if (looks_at("</")) return end_tag();
    if (looks_at("<!--")) return comment();
    if (looks_at("<![CDATA[")) return cdata();
    if (looks_at("<?")) return instruction();
    if (looks_at("<!")) return fail(at_, "a declaration is not allowed here");
    return start_tag();
  }

  bool characters() {
    const std::size_t start = at_;
    at_ = std::min(text_.find_first_of("<&", at_), text_.size());
    const std::size_t close = text_.substr(start, at_ - start).find("]]>");
    if (close == std::string_view::npos) return true;
    return fail(start + close, "\"]]>\" stands in text", "write ]]&gt;");
  }

  bool cdata() {
    const std::size_t end = text_.find("]]>", at_ + 9);
    if (end == std::string_view::npos) return fail(at_, "the CDATA section is never closed");
    at_ = end + 3;
    return count_node(at_);
  }

  bool reference() {
    const std::size_t start = at_;
    const std::size_t end = text_.find_first_of(";<&\"' \t\r\n", at_ + 1);
    if (end == std::string_view::npos || text_[end] != ';') {
      return fail(start, "an ampersand stands alone", "write &amp;");
    }
    const std::string_view body = text_.substr(start + 1, end - start - 1);
    at_ = end + 1;
    if (!body.empty() && body.front() == '#') return character_reference(start, body.substr(1));
    for (std::string_view known : {"amp", "lt", "gt", "quot", "apos"}) {
      if (body == known) return true;
    }
    return fail(start, fmt::format("the entity &{}; is not known", body),
                "only &amp; &lt; &gt; &quot; &apos; are; write the character itself, or &#NUMBER;");
  }

  bool character_reference(std::size_t start, std::string_view digits) {
    const bool hex = !digits.empty() && digits.front() == 'x';
    if (hex) digits.remove_prefix(1);
    char32_t value = 0;
    bool good = !digits.empty();
    for (char c : digits) {
      const int digit = c >= '0' && c <= '9'          ? c - '0'
                        : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                      : -1;
      good = good && digit >= 0;
      value = std::min<char32_t>(
          value * (hex ? 16 : 10) + static_cast<char32_t>(std::max(digit, 0)), 0x110000);
    }
    if (good && is_xml_char(value)) return true;
    return fail(start,
                fmt::format("{} is not a character of XML", text_.substr(start, at_ - start)));
  }

  bool end_tag() {
    const std::size_t start = at_;
    at_ += 2;
    const std::string_view closes = name();
    skip_space();
    if (closes.empty() || done() || text_[at_] != '>') {
      return fail(start, "the end tag is malformed");
    }
    if (closes != open_.back().name) {
      return fail(start, fmt::format("</{}> does not close <{}>", closes, open_.back().name),
                  fmt::format("write </{}> first", open_.back().name));
    }
    ++at_;
    open_.pop_back();
    return true;
  }

  bool start_tag() {
    const std::size_t start = at_++;
    const std::string_view element = name();
    if (element.empty()) return fail(start, "\"<\" begins no element", "write &lt;");
    if (open_.size() >= static_cast<std::size_t>(kMaxXmlDepth)) {
      return fail(start, fmt::format("elements are nested more than {} deep", kMaxXmlDepth));
    }
    if (!count_node(start)) return false;
    std::set<std::string_view> seen;
    while (true) {
      const bool spaced = skip_space();
      if (done()) return fail(start, fmt::format("the tag <{}> is never closed", element));
      if (looks_at("/>")) {
        at_ += 2;
        return true;
      }
      if (text_[at_] == '>') {
        ++at_;
        open_.push_back({element, start});
        return true;
      }
      if (!attribute(element, spaced, seen)) return false;
    }
  }

  bool attribute(std::string_view element, bool spaced, std::set<std::string_view>& seen) {
    const std::size_t start = at_;
    const std::string_view key = name();
    if (key.empty() || !spaced) {
      return fail(start, fmt::format("the tag <{}> is malformed", element));
    }
    std::string_view value;
    if (!attribute_value(key, value)) return false;
    if (!seen.insert(key).second) {
      return fail(start, fmt::format("the attribute {} is given twice", key));
    }
    return count_node(start);
  }

  bool attribute_value(std::string_view key, std::string_view& value) {
    const std::size_t start = at_;
    skip_space();
    if (!looks_at("=")) return fail(start, fmt::format("the attribute {} has no value", key));
    ++at_;
    skip_space();
    const char quote = done() ? '\0' : text_[at_];
    if (quote != '"' && quote != '\'') {
      return fail(start, fmt::format("the value of {} is not in quotes", key));
    }
    const std::size_t first = ++at_;
    const std::size_t end = text_.find(quote, first);
    if (end == std::string_view::npos) {
      return fail(start, fmt::format("the value of {} is never closed", key));
    }
    value = text_.substr(first, end - first);
    const std::size_t angle = value.find('<');
    if (angle != std::string_view::npos) {
      return fail(first + angle, fmt::format("\"<\" stands in the value of {}", key),
                  "write &lt;, or close the quotes");
    }
    for (std::size_t mark = value.find('&'); mark != std::string_view::npos;) {
      at_ = first + mark;
      if (!reference()) return false;
      mark = value.find('&', at_ - first);
    }
    at_ = end + 1;
    return true;
  }

  bool count_node(std::size_t where) {
    if (++nodes_ <= kMaxXmlNodes) return true;
    return fail(where,
                fmt::format("the file holds more than {} elements and attributes", kMaxXmlNodes));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<OpenTag> open_;
  int nodes_ = 0;
  std::optional<XmlFault> fault_;
};

}  // namespace

std::optional<XmlFault> check_xml(std::string_view bytes) {
  if (bytes.size() > kMaxXmlBytes) {
    return XmlFault{0, fmt::format("the file is larger than {} MiB", kMaxXmlBytes >> 20), {}};
  }
  if (auto fault = check_characters(bytes)) return fault;
  return Gate(bytes).run();
}

}  // namespace forme
