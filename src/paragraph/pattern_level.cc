#include "paragraph/pattern_level.h"

#include <algorithm>

#include "base/number.h"

namespace forme {
namespace {

// Its letters and values go to `free_text`, which moves on.
LevelPattern parse(std::string_view line, char*& free_text) {
  const std::size_t slash = line.find('/');
  line = line.substr(0, slash);
  char* const letters = free_text;
  char* const values = letters + line.size() + 1;
  std::size_t count = 0;
  values[0] = '0';
  for (const char c : line) {
    if (static_cast<unsigned char>(c) <= ' ') break;
    if (c >= '0' && c <= '9') {
      values[count] = c;
    } else {
      letters[count++] = c;
      values[count] = '0';
    }
  }
  values[count + 1] = '\0';
  free_text = values + count + 2;
  LevelPattern pattern{0, {letters, count}, values, slash != std::string_view::npos};
  for (std::size_t i = 0; i < 8; ++i)
    pattern.key = (pattern.key << 8) | (i < count ? static_cast<unsigned char>(letters[i]) : 0U);
  return pattern;
}

}  // namespace

bool PatternLevel::add_setting(std::string_view line) {
  const auto number_after = [&](std::string_view name, char& value) {
    if (line.substr(0, name.size()) != name) return false;
    std::string_view digits = line.substr(name.size());
    while (!digits.empty() && digits.front() == ' ') digits.remove_prefix(1);
    value = static_cast<char>(std::clamp(parse_int(digits).value_or(0), 0, 100));
    return true;
  };
  if (line.empty() || line.front() < 'C' || line.front() > 'R') return false;
  if (number_after("LEFTHYPHENMIN", settings_.left) ||
      number_after("RIGHTHYPHENMIN", settings_.right) ||
      number_after("COMPOUNDLEFTHYPHENMIN", settings_.compound_left) ||
      number_after("COMPOUNDRIGHTHYPHENMIN", settings_.compound_right))
    return true;
  if (line.substr(0, 8) != "NOHYPHEN") return false;
  std::string_view list = line.substr(8);
  while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
  settings_.no_hyphen = list;
  std::replace(settings_.no_hyphen.begin(), settings_.no_hyphen.end(), ',', '\0');
  return true;
}

void PatternLevel::sort() {
  std::size_t bytes = 0;
  for (const std::string_view line : lines_) bytes += 2 * line.size() + 3;
  text_.resize(bytes);  // never again: patterns point into it
  char* free_text = text_.data();
  patterns_.reserve(lines_.size());
  for (const std::string_view line : lines_) patterns_.push_back(parse(line, free_text));
  std::stable_sort(patterns_.begin(), patterns_.end(),
                   [](const LevelPattern& a, const LevelPattern& b) {
                     return a.key != b.key ? a.key < b.key : a.letters < b.letters;
                   });
}

}  // namespace forme
