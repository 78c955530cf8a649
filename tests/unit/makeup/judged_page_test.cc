#include "makeup/judged_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

// An inside page of the tabloid with one story over its first four columns.
class Facts : public testing::Test {
 protected:
  Facts() : set_(parts()) {
    plan_.pages.resize(1);
    plan_.pages[0].folio = 2, plan_.pages[0].kind = "news";
    PlanLeaf leaf;
    leaf.ids = {"a"};
    leaf.box = {0, 10, 4, 50};
    leaf.variant.headline_rows = 4, leaf.variant.headline_lines = 2;
    leaf.spaces = {{{0, 12, 38}, 38}, {{1, 12, 38}, 30}};
    leaf.free_rows = 8;
    plan_.pages[0].leaves = {leaf};
    page_.folio = 2, page_.trim = set_.layout.trim;
  }
  static MemoryIssue parts() {
    MemoryIssue parts;
    parts.article_attributes = R"( priority="2")";
    parts.head =
        R"(<headline>A headline</headline><figure src="p.png" alt="x" crop="0.2"><caption>It</caption></figure>)";
    parts.body = "<p>Some copy.</p><crosshead>A crosshead</crosshead><p>More.</p>";
    return parts;
  }
  LeafId leaf_of(LeafRole role) const {
    const auto& leaves = set_.article().leaves;
    for (std::size_t i = 0; i < leaves.size(); ++i)
      if (leaves[i].role == role) return static_cast<LeafId>(i);
    return kNoLeaf;
  }
  // A line whose baseline is half a row above the foot of row `row` of the page.
  void line(LeafId leaf, int column, int row, double columns) {
    const Grid& grid = set_.layout.grid;
    LineItem item;
    item.text.article = 0, item.text.leaf = leaf;
    item.origin = {grid.left(column), grid.top(row + 0.5)};
    item.width = grid.width(1) * columns;
    page_.items.push_back(item);
  }
  JudgedPage read() const { return judged_pages(plan_, {page_}, set_.issue, set_.layout)[0]; }
  PlanLeaf& leaf() { return plan_.pages[0].leaves[0]; }

  SetArticle set_;
  Plan plan_;
  DisplayPage page_;
};

TEST_F(Facts, OfThePlan) {
  leaf().overset = 3;
  const JudgedLeaf read = this->read().leaves[0];
  EXPECT_EQ(read.story, "a");
  EXPECT_EQ(read.priority, 2);
  EXPECT_EQ(read.ideal_span, 4);
  EXPECT_EQ(read.free_rows, 8);
  EXPECT_EQ(read.overset, 3);
  EXPECT_EQ(read.legs.size(), 2U);
  EXPECT_FALSE(read.jumps);
}

TEST_F(Facts, TheHeadlineAndHowFullItsLinesAre) {
  const LeafId head = leaf_of(LeafRole::Headline);
  const double columns = set_.layout.grid.width(4) / set_.layout.grid.width(1);
  line(head, 0, 14, columns);
  line(head, 0, 18, columns / 2);
  const JudgedLeaf read = this->read().leaves[0];
  EXPECT_EQ(read.headline, (GridRect{0, 11, 4, 8}));
  EXPECT_THAT(read.headline_lines, ElementsAre(DoubleNear(1, 1e-4), DoubleNear(0.5, 1e-4)));
  EXPECT_GT(read.step, 0);
}

TEST_F(Facts, TheHeadlineOfADogLegStandsOverTheColumnsBesideACornerAtTheHead) {
  const LeafId head = leaf_of(LeafRole::Headline);
  const auto of = [&](const BookedCorner& corner) {
    leaf().variant.corner = corner;
    return read().leaves[0];
  };
  line(head, 0, 14, set_.layout.grid.width(3) / set_.layout.grid.width(1));
  const JudgedLeaf beside = of({1, 20, true, false});
  EXPECT_EQ(beside.corner, (BookedCorner{1, 20, true, false}));
  EXPECT_EQ(beside.headline, (GridRect{0, 11, 3, 4}));
  EXPECT_THAT(beside.headline_lines, ElementsAre(DoubleNear(1, 1e-4)));
  // Over a corner at the foot it has them all.
  for (const bool at_left : {false, true})
    EXPECT_EQ(of({1, 20, false, at_left}).headline, (GridRect{0, 11, 4, 4}));
}

TEST_F(Facts, AHeadlineOfAnotherLeafIsNotItsOwn) {
  line(leaf_of(LeafRole::Headline), 0, 75, 3);
  EXPECT_EQ(read().leaves[0].headline.w, 0);
}

TEST_F(Facts, ATurnsHeadlineStandsUnderTheLineThatSaysWhereFrom) {
  leaf().continued_from = 1;
  line(kNoLeaf, 0, 10, 1);
  line(kNoLeaf, 0, 14, 4);
  line(kNoLeaf, 0, 18, 2);
  line(kNoLeaf, 0, 59, 1);  // says where it goes on
  const JudgedLeaf read = this->read().leaves[0];
  EXPECT_EQ(read.headline_lines.size(), 2U);
  EXPECT_EQ(read.headline, (GridRect{0, 11, 4, 8}));
  EXPECT_EQ(read.priority, 0);
  EXPECT_EQ(read.ideal_span, 0);
}

TEST_F(Facts, PicturesAndWhatIsCutAwayOfThem) {
  const Grid& grid = set_.layout.grid;
  PictureItem picture;
  const Block& figure = set_.article().figures.at(0);
  picture.source = std::get<Figure>(figure.body).source;
  picture.box = {grid.left(1), grid.top(20.2), grid.width(3), grid.row * 14.7};
  picture.crop_height = 0.9;
  page_.items.push_back(picture);
  const JudgedLeaf read = this->read().leaves[0];
  EXPECT_THAT(read.pictures, ElementsAre(GridRect{1, 20, 3, 15}));
  EXPECT_THAT(read.crops, ElementsAre(DoubleNear(0.5, 1e-9)));
}

TEST_F(Facts, WhereTheEyeRests) {
  line(leaf_of(LeafRole::Paragraph), 1, 40, 1);
  line(leaf_of(LeafRole::Crosshead), 1, 45, 0.6);
  EXPECT_THAT(read().leaves[0].resting, ElementsAre(GridRect{1, 45, 1, 1}));
}

TEST_F(Facts, APaperThatIsReadFromTheRightCountsFromThere) {
  line(leaf_of(LeafRole::Crosshead), 4, 45, 0.6);  // the second column from the right of six
  set_.layout.from_right = true;
  EXPECT_THAT(read().leaves[0].resting, ElementsAre(GridRect{1, 45, 1, 1}));
}

TEST_F(Facts, HolesAndTheRoomOfThePage) {
  const JudgedPage read = this->read();
  int holes = 0;
  for (const GridRect& hole : read.holes) holes += hole.w * hole.h;
  EXPECT_EQ(read.room - holes, 4 * 50);
  EXPECT_EQ(read.columns, set_.layout.grid.columns);
  EXPECT_NEAR(read.row_mm, 3.35, 0.01);
}

TEST_F(Facts, AStoryThatNoPageHasIsLeftOut) {
  tell_page_costs(plan_, {page_}, set_.issue, set_.layout);
  EXPECT_TRUE(plan_.terms.empty());
  EXPECT_GT(plan_.pages[0].cost.forbidden.unfilled_rows, 0);
  plan_.pages[0].leaves.clear();
  tell_page_costs(plan_, {page_}, set_.issue, set_.layout);
  EXPECT_THAT(plan_.terms, ElementsAre(CostTerm{"left out", 800, "a"}));
}

TEST_F(Facts, OfAJumpWhatStandsElsewhere) {
  plan_.pages.push_back(plan_.pages[0]);
  plan_.pages[1].folio = 3;
  leaf().continued_on = 3;
  plan_.pages[1].leaves[0].continued_from = 2;
  const JudgedLeaf read = judged_pages(plan_, {page_, page_}, set_.issue, set_.layout)[0].leaves[0];
  EXPECT_TRUE(read.jumps);
  EXPECT_FALSE(read.asked_to_jump);
  EXPECT_EQ(read.rest, 68);
}

}  // namespace
}  // namespace forme
