#include "makeup/open_up.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

FlowBlock block(int lines, int space_before = 0, bool floats = false) {
  FlowBlock b;
  b.variants.emplace_back();
  b.variants[0].lines.resize(static_cast<std::size_t>(lines));
  b.space_before = space_before;
  b.floats = floats;
  return b;
}

// Sets each block of the galley one under another from the top of a leg.
FlowResult stacked(const Galley& galley, int column = 0) {
  FlowResult flow;
  int row = 0;
  for (std::size_t b = 0; b < galley.size(); ++b) {
    if (row > 0) row += galley[b].space_before;
    for (std::size_t l = 0; l < galley[b].variants[0].lines.size(); ++l)
      flow.strips.push_back({b, 0, l, column, row++});
  }
  return flow;
}

std::vector<int> rows(const FlowResult& flow) {
  std::vector<int> all;
  for (const PlacedStrip& strip : flow.strips) all.push_back(strip.row);
  return all;
}

// As if the story had a leg more, so that the first is not its last.
FlowResult opened(const Galley& galley, int leg_rows, bool goes_on = true) {
  FlowResult flow = stacked(galley);
  open_up(galley, {{0, 0, leg_rows}}, goes_on, flow);
  return flow;
}

TEST(OpenUp, PutsARowAboveACrosshead) {
  const Galley galley = {block(2), block(3, 1)};
  EXPECT_EQ(rows(opened(galley, 7)), (std::vector<int>{0, 1, 4, 5, 6}));
}

TEST(OpenUp, PutsARowOnEitherSideOfAQuotation) {
  const Galley galley = {block(2), block(1, 1, true), block(2)};
  EXPECT_EQ(rows(opened(galley, 8)), (std::vector<int>{0, 1, 4, 6, 7}));
}

TEST(OpenUp, OpensTheLowestPlacesFirst) {
  const Galley galley = {block(1), block(1, 1), block(1, 1)};
  EXPECT_EQ(rows(opened(galley, 6)), (std::vector<int>{0, 2, 5}));
}

TEST(OpenUp, OpensAPlaceByTwoRowsWhenEachHasOne) {
  const Galley galley = {block(1), block(1, 1), block(1, 1)};
  EXPECT_EQ(rows(opened(galley, 8)), (std::vector<int>{0, 3, 7}));
}

TEST(OpenUp, LeavesALegThatItCannotFill) {
  const Galley galley = {block(2), block(3, 1)};
  EXPECT_EQ(rows(opened(galley, 9)), rows(stacked(galley)));
}

TEST(OpenUp, NeverOpensRunningCopy) {
  const Galley galley = {block(2), block(3)};
  EXPECT_EQ(rows(opened(galley, 6)), rows(stacked(galley)));
}

TEST(OpenUp, LeavesTheStorysLastLeg) {
  const Galley galley = {block(2), block(3, 1)};
  EXPECT_EQ(rows(opened(galley, 7, false)), rows(stacked(galley)));
}

TEST(OpenUp, OpensALegThatAnotherFollows) {
  const Galley galley = {block(2), block(2, 1), block(2)};
  FlowResult flow = stacked({galley[0], galley[1]});
  flow.strips.push_back({2, 0, 0, 1, 0});
  flow.strips.push_back({2, 0, 1, 1, 1});
  open_up(galley, {{0, 0, 6}, {1, 0, 6}}, false, flow);
  EXPECT_EQ(rows(flow), (std::vector<int>{0, 1, 4, 5, 0, 1}));
}

TEST(OpenUp, LeavesAFullLeg) {
  const Galley galley = {block(2), block(3, 1)};
  EXPECT_EQ(rows(opened(galley, 6)), rows(stacked(galley)));
}

}  // namespace
}  // namespace forme
