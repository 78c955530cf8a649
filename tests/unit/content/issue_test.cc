#include "content/issue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/memory_issue.h"

namespace forme {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kEars =
    "<ears><ear article='a'><headline>Secret</headline><p>P</p></ear>"
    "<ear article='gone'><headline>Gone</headline><p>P</p></ear>"
    "<ear><headline>Plain</headline><p>P</p></ear></ears>";

TEST(Issue, AnEarToAnArticleUnderEmbargoIsLeftOutWithIt) {
  const auto ears_on = [](const Date& day) {
    MemoryIssue issue;
    issue.article_attributes = " embargo='2016-02-20'";
    issue.paper = kEars;
    return issue.read(day).paper.ears;
  };
  EXPECT_EQ(ears_on({2016, 2, 20}).at(0).headline, "Secret");
  EXPECT_TRUE(ears_on({2016, 2, 19}).at(0).is_empty());
  EXPECT_EQ(ears_on({2016, 2, 19}).at(2).headline, "Plain");
}

TEST(Issue, AnEarToAnArticleThatTheIssueLacksIsLeftOutWithAWarning) {
  MemoryIssue issue;
  issue.paper = kEars;
  const Issue read = issue.read();
  EXPECT_EQ(read.paper.ears.at(0).headline, "Secret");
  EXPECT_TRUE(read.paper.ears.at(1).is_empty());
  EXPECT_EQ(read.paper.ears.at(2).headline, "Plain");
  EXPECT_THAT(issue.said(),
              testing::MatchesRegex("paper.xml:1:[0-9]+: warning: the ear is left out: it "
                                    "points to the article \"gone\", which the issue "
                                    "lacks\n"));
}

TEST(Issue, IsReadFromItsFolderOrItsFile) {
  MemoryIssue issue;
  (void)issue.read();
  for (const char* path : {"/c/i", "/c/i/issue.xml"}) {
    Diagnostics diagnostics;
    const Issue read = read_issue(issue.files, path, std::nullopt, diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    EXPECT_EQ(read.manifest.folder, "/c/i");
    EXPECT_EQ(read.manifest.root, "/c");
    ASSERT_NE(read.article("a"), nullptr);
    EXPECT_EQ(read.article("b"), nullptr);
  }
}

TEST(Issue, NamesFilesFromTheCollectionsRoot) {
  MemoryIssue issue;
  issue.article_attributes = " priority='9'";
  (void)issue.read();
  EXPECT_EQ(issue.diagnostics.all().front().where.file, "i/articles/a.xml");
}

TEST(Issue, TakesTheSplashsHeadlineForItsTitle) {
  MemoryIssue issue;
  issue.more_articles = R"(<article src="articles/b.xml"/>)";
  issue.files.put("/c/i/articles/b.xml",
                  R"(<article version="1" id="b" priority="1"><headline>Splash</headline><body/>)"
                  "</article>");
  EXPECT_EQ(issue.read().title(), "Splash");
  issue.attributes += R"( title="Its own")";
  EXPECT_EQ(issue.read().title(), "Its own");
}

TEST(Issue, AnArticleThatCannotBeReadIsNotAlsoMissing) {
  MemoryIssue issue;
  issue.more_articles = R"(<article src="articles/b.xml"/>)";
  issue.files.put("/c/i/articles/b.xml", "<article");
  issue.rest = R"(<flatplan pages="4"><page folio="1"><place article="b"/></page></flatplan>)";
  (void)issue.read();
  EXPECT_EQ(issue.diagnostics.all().size(), 1u) << issue.said();
}

TEST(Issue, LeavesOutWhatIsUnderEmbargoOrExpired) {
  MemoryIssue issue;
  issue.article_attributes = " embargo='2016-02-20' expires='2016-02-24'";
  issue.rest =
      "<promos><promo article='a'><headline>h</headline></promo></promos>"
      "<flatplan pages='4'><page folio='1'><auto articles='a'/></page></flatplan>";
  EXPECT_EQ(issue.read().articles.size(), 1u);
  EXPECT_EQ(issue.read(Date{2016, 2, 20}).articles.size(), 1u);
  EXPECT_EQ(issue.read(Date{2016, 2, 24}).articles.size(), 1u);
  for (const Date& day : {Date{2016, 2, 19}, Date{2016, 2, 25}}) {
    const Issue read = issue.read(day);
    EXPECT_THAT(read.articles, IsEmpty());
    EXPECT_THAT(read.manifest.promos, IsEmpty());
    EXPECT_THAT(read.manifest.flatplan.list[0].autos, IsEmpty());
    EXPECT_FALSE(issue.diagnostics.has_errors());
  }
}

TEST(Issue, SaysWhatItLeavesOutAndWarnsWhereThatHasAPlace) {
  MemoryIssue issue;
  issue.article_attributes = " embargo='2016-02-20' expires='2016-02-24'";
  (void)issue.read(Date{2016, 2, 19});
  EXPECT_THAT(issue.said(),
              HasSubstr("note: 'a' is left out: it is under embargo until 2016-02-20"));
  (void)issue.read(Date{2016, 2, 20});
  EXPECT_THAT(issue.said(), Not(HasSubstr("left out")));
  issue.rest = "<flatplan pages='4'><page folio='1'><auto articles='a'/></page></flatplan>";
  (void)issue.read(Date{2016, 2, 25});
  EXPECT_THAT(issue.said(), HasSubstr("warning: 'a' is left out: it expired on 2016-02-24"));
}

TEST(Issue, ASectionThatNoPageCarriesIsAWarning) {
  MemoryIssue issue;
  issue.paper = "<sections><section id='News'/><section id='Arts'/></sections>";
  issue.article_attributes = " section='Arts'";
  issue.rest = "<flatplan pages='2'><page folio='1-2' section='News'/></flatplan>";
  (void)issue.read();
  EXPECT_THAT(issue.said(), HasSubstr("warning: no page of the flatplan carries"));
}

TEST(Issue, APageThatIsLeftOpenCarriesEverySection) {
  MemoryIssue issue;
  issue.article_attributes = " section='Arts'";
  for (const char* plan : {"", "<flatplan pages='3'><page folio='1-2' section='News'/></flatplan>",
                           "<flatplan pages='2'><page folio='1-2'/></flatplan>"}) {
    issue.rest = plan;
    (void)issue.read();
    EXPECT_THAT(issue.diagnostics.all(), IsEmpty()) << issue.said();
  }
}

TEST(Issue, ARelatedArticleOfTheSameIssueHasToBeThere) {
  MemoryIssue issue;
  issue.tail = "<related ref='test/1/b'/><related ref='test/0/b'/><related ref='test/1/a#x'/>";
  (void)issue.read();
  EXPECT_EQ(issue.diagnostics.all().size(), 1u) << issue.said();
  EXPECT_FALSE(issue.diagnostics.has_errors());
}

TEST(Issue, AnyReadThatFailsIsReportedAndNeverMore) {
  for (int n = 1; n < 40; ++n) {
    MemoryIssue issue;
    issue.paper = "<sections/>";
    issue.files.fail_at(n, MemoryFileSystem::Fault::PowerCut);
    (void)issue.read();
    if (!issue.files.failed()) {
      EXPECT_GT(n, 5);
      return;
    }
    EXPECT_TRUE(issue.diagnostics.has_errors()) << "call " << n;
  }
  FAIL() << "the reader never came to an end";
}

}  // namespace
}  // namespace forme
