#include "makeup/slot_room.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "makeup/may_fill.h"
#include "support/chance_pages.h"

namespace forme {
namespace {

using test::item_by_chance;
using Way = std::vector<GridRect>;

bool meet(const GridRect& a, const GridRect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

int area_of(const Way& way) {
  int area = 0;
  for (const GridRect& box : way) area += box.w * box.h;
  return area;
}

PageItem item_of(std::initializer_list<std::pair<GridRect, double>> shapes) {
  PageItem item{ShapeTable(6, 40)};
  for (const auto& [box, cost] : shapes) item.shapes.at(box.w, box.h).cost = cost;
  return item;
}

// Of boxes that may move.
std::vector<Way> round(const std::vector<Way>& ways, const std::vector<Way>& boxes) {
  std::vector<KeptBoxes> kept;
  for (const Way& list : boxes) kept.push_back({list});
  return ways_round(ways, kept);
}

TEST(WaysRound, CutWhatIsLeftAboveBelowAndBesideABox) {
  const GridRect page{0, 3, 6, 40}, box{2, 15, 2, 10};
  const std::vector<Way> ways = round({{page}}, {{box}});
  ASSERT_EQ(ways.size(), 2U);
  for (const Way& way : ways) {
    EXPECT_EQ(std::count(way.begin(), way.end(), box), 1);
    for (std::size_t a = 0; a < way.size(); ++a) {
      for (std::size_t b = a + 1; b < way.size(); ++b) EXPECT_FALSE(meet(way[a], way[b]));
    }
  }
  // All but the rows between it and what stands above and below.
  EXPECT_EQ(area_of(ways[0]), 6 * 40 - 2 * kStoryGap * 6);
  EXPECT_EQ(area_of(ways[1]), 6 * 40 - 2 * kStoryGap * 2);
}

TEST(WaysRound, KeepOneBoxOfEachListAndNoneThatNoRegionHolds) {
  const GridRect page{0, 0, 6, 40}, short_box{0, 0, 3, 10}, deep{0, 0, 3, 20}, foot{3, 30, 3, 10};
  const std::vector<Way> ways = round({{page}}, {{short_box, deep}, {}, {foot}});
  EXPECT_FALSE(ways.empty());
  for (const Way& way : ways) {
    EXPECT_EQ(std::count(way.begin(), way.end(), foot), 1);
    EXPECT_EQ(
        std::count(way.begin(), way.end(), short_box) + std::count(way.begin(), way.end(), deep),
        1);
  }
  EXPECT_TRUE(round({{page}}, {{{4, 0, 3, 10}}}).empty());
  EXPECT_TRUE(round({{{0, 0, 3, 40}, {3, 0, 3, 40}}}, {{{2, 0, 2, 10}}}).empty());
}

TEST(WaysRound, KeepAFixedBoxToTheRowAndTakeRowsFromOneThatMayMove) {
  const GridRect page{0, 0, 6, 60}, upper{0, 0, 6, 30}, lower{0, 30, 6, 30};
  std::vector<KeptBoxes> both = {{{upper}, true}, {{lower}, true}};
  ASSERT_EQ(ways_round({{page}}, both).size(), 1U);
  EXPECT_EQ(both[1].boxes, (Way{lower}));
  std::vector<KeptBoxes> one = {{{lower}}, {{upper}, true}};
  const std::vector<Way> ways = ways_round({{page}}, one);
  ASSERT_EQ(ways.size(), 1U);
  const GridRect left{0, 30 + kStoryGap, 6, 30 - kStoryGap};
  EXPECT_EQ(one[0].boxes, (Way{left}));
  EXPECT_EQ(ways[0], (Way{upper, left}));
  // Nor do rows that nothing has go to one that may move alone.
  std::vector<KeptBoxes> deep = {{{{0, 0, 6, 61}}, true}};
  EXPECT_TRUE(ways_round({{page}}, deep).empty());
}

TEST(BoxesIn, AnElasticSlotKeepAnEdgeOfThePage) {
  const GridRect page{0, 3, 6, 37};
  PageItem item{ShapeTable(6, 40)};
  for (int h = 1; h <= 40; ++h) item.shapes.at(3, h).cost = std::abs(h - 14) + 1;
  Slot slot;
  slot.kind = SlotKind::Elastic;
  slot.box = {3, 25, 3, 15};
  for (const GridRect& box : boxes_in(slot, item.shapes, page)) {
    EXPECT_EQ(box.bottom(), page.bottom());
    EXPECT_TRUE(stands_in(slot, box));
  }
  EXPECT_EQ(boxes_in(slot, item.shapes, page).front(), (GridRect{3, 26, 3, 14}));
  slot.box = {3, 18, 3, 6};  // neither end of the page near
  for (const GridRect& box : boxes_in(slot, item.shapes, page)) EXPECT_EQ(box.y, 18);
  slot.box = {3, 10, 3, 15};  // no story has room above it
  for (const GridRect& box : boxes_in(slot, item.shapes, page)) EXPECT_EQ(box.y, page.y);
  slot.kind = SlotKind::Fixed;
  EXPECT_EQ(boxes_in(slot, item.shapes, page), (Way{slot.box}));
}

TEST(KeptRegions, AreTakenByTheirItemAloneWhereverItStandsInImportance) {
  const GridRect head{0, 0, 6, 10}, foot{0, 12, 6, 10};
  std::vector<PageItem> items = {item_of({{head, 1}, {foot, 1}}), item_of({{head, 5}, {foot, 5}})};
  items[1].kept = {head};
  const PageSolution page = solve_page(items, {{head, foot}});
  ASSERT_TRUE(page.found());
  for (const PlacedItem& placed : page.placed)
    EXPECT_EQ(placed.box, placed.item == 1 ? head : foot);
  EXPECT_DOUBLE_EQ(page.cost, 6);
}

TEST(KeptRegions, OfSeveralDepthsTheOneIsTakenThatIsCheapestWithTheOthers) {
  const GridRect page{0, 0, 6, 22}, low{0, 0, 6, 8}, deep{0, 0, 6, 12};
  std::vector<PageItem> items = {item_of({{low, 1}, {deep, 3}}),
                                 item_of({{{0, 0, 6, 12}, 50}, {{0, 0, 6, 8}, 4}})};
  items[0].kept = {low, deep};
  const PageSolution solved = solve_page(items, round({{page}}, {items[0].kept, {}}));
  ASSERT_EQ(solved.placed.size(), 2U);
  EXPECT_DOUBLE_EQ(solved.cost, 7);
  EXPECT_EQ(solved.placed[0].box, deep);
}

TEST(KeptRegions, ThatAreSharedHoldOthersToo) {
  const GridRect left{0, 0, 3, 22}, right{3, 0, 3, 22};
  std::vector<PageItem> items = {item_of({{{0, 0, 3, 10}, 1}}), item_of({{{0, 0, 3, 10}, 1}}),
                                 item_of({{{0, 0, 3, 22}, 1}})};
  items[0].kept = {right};
  items[0].shares = true;
  const PageSolution page = solve_page(items, {{left, right}});
  ASSERT_EQ(page.placed.size(), 3U);
  for (const PlacedItem& placed : page.placed) EXPECT_EQ(placed.box.x, placed.item == 2 ? 0 : 3);
}

// Without and with a region that is kept for one of them.
TEST(MayFill, SaysWhetherSolvePageFindsAPage) {
  std::mt19937 chance(7);
  int found = 0, kept = 0;
  for (int trial = 0; trial < 400; ++trial) {
    const int count = 1 + trial % 6;
    std::vector<PageItem> items;
    for (int i = 0; i < count; ++i) items.push_back(item_by_chance(chance, 4, 50, 150 / count));
    for (PageItem& item : items) {
      for (int w = 1; w <= 4; ++w) {
        for (int h = 1; h <= 50; ++h)
          if (std::uniform_int_distribution<int>(0, 99)(chance) < trial % 97)
            item.shapes.at(w, h).cost = kImpossible;
      }
    }
    std::vector<Way> ways = {{{0, 0, 4, 30}, {0, 32, 2, 18}}, {{0, 0, 2, 50}, {2, 0, 2, 30}}};
    if (trial % 3 == 0) {
      items[0].kept = {ways[0][1], ways[1][1]};
      items[0].shares = true;
      ++kept;
    }
    // A region left empty costs, and is no reason not to be found.
    const bool may = may_fill(items, ways);
    EXPECT_EQ(may, solve_page(items, ways).found()) << "trial " << trial;
    found += may;
  }
  EXPECT_GT(found, 60);
  EXPECT_LT(found, 340);
  EXPECT_GT(kept, 0);
}

}  // namespace
}  // namespace forme
