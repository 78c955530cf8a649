#include "makeup/dog_leg.h"

#include "makeup/page_bound.h"

namespace forme {

std::vector<GridRect> parts_of(const GridRect& box, const BookedCorner& corner) {
  if (!corner.any()) return {box};
  const int beside = box.w - corner.columns, other = box.h - corner.rows;
  if (corner.head) {
    return {{box.x, box.y, beside, corner.rows}, {box.x, box.y + corner.rows, box.w, other}};
  }
  return {{box.x, box.y, box.w, other},
          {corner.left ? box.x + corner.columns : box.x, box.y + other, beside, corner.rows}};
}

bool overlap(const GridRect& a, const BookedCorner& corner_of_a, const GridRect& b,
             const BookedCorner& corner_of_b) {
  for (const GridRect& part : parts_of(a, corner_of_a)) {
    for (const GridRect& other : parts_of(b, corner_of_b))
      if (overlap(part, other)) return true;
  }
  return false;
}

GridRect DogLegRoom::place(int rows) const {
  return {area.x, corner.head ? area.y : area.bottom() - rows, area.w, rows};
}

GridRect DogLegRoom::rest(int rows) const {
  const int left = area.h - rows - kStoryGap;
  return {area.x, corner.head ? area.bottom() - left : area.y, area.w, left};
}

int DogLegRoom::area_with_gap(int rows) const {
  return forme::area_with_gap(area.w, rows) - corner.columns * corner.rows;
}

}  // namespace forme
