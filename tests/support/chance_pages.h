#pragma once

#include <random>
#include <vector>

#include "makeup/page_solver.h"

namespace forme::test {

// Shapes by chance: an item that wants an area, and heads of a few sizes.
inline PageItem item_by_chance(std::mt19937& chance, int columns, int rows, int area) {
  PageItem item{ShapeTable(columns, rows)};
  std::uniform_int_distribution<int> percent(0, 99), step(0, 4);
  for (int w = 1; w <= columns; ++w) {
    for (int h = 1; h <= rows; ++h) {
      const int free = w * (h + kStoryGap) - area;
      if (free < -1 || percent(chance) < 25) continue;
      ShapeChoice& shape = item.shapes.at(w, h);
      shape.cost = free * free * 2.0 + percent(chance);
      shape.variant.headline_rows = step(chance);
    }
  }
  return item;
}

inline std::vector<PageItem> items_by_chance(std::mt19937& chance, int count, int columns,
                                             int rows) {
  std::vector<PageItem> items;
  const int share = columns * (rows + kStoryGap) / count;
  std::uniform_int_distribution<int> area(share * 2 / 3, share);
  for (int i = 0; i < count; ++i)
    items.push_back(item_by_chance(chance, columns, rows, area(chance)));
  return items;
}

}  // namespace forme::test
