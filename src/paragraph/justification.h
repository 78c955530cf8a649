#pragma once

#include "base/length.h"
#include "paragraph/paragraph_text.h"

namespace forme {

// What a line gives when it is stretched or shrunk.
struct JustifyLimits {
  double space_min = 0.75, space_max = 1.6;  // times the natural word space, at ratio -1 and 1
  int tracking = 10;                         // 1/1000 em, at the most, either way
  int scale = 30;                            // 1/1000 of the glyphs' width, at the most, either way
};

// What stands for the stretch of its spaces in a line that has none: a fraction of its advance.
inline constexpr double kNoSpaceFraction = 0.01;

// How far a line has to go to fill `width`: 0 is natural, 1 and -1 are the limits of its word
// spaces. They grow evenly with the ratio. Letters relax in turn: none at first, then tracking to
// its limit, then glyph scaling to its own; after that the spaces go on alone, above 1 in an
// emergency. Below -1 the line is overfull.
double stretch_ratio(const Pen& line, Length width, const JustifyLimits& limits);

// What is done to a line at a ratio: whole thousandths of tracking and scale; the spaces take the
// rest.
struct Justification {
  int tracking = 0;  // 1/1000 em, beside the style's
  int scale = 0;     // 1/1000
};
Justification justification_at(double ratio, const JustifyLimits& limits);

}  // namespace forme
