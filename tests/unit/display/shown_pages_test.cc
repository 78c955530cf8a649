#include "display/shown_pages.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

std::vector<DisplayPage> two_rules_and_a_link() {
  DisplayPage page;
  page.folio = 1;
  page.items.push_back(RuleItem{kArtifact, {1_pt, 2_pt, 30_pt, 1_pt}, "black"});
  page.items.push_back(RuleItem{kArtifact, {1_pt, 9_pt, 30_pt, 1_pt}, "red"});
  page.items.push_back(LinkItem{3, {1_pt, 9_pt, 30_pt, 1_pt}, "https://example.org/", "", ""});
  return {page};
}

TEST(ShownPages, LeaveOutWhatIsForOtherOutputsAndMoveNothing) {
  auto pages = two_rules_and_a_link();
  limit_to(pages[0].items, kPrint | kHandout, 1);
  const ShownPages print(pages, kPrint), screen(pages, kScreen);
  EXPECT_EQ(print.get(), pages);
  ASSERT_EQ(screen.get().size(), 1U);
  ASSERT_EQ(screen.get()[0].items.size(), 1U);
  EXPECT_EQ(screen.get()[0].items[0], pages[0].items[0]);
}

TEST(ShownPages, AreThePagesThemselvesWhereAllIsShown) {
  auto pages = two_rules_and_a_link();
  limit_to(pages[0].items, kPrint | kScreen);
  EXPECT_EQ(&ShownPages(pages, kScreen).get(), &pages);
  EXPECT_NE(&ShownPages(pages, kEpub).get(), &pages);
}

TEST(ShownPages, ALimitOnlyNarrows) {
  auto items = two_rules_and_a_link()[0].items;
  limit_to(items, kPrint | kScreen);
  limit_to(items, kScreen | kEpub);
  EXPECT_EQ(outputs_of(items[0]), kScreen);
}

TEST(DisplayDump, SaysWhereAnItemIsNotDrawnEverywhere) {
  auto pages = two_rules_and_a_link();
  limit_to(pages[0].items, kPrint | kHandout, 1);
  limit_to(pages[0].items, kScreen, 2);
  EXPECT_EQ(to_text(pages[0]),
            "page 1 0 0 bleed=0\n"
            "  fill artifact 1 2 30 1 black\n"
            "  fill artifact 1 9 30 1 red in=print,handout\n"
            "  link node=3 1 9 30 1 to https://example.org/ in=none\n");
}

}  // namespace
}  // namespace forme
