#pragma once

#include <vector>

#include "makeup/story.h"
#include "makeup/weights.h"

namespace forme {

// Rows between two stories, one above another; a rule stands in them.
inline constexpr int kStoryGap = 2;
// Items that the exact search takes on: it looks at 3^n ways to part them.
inline constexpr std::size_t kMostExact = 8;
// Items that a page may have.
inline constexpr int kMostItems = 18;

// Something to place.
struct PageItem {
  ShapeTable shapes;
};

struct PlacedItem {
  std::size_t item = 0;
  GridRect box;
  LeafVariant variant;
  double cost = 0;  // of its shape
};
struct PageSolution {
  double cost = kImpossible;
  std::vector<PlacedItem> placed;
  std::vector<GridRect> holes;     // regions without a story
  std::vector<PageSolution> next;  // the best other ways to fill the page, the cheapest first
  bool found() const { return cost < kImpossible; }
};

// What is known of a page before it is looked for.
struct SolveLimits {
  double at_least = 0;        // it costs so much: no cheaper one need be looked for
  double most = kImpossible;  // it may cost so much: a dearer one need not be found
};

// Fills the regions of one page (rectangles that do not overlap) with all items, exactly:
// guillotine dynamic programming (Gange, Marriott and Stuckey, doi 10.1145/2361354.2361359) over
//   F[S][w][h] = min(leaf, F[A][w][h1] over F[S\A][w][h - gap - h1], F[A][w1][h] beside F[S\A][w -
//   w1][h]),
// where A holds the most important item of S, so that it stands on top or on the left.
// `decompositions` are alternative ways to cut the free room of the page; the cheapest is taken.
// Of `weights` those count that lie between items: the shapes have the others in them.
// Up to kMostExact items the page is the cheapest; of more the least important stand in bundles
// (see bundles.h). REQUIRES: items.size() <= kMostItems; items in order of importance.
PageSolution solve_page(const std::vector<PageItem>& items,
                        const std::vector<std::vector<GridRect>>& decompositions,
                        const Weights& weights = {}, SolveLimits limits = {});

}  // namespace forme
