#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

struct ValueFault {
  std::string message;  // follows the value: "is not a length"
  std::string hint;
};

// What is wrong with an attribute's value. Types:
//   a|b|c, a|   one of these words
//   1..5        a whole number in this range, without leading zeros
//   text, name  anything; anything but blanks
//   version (1) bool date length fraction point (two fractions) range (N or N-M, from 1)
//   shift (length, also below 0) size (two lengths) decimal positive (decimal from 0)
//   cmyk rgb features scripts langs file (name without a folder)
//   slug id lang issn url href outputs slugs number (of an issue) reference
//   (slug/number/article#id)
// REQUIRES: `type` is one of these.
std::optional<ValueFault> check_value(std::string_view type, std::string_view value);

struct IntRange {
  int first = 0, last = 0;
};
struct Fractions {
  double x = 0, y = 0;
};
std::optional<IntRange> parse_int_range(std::string_view text);  // "2" is 2 to 2; may run backwards
std::optional<Fractions> parse_fractions(std::string_view text);
std::vector<std::string> split_words(std::string_view text);  // at white space

}  // namespace forme
