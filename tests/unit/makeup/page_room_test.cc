#include "makeup/page_room.h"

#include <gtest/gtest.h>

#include "makeup/page_bound.h"

namespace forme {
namespace {

Layout six_columns() {
  Layout layout;
  layout.grid.columns = 6, layout.grid.rows = 104;
  layout.grid.row = 9.5_pt, layout.grid.column = 112.9_pt, layout.grid.gutter = 11.34_pt;
  return layout;
}
PageKind whole_page() {
  PageKind kind;
  Slot slot;
  slot.box = {0, 3, 6, 100};
  kind.slots.push_back(slot);
  return kind;
}
Advert advert(const char* id, int columns, Length depth, AdvertPosition position) {
  Advert a;
  a.id = id, a.columns = columns, a.depth = depth, a.position = position;
  a.booking = std::string("B-") + id;
  return a;
}

TEST(PageRoom, AnAdvertTakesItsDepthAndTwoRowsAbove) {
  const Layout layout = six_columns();
  const Advert fair = advert("fair", 2, 95_pt, AdvertPosition::FootRight);
  Diagnostics diagnostics;
  const PageRoom room = page_room(whole_page(), layout, {&fair}, false, diagnostics);
  ASSERT_EQ(room.booked.size(), 1U);
  EXPECT_EQ(room.booked[0].box, (GridRect{4, 91, 2, 12}));
  EXPECT_EQ(room.rows_free(), 600 - 24);
}

TEST(PageRoom, TheAdvertisersRightIsThePagesWhicheverSideItIsReadFrom) {
  Layout layout = six_columns();
  layout.from_right = true;  // column 0 is the rightmost
  const Advert right = advert("r", 2, 95_pt, AdvertPosition::FootRight);
  const Advert left = advert("l", 3, 95_pt, AdvertPosition::FootLeft);
  const Advert head = advert("h", 3, 50_mm, AdvertPosition::HeadRight);
  Diagnostics diagnostics;
  const PageRoom room = page_room(whole_page(), layout, {&right, &left, &head}, false, diagnostics);
  ASSERT_EQ(room.booked.size(), 3U);
  EXPECT_EQ(room.booked[0].box.x, 0);
  EXPECT_EQ(room.booked[1].box.x, 3);
  EXPECT_EQ(room.booked[2].box.x, 0);
}

TEST(PageRoom, TwoAdvertsInOnePlaceAreAnErrorThatNamesBothBookings) {
  const Layout layout = six_columns();
  const Advert a = advert("a", 4, 100_mm, AdvertPosition::FootRight);
  const Advert b = advert("b", 3, 100_mm, AdvertPosition::FootLeft);
  Diagnostics diagnostics;
  (void)page_room(whole_page(), layout, {&a, &b}, false, diagnostics);
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_NE(diagnostics.all()[0].message.find("B-a"), std::string::npos);
  EXPECT_NE(diagnostics.all()[0].message.find("B-b"), std::string::npos);
}

TEST(PageRoom, AnAdvertLargerThanThePageIsAnError) {
  const Layout layout = six_columns();
  const Advert a = advert("a", 2, 2000_mm, AdvertPosition::Foot);
  Diagnostics diagnostics;
  (void)page_room(whole_page(), layout, {&a}, false, diagnostics);
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Decompositions, EveryWayKeepsClearOfTheBookingsAndItself) {
  const Layout layout = six_columns();
  const Advert left = advert("l", 2, 60_mm, AdvertPosition::FootLeft);
  const Advert right = advert("r", 2, 120_mm, AdvertPosition::FootRight);
  const Advert head = advert("h", 3, 50_mm, AdvertPosition::HeadRight);
  Diagnostics diagnostics;
  const PageRoom room = page_room(whole_page(), layout, {&left, &right, &head}, false, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  const auto ways = decompositions(room);
  EXPECT_GE(ways.size(), 2U);
  for (const auto& way : ways) {
    for (std::size_t i = 0; i < way.size(); ++i) {
      for (const PlanLeaf& leaf : room.booked) EXPECT_FALSE(overlap(way[i], leaf.box));
      for (std::size_t j = i + 1; j < way.size(); ++j) EXPECT_FALSE(overlap(way[i], way[j]));
    }
  }
}

// The whole page with these adverts on it.
PageRoom room_with(const std::vector<Advert>& adverts, bool from_right = false) {
  Layout layout = six_columns();
  layout.from_right = from_right;
  std::vector<const Advert*> list;
  for (const Advert& a : adverts) list.push_back(&a);
  Diagnostics diagnostics;
  PageRoom room = page_room(whole_page(), layout, list, false, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return room;
}
std::optional<DogLegRoom> dog_leg_beside(const std::vector<Advert>& adverts,
                                         bool from_right = false) {
  return dog_leg_room(room_with(adverts, from_right));
}
constexpr GridRect kAll{0, 3, 6, 100};
constexpr AdvertPosition kFootRight = AdvertPosition::FootRight,
                         kFootLeft = AdvertPosition::FootLeft,
                         kHeadRight = AdvertPosition::HeadRight;

// 95 pt are ten rows, and two are clear above an advert.
TEST(DogLegRoomOfAPage, GoesRoundAnAdvertInACorner) {
  EXPECT_EQ(dog_leg_beside({advert("a", 2, 95_pt, kFootRight)}),
            (DogLegRoom{kAll, {2, 12, false, false}}));
  EXPECT_EQ(dog_leg_beside({advert("a", 2, 95_pt, AdvertPosition::Foot)}),
            (DogLegRoom{kAll, {2, 12, false, false}}));
  EXPECT_EQ(dog_leg_beside({advert("a", 5, 95_pt, kFootLeft)}),
            (DogLegRoom{kAll, {5, 12, false, true}}));
  // The space under what stands at the head is not the story's either.
  EXPECT_EQ(dog_leg_beside({advert("a", 3, 95_pt, kHeadRight)}),
            (DogLegRoom{kAll, {3, 12 + kStoryGap, true, false}}));
}

TEST(DogLegRoomOfAPage, GoesRoundAdvertsOfOneDepthSideBySide) {
  EXPECT_EQ(dog_leg_beside({advert("a", 2, 95_pt, kFootRight), advert("b", 3, 95_pt, kFootRight)}),
            (DogLegRoom{kAll, {5, 12, false, false}}));
  EXPECT_EQ(dog_leg_beside({advert("a", 2, 95_pt, kFootLeft), advert("b", 1, 95_pt, kFootLeft)}),
            (DogLegRoom{kAll, {3, 12, false, true}}));
}

TEST(DogLegRoomOfAPage, EndsOverTheImprint) {
  PageRoom room = room_with({advert("a", 2, 95_pt, kFootRight)});
  book_imprint(room, 4);
  EXPECT_EQ(dog_leg_room(room), (DogLegRoom{{0, 3, 6, 95}, {2, 12, false, false}}));
}

TEST(DogLegRoomOfAPage, IsNoneWhereMoreThanOneCornerIsBookedOrNone) {
  const Advert right = advert("r", 2, 95_pt, kFootRight), left = advert("l", 2, 95_pt, kFootLeft),
               head = advert("h", 2, 95_pt, kHeadRight);
  EXPECT_FALSE(dog_leg_beside({}));
  EXPECT_FALSE(dog_leg_beside({right, left}));
  EXPECT_FALSE(dog_leg_beside({left, advert("k", 4, 95_pt, kFootRight)}));
  EXPECT_FALSE(dog_leg_beside({left, advert("k", 4, 120_pt, kFootRight)}));
  EXPECT_FALSE(dog_leg_beside({head, advert("k", 4, 95_pt, kFootLeft)}));
  EXPECT_FALSE(dog_leg_beside({right, head}));
  EXPECT_FALSE(dog_leg_beside({left, head}));
  EXPECT_FALSE(dog_leg_beside({right, advert("deeper", 2, 120_pt, kFootRight)}));
}

TEST(DogLegRoomOfAPage, IsNoneUnderOrOverWhatHasTheFullWidth) {
  EXPECT_FALSE(dog_leg_beside({advert("a", 6, 95_pt, kFootRight)}));
  EXPECT_FALSE(dog_leg_beside({advert("a", 6, 95_pt, kHeadRight)}));
  EXPECT_FALSE(dog_leg_beside({advert("a", 6, 95_pt, AdvertPosition::Full)}));
}

TEST(DogLegRoomOfAPage, IsNoneWhereTheRoomIsSaid) {
  PageRoom room = room_with({advert("a", 2, 95_pt, kFootRight)});
  room.only = {{0, 3, 4, 100}};
  EXPECT_FALSE(dog_leg_room(room));
}

TEST(DogLegRoomOfAPage, CountsColumnsFromTheSideThatThePaperIsReadFrom) {
  EXPECT_EQ(dog_leg_beside({advert("a", 2, 95_pt, kFootRight)}, true),
            (DogLegRoom{kAll, {2, 12, false, true}}));
  EXPECT_EQ(dog_leg_beside({advert("a", 2, 95_pt, kFootLeft)}, true),
            (DogLegRoom{kAll, {2, 12, false, false}}));
  // It stands over the columns where a headline begins.
  EXPECT_FALSE(dog_leg_beside({advert("a", 2, 95_pt, kHeadRight)}, true));
}

TEST(DogLegRoomOfAPage, HasAsMuchRoomAsItsUprightStrips) {
  for (const AdvertPosition position : {kFootRight, kFootLeft, kHeadRight}) {
    for (const int columns : {1, 3, 5}) {
      const PageRoom room = room_with({advert("a", columns, 60_mm, position)});
      const std::optional<DogLegRoom> found = dog_leg_room(room);
      ASSERT_TRUE(found);
      int area = 0;
      const std::vector<GridRect> upright = decompositions(room).at(0);
      for (const GridRect& strip : upright) area += area_with_gap(strip.w, strip.h);
      EXPECT_EQ(found->area_with_gap(kAll.h), area);
    }
  }
}

}  // namespace
}  // namespace forme
