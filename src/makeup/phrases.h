#pragma once

#include <string>
#include <string_view>

namespace forme {

// The few words that make-up adds to the copy, in the paper's language (English where it has none).
struct Phrases {
  std::string continued_on;    // "Continued on page {}"
  std::string continued_from;  // "From page {}"
  std::string advertisement, in_brief, issue, page, from, notes;
  std::string stands_at;  // "This article stands at {}."
  std::string part;       // of a series: "{title}, part {n}"
  std::string see_also, previously;
  std::string correction;  // "Correction to {}"
  std::string solution, opening_quote;
};
const Phrases& phrases(std::string_view language);
bool has_phrases(std::string_view language);

// What stands between two words of a list in the language's script, with its space: ", " or "، ".
std::string list_comma(std::string_view language);

}  // namespace forme
