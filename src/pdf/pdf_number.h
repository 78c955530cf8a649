#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"

namespace forme {

// Coordinates in content streams are whole thousandths of a point, so that sums and differences of
// what is written are exact.
using Milli = std::int64_t;

inline constexpr Milli to_milli(Length length) {
  const std::int64_t scaled = length.units() * 1000;
  const std::int64_t half = Length::kUnitsPerPoint / 2;
  return (scaled + (scaled < 0 ? -half : half)) / Length::kUnitsPerPoint;
}

void append_integer(std::string& out, std::int64_t value);
// value / 10^places without trailing zeros: (1250, 3) is "1.25".
void append_scaled(std::string& out, std::int64_t value, int places);
inline void append_milli(std::string& out, Milli value) {
  append_scaled(out, value, 3);
}
void append_hex(std::string& out, std::string_view bytes);
void append_hex16(std::string& out, unsigned value);  // four digits

}  // namespace forme
