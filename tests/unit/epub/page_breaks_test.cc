#include "epub/page_breaks.h"

#include <gmock/gmock.h>

#include "sample_issue.h"

namespace forme {
namespace {

using sample::ArticleBuilder;
using sample::issue_of;
using sample::place;

// Three articles: 0 "rail" (headline 0, paragraphs 1 and 2), 1 "film" in Arts, 2 "web" kept off
// paper.
struct Paper {
  Issue issue;
  PageMap map;
  Paper() {
    ArticleBuilder rail("rail", "Rail crews stand firm");
    rail.paragraph("p1", "The line is shut from end to end.");
    rail.paragraph("p2", "It opens again in May.");
    ArticleBuilder film("film", "A film of the line", "Arts");
    film.paragraph("p1", "It runs for an hour.");
    ArticleBuilder web("web", "Not for readers of books");
    web.article().outputs = kPrint;
    issue = issue_of({rail.article(), film.article(), web.article()});
    map.pages = 1;
  }
  Book book() const { return plan_book(issue, map); }
};

std::vector<std::string> targets(const Book& book) {
  std::vector<std::string> list;
  for (const PageTarget& target : book.pages) list.push_back(target.href);
  return list;
}

TEST(PageBreaks, ThePageListNamesTheFirstWordOfEachPage) {
  Paper paper;
  paper.map.pages = 2;
  paper.map.places = {place(1, 0, 0, 0, 21), place(1, 0, 1, 0, 9), place(1, 1, 0, 0, 18),
                      place(2, 0, 1, 9, 33), place(2, 1, 1, 0, 20)};
  const Book book = paper.book();
  EXPECT_THAT(targets(book), testing::ElementsAre("text/article-rail.xhtml#page-1",
                                                  "text/article-rail.xhtml#page-2"));
  const std::vector<PageBreak>& breaks = book.articles[0].breaks;
  ASSERT_EQ(breaks.size(), 2u);
  EXPECT_EQ(breaks[1].leaf, 1u);
  EXPECT_EQ(breaks[1].offset, 9u) << "before \"is\"";
}

TEST(PageBreaks, OtherStoriesOfAPageHaveMarksOfTheirOwn) {
  Paper paper;
  paper.map.places = {place(1, 0, 0, 0, 21), place(1, 1, 0, 0, 18), place(1, 1, 1, 0, 20)};
  const Book book = paper.book();
  EXPECT_THAT(targets(book), testing::ElementsAre("text/article-rail.xhtml#page-1"));
  ASSERT_EQ(book.articles[1].breaks.size(), 1u);
  EXPECT_EQ(book.articles[1].breaks[0].leaf, 0u);
  EXPECT_EQ(book.articles[1].breaks[0].page, 1);
}

TEST(PageBreaks, AMarkStandsBeforeAWordNeverInsideIt) {
  Paper paper;
  paper.map.pages = 2;
  // The page begins with the tail of "end" (bytes 22 to 25 of leaf 1) or with the space after it.
  paper.map.places = {place(1, 0, 0, 0, 21), place(2, 0, 1, 23, 33)};
  EXPECT_EQ(paper.book().articles[0].breaks[1].offset, 26u);
  paper.map.places[1] = place(2, 0, 1, 25, 33);
  EXPECT_EQ(paper.book().articles[0].breaks[1].offset, 26u);
}

TEST(PageBreaks, APageWithoutTextPointsToItsSection) {
  Paper paper;
  paper.map.pages = 3;
  paper.map.places = {place(1, 0, 0, 0, 21), place(2, 2, 0, 0, 10)};
  FlatplanPage arts;
  arts.first = arts.last = 3;
  arts.section = "Arts";
  paper.issue.manifest.flatplan.list = {arts};
  const Book book = paper.book();
  EXPECT_THAT(targets(book), testing::ElementsAre("text/article-rail.xhtml#page-1",
                                                  "text/section-news.xhtml#page-2",
                                                  "text/section-arts.xhtml#page-3"));
  EXPECT_THAT(book.sections[0].bare_pages, testing::ElementsAre(2));
  EXPECT_THAT(book.sections[1].bare_pages, testing::ElementsAre(3));
}

TEST(PageBreaks, AHeadlineRepeatedOverATurnIsNotThePagesFirstWord) {
  Paper paper;
  paper.map.pages = 2;
  paper.map.places = {place(1, 0, 0, 0, 21), place(1, 0, 1, 0, 33), place(2, 0, 0, 0, 21),
                      place(2, 0, 2, 0, 22)};
  const std::vector<PageBreak> breaks = paper.book().articles[0].breaks;
  ASSERT_EQ(breaks.size(), 2u);
  EXPECT_EQ(breaks[1].leaf, 2u);
}

TEST(PageBreaks, TheShortHeadlineStandsForTheHeadline) {
  Paper paper;
  ArticleBuilder rail("rail", "Rail crews stand firm");
  rail.article().short_headline = rail.leaf(LeafRole::ShortHeadline, "Rail stands firm");
  rail.paragraph("p1", "The line is shut.");
  paper.issue.articles[0] = rail.article();
  paper.map.pages = 2;
  paper.map.places = {place(1, 0, 1, 0, 16), place(2, 0, 0, 0, 21), place(2, 0, 2, 0, 17)};
  const std::vector<PageBreak> breaks = paper.book().articles[0].breaks;
  ASSERT_EQ(breaks.size(), 2u);
  EXPECT_EQ(breaks[0].leaf, 0u);
  EXPECT_EQ(breaks[1].leaf, 2u) << "the long form over the turn repeats the short one";
}

TEST(PageBreaks, AMarkMakesWayForABlockOfItsName) {
  Paper paper;
  ArticleBuilder rail("rail", "Rail crews stand firm");
  rail.paragraph("page-1", "The line is shut.");
  paper.issue.articles[0] = rail.article();
  paper.map.places = {place(1, 0, 0, 0, 21)};
  EXPECT_THAT(targets(paper.book()), testing::ElementsAre("text/article-rail.xhtml#page-1-x"));
}

TEST(PageBreaks, PlacesOutsideTheIssueAreIgnored) {
  Paper paper;
  paper.map.places = {place(0, 0, 0, 0, 1), place(9, 0, 0, 0, 1), place(1, 7, 0, 0, 1),
                      place(1, 0, 99, 0, 1)};
  EXPECT_THAT(targets(paper.book()), testing::ElementsAre("text/section-news.xhtml#page-1"));
}

TEST(Book, SectionsStandInThePapersOrderAndArticlesByPriority) {
  ArticleBuilder arts("arts", "A film", "Arts");
  ArticleBuilder low("low", "Later news");
  ArticleBuilder high("high", "First news");
  high.article().priority = 1;
  ArticleBuilder odd("odd", "Elsewhere", "Odd & ends");
  const Issue issue = issue_of({odd.article(), arts.article(), low.article(), high.article()});
  const Book book = plan_book(issue, {});
  ASSERT_EQ(book.sections.size(), 3u);
  EXPECT_EQ(book.sections[0].title, "News");
  EXPECT_THAT(book.sections[0].articles, testing::ElementsAre(3u, 2u));
  EXPECT_EQ(book.sections[1].title, "Arts & books");
  EXPECT_EQ(book.sections[2].title, "Odd & ends");
  EXPECT_EQ(book.sections[0].file, "text/section-news.xhtml");
  EXPECT_THAT(book.sections[2].file, testing::StartsWith("text/section-odd-ends-"));
  EXPECT_TRUE(book.pages.empty());
}

TEST(Book, SectionsThatDifferInCaseAloneHaveFilesOfTheirOwn) {
  ArticleBuilder one("one", "One", "Trade"), two("two", "Two", "trade");
  const Issue issue = issue_of({one.article(), two.article()});
  const Book book = plan_book(issue, {});
  ASSERT_EQ(book.sections.size(), 2u);
  EXPECT_NE(book.sections[0].file, book.sections[1].file);
}

}  // namespace
}  // namespace forme
