#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace forme {

// A stretch of copy that asks for an OpenType feature by what it says; bytes [first, last).
struct FeatureSpan {
  std::uint32_t first = 0, last = 0;
  const char* feature = "";
  bool operator==(const FeatureSpan&) const = default;
};

// In order, none within another:
//  frac  a true fraction: figures, U+2044, figures; or N/D alone with N below D, no common factor,
//        and D one of 2 to 6, 8, 10, 16, 32, 64. So 24/7, 9/11, 2/4 and 1/2/1566 stay as they are;
//        3/4 is a fraction even where it means a day in April.
//  case  words of capitals with a hyphen, dash, bracket or other sign among them that has a form
//        for capitals: "(TUC)", "SOS – NOW".
// `capitals`: look for the latter as well.
std::vector<FeatureSpan> feature_spans(std::string_view text, bool capitals);

}  // namespace forme
