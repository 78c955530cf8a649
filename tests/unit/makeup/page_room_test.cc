#include "makeup/page_room.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace forme
