#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "support/memory_issue.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::vector<std::string> texts(const Article& article) {
  std::vector<std::string> out;
  for (const Leaf& leaf : article.leaves) out.push_back(leaf.text.utf8);
  return out;
}

std::vector<std::string> ids(const Article& article) {
  std::vector<std::string> out;
  for (const Leaf& leaf : article.leaves) out.push_back(leaf.id);
  return out;
}

TEST(Article, TextsKnowWhichSideTheirColumnsAreReadFrom) {
  MemoryIssue issue;
  issue.article_attributes = " xml:lang='ar'";
  issue.body =
      "<p xml:lang='en'>a</p><directory><entry><name>b</name><phone>01632 960 001</phone>"
      "</entry></directory>";
  const Article article = issue.article();
  for (const Leaf& leaf : article.leaves) EXPECT_TRUE(leaf.text.from_right) << leaf.text.utf8;
  EXPECT_EQ(article.leaves[1].text.language, "en");
  // A number is written from the left all the same.
  EXPECT_EQ(article.leaves.back().text.spans,
            (std::vector<Span>{{SpanKind::Language, 0, 13, "zxx"}}));
  issue.article_attributes = " xml:lang='en'";
  for (const Leaf& leaf : issue.article().leaves) EXPECT_FALSE(leaf.text.from_right);
}

TEST(Article, LeavesAreInReadingOrderWhateverTheFilesOrder) {
  MemoryIssue issue;
  issue.files.put("/c/i/p.svg", "");
  issue.head =
      "<byline>3a</byline><dateline>4</dateline><standfirst>2</standfirst>"
      "<byline>3b</byline><headline alt='short'>1b</headline><kicker>0</kicker>"
      "<headline>1a</headline>"
      "<figure src='../p.svg' alt='x'><credit>5b</credit><caption>5a</caption></figure>";
  issue.body = "<p>6<footnote>8</footnote></p><panel><p>7b</p><headline>7a</headline></panel>";
  issue.tail =
      "<previously ref='test/0/a'>10</previously>"
      "<correction of='test/0/b' date='2016-02-24'>9</correction>";
  EXPECT_THAT(texts(issue.article()), ElementsAre("0", "1a", "1b", "2", "3a", "3b", "4", "5a", "5b",
                                                  "61", "7a", "7b", "8", "9", "10"))
      << issue.said();
}

TEST(Article, EveryBlockOfTheVocabularyIsRead) {
  MemoryIssue issue;
  issue.files.put("/c/i/p.svg", "");
  issue.body =
      "<p>a</p><crosshead>b</crosshead><pullquote by='C'>c</pullquote>"
      "<blockquote><p>d</p></blockquote><ul><li>e</li></ul><ol><li>f</li></ol>"
      "<table><tbody><tr><td>g</td></tr></tbody></table><panel><p>h</p></panel>"
      "<letter><p>i</p></letter><directory><entry><name>j</name></entry></directory>"
      "<qr href='https://k.example/'/><figure src='../p.svg' alt='l'/>"
      "<graphic kind='chart' src='../p.svg' alt='m'/><note>n</note>";
  const Article article = issue.article();
  std::vector<std::size_t> kinds;
  for (const Block& block : article.body) kinds.push_back(block.body.index());
  EXPECT_THAT(kinds, ElementsAre(0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 10, 11)) << issue.said();
}

TEST(Article, LeavesItsFactsToTheIssueAndThePaper) {
  MemoryIssue issue;
  issue.paper = "<sections><section id='News'/><section id='Back'/></sections>";
  const Article article = issue.article();
  EXPECT_EQ(article.genre, Genre::News);
  EXPECT_EQ(article.priority, 3);
  EXPECT_EQ(article.section, "News");
  EXPECT_EQ(article.language, "en-GB");
  EXPECT_EQ(article.outputs, kAllOutputs);
  EXPECT_EQ(article.hash, sha256_hex(*issue.files.read("/c/i/articles/a.xml", 9999)));
}

TEST(Article, ReadsItsFacts) {
  MemoryIssue issue;
  issue.article_attributes =
      " genre='obituary' priority='1' section='The back' rights='R' "
      "outputs='epub print' embargo='2016-02-01' expires='2016-03-01'";
  issue.paper = "<sections><section id='News'/><section id='Back' title='The back'/></sections>";
  const Article article = issue.article();
  EXPECT_EQ(article.genre, Genre::Obituary);
  EXPECT_EQ(article.priority, 1);
  EXPECT_EQ(article.section, "Back");
  EXPECT_EQ(article.rights, "R");
  EXPECT_EQ(article.outputs, kEpub | kPrint);
  EXPECT_EQ(article.embargo, (Date{2016, 2, 1}));
  EXPECT_EQ(article.expires, (Date{2016, 3, 1}));
}

TEST(Article, ABlocksTextsShareItsId) {
  MemoryIssue issue;
  issue.body =
      "<letter id='l'><headline>h</headline><p id='p'>t</p><signature>s</signature>"
      "<place>o</place></letter>";
  EXPECT_THAT(ids(issue.article()), ElementsAre("headline", "l", "p", "l/1", "l/2"));
}

TEST(Article, ABlocksIdIsAHashOfItsContentAndNotOfItsPlace) {
  MemoryIssue issue;
  issue.body = "<p>One.</p><p>Two\n  <em>words</em>.</p>";
  const std::string two = issue.article().body[1].id;
  EXPECT_THAT(two, StartsWith("b"));
  issue.body = "<p>New.</p><p>One.</p><crosshead>Two words.</crosshead><p> Two <em>words</em>.</p>";
  const Article later = issue.article();
  EXPECT_EQ(later.body[3].id, two);
  EXPECT_NE(later.body[2].id, two);
}

TEST(Article, AFootnoteBeforeABlockDoesNotChangeItsId) {
  MemoryIssue issue;
  issue.body = "<p>One.</p><p>Two<footnote>n</footnote>.</p>";
  const std::string two = issue.article().body[1].id;
  issue.body = "<p>One<footnote>m</footnote>.</p><p>Two<footnote>n</footnote>.</p>";
  EXPECT_EQ(issue.article().body[1].id, two);
}

TEST(Article, BlocksThatSayTheSameAreToldApartByOccurrence) {
  MemoryIssue issue;
  issue.body = "<p>Same.</p><ul><li>Same.</li></ul><p>Same.</p>";
  const Article article = issue.article();
  const std::string first = article.body[0].id;
  EXPECT_EQ(std::get<List>(article.body[1].body).items[0].blocks[0].id, first + "-2");
  EXPECT_EQ(article.body[2].id, first + "-3");
}

TEST(Article, AnItemOfTextAndListsIsMadeOfParagraphs) {
  MemoryIssue issue;
  issue.body = "<ul><li> One <em>two</em> <ol><li>in</li></ol> three </li></ul>";
  const Article article = issue.article();
  const auto& blocks = std::get<List>(article.body[0].body).items[0].blocks;
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(article.text(std::get<Paragraph>(blocks[0].body).text).utf8, "One two");
  EXPECT_TRUE(std::get<List>(blocks[1].body).ordered);
  EXPECT_EQ(article.text(std::get<Paragraph>(blocks[2].body).text).utf8, "three");
}

TEST(Article, ATablesColumnsCountSpansBothWays) {
  MemoryIssue issue;
  issue.body =
      "<table><thead><tr><th colspan='3'>h</th></tr></thead><tbody>"
      "<tr><td rowspan='2'>a</td><td>b</td><td align='decimal'>c</td></tr>"
      "<tr><td colspan='2'>d</td></tr></tbody></table>";
  const Article article = issue.article();
  const Table& table = std::get<Table>(article.body[0].body);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(table.body[0][2].align, CellAlign::Decimal);
  EXPECT_TRUE(table.head[0][0].header);
  EXPECT_THAT(issue.diagnostics.all(), IsEmpty()) << issue.said();
}

TEST(Article, ARaggedTableIsAWarningAndALongRowSpanIsCut) {
  MemoryIssue issue;
  issue.body = "<table><tbody><tr><td rowspan='5'>a</td><td>b</td></tr><tr/></tbody></table>";
  const Article article = issue.article();
  EXPECT_EQ(std::get<Table>(article.body[0].body).body[0][0].row_span, 2);
  EXPECT_THAT(issue.said(), HasSubstr("past the last row"));
  EXPECT_THAT(issue.said(), HasSubstr("fills 1 of the table's 2 columns"));
}

TEST(Article, ADirectorysNumbersAndAddressesCanBeFollowed) {
  MemoryIssue issue;
  issue.body =
      "<directory><entry><name>n</name><phone>+44 (0)1632 960 001</phone>"
      "<email>a@b.example</email><a href='https://c.example/'>c</a></entry></directory>";
  const Article article = issue.article();
  std::vector<std::string> hrefs;
  for (const auto& f : std::get<Directory>(article.body[0].body).entries[0].fields) {
    hrefs.push_back(f.href);
  }
  EXPECT_THAT(hrefs, ElementsAre("tel:+4401632960001", "mailto:a@b.example", "https://c.example/"));
}

TEST(Article, APictureIsFoundFromItsFileAndKeepsItsSettings) {
  MemoryIssue issue;
  issue.files.put("/c/i/pictures/gate.svg", "");
  issue.body =
      "<graphic id='g' kind='puzzle' solution='s' src='../pictures/gate.svg' alt='A gate' "
      "focus='0.25 1' crop='0' columns='2-4' outputs='screen'/>"
      "<graphic id='s' kind='solution' src='../pictures/gate.svg' alt=''/>";
  const Article article = issue.article();
  const Figure& figure = std::get<Figure>(article.body[0].body);
  EXPECT_EQ(figure.source, "/c/i/pictures/gate.svg");
  EXPECT_EQ(figure.declared, "../pictures/gate.svg");
  EXPECT_EQ(figure.focus_x, 0.25);
  EXPECT_EQ(figure.focus_y, 1.0);
  EXPECT_EQ(figure.crop, 0.0);
  EXPECT_EQ(figure.columns_min, 2);
  EXPECT_EQ(figure.columns_max, 4);
  EXPECT_EQ(figure.outputs, kScreen);
  EXPECT_EQ(figure.graphic, GraphicKind::Puzzle);
  EXPECT_EQ(std::get<Figure>(article.body[1].body).graphic, GraphicKind::Solution);
}

TEST(Article, AnEmptyBlockIsLeftOutWithAWarning) {
  MemoryIssue issue;
  issue.body = "<p>One.</p><p> <em/> </p><crosshead/><ul><li/></ul>";
  const Article article = issue.article();
  EXPECT_EQ(article.leaves.size(), 2u);
  EXPECT_EQ(issue.diagnostics.all().size(), 3u) << issue.said();
}

TEST(Article, KeywordsMatchByIdByLabelAndByAnotherName) {
  MemoryIssue issue;
  issue.paper =
      "<keywords><group label='g'><keyword id='rail' label='Railways' "
      "alt='trains; Straßenbahn'/></group></keywords>";
  issue.head +=
      "<keywords><keyword ref='rail'/><keyword>RAILWAYS</keyword>"
      "<keyword> strassenbahn </keyword></keywords>";
  const Article article = issue.article();
  ASSERT_EQ(article.keywords.size(), 3u);
  for (const KeywordRef& k : article.keywords) {
    EXPECT_EQ(k.id, "rail");
    EXPECT_EQ(k.label, "Railways");
  }
}

TEST(Article, AnUnknownKeywordIsAWarningWithTheNearest) {
  MemoryIssue issue;
  issue.paper =
      "<keywords><group label='g'><keyword id='rail' label='Railways'/></group>"
      "</keywords>";
  issue.head += "<keywords><keyword>Railway</keyword><keyword ref='rial'/></keywords>";
  const Article article = issue.article();
  EXPECT_EQ(article.keywords[0].id, "");
  EXPECT_EQ(article.keywords[0].label, "Railway");
  EXPECT_THAT(issue.said(), HasSubstr("did you mean Railways?"));
  EXPECT_THAT(issue.said(), HasSubstr("did you mean rail?"));
}

TEST(Article, AnUnknownSectionOrSeriesIsAWarningWithTheNearest) {
  MemoryIssue issue;
  issue.paper =
      "<sections><section id='Letters'/></sections>"
      "<series><series id='sixty' title='60 years ago'/></series>";
  issue.article_attributes = " section='Leters'";
  issue.tail = "<series ref='sixti' part='2'/>";
  (void)issue.article();
  EXPECT_FALSE(issue.diagnostics.has_errors());
  EXPECT_THAT(issue.said(), HasSubstr("did you mean Letters?"));
  EXPECT_THAT(issue.said(), HasSubstr("did you mean sixty?"));
}

}  // namespace
}  // namespace forme
