#include <gmock/gmock.h>

#include "unit/makeup/made_pages.h"

namespace forme {
namespace {

int turns_of(const PageWork& work) {
  return static_cast<int>(
      std::count_if(work.candidates.begin(), work.candidates.end(),
                    [](const PageCandidate& c) { return c.part.continued_from > 0; }));
}

TEST(Turns, OfAPageThatIsMadeAgainStandNowhereElse) {
  MadePages pages({{300, 1}});
  for (const int to : {3, 2}) {
    pages.work(1).candidates.clear();
    pages.let_jump('a', 1, to);
    pages.work(1).candidates.back().part.has_to_jump = true;
    pages.make(1, "");
    EXPECT_EQ(turns_of(pages.work(to)), 1) << to;
  }
  EXPECT_EQ(turns_of(pages.work(3)), 0);
}

TEST(Turns, OfOtherPagesStayWhereTheyAre) {
  MadePages pages({{300, 1}, {300, 2}});
  pages.let_jump('a', 1, 4);
  pages.make(1, "");
  pages.let_jump('b', 2, 3);
  pages.make(2, "");
  EXPECT_EQ(turns_of(pages.work(4)), 1);
  EXPECT_EQ(turns_of(pages.work(3)), 1);
}

TEST(Turns, ThatStandElsewhereAreWhereTheirBeginningSays) {
  MadePages pages({{300, 1}, {200, 2}});
  pages.make(2, "b");
  pages.let_jump('a', 1, 2);
  pages.work(1).candidates.back().part.has_to_jump = true;
  pages.make(1, "");
  ASSERT_EQ(pages.all.homeless_turns.size(), 1U);
  const PageCandidate turn = pages.all.homeless_turns.front();
  std::vector<PageCandidate> list = {turn};
  PageWork& other = pages.work(4);
  pages.all.accept(other, list, pages.fitter.attempt(other, list));
  ASSERT_EQ(pages.work(1).page.leaves.size(), 1U);
  EXPECT_EQ(pages.work(1).page.leaves[0].continued_on, 4);
}

}  // namespace
}  // namespace forme
