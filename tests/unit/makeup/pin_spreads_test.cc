#include <gtest/gtest.h>

#include "unit/makeup/made_pages.h"

namespace forme {
namespace {

constexpr int kTooLong = 280;  // sentences, for any page

// The page on which the story opens, once spreads have theirs; 0: none has it.
int opens_on(MadePages& pages, char id) {
  pin_spreads(pages.all);
  const std::size_t article = pages.candidate(id).articles[0];
  for (const PageWork& work : pages.all.pages) {
    for (const PageCandidate& c : work.candidates) {
      if (c.articles.front() == article) return work.page.folio;
    }
  }
  return 0;
}

TEST(PinSpreads, AStoryThatNoPageHoldsHasTwoThatFaceEachOther) {
  MadePages pages({{60, 1}, {kTooLong, 2}});
  EXPECT_EQ(opens_on(pages, 'b'), 2);
}

TEST(PinSpreads, TheSplashIsLeftToTheFrontHoweverLong) {
  MadePages pages({{kTooLong, 1}, {60, 2}});
  EXPECT_EQ(opens_on(pages, 'a'), 0);
}

TEST(PinSpreads, AFeatureHasThemWhateverItsPriority) {
  MadePages pages({{kTooLong, 1}, {60, 2}}, "", " genre=\"feature\"");
  EXPECT_EQ(opens_on(pages, 'a'), 2);
}

}  // namespace
}  // namespace forme
