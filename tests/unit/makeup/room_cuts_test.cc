#include "makeup/room_cuts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace forme {
namespace {

PageRoom three_columns() {
  PageRoom room;
  room.area = {0, 0, 3, 64};
  return room;
}

void book(PageRoom& room, GridRect box) {
  PlanLeaf leaf;
  leaf.kind = LeafKind::Advert;
  leaf.box = box;
  room.booked.push_back(leaf);
}

// The deepest region of one column in each of the rooms.
std::vector<int> depths_of_one_column(const std::vector<PageRoom>& rooms, int x) {
  std::vector<int> depths;
  for (const PageRoom& room : rooms) {
    int most = 0;
    for (const GridRect& region : room.only) {
      if (region.x == x && region.w == 1) most = std::max(most, region.h);
    }
    depths.push_back(most);
  }
  return depths;
}

TEST(RoomCuts, WhatStandsBesideAnAdvertAtTheFootBecomesDeeper) {
  PageRoom room = three_columns();
  book(room, {0, 40, 2, 24});
  const auto natural = decompositions(room);
  int beside = 0;
  for (const GridRect& region : natural[1]) {
    if (region.w == 1) beside = region.h;
  }
  const std::vector<int> depths = depths_of_one_column(cut_elsewhere(room), 2);
  ASSERT_FALSE(depths.empty());
  EXPECT_GT(depths[0], beside);
  EXPECT_TRUE(std::is_sorted(depths.begin(), depths.end()));
}

TEST(RoomCuts, WhatStandsBesideAnAdvertAtTheHeadBecomesDeeper) {
  PageRoom room = three_columns();
  book(room, {2, 0, 1, 24});
  for (const PageRoom& cut : cut_elsewhere(room)) {
    ASSERT_FALSE(cut.only.empty());
    EXPECT_EQ(cut.only[0].w, 3);
    EXPECT_GT(cut.only[0].y, 24);
    EXPECT_EQ(cut.only[0].bottom(), 64);
  }
  EXPECT_FALSE(cut_elsewhere(room).empty());
}

TEST(RoomCuts, NoRegionMeetsAnotherOrAnAdvert) {
  PageRoom room = three_columns();
  book(room, {0, 40, 1, 24});
  book(room, {2, 0, 1, 20});
  for (const PageRoom& cut : cut_elsewhere(room)) {
    for (std::size_t i = 0; i < cut.only.size(); ++i) {
      for (const PlanLeaf& advert : room.booked) EXPECT_FALSE(overlap(cut.only[i], advert.box));
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(cut.only[i], cut.only[j]));
    }
  }
  EXPECT_FALSE(cut_elsewhere(room).empty());
}

TEST(RoomCuts, APageWithoutAdvertsIsCutNowhereElse) {
  EXPECT_TRUE(cut_elsewhere(three_columns()).empty());
  PageRoom room = three_columns();
  book(room, {0, 40, 3, 24});
  EXPECT_TRUE(cut_elsewhere(room).empty());
}

}  // namespace
}  // namespace forme
