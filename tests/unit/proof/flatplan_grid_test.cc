#include "proof/flatplan_grid.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

constexpr Size kTabloid{289_mm, 380_mm}, kRoom{400_mm, 260_mm};

Length width_of(const FlatplanGrid& grid, Size page) {
  return page.width * 2 * grid.scale * grid.columns + kSpreadGap * (grid.columns - 1);
}
Length height_of(const FlatplanGrid& grid, Size page) {
  return (page.height * grid.scale + kFolioRoom) * grid.rows + kSpreadGap * (grid.rows - 1);
}

TEST(FlatplanGrid, HoldsEverySpreadOnTheSheet) {
  for (const Size page :
       {kTabloid, Size{210_mm, 297_mm}, Size{315_mm, 470_mm}, Size{400_mm, 200_mm}}) {
    for (int spreads = 1; spreads <= 65; ++spreads) {
      const FlatplanGrid grid = arrange_spreads(spreads, page, kRoom);
      EXPECT_GE(grid.columns * grid.rows, spreads);
      EXPECT_LT(grid.columns * (grid.rows - 1), spreads);
      EXPECT_LE(width_of(grid, page), kRoom.width + 0.01_pt) << spreads;
      EXPECT_LE(height_of(grid, page), kRoom.height + 0.01_pt) << spreads;
      EXPECT_GT(grid.scale, 0) << spreads;
    }
  }
}

TEST(FlatplanGrid, MakesPagesAsLargeAsOneOfTheSidesAllows) {
  for (int spreads = 1; spreads <= 65; ++spreads) {
    const FlatplanGrid grid = arrange_spreads(spreads, kTabloid, kRoom);
    const FlatplanGrid larger{grid.columns, grid.rows, grid.scale * 1.01};
    EXPECT_TRUE(width_of(larger, kTabloid) > kRoom.width ||
                height_of(larger, kTabloid) > kRoom.height);
  }
}

TEST(FlatplanGrid, NeverMagnifiesAndShrinksAsThePaperGrows) {
  EXPECT_EQ(arrange_spreads(1, {60_mm, 80_mm}, kRoom).scale, 1);
  double before = 1;
  for (int spreads = 1; spreads <= 65; ++spreads) {
    const double scale = arrange_spreads(spreads, kTabloid, kRoom).scale;
    EXPECT_LE(scale, before);
    before = scale;
  }
}

}  // namespace
}  // namespace forme
