#pragma once

#include <optional>
#include <vector>

#include "style/layout.h"

namespace forme {

// A corner of a rectangle that adverts have. A story that stands in the rest of it is a dog-leg:
// its legs go on beside the adverts. Columns count from the side that the page is read from.
struct BookedCorner {
  int columns = 0, rows = 0;  // 0: none
  bool head = false;          // at the head of the rectangle, on the right; else at its foot
  bool left = false;          // at its foot on the left
  bool any() const { return columns > 0; }
  bool operator==(const BookedCorner&) const = default;
};

// What is left of the rectangle: itself, or two rectangles, the upper one first.
std::vector<GridRect> parts_of(const GridRect& box, const BookedCorner& corner);

// Whether one stands on the other.
bool overlap(const GridRect& a, const BookedCorner& corner_of_a, const GridRect& b,
             const BookedCorner& corner_of_b);

// The rows of a page that a dog-leg may stand in: all the room, a rectangle but for a corner of it.
// A dog-leg takes all of its columns, and has all that is beside the corner.
struct DogLegRoom {
  GridRect area;
  BookedCorner corner;

  // Of a dog-leg of so many rows, the corner's included: its place, and what it leaves to others,
  // above it or, where the corner is at the head, below it.
  GridRect place(int rows) const;
  GridRect rest(int rows) const;
  // Column rows with the space under it, as area_with_gap() of page_bound.h counts them.
  int area_with_gap(int rows) const;
  bool operator==(const DogLegRoom&) const = default;
};

}  // namespace forme
