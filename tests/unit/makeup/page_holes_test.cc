#include "makeup/page_holes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace forme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Four columns of 50 rows, of which a slot takes rows 10 to 40.
class PageHoles : public testing::Test {
 protected:
  PageHoles() {
    layout_.grid.columns = 4;
    layout_.grid.rows = 50;
    PageKind kind;
    kind.id = page_.kind = "news";
    Slot slot;
    slot.box = {0, 10, 4, 30};
    kind.slots.push_back(slot);
    layout_.pages.push_back(kind);
  }
  void put(const GridRect& box) {
    PlanLeaf leaf;
    leaf.box = box;
    page_.leaves.push_back(leaf);
  }
  std::vector<GridRect> found() const { return page_holes(page_, layout_); }

  Layout layout_;
  PlanPage page_;
};

TEST_F(PageHoles, EmptyPageIsOneHoleTheSizeOfItsSlot) {
  EXPECT_THAT(found(), ElementsAre(GridRect{0, 10, 4, 30}));
}

TEST_F(PageHoles, FullPageHasNone) {
  put({0, 10, 4, 30});
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(PageHoles, WhiteBetweenStoriesIsNone) {
  put({0, 10, 4, 12});
  put({0, 24, 2, 16});
  put({2, 22 + kLeastLeg - 1, 2, 40 - 22 - kLeastLeg + 1});
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(PageHoles, BesideAndBelowLeavesAreRectangles) {
  put({0, 10, 3, 12});
  EXPECT_THAT(found(), ElementsAre(GridRect{0, 22, 3, 18}, GridRect{3, 10, 1, 30}));
}

TEST_F(PageHoles, TheCornerOfADogLegIsOneWhereNoAdvertStands) {
  const std::pair<BookedCorner, GridRect> corners[] = {{{3, 12, false, false}, {1, 28, 3, 12}},
                                                       {{3, 12, false, true}, {0, 28, 3, 12}},
                                                       {{3, 12, true, false}, {1, 10, 3, 12}}};
  for (const auto& [corner, place] : corners) {
    page_.leaves.clear();
    put({0, 10, 4, 30});
    page_.leaves[0].variant.corner = corner;
    EXPECT_THAT(found(), ElementsAre(place));
    put(place);
    page_.leaves[1].kind = LeafKind::Advert;
    EXPECT_THAT(found(), IsEmpty());
  }
}

// A leaf at column 1, row 20, whose leg in its column `column` is filled so far.
PlanLeaf leaf_with(const std::vector<FilledLeg>& legs) {
  PlanLeaf leaf;
  leaf.ids = {"mill"};
  leaf.box = {1, 20, 3, 30};
  leaf.spaces = legs;
  return leaf;
}

TEST(LeafHoles, AreWhereItsLegsStopAndThoseOfOneDepthAreOne) {
  const PlanLeaf leaf = leaf_with({{{0, 4, 26}, 16}, {{1, 4, 26}, 16}, {{2, 14, 16}, 16}});
  EXPECT_THAT(leaf_holes(leaf), ElementsAre(GridRect{1, 40, 2, 10}));
}

TEST(LeafHoles, AreNotMadeByFeetThatStopShort) {
  const PlanLeaf leaf = leaf_with({{{0, 4, 26}, 26}, {{1, 4, 26}, 26 - kLeastLeg + 1}});
  EXPECT_THAT(leaf_holes(leaf), IsEmpty());
}

TEST_F(PageHoles, AreToldByPageWithWhosePlaceTheyAreIn) {
  page_.folio = 3;
  put({0, 10, 1, 30});
  page_.leaves.push_back(leaf_with({{{0, 4, 26}, 16}}));
  Plan plan;
  plan.pages = {page_};
  Issue issue;
  Diagnostics said;
  report_holes(find_holes(plan, layout_), issue, said);
  ASSERT_EQ(said.all().size(), 1U);
  EXPECT_EQ(said.all()[0].message,
            "page 3 has white (columns x rows): 3 x 10 at column 1, row 10; 1 x 10 at column 1, "
            "row 40 in the place of 'mill'");
}

}  // namespace
}  // namespace forme
