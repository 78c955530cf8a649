#include "makeup/flow.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "makeup/weights.h"

namespace forme {
namespace {

FlowVariant lines(int n) {
  FlowVariant variant;
  variant.lines.resize(static_cast<std::size_t>(n));
  return variant;
}
FlowBlock paragraph(int n) {
  FlowBlock block;
  block.variants.push_back(lines(n));
  if (n < 4) block.keep_first = kUnbreakable;
  return block;
}
FlowBlock floating(int rows) {
  FlowBlock block;
  FlowVariant variant = lines(1);
  variant.lines[0].rows = rows;
  block.variants.push_back(variant);
  block.keep_first = kUnbreakable;
  block.floats = true;
  return block;
}
std::vector<LegSpace> legs(int n, int rows) {
  std::vector<LegSpace> out;
  for (int i = 0; i < n; ++i) out.push_back({i, 0, rows});
  return out;
}
// Lines of `block` that stand in `column`.
int lines_in(const FlowResult& flow, std::size_t block, int column) {
  int n = 0;
  for (const PlacedStrip& strip : flow.strips) n += strip.block == block && strip.column == column;
  return n;
}

TEST(Flow, EveryLineStandsOnceAndInOrder) {
  const Galley galley = {paragraph(7), paragraph(9), paragraph(4)};
  const FlowResult flow = flow_into_legs(galley, legs(2, 10));
  ASSERT_TRUE(flow.fits);
  ASSERT_EQ(flow.strips.size(), 20U);
  for (std::size_t i = 1; i < flow.strips.size(); ++i) {
    const PlacedStrip& a = flow.strips[i - 1];
    const PlacedStrip& b = flow.strips[i];
    EXPECT_TRUE(a.column < b.column || (a.column == b.column && a.row < b.row));
  }
}

TEST(Flow, NoWidowAndNoOrphanInAThousandGalleys) {
  std::mt19937 random(890);
  for (int n = 0; n < 1000; ++n) {
    Galley galley;
    int rows = 0;
    for (int i = 0; i < 8; ++i) {
      const int size = 1 + static_cast<int>(random() % 12);
      galley.push_back(paragraph(size));
      rows += size;
    }
    const FlowResult flow = flow_into_legs(galley, legs(3, rows / 3 + 3));
    ASSERT_TRUE(flow.fits);
    for (std::size_t b = 0; b < galley.size(); ++b) {
      const int all = static_cast<int>(galley[b].variants[0].lines.size());
      for (int c = 0; c < 3; ++c) {
        const int here = lines_in(flow, b, c);
        if (here != 0 && here != all) {
          EXPECT_GE(here, 2);
        }
      }
    }
  }
}

TEST(Flow, ALegDoesNotEndOnAHyphen) {
  FlowBlock block = paragraph(12);
  block.variants[0].lines[5].hyphen_end = true;
  const FlowResult flow = flow_into_legs({block}, {{0, 0, 6}, {1, 0, 8}});
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(lines_in(flow, 0, 0), 5);
}

TEST(Flow, ALooserSettingLevelsTheFoot) {
  // 10 + 3 lines in legs of 7: the longer variant of the first paragraph fills both.
  FlowBlock first = paragraph(10);
  first.variants.push_back(lines(11));
  first.variants[1].cost = 4;
  const FlowResult flow = flow_into_legs({first, paragraph(3)}, legs(2, 7));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.free_rows, 0);
}

TEST(Flow, SpaceBeforeABlockIsDroppedAtTheTopOfALeg) {
  FlowBlock head = paragraph(4);
  head.space_before = 1;
  const FlowResult flow = flow_into_legs({paragraph(5), head}, legs(2, 5));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.strips[5].column, 1);
  EXPECT_EQ(flow.strips[5].row, 0);
}

TEST(Flow, AFloatThatDoesNotFitSlipsBehindTheTextThatDoes) {
  const FlowResult flow = flow_into_legs({paragraph(4), floating(8), paragraph(4)}, legs(2, 8));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(lines_in(flow, 2, 0), 4);
  EXPECT_EQ(lines_in(flow, 1, 1), 1);
}

TEST(Flow, AFloatStandsOnTopOfALegOverCopyThatGoesOn) {
  // Behind the last paragraph it would leave rows of the first leg free.
  const FlowResult flow =
      flow_into_legs({paragraph(4), floating(6), paragraph(12)}, {{0, 0, 10}, {1, 0, 12}});
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.free_rows, 0);
  EXPECT_EQ(lines_in(flow, 2, 0), 6);
  EXPECT_EQ(lines_in(flow, 2, 1), 6);
  for (const PlacedStrip& strip : flow.strips) {
    if (strip.block == 1) {
      EXPECT_EQ(strip.column, 1);
      EXPECT_EQ(strip.row, 0);
    } else if (strip.column == 1) {
      EXPECT_GE(strip.row, 6);
    }
  }
}

TEST(Flow, ARowFreeAboveTheCopyLevelsTheFeetWhereOneMayBe) {
  FlowBlock first = paragraph(8);
  first.keep_first = kUnbreakable;
  FlowBlock second = paragraph(9);
  second.keep_first = kUnbreakable;
  std::vector<LegSpace> spaces = legs(2, 9);
  EXPECT_EQ(flow_into_legs({first, second}, spaces).strips.front().row, 0);
  spaces[0].may_open = true;
  const FlowResult flow = flow_into_legs({first, second}, spaces);
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.strips.front().row, 1);
  EXPECT_EQ(flow.free_rows, 0);
}

TEST(Flow, ALegThatStandsOnARowAloneIsFull) {
  // Six rows are free; the legs that end beside one another share them.
  const std::vector<LegSpace> spaces = {{0, 0, 20}, {1, 0, 9}, {2, 0, 20}, {3, 0, 20}};
  const FlowResult flow = flow_into_legs({paragraph(63)}, spaces);
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.legs[1].used, 9);
  EXPECT_EQ(flow.legs[0].used, 18);
  EXPECT_EQ(flow.legs[2].used, 18);
  EXPECT_EQ(flow.legs[3].used, 18);
}

TEST(Flow, FitsLegsSaysWhatFlowFinds) {
  std::mt19937 random(894);
  int fitting = 0;
  for (int n = 0; n < 300; ++n) {
    Galley galley;
    for (int i = 0; i < 4; ++i) galley.push_back(paragraph(1 + static_cast<int>(random() % 9)));
    const std::vector<LegSpace> spaces = legs(2, 6 + static_cast<int>(random() % 7));
    const bool fits = fits_legs(galley, spaces);
    EXPECT_EQ(fits, flow_into_legs(galley, spaces).fits) << n;
    fitting += fits ? 1 : 0;
  }
  EXPECT_GT(fitting, 50);
  EXPECT_LT(fitting, 280);
}

TEST(Flow, GoesOnFromAPlaceInTheGalley) {
  const Galley galley = {paragraph(10), paragraph(12), paragraph(9)};
  const FlowResult flow = flow_into_legs(galley, legs(2, 12), {1, 4});
  ASSERT_TRUE(flow.fits);
  ASSERT_EQ(flow.strips.size(), 8U + 9U);
  EXPECT_EQ(flow.strips.front().block, 1U);
  EXPECT_EQ(flow.strips.front().line, 4U);
}

TEST(Flow, WhatDoesNotFitIsNotCalledFitting) {
  EXPECT_FALSE(flow_into_legs({paragraph(21)}, legs(2, 10)).fits);
}

// Rows used in a leg of flow tests, whose lines are a row each and whose legs begin at row 0.
int used_rows(const FlowResult& flow, int column) {
  int used = 0;
  for (const PlacedStrip& strip : flow.strips)
    if (strip.column == column) used = std::max(used, strip.row + 1);
  return used;
}

TEST(Flow, FreeRowsAreSharedOutSoThatFeetAreLevel) {
  const FlowResult flow = flow_into_legs({paragraph(40)}, legs(4, 13));
  ASSERT_TRUE(flow.fits);
  for (int c = 0; c < 4; ++c) EXPECT_EQ(used_rows(flow, c), 10);
  EXPECT_EQ(flow.free_rows, 12);
}

TEST(Flow, WhatIsOverOfAnUnevenShareStaysUnderTheLastLeg) {
  const FlowResult flow = flow_into_legs({paragraph(40)}, legs(3, 14));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(used_rows(flow, 0), 14);
  EXPECT_EQ(used_rows(flow, 1), 14);
  EXPECT_EQ(used_rows(flow, 2), 12);
}

TEST(Flow, FeetAreLevelWithinARowInThreeGalleysOfFourOfAnyKind) {
  std::mt19937 random(891);
  int level = 0;
  for (int n = 0; n < 1000; ++n) {
    Galley galley;
    int rows = 0;
    for (int i = 0; i < 8; ++i) {
      const int size = 4 + static_cast<int>(random() % 9);
      galley.push_back(paragraph(size));
      if (random() % 2 == 0) galley.back().variants.push_back(lines(size + 1));
      galley.back().variants.back().cost = galley.back().variants.size() > 1 ? 4 : 0;
      for (FlowVariant& variant : galley.back().variants)
        for (FlowLine& line : variant.lines) line.hyphen_end = random() % 12 == 0;
      rows += size;
    }
    const FlowResult flow =
        flow_into_legs(galley, legs(3, rows / 3 + static_cast<int>(random() % 4) + 3));
    ASSERT_TRUE(flow.fits);
    const auto [least, most] =
        std::minmax({used_rows(flow, 0), used_rows(flow, 1), used_rows(flow, 2)});
    level += most - least <= 1;
  }
  EXPECT_GT(level, 750);
  RecordProperty("level", level);
}

TEST(Flow, ALegHasSixLinesOrNone) {
  std::mt19937 random(892);
  for (int n = 0; n < 1000; ++n) {
    Galley galley;
    int rows = 0;
    for (int i = 0; i < 4; ++i) {
      const int size = 4 + static_cast<int>(random() % 6);
      galley.push_back(paragraph(size));
      rows += size;
    }
    const FlowResult flow = flow_into_legs(galley, legs(3, 6 + rows / 2));
    ASSERT_TRUE(flow.fits);
    std::string sizes;
    for (const FlowBlock& block : galley)
      sizes += std::to_string(block.variants[0].lines.size()) + " ";
    EXPECT_EQ(flow.short_legs, 0) << sizes;
    for (int c = 0; c < 3; ++c) {
      EXPECT_TRUE(used_rows(flow, c) == 0 || used_rows(flow, c) >= std::min(rows, kLeastLeg));
    }
  }
}

TEST(Flow, AShortLegIsMadeOnlyWhereTheCopyDoesNotFitOtherwise) {
  const std::vector<LegSpace> uneven = {{0, 0, 20}, {1, 0, 4}};
  const FlowResult spared = flow_into_legs({paragraph(18)}, uneven);
  ASSERT_TRUE(spared.fits);
  EXPECT_EQ(used_rows(spared, 1), 0);
  EXPECT_EQ(spared.short_legs, 0);
  const FlowResult needed = flow_into_legs({paragraph(23)}, uneven);
  ASSERT_TRUE(needed.fits);
  EXPECT_EQ(needed.short_legs, 1);
}

TEST(Flow, AStoryOfFewLinesIsNoShortLeg) {
  const FlowResult flow = flow_into_legs({paragraph(5)}, legs(2, 5));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.short_legs, 0);
}

TEST(Flow, NoLegEndsOnALineThatKeepsTheNext) {
  FlowBlock block = paragraph(14);
  for (std::size_t l : {3U, 4U, 5U, 6U}) block.variants[0].lines[l].keeps_next = true;
  const FlowResult flow = flow_into_legs({block}, {{0, 0, 7}, {1, 0, 14}});
  ASSERT_TRUE(flow.fits);
  EXPECT_TRUE(used_rows(flow, 0) < 4);
}

TEST(Flow, ARowMoreBeforeACrossheadLevelsTheFoot) {
  FlowBlock section = paragraph(7);
  section.space_before = 1;
  section.keep_first = kUnbreakable;
  section.may_open = true;
  FlowBlock whole = paragraph(18);
  whole.keep_first = kUnbreakable;
  const FlowResult flow = flow_into_legs({paragraph(8), section, whole}, legs(2, 18));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.strips[8].row, 8 + 2);
  EXPECT_EQ(used_rows(flow, 0), 17);
}

TEST(Flow, ALongerParagraphTakesUpRowsThatAreFreeInLevelLegs) {
  FlowBlock longer = paragraph(10);
  longer.variants.push_back(lines(11));
  longer.variants.back().cost = kLegWeights.longer_paragraph;
  const Galley galley = {longer, longer, paragraph(8)};
  const FlowResult flow = flow_into_legs(galley, legs(2, 15));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(used_rows(flow, 0), 15);
  EXPECT_EQ(used_rows(flow, 1), 15);
}

TEST(Flow, LevelsTheFeetOfSmallGalleysWhereTheyCanBeLevelled) {
  // Against every choice of where the legs end, for one paragraph a line a row.
  std::mt19937 random(893);
  int levelled = 0;
  for (int n = 0; n < 200; ++n) {
    const int size = 14 + static_cast<int>(random() % 12);
    FlowBlock block = paragraph(size);
    for (FlowLine& line : block.variants[0].lines) line.hyphen_end = random() % 5 == 0;
    const int rows = (size + 2) / 3 + 2;
    const FlowResult flow = flow_into_legs({block}, legs(3, rows));
    const auto may_end = [&](int line) {
      return !block.variants[0].lines[static_cast<std::size_t>(line - 1)].hyphen_end;
    };
    const int share = (3 * rows - size) / 3;
    bool can_be_level = false;
    for (int a = std::max(6, rows - share - 1); a <= std::min(rows, rows - share + 1); ++a) {
      const int last = size - 2 * a;
      can_be_level = can_be_level || (last >= 6 && last <= a && may_end(a) && may_end(2 * a));
    }
    if (!can_be_level) continue;
    ++levelled;
    ASSERT_TRUE(flow.fits);
    EXPECT_EQ(used_rows(flow, 0), used_rows(flow, 1)) << n;
    EXPECT_LE(used_rows(flow, 2), used_rows(flow, 0)) << n;
  }
  EXPECT_GT(levelled, 40);
}

TEST(FlowPrefix, AJumpCutsNeitherOnAHyphenNorWhereTheNextLineIsKept) {
  FlowBlock block = paragraph(30);
  block.variants[0].lines[19].hyphen_end = true;
  block.variants[0].lines[18].keeps_next = true;
  const FlowResult flow = flow_prefix({block}, legs(2, 10));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.reached, (GalleyPlace{0, 18}));
}

TEST(FlowPrefix, CutsInsideAParagraphAndTheRestFollowsOn) {
  const Galley galley = {paragraph(20), paragraph(20), paragraph(20)};
  const FlowResult flow = flow_prefix(galley, legs(2, 15));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.strips.size(), 30U);
  EXPECT_EQ(flow.reached, (GalleyPlace{1, 10}));
  EXPECT_EQ(natural_rows(galley, flow.reached), 30);
}

TEST(NaturalRows, TwoPartsAreTheWhole) {
  const Galley galley = {paragraph(5), paragraph(8), paragraph(6)};
  for (std::size_t block = 0; block < 3; ++block) {
    for (int line = 0; line < 5; ++line) {
      const GalleyPlace cut{block, line};
      EXPECT_EQ(natural_rows(galley, {}, cut) + natural_rows(galley, cut), 19);
    }
  }
}

// A table of `rows` strips under a head that is said again.
FlowBlock table(int rows) {
  FlowBlock block;
  block.variants.push_back(lines(rows + 1));
  block.repeat_to = 1;
  block.keep_first = 3;
  block.keep_last = 1;
  return block;
}

TEST(Flow, ATableRepeatsItsHeadInEveryLegThatItGoesOnIn) {
  const Galley galley = {paragraph(5), table(20)};
  const FlowResult flow = flow_into_legs(galley, legs(3, 10));
  ASSERT_TRUE(flow.fits);
  int again = 0;
  for (const PlacedStrip& strip : flow.strips) {
    if (!strip.again) continue;
    ++again;
    EXPECT_EQ(strip.row, 0);
    EXPECT_EQ(strip.line, 0U);
    EXPECT_GT(strip.column, 0);
  }
  EXPECT_EQ(again, 2);
  EXPECT_EQ(flow.strips.size(), 5U + 21U + 2U);
}

TEST(Flow, NoTwoStripsShareARowWhereAHeadIsRepeated) {
  const Galley galley = {table(30), paragraph(6)};
  const FlowResult flow = flow_into_legs(galley, legs(4, 12));
  ASSERT_TRUE(flow.fits);
  std::set<std::pair<int, int>> taken;
  for (const PlacedStrip& strip : flow.strips)
    EXPECT_TRUE(taken.insert({strip.column, strip.row}).second);
}

TEST(Flow, AJumpDoesNotCutATableWithAHead) {
  const Galley galley = {paragraph(8), table(30)};
  const FlowResult flow = flow_prefix(galley, legs(1, 20));
  ASSERT_TRUE(flow.fits);
  EXPECT_EQ(flow.reached.block, 0U);
}

TEST(Flow, AJumpCutsATableBetweenItsRowsWhereLittleStandsBeforeIt) {
  const Galley galley = {paragraph(3), table(60)};
  const FlowResult begins = flow_prefix(galley, legs(2, 20));
  ASSERT_TRUE(begins.fits);
  EXPECT_EQ(begins.reached.block, 1U);
  EXPECT_GT(begins.reached.line, 30);
  const FlowResult goes_on = flow_into_legs(galley, legs(2, 20), begins.reached);
  ASSERT_TRUE(goes_on.fits);
  std::set<std::size_t> lines;
  for (const PlacedStrip& strip : begins.strips)
    if (strip.block == 1 && !strip.again) lines.insert(strip.line);
  for (const PlacedStrip& strip : goes_on.strips)
    EXPECT_TRUE(strip.again || lines.insert(strip.line).second);
  EXPECT_EQ(lines.size(), 61U);
}

TEST(Flow, ATableHasItsHeadAgainWhereItGoesOnAfterAJump) {
  const Galley galley = {table(40)};
  const FlowResult flow = flow_into_legs(galley, legs(2, 20), {0, 20});
  ASSERT_TRUE(flow.fits);
  std::vector<std::pair<int, int>> heads;
  for (const PlacedStrip& strip : flow.strips) {
    if (strip.again) heads.emplace_back(strip.column, strip.row);
  }
  EXPECT_EQ(heads.front(), std::pair(0, 0));
  EXPECT_EQ(flow.strips.size(), 21U + heads.size());
}

}  // namespace
}  // namespace forme
