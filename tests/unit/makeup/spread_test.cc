#include <gmock/gmock.h>

#include "makeup/given_plan.h"
#include "makeup/planner.h"
#include "unit/makeup/made_pages.h"

namespace forme {
namespace {

using testing::HasSubstr;
using testing::Not;

// A story of two pages, over 2 and 3, and two for the others.
class Spread : public testing::Test {
 protected:
  static PlanLeaf* leaf_on(Plan& plan, int folio) {
    for (PlanLeaf& leaf : plan.pages[static_cast<std::size_t>(folio - 1)].leaves) {
      if (leaf.ids == std::vector<std::string>{"a"}) return &leaf;
    }
    return nullptr;
  }
  std::string words_on(int folio) {
    const PlanLeaf* leaf = leaf_on(plan, folio);
    if (!leaf) return "";
    const ComposedLeaf made = stock.story(0).compose(part_of(*leaf, set.layout.page("news")),
                                                     leaf->box.w, leaf->box.h, leaf->variant);
    EXPECT_TRUE(made.fits);
    return words_in(made.items);
  }

  SetArticle set{issue_of({{200, 2}, {30, 1}, {20}},
                          R"(<page folio="2-3" spread="true"><auto articles="a"/></page>)")};
  StoryStock stock{set.settings};
  Diagnostics said;
  Plan plan = make_plan(stock, said);
};

TEST_F(Spread, RunsOnOverTheGutterUnderOneHeadline) {
  ASSERT_NE(leaf_on(plan, 2), nullptr);
  ASSERT_NE(leaf_on(plan, 3), nullptr);
  EXPECT_THAT(words_on(2), HasSubstr("The bridge is painted"));
  EXPECT_THAT(words_on(2), Not(HasSubstr("Continued")));
  EXPECT_THAT(words_on(3), Not(HasSubstr("The bridge is painted")));
  EXPECT_THAT(words_on(3), Not(HasSubstr("From page")));
  expect_whole_stories(plan.pages, stock);
}

TEST_F(Spread, BeginsAtTheHeadOfTheSecondPage) {
  const PlanLeaf* turn = leaf_on(plan, 3);
  ASSERT_NE(turn, nullptr);
  EXPECT_EQ(turn->box.x, 0);
  for (const PlanLeaf& other : plan.pages[2].leaves) EXPECT_GE(other.box.y, turn->box.y);
}

TEST_F(Spread, IsKeptByTheFileOfThePlan) {
  Result<Plan> read = plan_from_json(plan_to_json(plan, set.layout), "plan.json");
  ASSERT_TRUE(read.ok());
  make_jumps_true(*read);
  ASSERT_NE(leaf_on(*read, 2), nullptr);
  EXPECT_TRUE(leaf_on(*read, 2)->over_gutter);
  EXPECT_TRUE(leaf_on(*read, 3)->over_gutter);
}

// An editor moves the rest of it to another page.
TEST_F(Spread, JumpsWhereItsPagesDoNotFaceEachOther) {
  PlanLeaf moved = *leaf_on(plan, 3);
  std::erase_if(plan.pages[2].leaves, [](const PlanLeaf& leaf) { return leaf.ids[0] == "a"; });
  plan.pages[3].leaves = {moved};
  make_jumps_true(plan);
  EXPECT_FALSE(leaf_on(plan, 2)->over_gutter);
  EXPECT_FALSE(leaf_on(plan, 4)->over_gutter);
}

}  // namespace
}  // namespace forme
