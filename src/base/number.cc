#include "base/number.h"

#include <charconv>
#include <cmath>

namespace forme {

namespace {

// More than 350 m: past any sheet, and far from what a Length can hold.
constexpr double kLargestLengthPt = 1e6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// -?[0-9]+(\.[0-9]+)?
bool is_plain_decimal(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty()) return false;
  for (char c : whole) {
    if (!is_digit(c)) return false;
  }
  if (point == std::string_view::npos) return true;
  const std::string_view part = text.substr(point + 1);
  for (char c : part) {
    if (!is_digit(c)) return false;
  }
  return !part.empty();
}

}  // namespace

std::optional<int> parse_int(std::string_view text) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, value);
  if (failure != std::errc{} || stop != end || text.empty()) return std::nullopt;
  return value;
}

std::optional<double> parse_double(std::string_view text) {
  if (!is_plain_decimal(text)) return std::nullopt;
  double value = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc{} || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Length> parse_length(std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  const std::string_view unit = text.substr(text.size() - 2);
  const auto value = parse_double(text.substr(0, text.size() - 2));
  if (!value) return std::nullopt;
  const double points = unit == "pt"   ? *value
                        : unit == "mm" ? *value * 72.0 / 25.4
                        : unit == "in" ? *value * 72.0
                                       : NAN;
  if (!(std::abs(points) <= kLargestLengthPt)) return std::nullopt;
  if (unit == "mm") return Length::from_mm(*value);
  return unit == "in" ? Length::from_in(*value) : Length::from_pt(*value);
}

void append_number(std::string& out, double value, int places) {
  if (!std::isfinite(value)) value = 0;
  char digits[352];  // the longest double in fixed form, with room for its places
  const int precision = places < 0 ? 0 : places > 17 ? 17 : places;
  const auto [end, failure] =
      std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, precision);
  std::string_view text(digits, static_cast<std::size_t>(end - digits));
  if (text.find('.') != std::string_view::npos) {
    while (text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
  }
  out += text == "-0" ? std::string_view("0") : text;
}

std::string format_number(double value, int places) {
  std::string out;
  append_number(out, value, places);
  return out;
}

}  // namespace forme
