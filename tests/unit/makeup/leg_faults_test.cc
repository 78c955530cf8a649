#include "makeup/leg_faults.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

FilledLeg leg(int column, int rows, int used) {
  return {{column, 0, rows}, used};
}

TEST(LegFaults, FindsNoneInLevelLegsWithAShorterLast) {
  const LegFaults faults = leg_faults({leg(0, 20, 20), leg(1, 20, 20), leg(2, 20, 12)}, false);
  EXPECT_EQ(faults.legs, 3);
  EXPECT_EQ(faults.short_legs + faults.uneven_feet + faults.short_rows, 0);
}

TEST(LegFaults, CountsALegThatStopsShortAndItsRows) {
  const LegFaults faults = leg_faults({leg(0, 20, 17), leg(1, 20, 20)}, false);
  EXPECT_EQ(faults.uneven_feet, 1);
  EXPECT_EQ(faults.short_rows, 3);
}

TEST(LegFaults, HoldsLegsToOneAnotherWhereNoneReachesItsFoot) {
  EXPECT_EQ(leg_faults({leg(0, 20, 18), leg(1, 20, 18), leg(2, 20, 17)}, false).uneven_feet, 0);
  EXPECT_EQ(leg_faults({leg(0, 20, 18), leg(1, 20, 17), leg(2, 20, 17)}, false).uneven_feet, 1);
}

TEST(LegFaults, HoldsALegAloneToItsFoot) {
  const FilledLeg above = {{0, 0, 12}, 11}, beside = {{1, 0, 20}, 20}, last = {{2, 0, 20}, 9};
  EXPECT_EQ(leg_faults({above, beside, last}, false).uneven_feet, 1);
}

TEST(LegFaults, LetsTheLastLegStopShortOnlyWhereTheStoryEnds) {
  const std::vector<FilledLeg> legs = {leg(0, 20, 20), leg(1, 19, 18)};
  EXPECT_EQ(leg_faults(legs, false).uneven_feet, 0);
  EXPECT_EQ(leg_faults(legs, true).uneven_feet, 1);
}

TEST(LegFaults, HoldsLegsToTheJumpLineUnderTheLast) {
  EXPECT_EQ(leg_faults({leg(0, 20, 20), leg(1, 19, 19)}, true).uneven_feet, 0);
  EXPECT_EQ(leg_faults({leg(0, 20, 19), leg(1, 19, 19)}, true).uneven_feet, 1);
}

TEST(LegFaults, WantsSixRowsOfEachOfSeveralLegs) {
  EXPECT_EQ(leg_faults({leg(0, 6, 6), leg(1, 6, 5)}, false).short_legs, 1);
  EXPECT_EQ(leg_faults({leg(0, 6, 5)}, false).short_legs, 0);
}

TEST(LegFaults, HoldsAnEmptyLegAgainstAStoryThatGoesOn) {
  EXPECT_EQ(leg_faults({leg(0, 20, 20), leg(1, 5, 0)}, true).short_legs, 1);
  EXPECT_EQ(leg_faults({leg(0, 20, 20), leg(1, 5, 5)}, true).short_legs, 1);
  EXPECT_EQ(leg_faults({leg(0, 20, 20), leg(1, 6, 6)}, true).short_legs, 0);
}

TEST(LegFaults, TakesAnEmptyLegForNone) {
  const LegFaults faults = leg_faults({leg(0, 20, 15), leg(1, 20, 0)}, false);
  EXPECT_EQ(faults.legs, 1);
  EXPECT_EQ(faults.uneven_feet, 0);
}

}  // namespace
}  // namespace forme
