#include "makeup/dog_leg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>

#include "makeup/page_bound.h"

namespace forme {

namespace {

using testing::ElementsAre;

constexpr GridRect kBox{1, 10, 5, 60};
constexpr BookedCorner kNone{}, kFootRight{2, 20, false, false}, kFootLeft{2, 20, false, true},
    kHeadRight{2, 20, true, false};
constexpr BookedCorner kCorners[] = {kFootRight, kFootLeft, kHeadRight};

// What the corner of a rectangle is.
GridRect place_of(const GridRect& box, const BookedCorner& corner) {
  return {corner.left ? box.x : box.right() - corner.columns,
          corner.head ? box.y : box.bottom() - corner.rows, corner.columns, corner.rows};
}

TEST(PartsOf, ARectangleWithoutACornerAreItself) {
  EXPECT_THAT(parts_of(kBox, kNone), ElementsAre(kBox));
}

TEST(PartsOf, ADogLegAreItsWholeWidthAndWhatIsBesideTheCorner) {
  EXPECT_THAT(parts_of(kBox, kFootRight),
              ElementsAre(GridRect{1, 10, 5, 40}, GridRect{1, 50, 3, 20}));
  EXPECT_THAT(parts_of(kBox, kFootLeft),
              ElementsAre(GridRect{1, 10, 5, 40}, GridRect{3, 50, 3, 20}));
  EXPECT_THAT(parts_of(kBox, kHeadRight),
              ElementsAre(GridRect{1, 10, 3, 20}, GridRect{1, 30, 5, 40}));
}

TEST(PartsOf, ADogLegAndItsCornerCoverTheRectangleOnce) {
  for (const BookedCorner& corner : kCorners) {
    std::vector<GridRect> parts = parts_of(kBox, corner);
    parts.push_back(place_of(kBox, corner));
    for (int column = kBox.x; column < kBox.right(); ++column) {
      for (int row = kBox.y; row < kBox.bottom(); ++row) {
        int times = 0;
        for (const GridRect& part : parts) times += overlap(part, {column, row, 1, 1});
        ASSERT_EQ(times, 1) << column << ", " << row;
      }
    }
  }
}

TEST(OverlapOfADogLeg, NoneWithWhatStandsInItsCorner) {
  for (const BookedCorner& corner : kCorners) {
    const GridRect advert = place_of(kBox, corner);
    EXPECT_FALSE(overlap(kBox, corner, advert, kNone));
    EXPECT_FALSE(overlap(advert, kNone, kBox, corner));
    EXPECT_TRUE(overlap(kBox, kNone, advert, kNone));
  }
}

TEST(OverlapOfADogLeg, WithWhatStandsOverTheEdgeOfItsCorner) {
  for (const BookedCorner& corner : kCorners) {
    GridRect wider = place_of(kBox, corner), deeper = wider;
    ++wider.w, ++deeper.h;
    if (!corner.left) --wider.x;
    if (!corner.head) --deeper.y;
    for (const GridRect& advert : {wider, deeper}) {
      EXPECT_TRUE(overlap(kBox, corner, advert, kNone));
      EXPECT_TRUE(overlap(advert, kNone, kBox, corner));
    }
  }
}

TEST(OverlapOfADogLeg, WithAnotherIsThatOfTheirParts) {
  // The lower begins beside the upper's leg, in its corner; and further up.
  const GridRect upper{0, 0, 4, 40}, lower{0, 20, 4, 40}, higher{0, 19, 4, 40};
  const BookedCorner foot_left{2, 20, false, true}, head_right{2, 20, true, false};
  EXPECT_FALSE(overlap(upper, foot_left, lower, head_right));
  EXPECT_TRUE(overlap(upper, kFootRight, lower, head_right));
  EXPECT_TRUE(overlap(upper, foot_left, higher, head_right));
}

class DogLegRooms : public testing::TestWithParam<std::size_t> {
 protected:
  const BookedCorner corner_ = kCorners[GetParam()];
  const DogLegRoom room_{{1, 3, 6, 90}, corner_};
};
INSTANTIATE_TEST_SUITE_P(Corners, DogLegRooms, testing::Range(std::size_t{0}, std::size(kCorners)));

TEST_P(DogLegRooms, ADogLegTheRestAndTheSpaceBetweenThemFillTheArea) {
  for (int rows = 1; rows + kStoryGap < room_.area.h; ++rows) {
    const GridRect place = room_.place(rows), rest = room_.rest(rows);
    EXPECT_EQ(place.h, rows);
    for (const GridRect& part : {place, rest}) {
      EXPECT_EQ(part.x, room_.area.x);
      EXPECT_EQ(part.w, room_.area.w);
    }
    const GridRect &upper = corner_.head ? place : rest, &lower = corner_.head ? rest : place;
    EXPECT_EQ(upper.y, room_.area.y);
    EXPECT_EQ(lower.y, upper.bottom() + kStoryGap);
    EXPECT_EQ(lower.bottom(), room_.area.bottom());
  }
}

TEST_P(DogLegRooms, ADogLegHasTheCornerOfTheArea) {
  for (int rows = corner_.rows + 1; rows <= room_.area.h; ++rows)
    EXPECT_EQ(place_of(room_.place(rows), corner_), place_of(room_.area, corner_));
}

TEST_P(DogLegRooms, AreasAddUpToThatOfAllTheRoom) {
  const int all = room_.area_with_gap(room_.area.h);
  EXPECT_EQ(all, area_with_gap(room_.area.w, room_.area.h) - 2 * 20);
  for (int rows = corner_.rows + 1; rows + kStoryGap < room_.area.h; ++rows) {
    const GridRect rest = room_.rest(rows);
    EXPECT_EQ(room_.area_with_gap(rows) + area_with_gap(rest.w, rest.h), all) << rows;
  }
}

}  // namespace
}  // namespace forme
