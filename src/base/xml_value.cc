#include "base/xml_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "base/date.h"
#include "base/names.h"
#include "base/number.h"

namespace forme {

namespace {

constexpr std::size_t kLongestId = 64;
constexpr std::size_t kLongestIssueNumber = 16;  // of either half; it becomes part of file names
constexpr std::size_t kLongestDecimal = 4;       // digits before and after the point of a length

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool all_digits(std::string_view text, std::size_t longest) {
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), is_digit);
}

// A whole number from 1 to 9999.
std::optional<int> parse_count(std::string_view text) {
  if (!all_digits(text, 4) || text.front() == '0') return std::nullopt;
  return parse_int(text);
}

std::optional<double> parse_fraction(std::string_view text) {
  const auto value = parse_double(text);
  if (!value || !is_digit(text.front()) || *value > 1.0) return std::nullopt;
  if (text.find('.') != std::string_view::npos && text.find('.') != 1) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  return value;
}

bool is_text(std::string_view) {
  return true;
}
bool is_name(std::string_view v) {
  return !std::all_of(v.begin(), v.end(), is_space);
}
bool is_version(std::string_view v) {
  return v == "1";
}
bool is_bool(std::string_view v) {
  return v == "true" || v == "false";
}
bool is_date(std::string_view v) {
  return parse_iso_date(v).has_value();
}
bool is_fraction(std::string_view v) {
  return parse_fraction(v).has_value();
}
bool is_point(std::string_view v) {
  return parse_fractions(v).has_value();
}
bool is_range(std::string_view v) {
  return parse_int_range(v).has_value();
}

bool is_length(std::string_view v) {
  if (!parse_length(v)) return false;
  const std::string_view digits = v.substr(0, v.size() - 2);
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos) return all_digits(digits, kLongestDecimal);
  return all_digits(digits.substr(0, point), kLongestDecimal) &&
         all_digits(digits.substr(point + 1), kLongestDecimal);
}

// A length that may be below zero.
bool is_shift(std::string_view v) {
  return is_length(v.substr(!v.empty() && v.front() == '-'));
}

bool is_size(std::string_view v) {
  const std::size_t space = v.find(' ');
  return space != std::string_view::npos && is_length(v.substr(0, space)) &&
         is_length(v.substr(space + 1));
}

bool is_positive(std::string_view v) {
  return is_length(std::string(v) + "pt");
}
bool is_decimal(std::string_view v) {
  return is_positive(v.substr(!v.empty() && v.front() == '-'));
}

bool is_percentage(std::string_view v) {
  const std::size_t whole = v.substr(0, v.find('.')).size();
  return is_positive(v) && (whole <= 2 || (whole == 3 && *parse_double(v) == 100.0));
}

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_rgb(std::string_view v) {
  return v.size() == 7 && v.front() == '#' && std::all_of(v.begin() + 1, v.end(), is_hex);
}

// OpenType's four letters, such as kern or ss01.
bool is_feature(std::string_view v) {
  return v.size() == 4 && std::all_of(v.begin(), v.end(),
                                      [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
}

// ISO 15924, such as Latn.
bool is_script(std::string_view v) {
  return v.size() == 4 && v[0] >= 'A' && v[0] <= 'Z' &&
         std::all_of(v.begin() + 1, v.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_file_name(std::string_view v) {
  return is_name(v) && v.find('/') == v.npos;
}

bool is_id(std::string_view v) {
  if (v.empty() || v.size() > kLongestId || v.front() == '-' || v.front() == '.') return false;
  return std::all_of(v.begin(), v.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

// [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*
bool is_lang(std::string_view v) {
  for (bool first = true;; first = false) {
    const std::string_view part = v.substr(0, v.find('-'));
    if (part.empty() || part.size() > 8) return false;
    for (char c : part) {
      if (!is_letter(c) && (first || !is_digit(c))) return false;
    }
    if (part.size() == v.size()) return true;
    v.remove_prefix(part.size() + 1);
  }
}

bool is_issn(std::string_view v) {
  return v.size() == 9 && v[4] == '-' && all_digits(v.substr(0, 4), 4) &&
         all_digits(v.substr(5, 3), 3) && (is_digit(v[8]) || v[8] == 'X');
}

bool is_address(std::string_view v, std::string_view scheme) {
  if (v.size() <= scheme.size() || v.substr(0, scheme.size()) != scheme) return false;
  return std::none_of(v.begin(), v.end(),
                      [](char c) { return is_space(c) || c == '<' || c == '>' || c == '"'; });
}

bool is_url(std::string_view v) {
  return is_address(v, "https://") || is_address(v, "http://");
}

bool is_issue_number(std::string_view v) {
  const std::size_t dash = v.find('-');
  if (dash == std::string_view::npos) return all_digits(v, kLongestIssueNumber);
  return all_digits(v.substr(0, dash), kLongestIssueNumber) &&
         all_digits(v.substr(dash + 1), kLongestIssueNumber);
}

bool is_reference(std::string_view v) {
  const std::size_t first = v.find('/');
  if (first == std::string_view::npos) return false;
  const std::size_t second = v.find('/', first + 1);
  if (second == std::string_view::npos) return false;
  const std::string_view target = v.substr(second + 1);
  const std::size_t hash = target.find('#');
  if (hash != std::string_view::npos && !is_id(target.substr(hash + 1))) return false;
  return is_slug(v.substr(0, first)) && is_issue_number(v.substr(first + 1, second - first - 1)) &&
         is_slug(target.substr(0, hash));
}

bool is_href(std::string_view v) {
  return is_url(v) || is_address(v, "mailto:") || is_address(v, "tel:");
}

// ISO/IEC 18004 has room for so many bytes at error correction M.
constexpr std::size_t kMostOfCode = 2331;

bool is_coded(std::string_view v) {
  return is_href(v) && v.size() <= kMostOfCode;
}

bool is_list_of(std::string_view v, bool (*accepts)(std::string_view)) {
  const std::vector<std::string> words = split_words(v);
  return !words.empty() && std::all_of(words.begin(), words.end(), accepts);
}

bool is_output(std::string_view v) {
  return v == "print" || v == "screen" || v == "epub" || v == "handout";
}
bool is_outputs(std::string_view v) {
  return is_list_of(v, is_output);
}
bool is_slugs(std::string_view v) {
  return is_list_of(v, is_slug);
}

bool is_langs(std::string_view v) {
  return is_list_of(v, is_lang);
}
bool is_scripts(std::string_view v) {
  return is_list_of(v, is_script);
}
bool is_features(std::string_view v) {
  return is_list_of(v, is_feature) || !is_name(v);
}
bool is_cmyk(std::string_view v) {
  return is_list_of(v, is_percentage) && split_words(v).size() == 4;
}

struct ValueType {
  std::string_view name;
  bool (*accepts)(std::string_view);
  std::string_view what, hint;
};

constexpr std::array<ValueType, 30> kTypes{{
    {"text", is_text, "text", ""},
    {"name", is_name, "filled in", "write something between the quotes"},
    {"version", is_version, "a version of this vocabulary", "write version=\"1\""},
    {"bool", is_bool, "a boolean", "write true or false"},
    {"date", is_date, "a date", "write a real day as YYYY-MM-DD, such as 2016-02-24"},
    {"length", is_length, "a length", "write a number with its unit, such as 60mm, 12pt or 2.5in"},
    {"fraction", is_fraction, "a fraction", "write a number from 0 to 1, such as 0.15"},
    {"point", is_point, "a pair of fractions",
     "write two numbers from 0 to 1 with a space between, such as \"0.5 0.4\""},
    {"range", is_range, "a number or a range", "write N or N-M, such as 3 or 2-5"},
    {"slug", is_slug, "a name for this use",
     "small letters a-z, digits and hyphens, 64 at most, no hyphen first"},
    {"id", is_id, "an id", "letters a-z, digits, hyphens, points and underscores, 64 at most"},
    {"lang", is_lang, "a language tag", "write a BCP 47 tag, such as en-GB, ta or zh-Hant"},
    {"issn", is_issn, "an ISSN", "write eight digits as 1234-5679"},
    {"url", is_url, "a web address", "begin it with https://"},
    {"href", is_href, "an address", "begin it with https://, http://, mailto: or tel:"},
    {"coded", is_coded, "an address that a code can hold",
     "begin it with https://, http://, mailto: or tel:, and use no more than 2331 bytes; scanners "
     "like 100"},
    {"outputs", is_outputs, "a list of outputs",
     "write any of print, screen, epub and handout, with spaces between"},
    {"slugs", is_slugs, "a list of ids", "write article ids with spaces between"},
    {"number", is_issue_number, "an issue number", "write digits, such as 890, or 890-891"},
    {"reference", is_reference, "a reference",
     "write slug/number/article, such as courier/889/rail"},
    {"shift", is_shift, "a length", "write a number with its unit, such as 8pt or -2mm"},
    {"size", is_size, "a width and a height", "write two lengths, such as \"289mm 380mm\""},
    {"decimal", is_decimal, "a number", "write a decimal, such as 0.5 or -2"},
    {"positive", is_positive, "a number of 0 or more", "write a decimal, such as 0.5"},
    {"cmyk", is_cmyk, "a mixture of inks", "write four percentages, such as \"0 100 90 10\""},
    {"rgb", is_rgb, "a screen colour", "write #RRGGBB"},
    {"features", is_features, "a list of OpenType features", "write such as \"kern liga lnum\""},
    {"scripts", is_scripts, "a list of scripts", "write ISO 15924 codes, such as \"Latn Grek\""},
    {"langs", is_langs, "a list of languages", "write BCP 47 tags, such as \"ur ar\""},
    {"file", is_file_name, "the name of a file", "write it without a folder"},
}};

std::optional<ValueFault> check_enumeration(std::string_view type, std::string_view value) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= type.size();) {
    const std::size_t end = std::min(type.find('|', at), type.size());
    if (end > at) words.emplace_back(type.substr(at, end - at));
    if (end > at && words.back() == value) return std::nullopt;
    at = end + 1;
  }
  std::string hint = nearest_hint(value, words);
  if (hint.empty()) hint = fmt::format("write one of: {}", fmt::join(words, ", "));
  return ValueFault{"is not known here", hint};
}

std::optional<ValueFault> check_number(std::string_view least, std::string_view most,
                                       std::string_view value) {
  const std::string_view digits = value.substr(!value.empty() && value.front() == '-');
  const bool plain = all_digits(digits, 9) && (value == "0" || digits.front() != '0');
  const auto number = plain ? parse_int(value) : std::nullopt;
  if (number && *number >= *parse_int(least) && *number <= *parse_int(most)) return std::nullopt;
  return ValueFault{fmt::format("is not a whole number from {} to {}", least, most), {}};
}

}  // namespace

std::optional<ValueFault> check_value(std::string_view type, std::string_view value) {
  if (type.find('|') != std::string_view::npos) return check_enumeration(type, value);
  const std::size_t dots = type.find("..");
  if (dots != std::string_view::npos) {
    return check_number(type.substr(0, dots), type.substr(dots + 2), value);
  }
  const auto known = std::find_if(kTypes.begin(), kTypes.end(),
                                  [type](const ValueType& t) { return t.name == type; });
  assert(known != kTypes.end());
  if (known->accepts(value)) return std::nullopt;
  return ValueFault{fmt::format("is not {}", known->what), std::string(known->hint)};
}

std::optional<IntRange> parse_int_range(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = parse_count(text.substr(0, dash));
  if (dash == std::string_view::npos && first) return IntRange{*first, *first};
  if (!first) return std::nullopt;
  const auto last = parse_count(text.substr(dash + 1));
  return last ? std::optional(IntRange{*first, *last}) : std::nullopt;
}

std::optional<Fractions> parse_fractions(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto x = parse_fraction(text.substr(0, space));
  const auto y = parse_fraction(text.substr(space + 1));
  return x && y ? std::optional(Fractions{*x, *y}) : std::nullopt;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace forme
