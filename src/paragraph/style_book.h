#pragma once

#include <string_view>

namespace forme {

// What the tailorings of line breaking (tailoring.h) know of one language. Words of a list stand
// between spaces, the list begins and ends with one.
struct StyleBook {
  std::string_view language = {};  // its primary subtag
  std::string_view units = {};     // stay with the figure before them
  std::string_view numberers =
      {};  // stay with the figure after them; the first letter in either case
  std::string_view months = {};
  std::string_view titles = {};    // stay with the name after them
  std::string_view leaning = {};   // words of one letter that no line ends with; in small letters
  std::string_view enclitic = {};  // words that no line begins with
  bool spaced_guillemets = false;  // « so »
  bool grouped_figures = false;    // 10 000, with a space
  bool of_month = false;           // 5 de mayo
  bool repeats_hyphen = false;     // a hyphen of the copy should stand again on the next line
};

// Of a BCP 47 tag; one without any list for a language that is not known.
const StyleBook& style_book(std::string_view language);

// Whether `word` is one of the list's.
bool lists(std::string_view list, std::string_view word);

// Units, signs and numbering signs of every language, as above.
extern const std::string_view kCommonUnits, kCommonNumberers;

}  // namespace forme
