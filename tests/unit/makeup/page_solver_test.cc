#include "makeup/page_solver.h"

#include <gtest/gtest.h>

#include <random>

#include "makeup/page_bound.h"
#include "support/chance_pages.h"
#include "unit/makeup/exhaustive_pages.h"

namespace forme {
namespace {

using test::Exhaustive;
using test::items_by_chance;
using test::Regions;

double cost_of(const PageSolution& page, const std::vector<PageItem>& items) {
  double cost = 0;
  for (const PlacedItem& placed : page.placed)
    cost += items[placed.item].shapes.at(placed.box.w, placed.box.h).cost;
  return cost;
}

class SmallPage : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Items, SmallPage, testing::Values(1, 2, 3, 4, 5));

TEST_P(SmallPage, CostsWhatTheExhaustiveSearchFinds) {
  const Weights weights;
  std::mt19937 chance(static_cast<unsigned>(GetParam()));
  int filled = 0;
  for (int trial = 0; trial < 40; ++trial) {
    const std::vector<PageItem> items = items_by_chance(chance, GetParam(), 4, 24);
    const unsigned all = (1U << items.size()) - 1;
    const Regions page = {{0, 0, 4, 24}};
    const double best = Exhaustive(items, weights).least(all, 4, 24);
    const PageSolution solved = solve_page(items, {page}, weights);
    if (best >= kImpossible) {
      EXPECT_FALSE(solved.found());
      continue;
    }
    ++filled;
    EXPECT_NEAR(solved.cost, best, 0.05) << "trial " << trial;
  }
  EXPECT_GT(filled, GetParam() == 1 ? 5 : 20);
}

TEST_P(SmallPage, CostsWhatTheExhaustiveSearchFindsAmongRegions) {
  const Weights weights;
  std::mt19937 chance(static_cast<unsigned>(100 + GetParam()));
  for (int trial = 0; trial < 12; ++trial) {
    const std::vector<PageItem> items = items_by_chance(chance, GetParam(), 4, 20);
    const unsigned all = (1U << items.size()) - 1;
    const std::vector<Regions> ways = {{{0, 0, 4, 10}, {0, 12, 2, 10}},
                                       {{0, 0, 2, 22}, {2, 0, 2, 10}}};
    Exhaustive search(items, weights);
    const double best = std::min(search.page(ways[0], 0, all), search.page(ways[1], 0, all));
    const PageSolution solved = solve_page(items, ways, weights);
    if (best >= kImpossible)
      EXPECT_FALSE(solved.found());
    else
      EXPECT_NEAR(solved.cost, best, 0.05) << "trial " << trial;
  }
}

TEST_P(SmallPage, EveryItemStandsOnceAndTogetherTheyCoverThePage) {
  std::mt19937 chance(static_cast<unsigned>(200 + GetParam()));
  for (int trial = 0; trial < 20; ++trial) {
    const std::vector<PageItem> items = items_by_chance(chance, GetParam(), 4, 24);
    PageSolution solved = solve_page(items, {{{1, 3, 4, 24}}});
    if (!solved.found()) continue;
    std::vector<PageSolution> pages = std::move(solved.next);
    pages.push_back(std::move(solved));
    for (const PageSolution& page : pages) {
      ASSERT_EQ(page.placed.size(), items.size());
      int area = 0;
      std::vector<int> times(items.size(), 0);
      for (std::size_t i = 0; i < page.placed.size(); ++i) {
        const GridRect& box = page.placed[i].box;
        ++times[page.placed[i].item];
        area += area_with_gap(box.w, box.h);
        EXPECT_TRUE(box.x >= 1 && box.right() <= 5 && box.y >= 3 && box.bottom() <= 27);
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(box, page.placed[j].box));
      }
      EXPECT_EQ(times, std::vector<int>(items.size(), 1));
      EXPECT_EQ(area, area_with_gap(4, 24));
    }
  }
}

TEST(SolvePage, TellsTheNextBestPagesInOrder) {
  std::mt19937 chance(7);
  const std::vector<PageItem> items = items_by_chance(chance, 4, 4, 24);
  const PageSolution page = solve_page(items, {{{0, 0, 4, 24}}});
  ASSERT_TRUE(page.found());
  ASSERT_FALSE(page.next.empty());
  double before = page.cost;
  for (const PageSolution& next : page.next) {
    EXPECT_GE(next.cost, before);
    before = next.cost;
    EXPECT_LE(cost_of(next, items), next.cost + 0.05);
  }
}

TEST(SolvePage, AnItemWithoutAShapeMakesThePageImpossible) {
  const std::vector<PageItem> items = {{ShapeTable(4, 14)}};
  EXPECT_FALSE(solve_page(items, {{{0, 0, 4, 14}}}).found());
}

TEST(SolvePage, KnowingWhatThePageCostsFindsTheSame) {
  std::mt19937 chance(8);
  for (int trial = 0; trial < 10; ++trial) {
    const std::vector<PageItem> items = items_by_chance(chance, 5, 4, 24);
    const PageSolution page = solve_page(items, {{{0, 0, 4, 24}}});
    if (!page.found()) continue;
    const PageSolution again = solve_page(items, {{{0, 0, 4, 24}}}, {}, {page.cost, kImpossible});
    EXPECT_EQ(again.cost, page.cost);
    const PageSolution cheaper = solve_page(items, {{{0, 0, 4, 24}}}, {}, {0, page.cost * 0.9});
    EXPECT_FALSE(cheaper.found() && cheaper.cost >= page.cost * 0.9 + 0.05);
  }
}

// The pages of an exact search and of a beam, told that as many items fewer are searched exactly.
struct BothWays {
  PageSolution exact, beam;
};
BothWays solve_both_ways(const std::vector<PageItem>& items, std::size_t fewer) {
  const std::vector<Regions> page = {{{0, 0, 4, 36}}};
  SolveLimits exact, beam;
  exact.most_exact = items.size();
  beam.most_exact = items.size() - fewer;
  return {solve_page(items, page, {}, exact), solve_page(items, page, {}, beam)};
}

// Of 75 pages each; where no more than four are searched exactly a page in fifty may miss.
TEST(SolvePage, ABeamFindsAPageWithinFivePercentOfTheCheapest) {
  for (std::size_t fewer = 1; fewer <= kMoreInBeam; ++fewer) {
    int near = 0, cheapest = 0;
    for (const int count : {6, 7, 8}) {
      std::mt19937 chance(static_cast<unsigned>(300 + count));
      for (int trial = 0; trial < 25; ++trial) {
        const BothWays both = solve_both_ways(items_by_chance(chance, count, 4, 36), fewer);
        ASSERT_TRUE(both.exact.found() && both.beam.found());
        ASSERT_GT(both.exact.cost, 50);
        EXPECT_GE(both.beam.cost, both.exact.cost - 0.05);
        const bool good = both.beam.cost <= both.exact.cost * 1.05;
        if (static_cast<std::size_t>(count) - fewer > 4) {
          EXPECT_TRUE(good) << count << " items, trial " << trial << ": " << both.beam.cost;
        }
        near += good;
        cheapest += both.beam.cost < both.exact.cost + 0.05;
      }
    }
    EXPECT_GE(near, 73);
    EXPECT_GE(cheapest, 60);
  }
}

// Every item once, the page covered, and no cheaper than its shapes: what lies between them comes
// on top.
void expect_whole(const PageSolution& page, const std::vector<PageItem>& items) {
  std::vector<int> times(items.size(), 0);
  int area = 0;
  for (std::size_t i = 0; i < page.placed.size(); ++i) {
    const GridRect& box = page.placed[i].box;
    ++times[page.placed[i].item];
    area += area_with_gap(box.w, box.h);
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(box, page.placed[j].box));
  }
  EXPECT_EQ(times, std::vector<int>(items.size(), 1));
  EXPECT_EQ(area, area_with_gap(4, 60));
  EXPECT_LE(cost_of(page, items), page.cost + 0.1);
}

TEST(SolvePage, PagesOfManyItemsAreWhole) {
  std::mt19937 chance(10);
  for (const int count : {9, 11, 12, 14, 18}) {
    for (int trial = 0; trial < 2; ++trial) {
      const std::vector<PageItem> items = items_by_chance(chance, count, 4, 60);
      const PageSolution page = solve_page(items, {{{0, 0, 4, 60}}});
      ASSERT_TRUE(page.found());
      expect_whole(page, items);
    }
  }
}

// Two heads of one size may stand side by side where neither is the largest of its bundle.
TEST(SolvePage, ABundlePaysForTheHeadsAtItsCorners) {
  const auto only = [](int w, int h, int step) {
    PageItem item{ShapeTable(3, 50)};
    item.shapes.at(w, h).cost = 1;
    item.shapes.at(w, h).variant.headline_rows = step;
    return item;
  };
  Weights weights;
  weights.larger_below = 10;
  const auto cost = [&](int upper, std::size_t most_exact) {
    // Four over the full width; then one, and beside it two, one over the other, which are a
    // bundle.
    const std::vector<PageItem> items = {only(3, 8, 5), only(3, 8, 5),  only(3, 8, 4),
                                         only(3, 8, 4), only(1, 10, 2), only(2, 4, upper),
                                         only(2, 4, 3)};
    SolveLimits limits;
    limits.most_exact = most_exact;
    return solve_page(items, {{{0, 0, 3, 50}}}, weights, limits).cost;
  };
  for (const std::size_t most_exact : {std::size_t{3}, std::size_t{7}}) {
    EXPECT_NEAR(cost(2, most_exact) - cost(1, most_exact), weights.tombstone - weights.larger_below,
                0.01);
    EXPECT_EQ(cost(2, most_exact), cost(2, 7));
  }
}

TEST(PageBound, IsNeverMoreThanWhatAPageCosts) {
  const Weights weights;
  std::mt19937 chance(9);
  for (int trial = 0; trial < 30; ++trial) {
    const std::vector<PageItem> items = items_by_chance(chance, 4, 4, 24);
    const PageBound bound(items, {{{0, 0, 4, 24}}}, weights);
    const PageSolution page = solve_page(items, {{{0, 0, 4, 24}}}, weights);
    if (page.found()) {
      EXPECT_LE(bound.least(), page.cost + 0.05);
    }
  }
}

// Of whole pages, and of such as may be cut in two ways and leave a region empty.
TEST_P(SmallPage, CostsNoLessThanTheLeastOfItsHulls) {
  const Weights weights;
  std::mt19937 chance(static_cast<unsigned>(400 + GetParam()));
  const std::vector<Regions> whole = {{{0, 0, 4, 24}}}, cut = {{{0, 0, 4, 12}, {0, 14, 2, 10}},
                                                               {{0, 0, 2, 24}, {2, 0, 2, 12}}};
  int found = 0;
  for (int trial = 0; trial < 60; ++trial) {
    const std::vector<Regions>& ways = trial % 2 ? cut : whole;
    const std::vector<PageItem> items = items_by_chance(chance, GetParam(), 4, 24);
    std::vector<CostHull> hulls;
    for (const PageItem& item : items) hulls.push_back(hull_of(item));
    std::vector<const CostHull*> all;
    for (const CostHull& hull : hulls) all.push_back(&hull);
    const double least = PageBound::least_of(all, PageBound::rooms_of(ways, weights));
    const PageBound bound(items, ways, weights);
    EXPECT_NEAR(least, bound.least(), 1e-5 * least) << "trial " << trial;
    const PageSolution page = solve_page(items, ways, weights);
    if (!page.found()) continue;
    ++found;
    EXPECT_LE(least, page.cost + 0.05) << "trial " << trial;
  }
  EXPECT_GT(found, GetParam() == 1 ? 5 : 20);
}

// A story that has a shape for the small region alone leaves the large one empty.
TEST(PageBound, CountsTheRegionsThatAreLeftEmpty) {
  PageItem item{ShapeTable(4, 24)};
  item.shapes.at(2, 10).cost = 5;
  const std::vector<Regions> ways = {{{0, 0, 4, 12}, {0, 14, 2, 10}}};
  const Weights weights;
  EXPECT_NEAR(PageBound({item}, ways, weights).least(), 5 + weights.empty_row * 48, 0.01);
}

}  // namespace
}  // namespace forme
