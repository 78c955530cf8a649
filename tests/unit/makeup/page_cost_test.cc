#include "makeup/page_cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace forme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(const PageCost& cost) {
  std::vector<std::string> out;
  for (const CostTerm& term : cost.terms) out.push_back(term.name);
  return out;
}

// A page of six columns and 100 rows to which nobody objects: a lead with a large picture over a
// story of priority 3, and one beside that of priority 4.
class Judged : public testing::Test {
 protected:
  Judged() {
    page_.columns = 6, page_.rows = 100, page_.row_mm = 3.35, page_.room = 600;
    lead() = story("lead", {0, 0, 6, 58}, 1, 6);
    lead().headline = {0, 0, 6, 10};
    lead().pictures = {{1, 12, 5, 20}};
    lead().crops = {0};
    for (int column = 0; column < 6; ++column) lead().legs.push_back({{column, 32, 26}, 26});
    left() = story("left", {0, 60, 3, 40}, 3, 3);
    right() = story("right", {3, 60, 3, 40}, 4, 2);
    for (JudgedLeaf* leaf : {&left(), &right()}) {
      leaf->headline = {leaf->box.x, 60, 3, leaf->step};
      for (int column = 0; column < 3; ++column) leaf->legs.push_back({{column, 4, 36}, 36});
    }
  }
  static JudgedLeaf story(const char* name, const GridRect& box, int priority, int step) {
    JudgedLeaf leaf;
    leaf.story = name;
    leaf.box = box;
    leaf.priority = priority;
    leaf.ideal_span = box.w;
    leaf.step = step;
    leaf.headline_lines = {0.9};
    return leaf;
  }
  JudgedLeaf& lead() { return page_.leaves[0]; }
  JudgedLeaf& left() { return page_.leaves[1]; }
  JudgedLeaf& right() { return page_.leaves[2]; }
  void book(const GridRect& box) {
    JudgedLeaf advert;
    advert.kind = LeafKind::Advert;
    advert.box = box;
    page_.leaves.push_back(advert);
  }
  // That the page pays this and nothing else.
  void pays(const char* name, double cost, const char* story) const {
    const PageCost judged = page_cost(page_);
    ASSERT_THAT(names(judged), ElementsAre(name));
    EXPECT_NEAR(judged.terms[0].cost, cost, 1e-6);
    EXPECT_EQ(judged.terms[0].story, story);
    EXPECT_NEAR(judged.total(), cost, 1e-6);
    EXPECT_EQ(judged.forbidden, ForbiddenFaults());
  }

  JudgedPage page_{0, 0, 0, 0, {}, std::vector<JudgedLeaf>(3)};
};

TEST_F(Judged, APageToWhichNobodyObjectsPaysNothing) {
  const PageCost cost = page_cost(page_);
  EXPECT_THAT(names(cost), IsEmpty());
  EXPECT_EQ(cost.total(), 0);
  EXPECT_EQ(cost.forbidden, ForbiddenFaults());
}

TEST_F(Judged, WhiteIsSquareInTheStorysTolerance) {
  left().free_rows = 3;  // of 108 rows: 3.24 are not seen
  pays("slack", 40 * (3 / 3.24) * (3 / 3.24), "left");
}

TEST_F(Judged, AShortStoryHasARowAndAHalfOfTolerance) {
  left().legs = {{{0, 4, 7}, 7}};
  left().box.w = left().ideal_span = 1;
  left().headline.w = 1;
  page_.leaves[2].box.x = page_.leaves[2].headline.x = 1;
  left().free_rows = 1;
  lead().pictures = {{0, 12, 5, 20}};
  const PageCost cost = page_cost(page_);
  ASSERT_THAT(names(cost), ElementsAre("slack"));
  EXPECT_NEAR(cost.terms[0].cost, 40 / 2.25, 1e-6);
}

TEST_F(Judged, AColumnOfNibsHasTheToleranceOfWhatStandsInIt) {
  right().kind = LeafKind::Nibs;
  right().legs.clear();
  right().free_rows = 3;  // of 120: 3.51 are not seen
  pays("slack", 40 * (3 / 3.51) * (3 / 3.51), "right");
}

TEST_F(Judged, WhiteUnderAStoryIsItsWhiteWhateverItsRectangle) {
  left().box.h = 39;
  page_.holes = {{0, 99, 3, 1}};
  pays("slack", 40 * (3 / 3.24) * (3 / 3.24), "left");
}

TEST_F(Judged, AHoleIsForbiddenAndNotWeighed) {
  left().free_rows = 100;
  PageCost cost = page_cost(page_);
  ASSERT_THAT(names(cost), ElementsAre("slack"));
  EXPECT_NEAR(cost.terms[0].cost, 640, 1e-6);
  EXPECT_EQ(cost.forbidden.unfilled_rows, 100 - 13);  // 4 × 3.24 rows are slack
  left().free_rows = 0;
  page_.leaves.erase(page_.leaves.begin() + 2);
  page_.holes = {{3, 70, 3, 30}};  // under no story
  cost = page_cost(page_);
  EXPECT_THAT(names(cost), IsEmpty());
  EXPECT_EQ(cost.forbidden.unfilled_rows, 90);
}

TEST_F(Judged, OversetAndOverlapAreForbiddenAndNotWeighed) {
  right().overset = 7;
  right().box.y -= 5;
  const PageCost cost = page_cost(page_);
  EXPECT_THAT(names(cost), IsEmpty());
  EXPECT_EQ(cost.forbidden, (ForbiddenFaults{0, 7, 1}));
}

TEST_F(Judged, ADogLegIsClearOfWhatStandsInItsCornerAndOfThatAlone) {
  // The story on the left goes on under the advert's place on the right.
  right() = story("advert", {3, 60, 3, 20}, 0, 0);
  right().kind = LeafKind::Advert;
  right().headline_lines.clear();
  left().box = {0, 60, 6, 40};
  EXPECT_EQ(page_cost(page_).forbidden.overlaps, 1);
  left().corner = {3, 20, true, false};
  EXPECT_EQ(page_cost(page_).forbidden.overlaps, 0);
  std::swap(right(), left());  // whichever comes first
  EXPECT_EQ(page_cost(page_).forbidden.overlaps, 0);
  left().box.h += 1;
  EXPECT_EQ(page_cost(page_).forbidden.overlaps, 1);
  // What stands over the other side of the dog-leg.
  left().box = {0, 60, 3, 20};
  EXPECT_EQ(page_cost(page_).forbidden.overlaps, 1);
}

TEST_F(Judged, AJump) {
  lead().jumps = true;
  lead().rest = 300;  // more than all lesser stories have
  pays("jump", 150, "lead");
  lead().asked_to_jump = true;
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
}

TEST_F(Judged, AJumpThatLesserStoriesCouldHaveMadeRoomForCostsMore) {
  lead().jumps = true;
  lead().rest = 240;  // as much as both
  const PageCost cost = page_cost(page_);
  EXPECT_THAT(names(cost), ElementsAre("jump", "avoidable jump"));
  EXPECT_EQ(cost.total(), 250);
}

TEST_F(Judged, APictureThatIsCut) {
  lead().crops = {0.5};
  pays("crop", 20, "lead");
}

TEST_F(Judged, ALargerHeadlineOnALesserStory) {
  right().step = 5;  // `left`, which matters more, has 3
  pays("larger headline", 100, "right");
}

TEST_F(Judged, ALesserStoryAboveAGreater) {
  std::swap(lead().priority, left().priority);
  lead().step = 2, right().step = 1, left().step = 3;
  pays("lesser story above", 120, "lead");
}

TEST_F(Judged, TwoHeadlinesOfOneSizeSideBySide) {
  right().step = 3;
  right().headline.h = 3;
  pays("tombstone", 120, "right");
  right().headline.y += 3;  // no longer beside the other
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
}

TEST_F(Judged, TombstonesOfStoriesThatNoCutOfThePageParts) {
  lead().box = {0, 0, 3, 58};
  lead().headline = {0, 0, 3, 6};
  lead().ideal_span = 3;
  lead().legs.resize(3);
  lead().pictures = {{0, 12, 3, 20}};
  right().box = {3, 0, 3, 100};
  right().headline = {3, 3, 3, 6};
  right().step = 6;
  right().priority = 0;  // a turn
  right().pictures = {{3, 40, 3, 13}};
  const PageCost cost = page_cost(page_);
  ASSERT_THAT(names(cost), ElementsAre("tombstone"));
}

TEST_F(Judged, ShortLegs) {
  left().legs[1].used = left().legs[1].space.rows = 5;
  const PageCost cost = page_cost(page_);
  EXPECT_THAT(names(cost), ElementsAre("short leg"));
  EXPECT_EQ(cost.total(), 200);
}

TEST_F(Judged, AFootThatIsNotLevel) {
  left().legs[1].used -= 1;
  pays("uneven foot", 60, "left");
}

TEST_F(Judged, ALegTooLongToRead) {
  left().legs[0].space.rows = left().legs[0].used = 71;
  const PageCost cost = page_cost(page_);
  EXPECT_THAT(names(cost), ElementsAre("long leg"));
  EXPECT_EQ(cost.total(), 30);
}

TEST_F(Judged, ALegWithNothingToRestTheEye) {
  page_.row_mm = 9;  // 36 rows are 324 mm
  left().resting = right().resting = {{0, 80, 6, 2}};
  left().resting[0].w = 1;  // stands in the first leg alone
  pays("grey leg", 120, "left");
  left().resting = {{0, 60, 3, 3}, {0, 64, 3, 2}, {0, 70, 2, 1}, {2, 97, 1, 3}};
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
}

TEST_F(Judged, ASpanThatTheStoryDoesNotLike) {
  left().ideal_span = 4;
  pays("span", 6.25, "left");
}

TEST_F(Judged, ASentenceLiftedOutOfTheCopyToFillRoom) {
  left().has_lifted_quote = true;
  pays("lifted quote", 60, "left");
}

TEST_F(Judged, AHeadlineThatDoesNotFillItsLine) {
  left().headline_lines = {0.9, 0.5};
  pays("thin headline", 52, "left");
}

TEST_F(Judged, NoDominantPicture) {
  lead().pictures = {{2, 12, 2, 20}};
  pays("no dominant picture", 80, "");
  lead().pictures = {{0, 12, 3, 20}, {3, 12, 3, 20}};
  pays("no dominant picture", 80, "");
  page_.room = 299;  // most of the page is booked
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
}

TEST_F(Judged, AHeadlineThatTouchesAnAdvert) {
  book({0, 60, 3, 40});
  left() = story("left", {3, 60, 1, 40}, 0, 0);
  right() = story("right", {4, 60, 2, 40}, 4, 2);
  left().headline_lines.clear();
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
  left().headline = {3, 70, 1, 4};
  pays("touches advert", 40, "left");
}

TEST_F(Judged, APictureStraightAboveAnAdvert) {
  left().box.h = right().box.h = 20;
  for (JudgedLeaf* leaf : {&left(), &right()})
    for (FilledLeg& leg : leaf->legs) leg.used = leg.space.rows = 16;
  book({0, 80, 6, 20});
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
  left().pictures = {{0, 70, 2, 8}};
  pays("touches advert", 40, "left");
  left().pictures = {{0, 68, 2, 8}};
  EXPECT_THAT(names(page_cost(page_)), IsEmpty());
}

TEST_F(Judged, APageThatTipsOver) {
  lead().headline = left().headline = right().headline = {};
  lead().pictures = {{3, 12, 3, 20}};  // its middle is half way from the page's to its edge
  pays("one-sided", 60 * 0.25 / 0.75, "");
}

TEST(LeftOut, CostsByImportance) {
  EXPECT_EQ(left_out_cost("a", 1), (CostTerm{"left out", 1000, "a"}));
  EXPECT_EQ(left_out_cost("a", 5).cost, 200);
}

TEST(TotalCost, IsThatOfThePagesAndOfWhatTheyLack) {
  Plan plan;
  plan.terms = {left_out_cost("a", 4)};
  plan.pages.resize(2);
  plan.pages[0].cost.terms = {{"jump", 150, "b"}, {"crop", 2.5, "b"}};
  plan.pages[1].cost.forbidden.unfilled_rows = 80;
  EXPECT_EQ(total_cost(plan), 552.5);
}

}  // namespace
}  // namespace forme
