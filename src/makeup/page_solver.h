#pragma once

#include <optional>
#include <vector>

#include "makeup/story.h"
#include "makeup/weights.h"

namespace forme {

// Rows between two stories, one above another; a rule stands in them.
inline constexpr int kStoryGap = 2;
// Items that the exact search takes on: it looks at 3^n ways to part them.
inline constexpr std::size_t kMostExact = 8;
// Items more than these that a beam search takes on, which looks at part of them.
inline constexpr std::size_t kMoreInBeam = 3;
// Items that a page may have.
inline constexpr int kMostItems = 18;

// Rows of the heads of what stands in a rectangle: at its top corners, and of the largest.
struct HeadSteps {
  std::int8_t left = 0, right = 0, most = 0;
};

struct CostHull;  // page_bound.h

// Something to place.
struct PageItem {
  ShapeTable shapes;
  // Of what is more than one story, in the order of the shapes; empty: a story has its own.
  std::vector<HeadSteps> heads{};
  // As the page's dog-leg, by rows from 0; empty: never.
  std::vector<ShapeChoice> dog_legs{};
  // hull_of the shapes, where it is known; those as a dog-leg are not in it.
  const CostHull* hull = nullptr;
  // Regions, one in every way to cut the page, one of which it must have; empty: it has what the
  // others leave. Where it `shares` that region, those that have none may stand there with it.
  std::vector<GridRect> kept{};
  bool shares = false;
  bool alone() const { return !kept.empty() && !shares; }
  HeadSteps heads_at(int w, int h) const {
    if (!heads.empty()) return heads[shapes.place(w, h)];
    const auto step = static_cast<std::int8_t>(shapes.at(w, h).variant.headline_rows);
    return {step, step, step};
  }
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
  // The same, over the least that it could cost whatever its shapes.
  double over = kImpossible;
  std::size_t most_exact = kMostExact;  // items that are searched exactly
};

// Fills the regions of one page (rectangles that do not overlap) with all items, exactly:
// guillotine dynamic programming (Gange, Marriott and Stuckey, doi 10.1145/2361354.2361359) over
//   F[S][w][h] = min(leaf, F[A][w][h1] over F[S\A][w][h - gap - h1], F[A][w1][h] beside F[S\A][w -
//   w1][h]),
// where A holds the most important item of S, so that it stands on top or on the left.
// `decompositions` are alternative ways to cut the free room of the page; the cheapest is taken.
// `dog_leg`: one item may stand in it as its shapes for that say, and the others in the rectangle
// that it leaves; the most important item stands on top.
// Of `weights` those count that lie between items: the shapes have the others in them.
// Up to `most_exact` items the page is the cheapest, and up to kMoreInBeam more it is found by a
// beam search, which seldom misses it. Of more the least important stand in bundles (see
// bundles.h); so they do where a beam finds no page that is near the best.
// REQUIRES: items.size() <= kMostItems; items in order of importance; most_exact > 2.
PageSolution solve_page(const std::vector<PageItem>& items,
                        const std::vector<std::vector<GridRect>>& decompositions,
                        const Weights& weights = {}, SolveLimits limits = {},
                        const std::optional<DogLegRoom>& dog_leg = {});

// The same without bundles. REQUIRES: items.size() <= limits.most_exact + kMoreInBeam.
PageSolution search_page(const std::vector<PageItem>& items,
                         const std::vector<std::vector<GridRect>>& decompositions,
                         const Weights& weights, SolveLimits limits,
                         const std::optional<DogLegRoom>& dog_leg = {});

}  // namespace forme
