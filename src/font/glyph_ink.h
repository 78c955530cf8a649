#pragma once

#include <cstdint>

#include "font/face.h"

namespace forme {

// Where a glyph's ink begins and ends from left to right, in font units from its origin.
struct InkSpan {
  int left = 0, right = 0;
  bool empty = true;
};

// The ink of `glyph` between the heights `low` and `high` over the baseline, by its outline, curves
// as chords. REQUIRES: low <= high.
InkSpan ink_between(const Face& face, std::uint32_t glyph, int low, int high);

}  // namespace forme
