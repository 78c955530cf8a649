#include "makeup/page_holes.h"

#include <algorithm>

namespace forme {
namespace {

bool holds(const GridRect& box, int column, int row) {
  return column >= box.x && column < box.right() && row >= box.y && row < box.bottom();
}

bool is_open(const PlanPage& page, const PageKind& kind, int column, int row) {
  const auto slot = [&](const Slot& s) { return holds(s.box, column, row); };
  const auto leaf = [&](const PlanLeaf& l) { return holds(l.box, column, row); };
  return std::any_of(kind.slots.begin(), kind.slots.end(), slot) &&
         std::none_of(page.leaves.begin(), page.leaves.end(), leaf);
}

// Beside a hole of the same rows it makes that one wider.
void add_hole(const GridRect& hole, std::vector<GridRect>& holes) {
  const auto beside = std::find_if(holes.begin(), holes.end(), [&](const GridRect& other) {
    return other.y == hole.y && other.h == hole.h && other.right() == hole.x;
  });
  if (beside == holes.end()) {
    holes.push_back(hole);
  } else {
    beside->w += hole.w;
  }
}

}  // namespace

std::vector<GridRect> page_holes(const PlanPage& page, const Layout& layout) {
  const PageKind& kind = layout.page(page.kind);
  std::vector<GridRect> holes;
  for (int column = 0; column < layout.grid.columns; ++column) {
    int top = 0;
    for (int row = 0; row <= layout.grid.rows; ++row) {
      if (row < layout.grid.rows && is_open(page, kind, column, row)) continue;
      if (row - top >= kLeastLeg) add_hole({column, top, 1, row - top}, holes);
      top = row + 1;
    }
  }
  return holes;
}

}  // namespace forme
