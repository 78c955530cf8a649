#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "makeup/story.h"
#include "style/layout.h"

namespace forme {

// Whether a rectangle is of the slot. The cuts of one that is not fixed may move: the rectangle has
// the slot's columns, and most of its rows are the slot's. In one of kind auto it stands anywhere.
bool stands_in(const Slot& slot, const GridRect& box);

// The rectangles that what is placed in the slot may have, the slot's own first where it is fixed.
// One that is elastic keeps the edge of the page that it stands at or next to, else its head, and
// takes those depths in which it costs least by `shapes`; one of kind auto is shared with others.
// `area`: of the page, for stories.
std::vector<GridRect> boxes_in(const Slot& slot, const ShapeTable& shapes, const GridRect& area);

// Rectangles of which an item must have one.
struct KeptBoxes {
  std::vector<GridRect> boxes;  // none: it has what the others leave
  bool fixed = false;           // to the row
  bool shared = false;          // others may stand there with it
};

// The ways to cut a page's room, each with one of the boxes of every item that has any: a region of
// its own, and what is left is cut into rectangles round it. Boxes that lose rows to others come
// back so. None: where no region holds them.
std::vector<std::vector<GridRect>> ways_round(const std::vector<std::vector<GridRect>>& ways,
                                              std::vector<KeptBoxes>& kept);

}  // namespace forme
