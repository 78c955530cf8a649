#include <gmock/gmock.h>

#include "makeup/inset.h"
#include "makeup/story.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::HasSubstr;

constexpr int kColumns = 6, kRows = 100;
constexpr Length kLargestLetters = 30_pt;

const char* const kCopy =
    "<p>In 1881 the company had the bridge painted by eleven men. The work began at its northern "
    "end in March and came to the other in the last week of October, before the first frost.</p>";

std::string paragraphs(int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += kCopy;
  return out;
}

// A table too wide for a column, and too deep to float in one.
std::string wide_table() {
  std::string out = "<table><thead><tr>";
  for (int i = 0; i < 9; ++i) out += "<th>Girder</th>";
  out += "</tr></thead><tbody>";
  for (int row = 0; row < 12; ++row) {
    out += "<tr>";
    for (int i = 0; i < 9; ++i) out += "<td>Rivets and plates of iron</td>";
    out += "</tr>";
  }
  return out + "</tbody></table>";
}

std::string quote(const std::string& words) {
  return "<pullquote wrap=\"box\">" + words + "</pullquote>";
}

// The story in w columns, in the first depth that holds it.
ComposedLeaf composed(const SetArticle& set, int w) {
  const Story story(set.context());
  const ShapeTable shapes = story.shapes({}, kColumns, kRows);
  for (int h = 1; h <= kRows; ++h) {
    if (shapes.at(w, h).cost >= kImpossible) continue;
    ComposedLeaf leaf = story.compose({}, w, h, shapes.at(w, h).variant, true);
    if (leaf.fits) return leaf;
  }
  ADD_FAILURE() << "nothing holds it";
  return {};
}

TEST(OpenedBlocks, TakeNoHeadOrShortParagraphWithThem) {
  const SetArticle set{paragraphs(5) +
                       "<crosshead>What it weighs</crosshead><p>All is in tons.</p>"
                       "<crosshead>By span</crosshead>" +
                       wide_table() + paragraphs(6)};
  for (const int w : {3, 6}) {
    const std::string words = words_in(composed(set, w).items);
    EXPECT_THAT(words, HasSubstr("What it weighs")) << w;
    EXPECT_THAT(words, HasSubstr("All is in tons.")) << w;
    EXPECT_THAT(words, HasSubstr("By span")) << w;
    EXPECT_THAT(words, HasSubstr("Rivets")) << w;
  }
}

// Three columns of long words, set over two columns of the page; so deep it would stand on none.
TEST(OpenedBlocks, AreNoTablesLongerThanAPage) {
  for (const int rows : {20, 80}) {
    std::string table = "<table><tbody>";
    for (int i = 0; i < rows; ++i)
      table += "<tr><td>Transporterbridge</td><td>Superintendence</td><td>Engineering</td></tr>";
    const SetArticle set(paragraphs(1) + table + "</tbody></table>");
    EXPECT_EQ(stands_outside(set.context(), set.article().body[1]), rows == 20);
    const Story story(set.context());
    const ShapeTable shapes = story.shapes({}, kColumns, kRows);
    bool any = false;
    for (int w = 1; w <= kColumns; ++w) {
      for (int h = 1; h <= kRows; ++h) any = any || shapes.at(w, h).cost < kImpossible;
    }
    EXPECT_TRUE(any) << rows;
  }
}

TEST(OpenedBlocks, StandOnNothingThatCopyFlowsRoundAlready) {
  const SetArticle set{paragraphs(6) + quote("Eleven men were at it") + paragraphs(6) +
                       quote("It was painted every year since") + paragraphs(6) +
                       quote("The frost came in the first week") + paragraphs(6)};
  for (const int w : {2, 3, 4}) {
    std::vector<Rect> marks;
    for (const GlyphItem& item : glyphs_in(composed(set, w).items)) {
      if (item.run.size > kLargestLetters) continue;  // the quotation mark's ink is but its head
      const Rect box{left_of(item), item.origin.y - item.run.size * 0.7,
                     right_of(item) - left_of(item), item.run.size * 0.7};
      for (const Rect& other : marks) {
        const bool apart = box.right() <= other.x || other.right() <= box.x ||
                           box.bottom() <= other.y || other.bottom() <= box.y;
        EXPECT_TRUE(apart) << w << ": " << item.run.text;
      }
      marks.push_back(box);
    }
  }
}

// In a leaf that is much deeper than all of the copy.
TEST(OpenedBlocks, StandNotAloneInWhite) {
  for (const std::string& block :
       {quote("Eleven men were at it"), std::string("<panel><headline>Figures</headline>"
                                                    "<p>Eleven men, two winters.</p></panel>")}) {
    const SetArticle set{paragraphs(7) + block + paragraphs(7)};
    const Story story(set.context());
    const ShapeTable shapes = story.shapes({}, kColumns, kRows);
    for (const int w : {2, 3, 4, 6}) {
      const ComposedLeaf leaf = story.compose({}, w, kRows, shapes.at(w, kRows).variant, true);
      ASSERT_TRUE(leaf.fits) << w;
      Length copy, outside = set.layout.grid.row * kRows;  // the last line and the first
      for (const GlyphItem& item : glyphs_in(leaf.items)) {
        if (item.text.leaf == kNoLeaf) continue;
        const bool paragraph =
            set.article().leaves[item.text.leaf].text.utf8.starts_with("In 1881");
        if (paragraph)
          copy = std::max(copy, item.origin.y);
        else if (set.article().leaves[item.text.leaf].role != LeafRole::Headline)
          outside = std::min(outside, item.origin.y);
      }
      EXPECT_LE(outside, copy + set.layout.grid.row * 5) << w << ": " << block;
      int rows = 0, used = 0;
      for (const FilledLeg& leg : leaf.spaces) rows += leg.space.rows, used += leg.used;
      EXPECT_EQ(rows - used, leaf.free_rows) << w;
      EXPECT_GT(leaf.free_rows, w * kRows / 4) << w;
    }
  }
}

TEST(OpenedBlocks, GoOnInNoSingleColumn) {
  const SetArticle set{paragraphs(20) + wide_table() + paragraphs(20)};
  const Story story(set.context());
  StoryPart turn;
  turn.from = {12, 0};
  turn.continued_from = 1;
  const ShapeTable of_turn = story.shapes(turn, kColumns, kRows);
  StoryPart opening;
  opening.continued_on = 3;
  opening.has_to_jump = true;
  const ShapeTable of_opening = story.shapes(opening, kColumns, kRows);
  int turns = 0, openings = 0;
  for (int h = 1; h <= kRows; ++h) {
    EXPECT_EQ(of_turn.at(1, h).cost, kImpossible) << h;
    EXPECT_EQ(of_opening.at(1, h).cost, kImpossible) << h;
    turns += of_turn.at(6, h).cost < kImpossible;
    openings += of_opening.at(6, h).cost < kImpossible;
  }
  EXPECT_GT(turns, 0);
  EXPECT_GT(openings, 0);
}

// A drawing of the body, 600 px wide, whose letters are as large as `size`.
struct Lettered : SetArticle {
  explicit Lettered(double size, const std::string& columns = "") : SetArticle(parts(columns)) {
    PictureInfo& drawing = pictures[block<Figure>(6).source];
    drawing.format = "svg";
    drawing.width = 600, drawing.height = 400;
    drawing.lettering = size / 600;
  }
  static MemoryIssue parts(const std::string& columns) {
    MemoryIssue parts;
    parts.files.put("/c/i/chart.svg", "<svg/>");
    parts.body = paragraphs(6) + "<graphic kind=\"chart\" src=\"../chart.svg\" alt=\"A chart\"" +
                 columns + "/>" + paragraphs(6);
    return parts;
  }
};

TEST(Drawings, HaveAsManyColumnsAsTheirLettersNeed) {
  const auto columns_of = [](double size, int w) {
    const Lettered set(size);
    const Block& block = set.article().body[6];
    return stands_outside(set.context(), block) ? inset_columns(set.context(), block, w) : 1;
  };
  EXPECT_EQ(columns_of(40, 6), 1);  // 7.5 pt
  EXPECT_EQ(columns_of(30, 6), 2);  // 5.6 pt in one column
  EXPECT_EQ(columns_of(12, 6), 3);
  EXPECT_EQ(columns_of(12, 2), 2);
  EXPECT_EQ(columns_of(0, 6), 1) << "no letters are known";
  const Lettered asked(30, " columns=\"1\"");
  EXPECT_FALSE(stands_outside(asked.context(), asked.article().body[6])) << "the editor's word";
}

TEST(Drawings, OfTheHeadBesideTheLeadHaveThemAsWell) {
  for (const double size : {40, 30}) {
    MemoryIssue parts;
    parts.files.put("/c/i/chart.svg", "<svg/>");
    const std::string chart = "<graphic kind=\"chart\" src=\"../chart.svg\" alt=\"A chart\"/>";
    parts.head += chart + chart;
    parts.body = paragraphs(12);
    SetArticle set(std::move(parts));
    PictureInfo& drawing = set.pictures[std::get<Figure>(set.article().figures[0].body).source];
    drawing.format = "svg";
    drawing.width = 600, drawing.height = 400;
    drawing.lettering = size / 600;
    const Story story(set.context());
    const ShapeTable shapes = story.shapes({}, kColumns, kRows);
    int h = kRows;
    for (int rows = 1; rows < kRows; ++rows)
      if (shapes.at(3, rows).cost < shapes.at(3, h).cost) h = rows;
    Length narrowest = set.layout.grid.width(kColumns);
    int pictures = 0;
    for (const DisplayItem& item : story.compose({}, 3, h, shapes.at(3, h).variant).items) {
      const auto* picture = std::get_if<PictureItem>(&item);
      if (!picture) continue;
      ++pictures;
      narrowest = std::min(narrowest, picture->box.width);
    }
    EXPECT_EQ(pictures, 2);
    EXPECT_EQ(narrowest > set.layout.grid.column, size == 30) << size;
  }
}

TEST(Drawings, AreDearWhereTheirLettersAreTooSmall) {
  const auto cost_of = [](double size, int w) {
    const Lettered set(size);
    const ShapeTable shapes = Story(set.context()).shapes({}, kColumns, kRows);
    double least = kImpossible;
    for (int h = 1; h <= kRows; ++h) least = std::min(least, shapes.at(w, h).cost);
    return least;
  };
  EXPECT_LT(cost_of(40, 1), 1000);
  EXPECT_GE(cost_of(30, 1), 1500);
  EXPECT_LT(cost_of(30, 2), 1000);
  EXPECT_GE(cost_of(12, 2), 1500);
  EXPECT_LT(cost_of(12, 4), 1000);
}

TEST(Inset, LeavesTheRestOfALegAsNarrowAsItIs) {
  LegSpace leg{0, 4, 20};
  leg.line_rows = 2;
  for (int row = 0; row < leg.rows; ++row)
    leg.room.push_back({Length(), 100_pt - 1_pt * row, row == 0});
  std::vector<LegSpace> spaces = {leg};
  Inset inset;
  inset.row = 10, inset.rows = 5;
  carve(spaces, inset);
  ASSERT_EQ(spaces.size(), 2U);
  EXPECT_EQ(spaces[1].line_rows, 2);
  ASSERT_EQ(spaces[0].room.size(), 6U);
  ASSERT_EQ(spaces[1].room.size(), 9U);
  EXPECT_EQ(spaces[0].room.back().width, 95_pt);
  EXPECT_EQ(spaces[1].room.front().width, 89_pt);
}

TEST(Inset, FindsNoPlaceWhereSomethingStandsIntoTheLegs) {
  std::vector<LegSpace> spaces = {{0, 0, 40}, {1, 0, 40}};
  for (LegSpace& leg : spaces) {
    for (int row = 0; row < leg.rows; ++row)
      leg.room.push_back({Length(), 100_pt, row < 15 || row >= 20});
  }
  EXPECT_FALSE(middle_place(spaces, 2, 2, 9));
  const auto place = middle_place(spaces, 2, 2, 8);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->row, 26);
}

}  // namespace
}  // namespace forme
