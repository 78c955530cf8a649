#include "proof/cost_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "makeup/page_cost.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CostWords, AddUpTermsOfOneStoryAndPutTheDearestFirst) {
  EXPECT_THAT(dearest_first({{"crop", 10, "a"},
                             {"slack", 30, "a"},
                             {"crop", 25, "a"},
                             {"crop", 12, "b"},
                             {"one-sided", 30}}),
              ElementsAre(CostTerm{"crop", 35, "a"}, CostTerm{"slack", 30, "a"},
                          CostTerm{"one-sided", 30}, CostTerm{"crop", 12, "b"}));
  EXPECT_THAT(dearest_first({}), IsEmpty());
}

TEST(CostWords, SayWhatAStoryPaysAndNothingForWhatIsThePages) {
  const PageCost cost{
      {{"crop", 10, "a"}, {"slack", 30, "b"}, {"jump", 150, "a"}, {"one-sided", 7}}};
  EXPECT_EQ(paid_for(cost, "a"), 160);
  EXPECT_EQ(paid_for(cost, "b"), 30);
  EXPECT_EQ(paid_for(cost, "c"), 0);
  EXPECT_EQ(paid_for(cost, ""), 0);
}

// A page on which everything is amiss that a page can pay for.
JudgedPage amiss() {
  JudgedPage page;
  page.columns = 6, page.rows = 100, page.row_mm = 4, page.room = 600;
  JudgedLeaf lesser, greater, advert;
  lesser.story = "lesser", lesser.box = {0, 0, 2, 90}, lesser.priority = 4, lesser.step = 4;
  lesser.ideal_span = 4, lesser.headline = {0, 0, 2, 4}, lesser.headline_lines = {0.3};
  lesser.has_lifted_quote = true;
  lesser.crops = {1}, lesser.jumps = true, lesser.free_rows = 3;
  lesser.legs = {{{0, 4, 86}, 86}, {{1, 4, 86}, 4}};
  greater.story = "greater", greater.box = {2, 0, 1, 20}, greater.priority = 5, greater.step = 4;
  greater.headline = {2, 0, 1, 4};
  JudgedLeaf below;
  below.story = "below", below.box = {0, 92, 2, 8}, below.priority = 1, below.step = 1;
  advert.kind = LeafKind::Advert, advert.story = "advert";
  advert.box = {3, 0, 1, 30};
  JudgedLeaf beside = greater;
  beside.story = "beside", beside.box = {4, 0, 1, 20}, beside.headline = {4, 0, 1, 4};
  JudgedLeaf edge = advert;
  edge.box = {5, 0, 1, 100};
  page.leaves = {lesser, greater, below, advert, beside, edge};
  return page;
}

TEST(CostWords, HavePlainWordsForEveryTermThatAPageCanPay) {
  std::vector<std::string> names;
  for (const CostTerm& term : page_cost(amiss()).terms) {
    names.push_back(term.name);
    if (term.name != "no dominant picture") {
      EXPECT_NE(term_words(term.name), term.name);
    }
  }
  for (const char* paid :
       {"slack", "jump", "avoidable jump", "crop", "larger headline", "lesser story above",
        "tombstone", "short leg", "long leg", "span", "touches advert", "thin headline",
        "uneven foot", "grey leg", "lifted quote", "no dominant picture", "one-sided"}) {
    EXPECT_THAT(names, testing::Contains(std::string(paid)));
  }
  EXPECT_NE(term_words(left_out_cost("a", 1).name), "left out");
  EXPECT_EQ(term_words("a term of tomorrow"), "a term of tomorrow");
}

TEST(CostWords, SayWhatIsForbidden) {
  EXPECT_EQ(forbidden_words({}), "");
  EXPECT_EQ(forbidden_words({1, 0, 2}), "1 row unfilled, 2 overlaps");
  EXPECT_EQ(forbidden_words({12, 3, 1}), "12 rows unfilled, 3 lines over, 1 overlap");
}

}  // namespace
}  // namespace forme
