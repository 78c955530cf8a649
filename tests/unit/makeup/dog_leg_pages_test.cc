#include <gtest/gtest.h>

#include <random>

#include "makeup/dog_leg.h"
#include "makeup/page_bound.h"
#include "support/chance_pages.h"
#include "unit/makeup/exhaustive_pages.h"

namespace forme {
namespace {

using test::Exhaustive;
using test::Regions;

// A page of four columns and 24 rows with an advert in one corner, and the ways to cut its room.
struct BookedPage {
  DogLegRoom room;
  std::vector<Regions> ways;
};
const BookedPage kBookedPages[] = {
    {{{0, 0, 4, 24}, {2, 12, false, false}},
     {{{0, 0, 2, 24}, {2, 0, 2, 12}}, {{0, 0, 4, 12}, {0, 14, 2, 10}}}},
    {{{0, 0, 4, 24}, {1, 8, false, true}},
     {{{0, 0, 1, 16}, {1, 0, 3, 24}}, {{0, 0, 4, 16}, {1, 18, 3, 6}}}},
    {{{0, 0, 4, 24}, {2, 8, true, false}},
     {{{0, 0, 2, 24}, {2, 8, 2, 16}}, {{0, 8, 4, 16}, {0, 0, 2, 6}}}}};

// The items as dog-legs by chance: one in three never is, the others want an area of the room.
std::vector<PageItem> with_dog_legs(std::mt19937& chance, int count, const DogLegRoom& room) {
  std::vector<PageItem> items = test::items_by_chance(chance, count, room.area.w, room.area.h);
  std::uniform_int_distribution<int> percent(0, 99), step(0, 4);
  const int share = room.area_with_gap(room.area.h) / count;
  std::uniform_int_distribution<int> wanted(share * 2 / 3, share);
  for (PageItem& item : items) {
    const int area = wanted(chance);
    if (percent(chance) < 33) continue;
    item.dog_legs.resize(static_cast<std::size_t>(room.area.h) + 1);
    for (int rows = room.corner.rows + 1; rows <= room.area.h; ++rows) {
      const int free = room.area_with_gap(rows) - area;
      if (free < -1 || percent(chance) < 15) continue;
      ShapeChoice& shape = item.dog_legs[static_cast<std::size_t>(rows)];
      shape.cost = free * free * 0.5 + percent(chance) / 2.0;
      shape.variant.headline_rows = step(chance);
      shape.variant.corner = room.corner;
    }
  }
  return items;
}

// The cheapest page with a dog-leg: each item that may be one in each depth, the others in the
// rectangle that it leaves.
double cheapest_with_dog_leg(const std::vector<PageItem>& items, const DogLegRoom& room,
                             const Weights& weights) {
  Exhaustive search(items, weights);
  const unsigned all = (1U << items.size()) - 1;
  double best = kImpossible;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const unsigned others = all & ~(1U << i);
    const bool on_top = room.corner.head;
    if (others != 0 && (i == 0) != on_top) continue;  // the most important stands on top
    for (std::size_t rows = 1; rows < items[i].dog_legs.size(); ++rows) {
      const ShapeChoice& shape = items[i].dog_legs[rows];
      const GridRect rest = room.rest(static_cast<int>(rows));
      if (others == 0) {
        if (static_cast<int>(rows) == room.area.h) best = std::min(best, shape.cost);
        continue;
      }
      if (rest.h < 1) continue;
      for (const auto& [heads, cost] : search.fill(others, rest.w, rest.h)) {
        const int most = std::get<2>(heads), own = shape.variant.headline_rows;
        const int larger = std::max(0, on_top ? most - own : own - most);
        best = std::min(best, shape.cost + cost + weights.larger_below * larger);
      }
    }
  }
  return best;
}

class PageWithDogLeg : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Items, PageWithDogLeg, testing::Values(1, 2, 3, 4));

TEST_P(PageWithDogLeg, CostsWhatTheCheapestOfAllDogLegsCostsOrThePageWithout) {
  Weights weights;
  weights.larger_below = 15;  // enough to decide between heads
  std::mt19937 chance(static_cast<unsigned>(500 + GetParam()));
  int cheaper = 0, dearer = 0;
  for (int trial = 0; trial < 200; ++trial) {
    SCOPED_TRACE(trial);
    const auto& [room, ways] = kBookedPages[trial % 3];
    const std::vector<PageItem> items = with_dog_legs(chance, GetParam(), room);
    const double without = solve_page(items, ways, weights).cost;
    const double with = cheapest_with_dog_leg(items, room, weights);
    const PageSolution solved = solve_page(items, ways, weights, {}, room);
    const double best = std::min(without, with);
    if (best >= kImpossible) {
      EXPECT_FALSE(solved.found());
      continue;
    }
    ASSERT_TRUE(solved.found());
    EXPECT_NEAR(solved.cost, best, 0.05);
    EXPECT_LE(solved.cost, without + 0.05);
    EXPECT_LE(PageBound(items, ways, weights, room).least(), solved.cost + 0.05);
    (with < without ? cheaper : dearer) += with != without;
  }
  EXPECT_GT(cheaper, 8);
  EXPECT_GT(dearer, 8);
}

// The column rows of a solution, its dog-leg's corner left out.
int area_of(const PageSolution& page, const DogLegRoom& room) {
  int area = 0;
  for (const PlacedItem& placed : page.placed) {
    const bool dog_leg = placed.variant.corner.any();
    area += dog_leg ? room.area_with_gap(placed.box.h) : area_with_gap(placed.box.w, placed.box.h);
  }
  return area;
}

TEST_P(PageWithDogLeg, WithADogLegHasEveryItemOnceClearOfTheOthersAndOfTheAdvert) {
  std::mt19937 chance(static_cast<unsigned>(600 + GetParam()));
  int dog_legs = 0;
  for (int trial = 0; trial < 120; ++trial) {
    SCOPED_TRACE(trial);
    const auto& [room, ways] = kBookedPages[trial % 3];
    const BookedCorner& corner = room.corner;
    const GridRect advert{corner.left ? 0 : 4 - corner.columns, corner.head ? 0 : 24 - corner.rows,
                          corner.columns, corner.rows};
    const std::vector<PageItem> items = with_dog_legs(chance, GetParam(), room);
    PageSolution solved = solve_page(items, ways, {}, {}, room);
    if (!solved.found()) continue;
    std::vector<PageSolution> pages = std::move(solved.next);
    pages.push_back(std::move(solved));
    for (const PageSolution& page : pages) {
      std::vector<int> times(items.size(), 0);
      bool dog_leg = false;
      for (std::size_t i = 0; i < page.placed.size(); ++i) {
        const PlacedItem& one = page.placed[i];
        ++times[one.item];
        dog_leg = dog_leg || one.variant.corner.any();
        EXPECT_FALSE(overlap(one.box, one.variant.corner, advert, {}));
        for (std::size_t j = 0; j < i; ++j) {
          const PlacedItem& other = page.placed[j];
          EXPECT_FALSE(overlap(one.box, one.variant.corner, other.box, other.variant.corner));
        }
      }
      EXPECT_EQ(times, std::vector<int>(items.size(), 1));
      if (!dog_leg) continue;
      ++dog_legs;
      EXPECT_EQ(area_of(page, room), room.area_with_gap(24));
    }
  }
  EXPECT_GT(dog_legs, 8);
}

// What no rectangle of the page holds.
TEST(SolvePage, AnItemThatIsNothingButADogLegHasAPage) {
  const DogLegRoom& room = kBookedPages[0].room;
  PageItem item{ShapeTable(4, 24)};
  item.dog_legs.resize(25);
  item.dog_legs[24] = {7, {}};
  item.dog_legs[23] = {1, {}};  // leaves two rows white
  EXPECT_FALSE(solve_page({item}, kBookedPages[0].ways).found());
  const PageSolution page = solve_page({item}, kBookedPages[0].ways, {}, {}, room);
  ASSERT_TRUE(page.found());
  EXPECT_EQ(page.cost, 7);
  EXPECT_EQ(page.placed.at(0).box, (GridRect{0, 0, 4, 24}));
}

}  // namespace
}  // namespace forme
