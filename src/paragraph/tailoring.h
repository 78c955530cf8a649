#pragma once

#include <string_view>
#include <vector>

#include "paragraph/line_break.h"

namespace forme {

// Departures from UAX #14, as a newspaper's style book has them. T1 to T4 take breaks away or make
// them dear, T5 and T6 change those within an address.
//  T1 no break between a figure and its unit or magnitude ("5 km", "£3 million"), nor between a
//  word
//     that numbers and its figure ("No 5", "page 5"); between a day and its month ("9 February") one
//     is dear
//  T2 no break after an initial ("J. R. Smith")
//  T3 no break before a dash, whether it stands free or joined; it ends its line
//  T4 a hyphen or slash of the copy is dearer than a space, and no line ends after one letter and
//  it T5 an address breaks after a slash that another sign follows, also before figures, and after
//  ? & = T6 an address breaks before a stop, a hyphen or an at sign only where nothing else will do
std::vector<LineBreak> tailor_breaks(std::vector<LineBreak> breaks, std::string_view text,
                                     std::string_view language);

// Whether a word, spaces apart, is a web or mail address; it is never hyphenated.
bool is_address(std::string_view word);

}  // namespace forme
