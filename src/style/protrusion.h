#pragma once

#include <string>
#include <vector>

namespace forme {

// What a sign gives up of its width to the margin when a line begins or ends with it (margin
// kerning; hanging punctuation where it gives all). Start and end are those of the line as it is
// read, so a right-to-left line hangs its stops to the left.
struct Protrusion {
  struct Sign {
    char32_t sign = 0;
    double start = 0, end = 0;  // shares of the glyph's advance, from 0 to 1
    bool operator==(const Sign&) const = default;
  };
  std::string name;
  std::vector<Sign> signs;  // ascending
  // What is said of the sign, or nothing given up.
  Sign of(char32_t sign) const;
  bool operator==(const Protrusion&) const = default;
};

}  // namespace forme
