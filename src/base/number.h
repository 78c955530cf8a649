#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/length.h"

namespace forme {

// Numbers in and out without a locale.
std::optional<int> parse_int(std::string_view text);
std::optional<double> parse_double(std::string_view text);
// A number with its unit: "8.4pt", "60mm", "1in"; surrounding space is not allowed.
std::optional<Length> parse_length(std::string_view text);
// The shortest decimal with at most `places` places: 12.5, 3, -0.25; never "-0".
std::string format_number(double value, int places = 3);
void append_number(std::string& out, double value, int places = 3);

}  // namespace forme
