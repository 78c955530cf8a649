#include "makeup/fill_legs.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

FlowBlock lines(int count, int space_before = 0) {
  FlowBlock block;
  block.variants.emplace_back();
  block.variants[0].lines.resize(static_cast<std::size_t>(count));
  block.space_before = space_before;
  return block;
}

std::vector<int> used(const FilledLegs& filled) {
  std::vector<int> rows;
  for (const FilledLeg& leg : filled.legs) rows.push_back(leg.used);
  return rows;
}

TEST(FillLegs, SaysHowDeepEachLegIsFilled) {
  const FilledLegs filled = fill_legs({lines(30)}, {{0, 0, 16}, {1, 0, 16}});
  EXPECT_TRUE(filled.flow.fits);
  EXPECT_EQ(used(filled), (std::vector<int>{16, 14}));
}

TEST(FillLegs, RaisesTheFeetSoThatTheLastLegIsNotLeftWithALineOrTwo) {
  const FilledLegs filled = fill_legs({lines(28)}, {{0, 0, 12}, {1, 0, 12}, {2, 0, 12}});
  EXPECT_EQ(used(filled), (std::vector<int>{11, 11, 6}));
  EXPECT_EQ(filled.flow.free_rows, 8);  // of the whole place
}

TEST(FillLegs, RaisesNoFeetWhereTheLegsAreSoundAlready) {
  const FilledLegs filled = fill_legs({lines(32)}, {{0, 0, 12}, {1, 0, 12}, {2, 0, 12}});
  EXPECT_EQ(used(filled), (std::vector<int>{12, 12, 8}));
}

TEST(FillLegs, RaisesOnlyFeetThatStandAtTheFootOfTheLeaf) {
  // Over a panel in the second column the leg ends with the panel.
  const FilledLegs filled = fill_legs({lines(26)}, {{0, 0, 12}, {1, 0, 8}, {2, 0, 12}});
  EXPECT_EQ(filled.legs[1].space.rows, 8);
}

TEST(FillLegs, SetsNothingThatDoesNotFit) {
  const FilledLegs filled = fill_legs({lines(30)}, {{0, 0, 8}});
  EXPECT_FALSE(filled.flow.fits);
  EXPECT_EQ(used(filled), (std::vector<int>{0}));
}

TEST(FillLegs, FillsLegsThatGoOnElsewhereToTheFoot) {
  const FilledLegs filled = fill_prefix({lines(40)}, {{0, 0, 10}, {1, 0, 10}});
  EXPECT_EQ(used(filled), (std::vector<int>{10, 10}));
  EXPECT_EQ(filled.flow.reached, (GalleyPlace{0, 20}));
}

}  // namespace
}  // namespace forme
