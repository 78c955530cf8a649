#include "makeup/set_figure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/makeup/set_article.h"

namespace forme {
namespace {

const std::string kPuzzle =
    R"(<graphic id="p" kind="puzzle" solution="s" src="../pictures/p.png" alt="A grid"><caption>Fill it.</caption></graphic>)";

std::string solution(const std::string& inside) {
  return R"(<figure id="s" src="../pictures/s.png" alt="The grid, filled">)" + inside + "</figure>";
}

std::vector<GlyphItem> caption_of(const SetArticle& set, std::size_t block) {
  return glyphs_in(
      set_caption(set.context(), set.block<Figure>(block), set.layout.grid.column).items);
}

TEST(SetFigure, APuzzlesSolutionSaysSoBeforeItsCaption) {
  const SetArticle set{kPuzzle + solution("<caption>One way of four.</caption>")};
  const auto puzzle = caption_of(set, 0), solved = caption_of(set, 1);
  ASSERT_FALSE(puzzle.empty());
  EXPECT_EQ(puzzle.front().run.text, "Fill it.");
  ASSERT_GE(solved.size(), 2U);
  EXPECT_EQ(solved[0].run.text, "Solution");
  EXPECT_NE(solved[0].run.face, solved[1].run.face);
  EXPECT_EQ(solved[1].run.text, "One way of four.");
  EXPECT_EQ(solved[1].origin.y, solved[0].origin.y);
  EXPECT_GT(left_of(solved[1]), right_of(solved[0]));
}

TEST(SetFigure, ASolutionWithoutACaptionHasTheWordForOne) {
  const SetArticle set{kPuzzle + solution("<credit>Desk</credit>")};
  const auto solved = caption_of(set, 1);
  ASSERT_EQ(solved.size(), 2U);
  EXPECT_EQ(solved[0].run.text, "Solution");
  EXPECT_EQ(solved[0].text.leaf, kNoLeaf);
  EXPECT_EQ(solved[1].run.text, "Desk");
  EXPECT_EQ(solved[1].origin.y, solved[0].origin.y);
}

TEST(SetFigure, ALongCaptionGoesOnUnderTheWord) {
  std::string words;
  for (int i = 0; i < 20; ++i) words += "and one more ";
  const SetArticle set{kPuzzle + solution("<caption>" + words + "</caption>")};
  Length second;
  for (const GlyphItem& item : caption_of(set, 1)) {
    EXPECT_LE(right_of(item), set.layout.grid.column + 0.1_pt);
    if (second == Length() && item.origin.y > caption_of(set, 1)[0].origin.y) {
      second = item.origin.y;
      EXPECT_LT(left_of(item), 1_pt);
    }
  }
  EXPECT_GT(second, Length());
}

}  // namespace
}  // namespace forme
