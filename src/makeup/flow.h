#pragma once

#include <climits>
#include <vector>

#include "makeup/items.h"

namespace forme {

// One unbreakable strip of a galley.
struct FlowLine {
  int rows = 1;
  std::vector<DisplayItem> items;  // relative to the strip's top left corner
  bool hyphen_end = false;         // a leg must not end here
};

// One way to set a block: the optimum, or a line looser or tighter.
struct FlowVariant {
  std::vector<FlowLine> lines;
  double cost = 0;
  int rows() const;
};

inline constexpr int kUnbreakable = INT_MAX;

// A paragraph, or any other block of a galley.
struct FlowBlock {
  std::vector<FlowVariant> variants;  // at least one; the optimum first
  int space_before = 0;               // rows; dropped at the top of a leg
  int keep_first = 2, keep_last = 2;  // lines that stay together before and after a break
  int source = -1;                    // which block of the article's body it is
  bool floats = false;                // may slip behind the blocks that follow, to the next leg
};
using Galley = std::vector<FlowBlock>;

int natural_rows(const Galley& galley);

// A stretch of a leg that is free for copy.
struct LegSpace {
  int column = 0, row = 0, rows = 0;
};

// The same when the copy is set: rows from its top to the foot of the last strip; 0: empty.
struct FilledLeg {
  LegSpace space;
  int used = 0;
};

// A place in a galley, in lines of the first variant.
struct GalleyPlace {
  std::size_t block = 0;
  int line = 0;
  bool operator==(const GalleyPlace&) const = default;
};
// Lines of first variants from `from` to before `to`; a cut block keeps its first variant alone.
Galley slice(const Galley& galley, GalleyPlace from, GalleyPlace to);

struct PlacedStrip {
  std::size_t block = 0, variant = 0, line = 0;
  int column = 0, row = 0;
};
struct FlowResult {
  bool fits = false;
  double cost = 0;
  int short_rows = 0;               // rows left free at the feet of legs before the last
  int free_rows = 0;                // and behind the last line
  std::vector<PlacedStrip> strips;  // in galley order
  GalleyPlace reached;              // flow_prefix: where the copy was cut
};

// Sets the whole galley into the legs: the choice of variants and breaks at least cost, with no
// widow and no orphan, no leg ending on a hyphen, every foot level where that can be had. Exact, by
// dynamic programming over (block, free rows behind it, floats set).
FlowResult flow_into_legs(const Galley& galley, const std::vector<LegSpace>& legs);

// As much of the galley as the legs hold, cut where a jump may be: inside a paragraph, not on a
// hyphen.
FlowResult flow_prefix(const Galley& galley, const std::vector<LegSpace>& legs);

}  // namespace forme
