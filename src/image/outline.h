#pragma once

#include <vector>

#include "image/picture.h"

namespace forme {

// The outline of what the pixels show, by their alpha channel, in `bands` strips from the top of
// equal depth. Empty when there is no alpha channel, or when it hides nothing.
// REQUIRES: bands > 0.
std::vector<OutlineBand> outline_of(const Pixels& pixels, int bands);

// What a picture's outline is read at: finer than the rows of any grid that a picture stands on.
inline constexpr int kOutlineBands = 128;

}  // namespace forme
