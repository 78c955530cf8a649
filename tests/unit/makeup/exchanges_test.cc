#include "makeup/exchanges.h"

#include <gmock/gmock.h>

#include "unit/makeup/made_pages.h"

namespace forme {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// An exchange that is allowed, however dear its pages become.
struct Offer {
  int page = 0, other = 0;
  std::string goes, comes;
  std::string told() const { return goes + ">" + comes; }
};

std::vector<Offer> offers(MadePages& pages) {
  constexpr double kAnyWorth = -1e9;
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  const Exchanges exchanges(pages.all);
  const auto ids = [&](const std::vector<std::size_t>& articles) {
    std::string out;
    for (const std::size_t a : articles) out += pages.all.article(a).id;
    std::sort(out.begin(), out.end());
    return out;
  };
  std::vector<Offer> list;
  for (std::size_t i = 0; i < pages.all.pages.size(); ++i) {
    if (!exchanges.may_change(pages.all.pages[i])) continue;
    for (const Exchange& e : exchanges.of(i, kAnyWorth, kAll))
      list.push_back(
          {static_cast<int>(e.page) + 1, static_cast<int>(e.other) + 1, ids(e.goes), ids(e.comes)});
  }
  return list;
}

std::vector<std::string> told(const std::vector<Offer>& list) {
  std::vector<std::string> out;
  for (const Offer& offer : list) out.push_back(offer.told());
  return out;
}

// What the pages save, of which headlines and pictures that stay are no part: eight times what an
// exchange must be worth.
constexpr double kFarCheaper = 200;

// Page 2 has too little by as much as page 3 has too much, if "a" and "e" are to stay: "b" and the
// two small stories are to change places. No story alone makes the pages cheaper.
const std::vector<StoryCopy> kOneForTwo = {{96}, {60}, {36}, {36}, {120}};

TEST(ExchangeStories, OneChangesPlacesWithTwoThatFitBetter) {
  MadePages pages(kOneForTwo, R"(<page folio="2"><auto articles="a"/></page>
                             <page folio="3"><auto articles="e"/></page>)");
  pages.make(2, "b");
  pages.make(3, "cd");
  const double before = pages.cost();
  exchange_stories(pages.all);
  EXPECT_EQ(pages.on(2), "acd");
  EXPECT_EQ(pages.on(3), "be");
  EXPECT_LT(pages.cost(), before - kFarCheaper);
  expect_whole_stories(pages.plan(), pages.stock);
}

TEST(ExchangeStories, WhatTheEditorPlacedStays) {
  // The same, where the editor wants what does not fit so well.
  for (const std::string placed : {"b", "c"}) {
    SCOPED_TRACE(placed);
    const std::string on2 = placed == "b" ? "a b" : "a", on3 = placed == "b" ? "e" : "c e";
    MadePages pages(kOneForTwo, "<page folio=\"2\"><auto articles=\"" + on2 +
                                    "\"/></page><page folio=\"3\"><auto articles=\"" + on3 +
                                    "\"/></page>");
    pages.make(2, placed == "b" ? "" : "b");
    pages.make(3, placed == "b" ? "cd" : "d");
    for (const Offer& offer : offers(pages)) {
      for (const char stays : on2 + on3)
        EXPECT_THAT(offer.goes + offer.comes, Not(Contains(stays))) << offer.told();
    }
    EXPECT_THAT(offers(pages), Not(IsEmpty()));
    exchange_stories(pages.all);
    EXPECT_THAT(pages.on(placed == "b" ? 2 : 3), HasSubstr(placed));
  }
}

TEST(ExchangeStories, WhatHasAPageOfItsSectionStaysThere) {
  std::vector<StoryCopy> stories = kOneForTwo;
  for (StoryCopy& story : stories) story.section = "Sport";
  MadePages pages(stories, R"(<page folio="2" section="Sport"/>)");
  pages.make(2, "ab");
  pages.make(3, "cde");
  // What stands elsewhere may come to it.
  EXPECT_THAT(offers(pages), Not(IsEmpty()));
  for (const Offer& offer : offers(pages)) {
    EXPECT_EQ(offer.page == 2 ? offer.goes : offer.comes, "") << offer.told();
  }
  exchange_stories(pages.all);
  EXPECT_THAT(pages.on(2), AllOf(HasSubstr("a"), HasSubstr("b")));
}

TEST(ExchangeStories, APageOfASectionTakesNoOther) {
  std::vector<StoryCopy> stories = kOneForTwo;
  stories[0].section = stories[1].section = "Sport";
  MadePages pages(stories, R"(<page folio="2" section="Sport"/>)");
  pages.make(2, "ab");
  pages.make(3, "cde");
  EXPECT_THAT(offers(pages), IsEmpty());
}

// "a" turns from page 2 to page 3; page 4 has too much.
void make_with_jump(MadePages& pages) {
  pages.let_jump('a', 2, 3);
  pages.make(2, "b");
  pages.make(3, "e");
  pages.make(4, "cdf");
  ASSERT_GT(pages.turn_on(3, 'a').block, 0U);
  expect_whole_stories(pages.plan(), pages.stock);
}

TEST(ExchangeStories, AJumpIsCutAnewWhereItsPageHasChanged) {
  MadePages pages({{170}, {66}, {36}, {36}, {110}, {126}});
  make_with_jump(pages);
  const double before = pages.cost();
  const GalleyPlace from = pages.turn_on(3, 'a');
  exchange_stories(pages.all);
  EXPECT_LT(pages.cost(), before - kFarCheaper);
  const GalleyPlace now = pages.turn_on(3, 'a');
  EXPECT_GT(now.block, 0U);
  EXPECT_NE(now.block, from.block);
  expect_whole_stories(pages.plan(), pages.stock);
  EXPECT_THAT(pages.all.homeless_turns, IsEmpty());
}

TEST(ExchangeStories, WhatHasComeToFitOnItsPageGoesOnNowhere) {
  MadePages pages({{150}, {60}, {36}, {36}, {126}, {126}});
  make_with_jump(pages);
  exchange_stories(pages.all);
  EXPECT_EQ(pages.turn_on(3, 'a').block, 0U);
  EXPECT_THAT(pages.on(2), HasSubstr("a"));
  EXPECT_THAT(pages.on(3), Not(HasSubstr("a")));
}

TEST(ExchangeStories, NeitherPartOfAJumpLeavesItsPage) {
  MadePages pages({{170}, {60}, {36}, {36}, {110}, {126}});
  make_with_jump(pages);
  // What jumps need not be what was asked for on its page.
  for (PageWork& work : pages.all.pages) work.candidates.clear();
  const std::vector<Offer> list = offers(pages);
  EXPECT_THAT(told(list), AllOf(Contains("b>cd"), Contains("b>e")));
  for (const Offer& offer : list)
    EXPECT_THAT(offer.goes + offer.comes, Not(HasSubstr("a"))) << offer.told();
}

// Those that the front takes part in, seen from there.
std::vector<Offer> of_front(MadePages& pages) {
  std::vector<Offer> list;
  for (Offer& offer : offers(pages)) {
    if (offer.other == 1) std::swap(offer.goes, offer.comes);
    if (offer.page == 1 || offer.other == 1) list.push_back(offer);
  }
  return list;
}
int most_important(const MadePages& pages, const std::string& ids) {
  int priority = 9;
  for (const char id : ids)
    priority =
        std::min(priority, pages.set.issue.articles[pages.candidate(id).articles[0]].priority);
  return priority;
}

std::string without(std::string ids, const std::string& gone) {
  std::erase_if(ids, [&](char id) { return gone.find(id) != std::string::npos; });
  return ids;
}

TEST(ExchangesOfTheFront, LeaveItItsMostImportantOrWhatMattersAsMuch) {
  for (const int lead : {1, 2, 3}) {
    SCOPED_TRACE(lead);
    MadePages pages(
        {{20, lead}, {20, 3}, {20, 4}, {20, 1}, {20, 3}, {20, 5}, {20, 2}, {20, 4}, {20, 4}});
    pages.make(1, "abc");
    pages.make(2, "def");
    pages.make(3, "ghi");
    const std::vector<Offer> list = of_front(pages);
    for (const Offer& offer : list) {
      SCOPED_TRACE(offer.told());
      const std::string &goes = offer.goes, &comes = offer.comes;
      EXPECT_LE(most_important(pages, without("abc", goes) + comes), lead);
      if (!goes.empty() && !comes.empty()) {
        EXPECT_LE(most_important(pages, comes), most_important(pages, goes));
      }
      if (goes.empty()) {
        EXPECT_LE(most_important(pages, comes), 4);
      }
    }
    EXPECT_THAT(told(list), AllOf(Contains("a>d"), Contains("c>"), Contains("c>e"), Contains(">h"),
                                  Contains("bc>d"), Contains("c>de")));
  }
}

TEST(ExchangesOfTheFront, BringItNoMoreThanFiveStories) {
  const std::vector<StoryCopy> stories(9, StoryCopy{28});
  for (const std::string pinned : {"", "a"}) {
    SCOPED_TRACE("pinned: " + pinned);
    MadePages pages(stories, "<page folio=\"1\"><auto articles=\"" + pinned + "\"/></page>");
    pages.make(1, without("abcde", pinned));
    pages.make(2, "fghi");
    const std::vector<Offer> list = of_front(pages);
    for (const Offer& offer : list)
      EXPECT_LE(offer.comes.size(), offer.goes.size()) << offer.told();
    EXPECT_THAT(told(list), AllOf(Contains("b>f"), Contains("bc>f"), Contains("b>")));
  }
  MadePages four(stories);
  four.make(1, "abcd");
  four.make(2, "fghi");
  EXPECT_THAT(told(of_front(four)), AllOf(Contains(">f"), Contains("a>fg"), Not(Contains(">fg"))));
}

}  // namespace
}  // namespace forme
