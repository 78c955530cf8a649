#include "makeup/page_solver.h"

#include <gtest/gtest.h>

#include <random>

namespace forme {
namespace {

constexpr int kColumns = 4, kRows = 14;

PageItem random_item(std::mt19937& random) {
  PageItem item{ShapeTable(kColumns, kRows), 3};
  for (int w = 1; w <= kColumns; ++w) {
    for (int h = 1; h <= kRows; ++h) {
      if (random() % 3 != 0) item.shapes.at(w, h).cost = static_cast<double>(random() % 500);
    }
  }
  return item;
}

// Every guillotine partition, without a table: the search that the solver must equal. Shapes
// without heads have no term that looks at neighbours.
double exhaustive(const std::vector<PageItem>& items, unsigned set, int w, int h) {
  if ((set & (set - 1)) == 0) {
    std::size_t i = 0;
    while ((set >> i & 1) == 0) ++i;
    return items[i].shapes.at(w, h).cost;
  }
  double best = kImpossible;
  const unsigned lead = set & (~set + 1);
  for (unsigned a = set; a > 0; a = (a - 1) & set) {
    if (a == set || (a & lead) == 0) continue;
    const unsigned b = set & ~a;
    for (int cut = 1; cut + kStoryGap < h; ++cut) {
      best = std::min(best,
                      exhaustive(items, a, w, cut) + exhaustive(items, b, w, h - kStoryGap - cut));
    }
    for (int cut = 1; cut < w; ++cut) {
      best = std::min(best, exhaustive(items, a, cut, h) + exhaustive(items, b, w - cut, h));
    }
  }
  return best;
}

TEST(PageSolver, EqualsExhaustiveSearchOnSmallPages) {
  std::mt19937 random(7);
  int found = 0;
  for (int n = 0; n < 60; ++n) {
    std::vector<PageItem> items;
    const std::size_t count = 1 + random() % 4;
    for (std::size_t i = 0; i < count; ++i) items.push_back(random_item(random));
    const double expected = exhaustive(items, (1U << count) - 1, kColumns, kRows);
    const PageSolution solution = solve_page(items, {{{0, 0, kColumns, kRows}}});
    if (expected == kImpossible) {
      EXPECT_FALSE(solution.found());
      continue;
    }
    ++found;
    EXPECT_NEAR(solution.cost, expected, 0.01);
  }
  EXPECT_GT(found, 30);
}

TEST(PageSolver, RectanglesCoverTheirRegionsAndDoNotOverlap) {
  std::mt19937 random(11);
  for (int n = 0; n < 40; ++n) {
    std::vector<PageItem> items;
    for (int i = 0; i < 4; ++i) items.push_back(random_item(random));
    const PageSolution solution =
        solve_page(items, {{{0, 0, 4, 10}, {0, 12, 2, 8}}, {{0, 0, 4, 14}}});
    for (std::size_t a = 0; a < solution.placed.size(); ++a) {
      for (std::size_t b = a + 1; b < solution.placed.size(); ++b) {
        EXPECT_FALSE(overlap(solution.placed[a].box, solution.placed[b].box));
      }
    }
    if (solution.found()) {
      EXPECT_EQ(solution.placed.size(), 4U);
    }
  }
}

TEST(PageSolver, AnItemWithoutAShapeMakesThePageImpossible) {
  std::vector<PageItem> items = {{ShapeTable(kColumns, kRows), 1}};
  EXPECT_FALSE(solve_page(items, {{{0, 0, kColumns, kRows}}}).found());
}

}  // namespace
}  // namespace forme
