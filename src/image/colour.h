#pragma once

#include <string>

#include "image/picture.h"

namespace forme {

// RGB or grey, with or without a profile of its own, into the ink of `cmyk_icc`. The greys of what
// is a drawing by its pixels are in black alone. Alpha is kept.
Result<Pixels> to_cmyk(const Pixels& source, const std::string& cmyk_icc,
                       ColourTransforms& transforms);

// R = G = B in every pixel that can be seen, give or take what JPEG does to grey.
bool is_really_grey(const Pixels& pixels);
// REQUIRES: is_really_grey(pixels).
Pixels drop_colour(const Pixels& pixels);

}  // namespace forme
