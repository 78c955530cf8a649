#pragma once

#include <string_view>
#include <vector>

#include "paragraph/line_break.h"

namespace forme {

// Departures from UAX #14, as a newspaper's style book has them. What they know of a language
// stands in style_book.cc. T5 and T6 add breaks, the others take them away or make them dear.
//  T1 no break between a figure and its unit or magnitude ("5 km", "£3 million", "5 × 7"), between
//     a word that numbers and its figure ("No 5", "S. 5", "§ 5"), or between groups of figures
//     ("10 000"); one between a day and its month is dear
//  T2 no break after an initial ("J. R. Smith") or a title ("Mr Smith"), or within an abbreviation
//     ("z. B.", "p. ej."); one before a Roman numeral is dear ("Louis XIV")
//  T3 a dash or an ellipsis ends its line, whether it stands free or is joined to both sides; one
//     that opens (a space before it and none behind, as the Spanish raya) or begins a speech stays
//     with what follows; a break within a range of figures ("1914–18") is dear
//  T4 a hyphen or slash of the copy is dearer than a space, more so where the hyphen would have to
//     stand again on the next line (Polish, Czech, Slovak, Portuguese); neither parts one letter
//     or figure from the rest ("e-mail", "plan-B", "km/h"), or is parted from a word it begins
//  T5 an address breaks after a slash that another sign follows, also before figures, and after
//     ? & =
//  T6 an address breaks before a stop, a hyphen or an at sign only where nothing else will do, and
//     nowhere that T5 and T6 do not name
//  T7 no break inside French guillemets beside their spaces
//  T8 no line ends in a word of one letter where the language forbids it (Polish "w", "z", Czech
//     "k", Russian "в"), or begins with a word that leans back (Russian "же")
std::vector<LineBreak> tailor_breaks(std::vector<LineBreak> breaks, std::string_view text,
                                     std::string_view language);

// Whether a word, spaces apart, is a web or mail address; it is never hyphenated.
bool is_address(std::string_view word);

}  // namespace forme
