#include "proof/plan_words.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

PlanLeaf story() {
  PlanLeaf leaf;
  leaf.ids = {"rail"};
  leaf.box = {0, 13, 4, 64};
  return leaf;
}

TEST(PlanWords, SayWhatALeafCarriesAndWhere) {
  EXPECT_EQ(names_of(story()), "rail");
  EXPECT_EQ(place_of(story()), "4×64 at 0,13");
  PlanLeaf nibs = story();
  nibs.ids = {"a", "b"};
  EXPECT_EQ(names_of(nibs), "a, b");
  EXPECT_EQ(genre_of(nibs, Issue()), "2 articles");
  PlanLeaf imprint;
  imprint.kind = LeafKind::Imprint;
  EXPECT_EQ(names_of(imprint), "imprint");
}

TEST(PlanWords, SayGenreAndPriorityOfCopyAlone) {
  Issue issue;
  issue.articles.emplace_back();
  issue.articles.back().id = "rail";
  issue.articles.back().genre = Genre::Feature;
  issue.articles.back().priority = 2;
  EXPECT_EQ(genre_of(story(), issue), "feature, priority 2");
  PlanLeaf advert = story();
  advert.kind = LeafKind::Advert;
  EXPECT_EQ(genre_of(advert, issue), "");
  EXPECT_EQ(fit_of(advert), "");
}

TEST(PlanWords, SayHowALeafFits) {
  PlanLeaf leaf = story();
  EXPECT_EQ(fit_of(leaf), "fits");
  leaf.free_rows = 1;
  EXPECT_EQ(fit_of(leaf), "under by 1 line");
  leaf.overset = 12;
  EXPECT_EQ(fit_of(leaf), "under by 1 line, over 12 lines");
  leaf.free_rows = 0;
  EXPECT_EQ(fit_of(leaf), "over 12 lines");
}

TEST(PlanWords, SayTheChoicesThatWereMade) {
  PlanLeaf leaf = story();
  EXPECT_EQ(choices_of(leaf), "");
  leaf.variant = {5, true, 1, 3, 31, true, 7};
  leaf.continued_on = 4;
  EXPECT_EQ(choices_of(leaf), "headline 1 line of 5 rows, short; picture 3×31; on to page 4");
  leaf.lifted = {2, 30, 1, 12};
  EXPECT_EQ(choices_of(leaf),
            "headline 1 line of 5 rows, short; picture 3×31; quote 1×12; on to page 4");
}

TEST(PlanWords, AddUpAPage) {
  PlanPage page;
  page.kind = "front", page.section = "News", page.sent = true;
  EXPECT_EQ(kind_of(page), "front, News, sent");
  page.leaves = {story(), story()};
  page.leaves[0].free_rows = 2, page.leaves[1].overset = 9;
  EXPECT_EQ(cost_words(42.46), "cost 42.5");
  Layout layout;
  layout.pages.emplace_back();
  EXPECT_EQ(fit_of(page, layout), "under by 2 lines, over 9 lines");
  Slot slot;
  slot.box = {4, 13, 1, 20};
  layout.pages.back().slots.push_back(slot);
  EXPECT_EQ(fit_of(page, layout), "20 rows empty, under by 2 lines, over 9 lines");
  page.leaves.clear();
  EXPECT_EQ(fit_of(page, layout), "20 rows empty");
}

}  // namespace
}  // namespace forme
