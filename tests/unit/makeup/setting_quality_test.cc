#include "makeup/setting_quality.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

// A page of two columns of ten rows, 100 pt wide, ten points a row; one story over both.
class Setting : public testing::Test {
 protected:
  Setting() {
    layout_.grid.columns = 2;
    layout_.grid.rows = 10;
    layout_.grid.column = 100_pt;
    layout_.grid.gutter = 10_pt;
    layout_.grid.row = 10_pt;
    layout_.styles["body"] = {};
    article_.id = "rail";
    leaf_.ids = {"rail"};
    leaf_.box = {0, 0, 2, 10};
    page_.folio = 1;
  }

  LeafId add_leaf(LeafRole role = LeafRole::Paragraph) {
    article_.leaves.push_back({"", role, {}});
    return static_cast<LeafId>(article_.leaves.size() - 1);
  }
  // A line with words from `text` in `column` on the row that ends at `row`. Every letter is 5 pt
  // wide; a space is as wide as `space`.
  LineItem& line(LeafId leaf, int column, int row, const std::string& text, Length space = 5_pt) {
    const Point at = {layout_.grid.left(column), layout_.grid.row * row - 2_pt};
    const std::uint32_t first = reached_[leaf],
                        last = first + static_cast<std::uint32_t>(text.size());
    reached_[leaf] = last;
    GlyphItem glyphs;
    glyphs.text = {0, leaf, first, last};
    glyphs.origin = at;
    glyphs.run.size = 9_pt;
    glyphs.run.text = text;
    glyphs.run.text_first = first;
    glyphs.run.text_last = last;
    Length width;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      Glyph glyph;
      glyph.advance = text[i] == ' ' ? space : 5_pt;
      glyph.cluster = i;
      width += glyph.advance;
      glyphs.run.glyphs.push_back(glyph);
    }
    LineItem item;
    item.text = glyphs.text;
    item.origin = at;
    item.width = width;
    page_.items.emplace_back(item);
    page_.items.emplace_back(glyphs);
    return std::get<LineItem>(page_.items[page_.items.size() - 2]);
  }
  // Lines of a paragraph from `row` on.
  LeafId paragraph(int column, int row, int lines) {
    const LeafId leaf = add_leaf();
    more(leaf, column, row, lines).last_of_paragraph = true;
    return leaf;
  }
  LineItem& more(LeafId leaf, int column, int row, int lines) {
    for (int i = 0; i + 1 < lines; ++i) line(leaf, column, row + i, "abcdefghijklmnopqrst");
    return line(leaf, column, row + lines - 1, "abcdefghijklmnopqrst");
  }
  void leg(int column, int rows, int used) { leaf_.spaces.push_back({{column, 0, rows}, used}); }

  SettingFigures figures() {
    Issue issue;
    issue.articles.push_back(article_);
    Plan plan;
    plan.pages.push_back({1, "news", "", false, {leaf_}});
    const SettingQuality quality = setting_quality(set_lines({page_}), plan, issue, layout_);
    return quality.total;
  }

  Layout layout_;
  Article article_;
  PlanLeaf leaf_;
  DisplayPage page_;
  std::map<LeafId, std::uint32_t> reached_;
};

TEST_F(Setting, CountsLinesOfCopyAndNoDisplay) {
  paragraph(0, 2, 4);
  line(add_leaf(LeafRole::Headline), 0, 1, "Rail");
  EXPECT_EQ(figures().lines, 4);
}

TEST_F(Setting, CountsHyphensThatSettingPutInOfAHundredLines) {
  const LeafId leaf = add_leaf();
  line(leaf, 0, 1, "well-");
  line(leaf, 0, 2, "some\u00AD").hyphenated = true;
  more(leaf, 0, 3, 2);
  EXPECT_EQ(figures().hyphens, 1);
  EXPECT_EQ(figures().hyphens_per_100(), 25);
}

TEST_F(Setting, CountsALadderOnceHoweverTallAndWithTheCopysOwnHyphens) {
  const LeafId leaf = add_leaf();
  for (int row = 1; row <= 4; ++row) line(leaf, 0, row, row == 2 ? "well-" : "some\u00AD");
  EXPECT_EQ(figures().ladders, 1);
}

TEST_F(Setting, TakesLinesOfTwoRowsForOneLegInALanguageThatIsSetSo) {
  const LeafId leaf = add_leaf();
  for (int row = 1; row <= 7; row += 2) line(leaf, 0, row, "abcd").last_of_paragraph = row == 7;
  EXPECT_EQ(figures().widows + figures().orphans, 2);
  article_.language = "ur";
  auto tall = std::make_shared<Layout>(layout_);
  tall->styles["body"].grid_rows = 2;
  layout_.variants.push_back({{"ur"}, 1, 1, 2, 0.388, tall});
  EXPECT_EQ(figures().widows + figures().orphans, 0);
}

TEST_F(Setting, TakesTwoHyphensInARowForNoLadder) {
  const LeafId leaf = add_leaf();
  for (int row = 1; row <= 5; ++row) line(leaf, 0, row, row == 3 ? "thing" : "some\u00AD");
  EXPECT_EQ(figures().ladders, 0);
}

TEST_F(Setting, CountsLooseAndTightLinesBeyondTheirLimitsAlone) {
  const LeafId leaf = add_leaf();
  int row = 1;
  for (const double ratio : {1.0, 1.5, 1.51, 2.0, 0.8, 0.79})
    line(leaf, 0, row++, "a b").space_ratio = ratio;
  EXPECT_EQ(figures().loose, 2);
  EXPECT_EQ(figures().tight, 1);
}

TEST_F(Setting, SeesARiverOfThreeSpacesThatOverlap) {
  const LeafId leaf = add_leaf();
  line(leaf, 0, 1, "abcd efgh");  // the space from 20 to 25 pt
  line(leaf, 0, 2, "abcd efgh", 6_pt);
  line(leaf, 0, 3, "abcde fgh");  // from 25: touches the one above, which ends at 26
  EXPECT_EQ(figures().rivers, 1);
}

TEST_F(Setting, SeesNoRiverWhereSpacesOnlyTouch) {
  const LeafId leaf = add_leaf();
  line(leaf, 0, 1, "abcd efgh");
  line(leaf, 0, 2, "abcd efgh");
  line(leaf, 0, 3, "abcde fgh");
  EXPECT_EQ(figures().rivers, 0);
}

TEST_F(Setting, CountsTwoRiversSideBySideAndOneThatForksOnce) {
  const LeafId leaf = add_leaf();
  for (int row = 1; row <= 3; ++row) line(leaf, 0, row, "ab cd");
  EXPECT_EQ(figures().rivers, 1);
  const LeafId two = add_leaf();
  for (int row = 4; row <= 6; ++row) line(two, 0, row, "abcdef gh ij");
  EXPECT_EQ(figures().rivers, 3);
  const LeafId fork = add_leaf();  // under nothing: another column
  line(fork, 1, 1, "ab cd");
  line(fork, 1, 2, "ab cd", 20_pt);
  line(fork, 1, 3, "ab c def");
  EXPECT_EQ(figures().rivers, 4);
}

TEST_F(Setting, RunsARiverThroughParagraphsButNotIntoTheNextLeg) {
  const LeafId a = add_leaf(), b = add_leaf();
  line(a, 0, 1, "ab cd");
  line(a, 0, 2, "ab cd");
  line(b, 0, 3, "ab cd");
  EXPECT_EQ(figures().rivers, 1);
  const LeafId c = add_leaf();
  line(c, 0, 8, "abc de");
  line(c, 0, 9, "abc de");
  line(c, 1, 1, "abc de");
  EXPECT_EQ(figures().rivers, 1);
}

TEST_F(Setting, CallsALastLineShortUnderTwoEmsOrWithOneShortWord) {
  const auto ends = [&](const std::string& text) {
    const LeafId leaf = add_leaf();
    line(leaf, 0, 1, "abcdefghijklmn");
    line(leaf, 0, 2, text).last_of_paragraph = true;
    return figures().short_ends;
  };
  EXPECT_EQ(ends("of it"), 0);  // 25 pt, over 2 em of 9 pt
  EXPECT_EQ(ends("a b"), 1);
  EXPECT_EQ(ends("stop"), 2);      // one word of 20 pt
  EXPECT_EQ(ends("stopping"), 2);  // of 40 pt
}

TEST_F(Setting, CallsNoOnlyLineShort) {
  line(add_leaf(), 0, 1, "No").last_of_paragraph = true;
  EXPECT_EQ(figures().short_ends, 0);
}

TEST_F(Setting, CountsAWidowAtTheHeadAndAnOrphanAtTheFootOfALeg) {
  const LeafId leaf = add_leaf();
  more(leaf, 0, 7, 4);
  more(leaf, 1, 1, 1).last_of_paragraph = true;
  EXPECT_EQ(figures().widows, 1);
  EXPECT_EQ(figures().orphans, 0);
  const LeafId other = add_leaf();
  more(other, 0, 10, 1);
  more(other, 1, 1, 2).last_of_paragraph = true;
  EXPECT_EQ(figures().widows, 1);
  EXPECT_EQ(figures().orphans, 1);
}

TEST_F(Setting, TakesTwoLinesOnEitherSideOfABreakForNeither) {
  const LeafId leaf = add_leaf();
  more(leaf, 0, 9, 2);
  more(leaf, 1, 1, 2).last_of_paragraph = true;
  EXPECT_EQ(figures().widows + figures().orphans, 0);
}

TEST_F(Setting, FollowsAParagraphToAnotherPage) {
  const LeafId leaf = add_leaf();
  more(leaf, 0, 9, 2);
  DisplayPage first = page_;
  page_ = {};
  page_.folio = 2;
  more(leaf, 0, 9, 1).last_of_paragraph = true;
  Issue issue;
  issue.articles.push_back(article_);
  EXPECT_EQ(setting_quality(set_lines({first, page_}), {}, issue, layout_).total.widows, 1);
}

TEST_F(Setting, CountsLegsThatEndOnAHyphenAndNoHyphenWithinALeg) {
  const LeafId leaf = add_leaf();
  more(leaf, 0, 8, 1).hyphenated = true;
  more(leaf, 0, 9, 2).hyphenated = true;
  more(leaf, 1, 1, 2).last_of_paragraph = true;
  EXPECT_EQ(figures().hyphen_legs, 1);
}

TEST_F(Setting, CountsOverfullLinesOfDisplayToo) {
  line(add_leaf(LeafRole::Caption), 0, 1, "abc").overfull = true;
  line(add_leaf(), 0, 2, "abc").overfull = true;
  EXPECT_EQ(figures().overfull, 2);
}

TEST_F(Setting, CountsALegUnderSixRowsWhereTheStoryHasMoreThanOne) {
  paragraph(0, 1, 9);
  leg(0, 10, 5);
  EXPECT_EQ(figures().short_legs, 0);
  leg(1, 10, 6);
  EXPECT_EQ(figures().legs, 2);
  EXPECT_EQ(figures().short_legs, 1);
}

TEST_F(Setting, LooksAtNoLegThatHoldsNothing) {
  paragraph(0, 1, 9);
  leg(0, 10, 9);
  leg(1, 10, 0);
  EXPECT_EQ(figures().legs, 1);
  EXPECT_EQ(figures().uneven_feet, 0);
}

TEST_F(Setting, CountsALegThatStopsShortUnlessItIsTheStorysLast) {
  paragraph(0, 1, 9);
  leg(0, 10, 10);
  leg(1, 9, 8);
  EXPECT_EQ(figures().uneven_feet, 0);
  leaf_.continued_on = 3;  // its line stands in the tenth row of the last leg
  EXPECT_EQ(figures().uneven_feet, 1);
}

TEST_F(Setting, WantsThreeLinesUnderACrossheadInItsLeg) {
  leg(0, 10, 10);
  leg(1, 10, 10);
  line(add_leaf(LeafRole::Crosshead), 0, 8, "Ink");
  const LeafId leaf = add_leaf();
  more(leaf, 0, 9, 2);
  more(leaf, 1, 1, 3);
  EXPECT_EQ(figures().low_crossheads, 1);
  line(add_leaf(LeafRole::Crosshead), 1, 5, "Paper");
  paragraph(1, 6, 3);
  EXPECT_EQ(figures().low_crossheads, 1);
}

TEST_F(Setting, AsksNoMoreLinesUnderACrossheadThanTheCopyHas) {
  leg(0, 10, 10);
  paragraph(0, 1, 5);
  line(add_leaf(LeafRole::Crosshead), 0, 7, "Ink");
  paragraph(0, 8, 2);
  EXPECT_EQ(figures().low_crossheads, 0);
}

TEST_F(Setting, CountsTheLinesUnderACrossheadOfTwoLinesFromItsLast) {
  leg(0, 10, 10);
  const LeafId head = add_leaf(LeafRole::Crosshead);
  line(head, 0, 5, "Ink and");
  line(head, 0, 6, "paper");
  paragraph(0, 7, 3);
  EXPECT_EQ(figures().low_crossheads, 0);
}

TEST_F(Setting, LeavesOutADropCapWhichStandsBesideTheLineThatGoesOn) {
  const LeafId leaf = add_leaf();
  line(leaf, 0, 3, "T");
  std::get<GlyphItem>(page_.items.back()).run.size = 30_pt;
  more(leaf, 0, 1, 3).last_of_paragraph = true;
  EXPECT_EQ(figures().lines, 3);
  EXPECT_EQ(figures().orphans, 0);
}

TEST_F(Setting, LeavesOutFurniture) {
  line(kNoLeaf, 0, 1, "The Courier").overfull = true;
  paragraph(0, 2, 2);
  EXPECT_EQ(figures().lines, 2);
  EXPECT_EQ(figures().overfull, 0);
}

TEST_F(Setting, TellsOfEachArticleInTheOrderOfTheIssue) {
  const LeafId leaf = paragraph(0, 1, 2);
  Issue issue;
  issue.articles.push_back(article_);
  issue.articles.push_back(article_);
  issue.articles[1].id = "flood";
  for (DisplayItem& item : page_.items) {
    if (auto* line = std::get_if<LineItem>(&item)) line->text.article = 1;
  }
  line(leaf, 1, 1, "abc");
  const SettingQuality quality = setting_quality(set_lines({page_}), {}, issue, layout_);
  ASSERT_EQ(quality.articles.size(), 2u);
  EXPECT_EQ(quality.articles[0].article, "rail");
  EXPECT_EQ(quality.articles[0].figures.lines, 1);
  EXPECT_EQ(quality.articles[1].figures.lines, 2);
  EXPECT_EQ(quality.total.lines, 3);
}

}  // namespace
}  // namespace forme
