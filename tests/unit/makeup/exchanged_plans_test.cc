#include <gmock/gmock.h>

#include <random>

#include "makeup/planner.h"
#include "unit/makeup/made_pages.h"

namespace forme {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

// Issues by chance, planned with exchanges and without.
class PlanByChance : public testing::TestWithParam<int> {
 protected:
  static constexpr const char* kFlatplan =
      R"(<page folio="2"><auto articles="c"/></page><page folio="3" section="Sport"/>)";
  static std::vector<StoryCopy> stories() {
    std::mt19937 chance(static_cast<unsigned>(GetParam()));
    std::uniform_int_distribution<int> sentences(12, 90), priority(1, 5), of_five(0, 4);
    std::vector<StoryCopy> list;
    for (int left = 700; left > 0; left -= list.back().sentences)
      list.push_back({sentences(chance), priority(chance), of_five(chance) < 2 ? "Sport" : ""});
    return list;
  }
  PlanByChance() : set_(issue_of(stories(), kFlatplan)) { set_.settings.knobs.fillings = false; }
  Plan plan(bool exchanges) {
    set_.settings.knobs.exchanges = exchanges;
    Diagnostics said;
    return make_plan(stock_, said);
  }
  static double cost_of(const Plan& plan) {
    double sum = 0;
    for (const PlanPage& page : plan.pages) sum += page.solved;
    return sum;
  }

  SetArticle set_;
  StoryStock stock_{set_.settings};
};
INSTANTIATE_TEST_SUITE_P(Seeds, PlanByChance, testing::Range(1, 10));

TEST_P(PlanByChance, CostsNoMoreWithExchanges) {
  EXPECT_LE(cost_of(plan(true)), cost_of(plan(false)));
}

TEST_P(PlanByChance, HasEveryStoryOnceAndWhole) {
  const Plan plan = this->plan(true);
  ASSERT_THAT(plan.overset, IsEmpty());
  expect_whole_stories(plan.pages, stock_);
}

TEST_P(PlanByChance, LeavesWhatIsAskedForWhereItIs) {
  const Plan before = plan(false), after = plan(true);
  EXPECT_THAT(stories_on(after.pages[1]), HasSubstr("c"));
  for (const char id : stories_on(before.pages[2]))
    EXPECT_THAT(stories_on(after.pages[2]), Contains(id));
}

TEST_P(PlanByChance, LeavesTheFrontItsImportance) {
  const auto most_important = [&](const std::string& ids) {
    int priority = 9;
    for (const char id : ids) {
      const auto index = static_cast<std::size_t>(id - 'a');
      priority = std::min(priority, set_.issue.articles[index].priority);
    }
    return priority;
  };
  const std::string before = stories_on(plan(false).pages[0]),
                    after = stories_on(plan(true).pages[0]);
  EXPECT_LE(most_important(after), most_important(before));
  EXPECT_LE(after.size(), std::max<std::size_t>(before.size(), 5));
}

// Of these issues some page has much white by chance, while no quotes fill it.
class PlanWithHoles : public PlanByChance {
 protected:
  PlanWithHoles() { set_.settings.knobs.lifted_quotes = false; }
};
INSTANTIATE_TEST_SUITE_P(Seeds, PlanWithHoles, testing::Values(2, 4, 5, 9, 17));

TEST_P(PlanWithHoles, CostsLessWithExchanges) {
  EXPECT_LT(cost_of(plan(true)), cost_of(plan(false)) * 0.9);
}

}  // namespace
}  // namespace forme
