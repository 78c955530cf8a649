#include <gmock/gmock.h>

#include <algorithm>

#include "makeup/set_table.h"
#include "makeup/table_columns.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::HasSubstr;

const char* const kSpans =
    "<table><thead><tr><th rowspan=\"2\">Town</th><th colspan=\"2\">Penny fares</th></tr>"
    "<tr><th>1844</th><th>1917</th></tr></thead>"
    "<tbody><tr><td rowspan=\"2\">Leeds</td><td>1</td><td>2</td></tr>"
    "<tr><td>3</td><td>4</td></tr><tr><td>York</td><td "
    "colspan=\"2\">none</td></tr></tbody></table>";

const PlacedCell& cell_of(const TableColumns& columns, const std::string& words) {
  const auto found =
      std::find_if(columns.cells().begin(), columns.cells().end(),
                   [&](const PlacedCell& c) { return columns.text(c).utf8 == words; });
  EXPECT_NE(found, columns.cells().end()) << words;
  return *found;
}
// The glyph item that reads `words`.
GlyphItem item_of(const std::vector<FlowLine>& strips, const std::string& words) {
  for (const FlowLine& strip : strips) {
    for (const GlyphItem& item : glyphs_in(strip.items)) {
      if (item.run.text == words) return item;
    }
  }
  ADD_FAILURE() << "nothing reads " << words;
  return {};
}

TEST(DecimalPlace, IsTheLanguagesPointElseBehindTheLastDigit) {
  EXPECT_EQ(decimal_place("1,234.5", "en-GB"), 5U);
  EXPECT_EQ(decimal_place("1.234,5", "de"), 5U);
  EXPECT_EQ(decimal_place("12", "en-GB"), 2U);
  EXPECT_EQ(decimal_place("12 %", "de"), 2U);
  EXPECT_EQ(decimal_place("£3.", "en-GB"), 3U);
  EXPECT_EQ(decimal_place("none", "en-GB"), 4U);
}

TEST(Table, CellsStandWhereSpansOfRowsAndColumnsPutThem) {
  const SetArticle set{kSpans};
  const TableColumns columns(set.context(), set.block<Table>());
  EXPECT_EQ(columns.columns().size(), 3U);
  EXPECT_EQ(columns.rows(), 5U);
  EXPECT_EQ(columns.head_rows(), 2U);
  EXPECT_EQ(cell_of(columns, "1844").column, 1U);
  EXPECT_EQ(cell_of(columns, "1844").row, 1U);
  EXPECT_EQ(cell_of(columns, "Penny fares").columns, 2U);
  EXPECT_EQ(cell_of(columns, "3").column, 1U);
  EXPECT_EQ(cell_of(columns, "York").row, 4U);
}

TEST(Table, RowsThatACellJoinsAreOneStrip) {
  const SetArticle set{kSpans};
  const SetTable table = set_table(set.context(), set.block<Table>(), 200_pt);
  ASSERT_EQ(table.strips.size(), 3U);  // the head, Leeds, York
  EXPECT_EQ(table.head_first, 0);
  EXPECT_EQ(table.head_last, 1);
  EXPECT_THAT(words_in(table.strips[1].items), HasSubstr("4"));
  EXPECT_EQ(table.strips[1].rows, 4);
}

TEST(Table, NoRuleRunsThroughACellOverTwoRows) {
  const SetArticle set{kSpans};
  const SetTable table = set_table(set.context(), set.block<Table>(), 200_pt);
  const Length end = right_of(item_of(table.strips, "Leeds"));
  int inner = 0;
  for (const DisplayItem& item : table.strips[1].items) {
    const auto* rule = std::get_if<RuleItem>(&item);
    if (!rule || rule->box.bottom() > set.layout.grid.row * 3) continue;
    ++inner;
    EXPECT_GT(rule->box.x, end);
  }
  EXPECT_EQ(inner, 1);
}

TEST(Table, NumbersStandUnderOneAnotherByTheirPoint) {
  const SetArticle set{
      "<table><tbody><tr><td>Nonpareil</td><td align=\"decimal\">6</td></tr>"
      "<tr><td>Brevier</td><td align=\"decimal\">7,75</td></tr>"
      "<tr><td>Pica</td><td align=\"decimal\">12,045</td></tr></tbody></table>",
      R"( xml:lang="de")"};
  const SetTable table = set_table(set.context(), set.block<Table>(), 113_pt);
  const auto point = [&](const std::string& words, std::size_t digits) {
    const GlyphItem item = item_of(table.strips, words);
    Length x = item.origin.x;
    for (std::size_t i = 0; i < digits; ++i) x += item.run.glyphs[i].advance;
    return x.pt();
  };
  EXPECT_NEAR(point("6", 1), point("7,75", 1), 0.01);
  EXPECT_NEAR(point("6", 1), point("12,045", 2), 0.01);
}

TEST(Table, AColumnIsNeverNarrowerThanItsLongestWordWhereThereIsRoom) {
  const SetArticle set{
      "<table><tbody><tr><td>Wagon</td><td>A very long remark about a wagon that needs "
      "several lines</td></tr></tbody></table>"};
  TableColumns columns(set.context(), set.block<Table>());
  EXPECT_EQ(columns.lay_out(columns.least() + 20_pt), 1.0);
  for (const TableColumn& c : columns.columns()) EXPECT_GE(c.width, c.least);
  const TableColumn& last = columns.columns().back();
  EXPECT_NEAR((last.x + last.width).pt(), (columns.least() + 20_pt).pt(), 0.01);
}

TEST(Table, ATableWiderThanItsPlaceIsSetSmallerAndStaysInside) {
  const SetArticle set{
      "<table><tbody><tr><td>Parliamentary</td><td>Standardisation</td><td>Electrification</td>"
      "</tr></tbody></table>"};
  for (const double part : {0.9, 0.6, 0.35}) {
    const Length width = table_least_width(set.context(), set.block<Table>()) * part;
    const SetTable table = set_table(set.context(), set.block<Table>(), width);
    const std::vector<GlyphItem> items = glyphs_in(table.strips[0].items);
    ASSERT_EQ(items.size(), 3U);
    for (std::size_t i = 0; i + 1 < items.size(); ++i)
      EXPECT_LE(right_of(items[i]), left_of(items[i + 1]));
    EXPECT_LE(right_of(items.back()), width + 0.1_pt);
    EXPECT_LT(items[0].run.size, set.layout.style("table").size);
  }
}

TEST(Table, ACellOverColumnsWidensThemAll) {
  const SetArticle set{
      "<table><tbody><tr><td>a</td><td>b</td></tr>"
      "<tr><td colspan=\"2\">Incomprehensibilities</td></tr></tbody></table>"};
  const TableColumns columns(set.context(), set.block<Table>());
  EXPECT_GT(columns.columns()[0].least, 20_pt);
  EXPECT_NEAR((columns.columns()[0].least - columns.columns()[1].least).pt(), 0, 3);
}

}  // namespace
}  // namespace forme
