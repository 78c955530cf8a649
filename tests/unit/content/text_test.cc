#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/memory_issue.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The text of <p>…</p>.
Text paragraph(const std::string& inside, const std::string& paper = "") {
  MemoryIssue issue;
  issue.body = "<p>" + inside + "</p>";
  issue.paper = paper;
  const Article article = issue.article();
  EXPECT_EQ(article.body.size(), 1u) << issue.said();
  return article.body.empty() ? Text()
                              : article.text(std::get<Paragraph>(article.body[0].body).text);
}

TEST(Text, WhiteSpaceFoldsToOneBlankAndNoneAtTheEnds) {
  EXPECT_EQ(paragraph("\n   one\t two\n\n  three  ").utf8, "one two three");
}

TEST(Text, ABlankFoldsAcrossInlineElements) {
  const Text text = paragraph("one <em> two </em> three<em> </em>.");
  EXPECT_EQ(text.utf8, "one two three .");
  EXPECT_EQ(text.spans[0], (Span{SpanKind::Emphasis, 4, 8, ""}));
}

TEST(Text, ANoBreakSpaceIsNoWhiteSpace) {
  EXPECT_EQ(paragraph("5&#160;&#160;mm&#160;").utf8, "5\xC2\xA0\xC2\xA0mm\xC2\xA0");
}

TEST(Text, ABreakIsALineSeparatorWithoutBlanksAroundIt) {
  EXPECT_EQ(paragraph("one <br/> two").utf8, "one\xE2\x80\xA8two");
}

TEST(Text, ABreakAtTheEndMakesNoLine) {
  EXPECT_EQ(paragraph("one. <br/> ").utf8, "one.");
  EXPECT_EQ(paragraph("one<br/><br/>").utf8, "one\xE2\x80\xA8");
}

TEST(Text, SpansThatHoldNothingAreLeftOut) {
  const Text text = paragraph("one<em> </em><strong/>");
  EXPECT_EQ(text.utf8, "one");
  EXPECT_THAT(text.spans, IsEmpty());
}

TEST(Text, SpansNestOuterFirst) {
  const Text text = paragraph("a <strong>b <em>c</em></strong> <em>d</em>");
  EXPECT_THAT(text.spans,
              ElementsAre(Span{SpanKind::Strong, 2, 5, ""}, Span{SpanKind::Emphasis, 4, 5, ""},
                          Span{SpanKind::Emphasis, 6, 7, ""}));
}

TEST(Text, EveryInlineElementHasItsSpan) {
  const Text text = paragraph(
      "<sc>a</sc><sub>b</sub><sup>c</sup><a href='https://d.example/'>d</a>"
      "<abbr title='Total ink'>e</abbr>");
  EXPECT_THAT(text.spans,
              ElementsAre(Span{SpanKind::SmallCaps, 0, 1, ""}, Span{SpanKind::Subscript, 1, 2, ""},
                          Span{SpanKind::Superscript, 2, 3, ""},
                          Span{SpanKind::Link, 3, 4, "https://d.example/"},
                          Span{SpanKind::Abbreviation, 4, 5, "Total ink"}));
}

TEST(Text, ALanguageMakesASpanWhereItDiffers) {
  const Text text = paragraph(
      "<span xml:lang='ta'>அ</span> <em xml:lang='cy'>b</em> "
      "<span xml:lang='en-GB'>c</span>");
  EXPECT_THAT(text.spans, ElementsAre(Span{SpanKind::Language, 0, 3, "ta"},
                                      Span{SpanKind::Language, 4, 5, "cy"},
                                      Span{SpanKind::Emphasis, 4, 5, ""}));
  EXPECT_EQ(text.language, "en-GB");
}

TEST(Text, TheLanguageIsInheritedFromIssueToArticleToBlock) {
  MemoryIssue issue;
  issue.attributes += R"( xml:lang="de")";
  EXPECT_EQ(issue.article().leaves.back().text.language, "de");
  issue.article_attributes = R"( xml:lang="fr")";
  EXPECT_EQ(issue.article().leaves.back().text.language, "fr");
  issue.body = R"(<blockquote xml:lang="it"><p>Sì</p></blockquote>)";
  EXPECT_EQ(issue.article().leaves.back().text.language, "it");
}

TEST(Text, AnUnknownLanguageIsSaidOnce) {
  MemoryIssue issue;
  issue.body = R"(<p xml:lang="xq">One <em>two</em></p>)";
  (void)issue.read();
  EXPECT_EQ(issue.diagnostics.all().size(), 1u) << issue.said();
}

TEST(Text, FootnotesAreNumberedThroughTheArticleAndKnowTheirLeaves) {
  MemoryIssue issue;
  issue.body =
      "<p>One<footnote>First.</footnote> two<footnote>Second.</footnote>.</p>"
      "<ul><li>Three<footnote><em>Third</em>.</footnote></li></ul>";
  const Article article = issue.article();
  ASSERT_EQ(article.footnotes.size(), 3u) << issue.said();
  const Text& text = article.leaves[1].text;
  EXPECT_EQ(text.utf8, "One1 two2.");
  EXPECT_THAT(text.spans, ElementsAre(Span{SpanKind::NoteMark, 3, 4, "3"},
                                      Span{SpanKind::NoteMark, 8, 9, "4"}));
  EXPECT_EQ(article.text(article.footnotes[2]).utf8, "Third.");
  EXPECT_EQ(article.leaves[article.footnotes[0]].role, LeafRole::Footnote);
}

TEST(Text, APersonStandsForTheNameInThePaper) {
  const std::string people = "<people><person id='ed' name='The editor'/></people>";
  MemoryIssue issue;
  issue.paper = people;
  issue.head += "<byline>By <person ref='ed'/> and <person ref='ed'>someone</person></byline>";
  const Article article = issue.article();
  EXPECT_EQ(article.text(article.bylines[0]).utf8, "By The editor and someone");
}

std::string byline(const std::string& inside, const std::string& attributes = "") {
  MemoryIssue issue;
  issue.paper = "<people><person id='ed' name='The editor' role='Editor'/></people>";
  issue.article_attributes = attributes;
  issue.head += "<byline>" + inside + "</byline>";
  const Article article = issue.article();
  return article.bylines.empty() ? issue.said() : article.text(article.bylines[0]).utf8;
}

TEST(Text, APersonAloneInABylineHasTheRoleBeforeTheName) {
  EXPECT_EQ(byline("<person ref='ed' role='words'/>"), "Words: The editor");
  EXPECT_EQ(byline(" <person role='Pictures'>A hand</person> "), "Pictures: A hand");
  EXPECT_EQ(byline("<person role='pictures'>A. B.</person>", " xml:lang='de-AT'"), "Bilder: A. B.");
  EXPECT_EQ(byline("<person role='words'>A. B.</person>", " xml:lang='fr'"), "Texte : A. B.");
  EXPECT_EQ(byline("<person role='Our man in Leeds'>A. B.</person>"), "Our man in Leeds: A. B.");
}

TEST(Text, ARoleIsNotSaidWhereTheBylineHasWordsOfItsOwnOrThereIsNone) {
  EXPECT_EQ(byline("By <person ref='ed' role='words'/>"), "By The editor");
  EXPECT_EQ(byline("<person role='words'>A</person>, <person role='pictures'>B</person>"), "A, B");
  EXPECT_EQ(byline("<person ref='ed'/>"), "The editor");
}

TEST(Text, AnUnknownPersonWithANameIsAWarning) {
  MemoryIssue issue;
  issue.paper = "<people><person id='editor' name='The editor'/></people>";
  issue.head += "<byline><person ref='editr'>Someone</person></byline>";
  (void)issue.read();
  EXPECT_FALSE(issue.diagnostics.has_errors());
  EXPECT_THAT(issue.said(), HasSubstr("did you mean editor?"));
}

}  // namespace
}  // namespace forme
