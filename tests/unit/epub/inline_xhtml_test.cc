#include "epub/inline_xhtml.h"

#include <gmock/gmock.h>

#include "epub/labels.h"
#include "epub/shown_text.h"
#include "sample_issue.h"

namespace forme {
namespace {

using sample::ArticleBuilder;
using sample::issue_of;

struct Sample {
  Issue issue;
  Book book;
  explicit Sample(ArticleBuilder builder, const PageMap& map = {}) {
    ArticleBuilder other("flood", "The flood");
    other.paragraph("bridge", "The bridge stands.");
    issue = issue_of({builder.article(), other.article()});
    book = plan_book(issue, map);
  }
  std::string written(LeafId leaf) const {
    MarkupWriter out("");
    InlineContext context;
    context.book = &book;
    context.article = &book.articles[0];
    context.leaf = leaf;
    context.language = "en-GB";
    write_inline(out, issue.articles[0].text(leaf), context);
    return out.take();
  }
};

std::string one_span(std::string utf8, Span span) {
  ArticleBuilder builder("rail", "Rail");
  const LeafId leaf = builder.paragraph("p", std::move(utf8), {std::move(span)});
  return Sample(builder).written(leaf);
}

TEST(InlineXhtml, EverySpanHasItsElement) {
  EXPECT_EQ(one_span("a b", {SpanKind::Emphasis, 0, 1, ""}), "<em>a</em> b");
  EXPECT_EQ(one_span("a b", {SpanKind::Strong, 2, 3, ""}), "a <strong>b</strong>");
  EXPECT_EQ(one_span("abc", {SpanKind::SmallCaps, 0, 3, ""}), "<span class=\"sc\">abc</span>");
  EXPECT_EQ(one_span("H2O", {SpanKind::Subscript, 1, 2, ""}), "H<sub>2</sub>O");
  EXPECT_EQ(one_span("4th", {SpanKind::Superscript, 1, 3, ""}), "4<sup>th</sup>");
  EXPECT_EQ(one_span("TAC", {SpanKind::Abbreviation, 0, 3, "Total ink"}),
            "<abbr title=\"Total ink\">TAC</abbr>");
  EXPECT_EQ(one_span("here", {SpanKind::Link, 0, 4, "https://example.org/a b"}),
            "<a href=\"https://example.org/a%20b\">here</a>");
}

TEST(InlineXhtml, ASpanInAnotherLanguageSaysSoAndWhichWayItRuns) {
  EXPECT_EQ(one_span("தமி", {SpanKind::Language, 0, 9, "ta"}),
            "<span xml:lang=\"ta\" lang=\"ta\">தமி</span>");
  EXPECT_EQ(one_span("بـ", {SpanKind::Language, 0, 4, "ar"}),
            "<span xml:lang=\"ar\" lang=\"ar\" dir=\"rtl\">بـ</span>");
  EXPECT_EQ(one_span("same", {SpanKind::Language, 0, 4, "en-GB"}), "same");
}

TEST(InlineXhtml, NestedSpansNest) {
  ArticleBuilder builder("rail", "Rail");
  const LeafId leaf = builder.paragraph("p", "one two three",
                                        {{SpanKind::Emphasis, 0, 13, ""},
                                         {SpanKind::Strong, 4, 7, ""},
                                         {SpanKind::Strong, 8, 13, ""}});
  EXPECT_EQ(Sample(builder).written(leaf),
            "<em>one <strong>two</strong> <strong>three</strong></em>");
}

TEST(InlineXhtml, ALineBreakIsABr) {
  ArticleBuilder builder("rail", "Rail");
  const LeafId leaf = builder.paragraph("p", "one\u2028two");
  EXPECT_EQ(Sample(builder).written(leaf), "one<br/>two");
}

TEST(InlineXhtml, APageMarkKeepsItsPlaceInsideSpans) {
  ArticleBuilder builder("rail", "Rail");
  const LeafId leaf = builder.paragraph("p", "one two three", {{SpanKind::Emphasis, 0, 13, ""}});
  PageMap map;
  map.pages = 2;
  map.places = {sample::place(1, 0, 0, 0, 4), sample::place(2, 0, leaf, 4, 13)};
  EXPECT_EQ(Sample(builder, map).written(leaf),
            "<em>one <span id=\"page-2\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" "
            "aria-label=\"Page 2\"></span>two three</em>");
}

TEST(InlineXhtml, ANoteMarkLinksToItsFootnote) {
  ArticleBuilder builder("rail", "Rail");
  const LeafId leaf = builder.paragraph("p", "A note1.", {{SpanKind::NoteMark, 6, 7, "2"}});
  builder.article().footnotes = {builder.leaf(LeafRole::Footnote, "At the foot.")};
  EXPECT_EQ(Sample(builder).written(leaf),
            "A note<sup class=\"mark\"><a href=\"#note-leaf-2\" id=\"mark-leaf-2\" "
            "epub:type=\"noteref\" role=\"doc-noteref\">1</a></sup>.");
}

TEST(ResolveLink, LeadsIntoThePackageOrToThePaperOrNowhere) {
  const Sample sample{ArticleBuilder("rail", "Rail")};
  const auto resolved = [&](std::string_view href) {
    return resolve_link(sample.book, sample.book.articles[0], href);
  };
  EXPECT_EQ(resolved("courier/890/flood"), "article-flood.xhtml");
  EXPECT_EQ(resolved("courier/890/flood#bridge"), "article-flood.xhtml#bridge");
  EXPECT_EQ(resolved("courier/890/flood#gone"), "article-flood.xhtml");
  EXPECT_EQ(resolved("courier/640/rail"), "https://courier.example/courier/640/rail");
  EXPECT_EQ(resolved("mailto:a@b.example"), "mailto:a@b.example");
  EXPECT_EQ(resolved("courier/890/nothing"), "");
  EXPECT_EQ(resolved("#nothing"), "");
  EXPECT_EQ(resolved("javascript:alert(1)"), "");
  EXPECT_EQ(resolved("../../etc/passwd"), "");
  EXPECT_EQ(resolved("file:///etc/x"), "");
  EXPECT_EQ(resolved(""), "");
}

TEST(Labels, FollowTheLanguage) {
  EXPECT_EQ(labels_for("de-AT").contents, "Inhalt");
  EXPECT_EQ(labels_for("EN").contents, "Contents");
  EXPECT_EQ(labels_for("frr").language, "en");
}

TEST(ShownText, PlainTextHasNoMarksAndNoLineBreaks) {
  Text text;
  text.utf8 = "One1\u2028two2";
  text.spans = {{SpanKind::NoteMark, 3, 4, "1"}, {SpanKind::NoteMark, 10, 11, "2"}};
  EXPECT_EQ(plain_text(text), "One two");
}

TEST(ShownText, AQuoteRepeatsWhateverItsCapitalsAndPoints) {
  EXPECT_TRUE(repeats("“We’re not going back”", "and, we're not – going Back on it"));
  EXPECT_TRUE(repeats("ÉTÉ", "un été"));
  EXPECT_FALSE(repeats("going back", "outgoing backs"));
  EXPECT_FALSE(repeats("…", "any copy"));
}

TEST(ShownText, AQuoteMayLeaveOutWhatStandsBetweenSentences) {
  EXPECT_TRUE(repeats("We stay. We wait.", "We stay, they said. We wait."));
  EXPECT_FALSE(repeats("We stay. We go.", "We stay, they said. We wait."));
}

}  // namespace
}  // namespace forme
