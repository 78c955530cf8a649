#include <gmock/gmock.h>

#include "unit/makeup/set_article.h"

namespace forme {
namespace {

Galley galley_of(const SetArticle& set) {
  return build_galley(set.context(), set.article().body, set.layout.grid.column, {});
}
const GlyphItem& first_item(const FlowBlock& block) {
  static GlyphItem found;
  found = glyphs_in(block.variants[0].lines[0].items).front();
  return found;
}
std::string mark_of(const FlowBlock& block) {
  return first_item(block).run.text;
}

TEST(List, MarksSayHowDeepTheListStands) {
  const SetArticle set{
      "<ul><li>One<ul><li>Two<ul><li>Three</li></ul></li></ul></li></ul>"
      "<ol><li>One<ol><li>Two<ol><li>Three</li></ol></li></ol></li></ol>"};
  const Galley galley = galley_of(set);
  ASSERT_EQ(galley.size(), 6U);
  const std::vector<std::string> marks = {"•", "–", "‣", "1.", "a)", "i."};
  for (std::size_t i = 0; i < marks.size(); ++i) EXPECT_EQ(mark_of(galley[i]), marks[i]);
  EXPECT_LT(left_of(first_item(galley[0])), left_of(first_item(galley[1])));
  EXPECT_LT(left_of(first_item(galley[1])), left_of(first_item(galley[2])));
}

TEST(List, NumbersEndUnderOneAnother) {
  std::string items;
  for (int i = 0; i < 12; ++i) items += "<li>Item</li>";
  const SetArticle set{"<ol>" + items + "</ol>"};
  const Galley galley = galley_of(set);
  ASSERT_EQ(galley.size(), 12U);
  EXPECT_NEAR(right_of(first_item(galley[0])).pt(), right_of(first_item(galley[11])).pt(), 0.01);
  EXPECT_GT(left_of(first_item(galley[0])), left_of(first_item(galley[11])));
}

TEST(List, AllLinesOfAnItemHangBehindItsMark) {
  const SetArticle set{
      "<ul><li>An item with so many words that it takes three lines or more of the narrow column "
      "in "
      "which it stands</li></ul>"};
  const Galley galley = galley_of(set);
  const auto& lines = galley[0].variants[0].lines;
  ASSERT_GE(lines.size(), 3U);
  const Length hang = left_of(glyphs_in(lines[0].items)[1]);
  EXPECT_GT(hang, right_of(first_item(galley[0])));
  for (std::size_t i = 1; i < lines.size(); ++i)
    EXPECT_EQ(left_of(glyphs_in(lines[i].items).front()), hang);
}

TEST(List, EveryLineStandsOnTheGrid) {
  const SetArticle set{
      "<ol><li>One<ul><li>Two</li></ul></li><li><p>Three</p><p>Four</p></li></ol>"};
  for (const FlowBlock& block : galley_of(set)) {
    for (const FlowLine& line : block.variants[0].lines) EXPECT_EQ(line.rows, 1);
  }
}

}  // namespace
}  // namespace forme
