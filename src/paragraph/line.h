#pragma once

#include <cstdint>
#include <vector>

#include "base/length.h"
#include "shaping/glyph_run.h"

namespace forme {

// A run and where its pen starts, from the line's left edge.
struct PlacedRun {
  Length x;
  GlyphRun run;
  bool operator==(const PlacedRun&) const = default;
};

// One set line, its runs as they are seen from left to right. The runs' texts, one after the other
// in logical order, are the line's text; an inserted hyphen is U+00AD; a space at a break belongs
// to the line it ends, as text, without a glyph.
struct Line {
  std::vector<PlacedRun> runs;  // visual order
  Length indent;  // of the line from the measure's start (alignment included): its left edge, or
                  // its right one when `from_right`
  bool from_right = false;
  Length width;                       // natural ink-and-space width as set
  Length start_hang, end_hang;        // of that, what stands past the measure's edges by design
  std::uint32_t first = 0, last = 0;  // bytes of the text
  bool hyphenated = false;            // ends in an inserted hyphen
  bool overfull = false;              // a word is wider than its measure: past it, or cut
  bool last_of_paragraph = false;
  double space_ratio = 1.0;  // word space as set / natural word space; 1 in ragged text
  bool operator==(const Line&) const = default;
};

}  // namespace forme
