#pragma once

#include <vector>

#include "display/display_list.h"

namespace forme {

// From the left to the right of something that stands on a line.
struct Extent {
  Length from, to;
  bool operator==(const Extent&) const = default;
};
inline bool overlap(const Extent& a, const Extent& b) {
  return a.from < b.to && b.from < a.to;
}

// A line of an article's copy as it stands on its page.
struct SetLine {
  LineItem item;
  int folio = 0;
  Length size;                  // of its first run
  std::vector<Extent> spaces;   // its word spaces, from the left
  bool ends_on_hyphen = false;  // put in by setting, or the copy's own

  Extent extent() const { return {item.origin.x, item.origin.x + item.width}; }
};

// The lines of the copy of every article, in the order of the copy: by article, leaf and place in
// it. Furniture is left out, and so is a drop cap, which is part of the line that goes on beside
// it.
std::vector<SetLine> set_lines(const std::vector<DisplayPage>& pages);

// The legs that lines stand in: how wide one is, and how many rows of the grid a line of its copy
// takes.
struct LegMeasure {
  Length column;
  int rows = 1;
};

// Whether `b` stands straight under `a`, as the next line of the same leg does. Where something
// stands into the leg, a line may begin and end before all that the next one holds.
bool stands_under(const SetLine& a, const SetLine& b, const LegMeasure& measure);

}  // namespace forme
