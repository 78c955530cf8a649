#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/xml_access.h"
#include "image/codecs.h"

namespace forme {
namespace {

constexpr double kInitialSize = 12;  // px: of text whose size nobody says, in librsvg
constexpr double kPxOfPt = 4.0 / 3;

// What a style sheet says, by selector: declarations as written.
using Rules = std::map<std::string, std::string>;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> parts_of(const std::string& text, char between) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t to = std::min(text.find(between, from), text.size());
    if (std::string part = trimmed(text.substr(from, to - from)); !part.empty())
      parts.push_back(std::move(part));
    from = to + 1;
  }
  return parts;
}

bool has_letters(const XmlElement& e) {
  return std::any_of(e.children.begin(), e.children.end(), [](const auto& child) {
    const auto* text = std::get_if<XmlText>(&child);
    return text && !std::all_of(text->value.begin(), text->value.end(), is_xml_space);
  });
}

void read_rules(const XmlElement& e, Rules& rules) {
  if (e.name == "style") {
    for (const std::string& rule : parts_of(folded_text(e), '}')) {
      const std::size_t brace = rule.find('{');
      if (brace == std::string::npos) continue;
      for (const std::string& selector : parts_of(rule.substr(0, brace), ','))
        rules[selector] += rule.substr(brace + 1) + ";";
    }
  }
  for (const auto& child : e.children) {
    if (const auto* inner = std::get_if<XmlElement>(&child)) read_rules(*inner, rules);
  }
}

// The number that begins the words, which lose it; none: they begin with no number.
std::optional<double> take_number(std::string_view& words) {
  words.remove_prefix(std::min(words.find_first_not_of("+, \t\r\n"), words.size()));
  double number = 0;
  const auto [stop, failure] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (failure != std::errc{} || !std::isfinite(number)) return std::nullopt;
  words.remove_prefix(static_cast<std::size_t>(stop - words.data()));
  return number;
}

std::vector<double> numbers_in(std::string_view list) {
  std::vector<double> numbers;
  while (const auto number = take_number(list)) numbers.push_back(*number);
  return numbers;
}

// A font size in px, given the one around it; 0: not understood.
double size_in_px(std::string_view words, double around) {
  const std::optional<double> number = take_number(words);
  if (!number || *number <= 0) return 0;
  if (words.starts_with("pt")) return *number * kPxOfPt;
  if (words.starts_with("em")) return *number * around;
  if (words.starts_with("%")) return *number / 100 * around;
  return words.empty() || words.starts_with("px") ? *number : 0;
}

// Of declarations: of font-size, or of the first length of font.
double declared_size(const std::string& declarations, double around) {
  double size = 0;
  for (const std::string& declaration : parts_of(declarations, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string::npos) continue;
    const std::string name = trimmed(declaration.substr(0, colon));
    const std::string value = trimmed(declaration.substr(colon + 1));
    if (name == "font-size") {
      if (const double said = size_in_px(value, around); said > 0) size = said;
    } else if (name == "font") {
      for (const std::string& part : parts_of(value, ' ')) {
        const bool length = part.find_first_of("pe%") != std::string::npos;  // no weight
        const double said = length ? size_in_px(part, around) : 0;
        if (said > 0) size = said;
      }
    }
  }
  return size;
}

// As CSS has it: attributes are weakest, then elements, classes, ids, and the element's own style.
double size_of(const XmlElement& e, const Rules& rules, double around) {
  double size = around;
  const auto take = [&](double said) {
    if (said > 0) size = said;
  };
  const auto take_rule = [&](const std::string& selector) {
    if (const auto found = rules.find(selector); found != rules.end())
      take(declared_size(found->second, around));
  };
  take(size_in_px(text_of(e, "font-size"), around));
  take_rule(e.name);
  for (const std::string& name : parts_of(text_of(e, "class"), ' ')) take_rule("." + name);
  take_rule("#" + text_of(e, "id"));
  take(declared_size(text_of(e, "style"), around));
  return size;
}

// How much larger a transform makes what it stands on.
double scale_of(const std::string& transform) {
  double scale = 1;
  for (const std::string& step : parts_of(transform, ')')) {
    const std::size_t open = step.find('(');
    if (open == std::string::npos) continue;
    const std::vector<double> n = numbers_in(step.substr(open + 1));
    const std::string name = step.substr(0, open);
    if (name.find("scale") != std::string::npos && !n.empty())
      scale *= std::sqrt(std::abs(n[0] * n[n.size() > 1 ? 1 : 0]));
    if (name.find("matrix") != std::string::npos && n.size() == 6)
      scale *= std::sqrt(std::abs(n[0] * n[3] - n[1] * n[2]));
  }
  return scale;
}

class Lettering {
 public:
  explicit Lettering(const Rules& rules) : rules_(rules) {}

  void read(const XmlElement& e, double around, double scale) {
    if (e.name == "defs" || e.name == "symbol" || text_of(e, "display") == "none") return;
    const double size = size_of(e, rules_, around);
    const double larger = scale * scale_of(text_of(e, "transform"));
    const bool lettered = e.name == "text" || e.name == "tspan" || e.name == "textPath";
    if (lettered && has_letters(e)) least_ = std::min(least_, size * larger);
    for (const auto& child : e.children) {
      if (const auto* inner = std::get_if<XmlElement>(&child)) read(*inner, size, larger);
    }
  }
  double least() const { return least_; }

 private:
  const Rules& rules_;
  double least_ = std::numeric_limits<double>::infinity();
};

// A document type is of no use here, and is not read.
std::string without_doctype(std::string_view bytes) {
  std::string text(bytes);
  const std::size_t first = text.find("<!DOCTYPE"), last = text.find('>', first);
  const bool plain =
      first != std::string::npos && last != std::string::npos && text.find('[', first) > last;
  if (plain) text.erase(first, last - first + 1);
  return text;
}

}  // namespace

double svg_lettering(std::string_view bytes) {
  const Result<XmlElement> root = parse_xml(without_doctype(bytes), "");
  if (!root.ok()) return 0;
  const std::vector<double> box = numbers_in(text_of(*root, "viewBox"));
  const double width = box.size() == 4 ? box[2] : size_in_px(text_of(*root, "width"), 0);
  Rules rules;
  read_rules(*root, rules);
  Lettering lettering(rules);
  lettering.read(*root, kInitialSize, 1);
  return width > 0 && std::isfinite(lettering.least()) ? lettering.least() / width : 0;
}

}  // namespace forme
