#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "makeup/page_marks.h"
#include "makeup/plan_moves.h"
#include "makeup/sent_pages.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// A page with a line of the article of that place in the issue.
DisplayPage page_of(std::uint32_t article, std::uint32_t glyph = 7) {
  DisplayPage page;
  page.trim = {100_pt, 200_pt};
  GlyphItem line;
  line.node = article + 3;
  line.text.article = article;
  line.text.leaf = 2;
  line.origin = {10_pt, 20_pt};
  line.run.size = 9_pt;
  line.run.colour = "black";
  line.run.text = "a";
  line.run.glyphs = {{glyph, 5_pt, {}, {}, 0}};
  page.items = {LineItem{}, line, RuleItem{kArtifact, {1_pt, 2_pt, 3_pt, 4_pt}, "red"}};
  return page;
}

std::string marks(const DisplayPage& page, const Issue& issue = {}) {
  return page_marks(page, issue, {});
}

TEST(PageMarks, AreTheSameWhereverTheArticleStandsInTheIssue) {
  EXPECT_EQ(marks(page_of(0)), marks(page_of(9)));
}

TEST(PageMarks, LeaveOutWhatLeavesNone) {
  DisplayPage page = page_of(0);
  page.items.push_back(LinkItem{});
  page.items.push_back(DestinationItem{"section/News", {1_pt, 2_pt}});
  EXPECT_EQ(marks(page), marks(page_of(0)));
}

TEST(PageMarks, DifferByAGlyphItsPlaceAColourAndABox) {
  const std::string before = marks(page_of(0));
  EXPECT_NE(marks(page_of(0, 8)), before);
  DisplayPage moved = page_of(0);
  std::get<GlyphItem>(moved.items[1]).origin.y += Length::from_units(1);
  EXPECT_NE(marks(moved), before);
  DisplayPage grey = page_of(0);
  std::get<RuleItem>(grey.items[2]).colour = "grey";
  EXPECT_NE(marks(grey), before);
  DisplayPage wider = page_of(0);
  std::get<RuleItem>(wider.items[2]).box.width += 1_pt;
  EXPECT_NE(marks(wider), before);
}

TEST(PageMarks, KnowPicturesByTheNamesThatTheIssueGivesThem) {
  const auto with = [](const std::string& folder, const std::string& declared) {
    Issue issue;
    issue.manifest.promos.push_back({"a", folder + declared, declared, "", "", 0.5, 0.5, {}});
    DisplayPage page;
    PictureItem picture;
    picture.source = folder + declared;
    page.items = {picture};
    return page_marks(page, issue, {});
  };
  EXPECT_EQ(with("/home/one/", "hill.jpg"), with("/home/two/", "hill.jpg"));
  EXPECT_NE(with("/home/one/", "hill.jpg"), with("/home/one/", "dale.jpg"));
}

PlanLeaf story(const std::string& id, GridRect box) {
  PlanLeaf leaf;
  leaf.ids = {id};
  leaf.box = box;
  return leaf;
}

Plan plan_of(std::vector<PlanLeaf> leaves) {
  Plan plan;
  plan.pages.push_back({3, "news", "", false, std::move(leaves)});
  return plan;
}

TEST(PlanMoves, NameWhatMovedCameAndLeftButNotWhatStays) {
  const Plan before =
      plan_of({story("a", {0, 0, 2, 9}), story("b", {0, 11, 2, 9}), story("c", {2, 0, 2, 20})});
  const Plan after =
      plan_of({story("a", {0, 0, 2, 9}), story("b", {0, 11, 3, 9}), story("d", {3, 0, 1, 20})});
  const auto moves = plan_moves(before, after, {{"'b'", "'d' came late"}});
  std::vector<std::string> said;
  for (const PlanMove& move : moves) said.push_back(to_text(move));
  EXPECT_THAT(said,
              ElementsAre("'b' moves from page 3 (column 0, row 11, 2 x 9) to page 3 (column 0, "
                          "row 11, 3 x 9), because 'd' came late",
                          "'d' comes to page 3 (column 3, row 0, 1 x 20)",
                          "'c' leaves page 3 (column 2, row 0, 2 x 20)"));
}

TEST(PlanMoves, SpeakOfAColumnOfNibsAsOfMany) {
  PlanLeaf here = story("a", {0, 0, 1, 9}), there = story("a", {1, 0, 1, 9});
  here.kind = there.kind = LeafKind::Nibs;
  const auto said = [](const std::vector<PlanLeaf>& before, const std::vector<PlanLeaf>& after) {
    return to_text(plan_moves(plan_of(before), plan_of(after), {}).back());
  };
  EXPECT_THAT(said({here}, {there}), StartsWith("the nibs from 'a' move from page 3"));
  EXPECT_THAT(said({here}, {}), StartsWith("the nibs from 'a' leave page 3"));
  EXPECT_THAT(said({}, {there}), StartsWith("the nibs from 'a' come to page 3"));
}

TEST(PlanMoves, TellAStorysTurnFromItsBeginning) {
  PlanLeaf turn = story("a", {0, 0, 2, 9});
  turn.continued_from = 1;
  EXPECT_NE(leaf_name(turn), leaf_name(story("a", {0, 0, 2, 9})));
  EXPECT_THAT(plan_moves(plan_of({turn}), plan_of({turn}), {}), IsEmpty());
}

// What is said of the plan's page 3, sent with these marks, when it comes out with `now`.
std::string held(const std::string& now, const std::string& hash) {
  Issue issue;
  issue.articles.resize(2);
  issue.articles[0].id = "a", issue.articles[0].hash = "1";
  issue.articles[1].id = "b", issue.articles[1].hash = hash;
  Plan before = plan_of({story("a", {0, 0, 2, 9}), story("b", {0, 11, 2, 9})});
  before.copy = {{"a", "1"}, {"b", "2"}};
  before.pages[0].sent = true;
  before.pages[0].marks = "same";
  Plan after = before;
  after.pages[0].marks = now;
  Diagnostics diagnostics;
  hold_to_marks(issue, before, after, diagnostics);
  return diagnostics.all().empty() ? "" : to_text(diagnostics.all()[0]);
}

TEST(SentPages, ThatLookAsTheyDidAreGood) {
  EXPECT_EQ(held("same", "2"), "");
  EXPECT_EQ(held("same", "3"), "");  // a change that nobody sees
}

TEST(SentPages, ThatWouldChangeNameTheArticlesWhoseCopyDid) {
  EXPECT_THAT(held("other", "3"), HasSubstr("page 3 was sent, but the copy of 'b' has changed"));
  EXPECT_THAT(held("other", "2"), HasSubstr("page 3 with 'a', 'b' was sent, but would not look"));
}

TEST(SentPages, OfTheSameCopyNameTheDateAmongWhatMayBeAnother) {
  EXPECT_THAT(held("other", "2"), HasSubstr("the date, the title or the price of the issue"));
  EXPECT_THAT(held("other", "3"), Not(HasSubstr("the date")));
}

}  // namespace
}  // namespace forme
