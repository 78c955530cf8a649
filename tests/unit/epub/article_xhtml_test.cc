#include "epub/article_xhtml.h"

#include <gmock/gmock.h>

#include "read_xml.h"
#include "sample_issue.h"

namespace forme {
namespace {

using sample::ArticleBuilder;
using sample::find_all;
using sample::issue_of;
using sample::text_of;
using sample::value_of;
using sample::with;

struct Written {
  std::string bytes;
  XmlElement root;
};

Written write(ArticleBuilder& builder, const BookPictures& pictures = {}, const PageMap& map = {}) {
  ArticleBuilder other("flood", "The flood");
  const Issue issue = issue_of({builder.article(), other.article()});
  const Book book = plan_book(issue, map);
  std::string bytes = article_xhtml(book, book.articles[0], pictures);
  XmlElement root = sample::parsed(bytes);
  return {std::move(bytes), std::move(root)};
}

int count(std::string_view in, std::string_view what) {
  int found = 0;
  for (std::size_t at = in.find(what); at != std::string_view::npos; at = in.find(what, at + 1)) {
    ++found;
  }
  return found;
}

TEST(ArticleXhtml, TheHeadStandsInTheOrderOfTheCopy) {
  ArticleBuilder b("rail", "Rail crews stand firm");
  b.article().leaves.clear();
  b.article().kicker = b.leaf(LeafRole::Kicker, "Transport");
  b.article().headline = b.leaf(LeafRole::Headline, "Rail crews stand firm");
  b.article().short_headline = b.leaf(LeafRole::ShortHeadline, "Short form");
  b.article().standfirsts = {b.leaf(LeafRole::Standfirst, "Third day")};
  b.article().bylines = {b.leaf(LeafRole::Byline, "Industry desk")};
  b.article().dateline = b.leaf(LeafRole::Dateline, "Leeds");
  const Written page = write(b);
  EXPECT_EQ(text_of(*find_all(page.root, "header").at(0)),
            "\nTransport\nRail crews stand firm\nThird day\nIndustry desk\nLeeds\n");
  EXPECT_EQ(count(page.bytes, "Short form"), 0);
  EXPECT_EQ(text_of(*find_all(page.root, "title").at(0)), "Rail crews stand firm");
}

TEST(ArticleXhtml, ThePageSaysItsLanguage) {
  ArticleBuilder b("rail", "Rail");
  b.article().language = "ar";
  const Written page = write(b);
  EXPECT_EQ(value_of(page.root, "lang"), "ar");
  EXPECT_EQ(value_of(page.root, "xml:lang"), "ar");
  EXPECT_EQ(value_of(page.root, "dir"), "rtl");
}

TEST(ArticleXhtml, BlocksKeepTheirIdsAndOrder) {
  ArticleBuilder b("rail", "Rail");
  b.paragraph("p1", "First.");
  b.add(b.block("c1", Crosshead{b.leaf(LeafRole::Crosshead, "The offer")}));
  b.paragraph("p2", "Second.");
  const Written page = write(b);
  EXPECT_EQ(value_of(*find_all(page.root, "h2").at(0), "id"), "c1");
  EXPECT_EQ(with(page.root, "id", "p1").size(), 1u);
  EXPECT_LT(page.bytes.find("First."), page.bytes.find("The offer"));
  EXPECT_LT(page.bytes.find("The offer"), page.bytes.find("Second."));
}

TEST(ArticleXhtml, TwoBlocksOfOneIdGiveItOnce) {
  ArticleBuilder b("rail", "Rail");
  b.paragraph("same", "Again.");
  b.paragraph("same", "Again.");
  const Written page = write(b);
  EXPECT_EQ(with(page.root, "id", "same").size(), 1u);
  EXPECT_EQ(count(page.bytes, "Again."), 2);
}

TEST(ArticleXhtml, AFootnoteAndItsMarkPointAtEachOther) {
  ArticleBuilder b("rail", "Rail");
  b.paragraph("p1", "A note1.", {{SpanKind::NoteMark, 6, 7, "2"}});
  b.article().footnotes = {b.leaf(LeafRole::Footnote, "At the foot.")};
  const Written page = write(b);
  const XmlElement& note = *with(page.root, "epub:type", "footnote").at(0);
  const XmlElement& mark = *with(page.root, "epub:type", "noteref").at(0);
  const XmlElement& back = *with(page.root, "epub:type", "backlink").at(0);
  EXPECT_EQ(note.name, "aside");
  EXPECT_EQ(value_of(note, "role"), "doc-footnote");
  EXPECT_EQ(value_of(mark, "href"), "#" + value_of(note, "id"));
  EXPECT_EQ(value_of(back, "href"), "#" + value_of(mark, "id"));
  EXPECT_EQ(count(page.bytes, "At the foot."), 1);
}

TEST(ArticleXhtml, AFootnoteNobodyCallsHasNoBacklink) {
  ArticleBuilder b("rail", "Rail");
  b.article().footnotes = {b.leaf(LeafRole::Footnote, "At the foot.")};
  const Written page = write(b);
  EXPECT_TRUE(with(page.root, "epub:type", "backlink").empty());
  EXPECT_EQ(count(page.bytes, "At the foot."), 1);
}

TEST(ArticleXhtml, APullQuoteThatRepeatsTheCopyIsLeftOut) {
  ArticleBuilder b("rail", "Rail");
  b.paragraph("p1", "“We are not going back,” they said.");
  b.add(b.block("q1", PullQuote{b.leaf(LeafRole::PullQuote, "We are not going back"), kNoLeaf}));
  EXPECT_EQ(count(write(b).bytes, "We are not going back"), 1);
}

TEST(ArticleXhtml, APullQuoteWithWordsOfItsOwnIsRead) {
  ArticleBuilder b("rail", "Rail");
  b.paragraph("p1", "Nobody goes.");
  const LeafId quote = b.leaf(LeafRole::PullQuote, "We are not going back");
  b.add(b.block("q1", PullQuote{quote, b.leaf(LeafRole::PullQuoteBy, "A driver")}));
  const Written page = write(b);
  const XmlElement& aside = *with(page.root, "epub:type", "pullquote").at(0);
  EXPECT_EQ(value_of(aside, "role"), "doc-pullquote");
  EXPECT_EQ(value_of(aside, "aria-hidden"), "(none)");
  EXPECT_EQ(text_of(aside), "\nWe are not going back\nA driver\n");
}

TEST(ArticleXhtml, ListsAndQuotesNest) {
  ArticleBuilder b("rail", "Rail");
  List inner{true, {{{b.block("i1", Paragraph{b.leaf(LeafRole::Paragraph, "Inner")})}}}};
  List outer{false, {}};
  outer.items.push_back({{b.block("o1", Paragraph{b.leaf(LeafRole::Paragraph, "Outer")})}});
  outer.items.push_back({{b.block("o2", Paragraph{b.leaf(LeafRole::Paragraph, "Two")}),
                          b.block("l2", std::move(inner))}});
  b.add(b.block("l1", std::move(outer)));
  b.add(b.block("b1", BlockQuote{{b.block("q1", Paragraph{b.leaf(LeafRole::Paragraph, "Said")})}}));
  const Written page = write(b);
  EXPECT_EQ(find_all(page.root, "li").size(), 3u);
  EXPECT_EQ(value_of(*find_all(page.root, "li").at(0), "id"), "o1");
  EXPECT_EQ(text_of(*find_all(page.root, "ol").at(0)), "\nInner\n");
  EXPECT_EQ(text_of(*find_all(page.root, "blockquote").at(0)), "\nSaid\n");
}

TEST(ArticleXhtml, TablesHaveScopesSpansAndAlignment) {
  ArticleBuilder b("rail", "Rail");
  Table table;
  table.caption = b.leaf(LeafRole::TableCaption, "Fares");
  TableCell year{b.leaf(LeafRole::Cell, "Year"), 1, 1, true, {}, ""};
  TableCell fare{b.leaf(LeafRole::Cell, "Fare"), 2, 1, true, {}, "colgroup"};
  TableCell first{b.leaf(LeafRole::Cell, "1996"), 1, 2, true, {}, ""};
  TableCell price{b.leaf(LeafRole::Cell, "1.20"), 1, 1, false, CellAlign::Decimal, ""};
  TableCell bare;
  table.head = {{year, fare}};
  table.body = {{first, price, bare}};
  b.add(b.block("t1", table));
  const Written page = write(b);
  const auto heads = find_all(page.root, "th");
  ASSERT_EQ(heads.size(), 3u);
  EXPECT_EQ(value_of(*heads[0], "scope"), "col");
  EXPECT_EQ(value_of(*heads[1], "scope"), "colgroup");
  EXPECT_EQ(value_of(*heads[1], "colspan"), "2");
  EXPECT_EQ(value_of(*heads[2], "scope"), "row");
  EXPECT_EQ(value_of(*heads[2], "rowspan"), "2");
  EXPECT_EQ(find_all(page.root, "td").size(), 2u) << "an empty cell keeps its place";
  EXPECT_EQ(value_of(*find_all(page.root, "td").at(0), "class"), "decimal");
  EXPECT_EQ(text_of(*find_all(page.root, "caption").at(0)), "Fares");
}

TEST(ArticleXhtml, PanelsAndLettersAreLabelledByTheirHeadings) {
  ArticleBuilder b("rail", "Rail");
  Panel panel{b.leaf(LeafRole::PanelHeadline, "Fact box"),
              {b.block("pp", Paragraph{b.leaf(LeafRole::Paragraph, "A fact.")})}};
  Letter letter{b.leaf(LeafRole::LetterHeadline, "Small type"),
                {b.block("lp", Paragraph{b.leaf(LeafRole::Paragraph, "Dear paper.")})},
                b.leaf(LeafRole::Signature, "A reader"),
                b.leaf(LeafRole::Place, "Hull")};
  b.add(b.block("panel", std::move(panel)));
  b.add(b.block("letter", std::move(letter)));
  const Written page = write(b);
  for (const char* id : {"panel", "letter"}) {
    const XmlElement& box = *with(page.root, "id", id).at(0);
    const XmlElement& head = *find_all(box, "h2").at(0);
    EXPECT_EQ(value_of(box, "aria-labelledby"), value_of(head, "id"));
  }
  EXPECT_EQ(with(page.root, "id", "panel").at(0)->name, "aside");
  EXPECT_EQ(with(page.root, "id", "letter").at(0)->name, "section");
  EXPECT_EQ(text_of(*with(page.root, "id", "letter").at(0)),
            "\nSmall type\nDear paper.\nA reader\nHull\n");
}

TEST(ArticleXhtml, APanelArticleThatIsOnePanelHasItsHeadingOnce) {
  ArticleBuilder b("join", "Join us");
  b.article().genre = Genre::Panel;
  Panel panel;
  panel.headline = b.leaf(LeafRole::PanelHeadline, "Join us");
  panel.blocks = {b.block("p1", Paragraph{b.leaf(LeafRole::Paragraph, "Copy.")})};
  b.add(b.block("panel1", panel));
  const Written page = write(b);
  EXPECT_EQ(find_all(page.root, "h1").size() + find_all(page.root, "h2").size(), 1U);
  EXPECT_EQ(find_all(page.root, "p").size(), 1U);
}

TEST(ArticleXhtml, ADirectoryIsAListOfTermsWithLinks) {
  ArticleBuilder b("rail", "Rail");
  DirectoryEntry entry;
  entry.name = b.leaf(LeafRole::EntryName, "Eastern");
  entry.fields = {
      {ContactKind::Phone, b.leaf(LeafRole::EntryField, "01234 567890"), "tel:01234567890"},
      {ContactKind::Email, b.leaf(LeafRole::EntryField, "e@courier.example"),
       "mailto:e@courier.example"},
      {ContactKind::Link, b.leaf(LeafRole::EntryField, "our page"), "https://x.example/"},
      {ContactKind::Address, b.leaf(LeafRole::EntryField, "Hull"), ""}};
  b.add(b.block("d1", Directory{{entry}}));
  const Written page = write(b);
  EXPECT_EQ(text_of(*find_all(page.root, "dt").at(0)), "Eastern");
  const auto links = find_all(page.root, "a");
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(value_of(*links[0], "href"), "tel:01234567890");
  EXPECT_EQ(value_of(*links[1], "href"), "mailto:e@courier.example");
  EXPECT_EQ(value_of(*links[2], "href"), "https://x.example/");
  EXPECT_EQ(text_of(*find_all(page.root, "dd").at(3)), "Hull");
}

TEST(ArticleXhtml, ACodeIsALink) {
  ArticleBuilder b("rail", "Rail");
  b.add(b.block("j1", Qr{"https://example.org/join", b.leaf(LeafRole::QrCaption, "Join online")}));
  b.add(b.block("j2", Qr{"https://example.org/other", kNoLeaf}));
  const Written page = write(b);
  const auto links = find_all(page.root, "a");
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(value_of(*links[0], "href"), "https://example.org/join");
  EXPECT_EQ(text_of(*links[0]), "Join online");
  EXPECT_EQ(text_of(*links[1]), "https://example.org/other");
}

Figure figure_of(const std::string& source, const std::string& alt) {
  Figure figure;
  figure.source = figure.declared = source;
  figure.alt = alt;
  return figure;
}

TEST(ArticleXhtml, EveryPictureHasAnAltAndDecorationSaysSo) {
  ArticleBuilder b("rail", "Rail");
  Figure gate = figure_of("gate.jpg", "Twelve people at a \"gate\"");
  gate.caption = b.leaf(LeafRole::Caption, "At the gate");
  gate.credit = b.leaf(LeafRole::Credit, "Picture desk");
  b.article().figures = {b.block("f1", gate)};
  b.add(b.block("f2", figure_of("rule.png", "")));
  const Written page = write(b, {{"gate.jpg", {"pictures/gate.jpg", "image/jpeg", ""}},
                                 {"rule.png", {"pictures/rule.png", "image/png", ""}}});
  const auto images = find_all(page.root, "img");
  ASSERT_EQ(images.size(), 2u);
  EXPECT_EQ(value_of(*images[0], "src"), "../pictures/gate.jpg");
  EXPECT_EQ(value_of(*images[0], "alt"), "Twelve people at a \"gate\"");
  EXPECT_EQ(value_of(*images[0], "role"), "(none)");
  EXPECT_EQ(value_of(*images[1], "alt"), "");
  EXPECT_EQ(value_of(*images[1], "role"), "presentation");
  EXPECT_EQ(text_of(*find_all(page.root, "figcaption").at(0)), "\nAt the gate\nPicture desk\n");
}

TEST(ArticleXhtml, AFigureForPaperAloneStaysOnPaper) {
  ArticleBuilder b("rail", "Rail");
  Figure gate = figure_of("gate.jpg", "A gate");
  gate.outputs = kPrint;
  gate.caption = b.leaf(LeafRole::Caption, "At the gate");
  b.article().figures = {b.block("f1", gate)};
  const Written page = write(b);
  EXPECT_TRUE(find_all(page.root, "figure").empty());
  EXPECT_EQ(count(page.bytes, "At the gate"), 0);
}

TEST(ArticleXhtml, APuzzleLinksToItsSolution) {
  ArticleBuilder b("rail", "Rail");
  Figure puzzle = figure_of("puzzle.png", "A grid");
  puzzle.graphic = GraphicKind::Puzzle;
  puzzle.solution = "answer";
  b.add(b.block("puzzle", puzzle));
  b.add(b.block("answer", figure_of("answer.png", "The grid, filled")));
  const Written page = write(b);
  EXPECT_EQ(value_of(*find_all(page.root, "a").at(0), "href"), "#answer");
  const auto captions = find_all(page.root, "figcaption");
  ASSERT_EQ(captions.size(), 2u);
  EXPECT_TRUE(with(*captions[0], "class", "label").empty());
  EXPECT_EQ(text_of(*with(*captions[1], "class", "label").at(0)), "Solution");
}

TEST(ArticleXhtml, NotesCorrectionsSeriesLinksAndRightsFollowTheCopy) {
  ArticleBuilder b("rail", "Rail");
  b.add(b.block("n1", Note{b.leaf(LeafRole::Note, "Figures to March.")}));
  b.article().corrections = {
      {"courier/889/flood", {2016, 2, 24}, b.leaf(LeafRole::Correction, "The bridge is of 1881.")}};
  b.article().series = {{"sixty-years", 3}};
  b.article().related = {{"courier/890/flood", kNoLeaf}};
  b.article().previously = {{"courier/640/rail", b.leaf(LeafRole::Previously, "In 2010")}};
  b.article().rights = "© An agency";
  const Written page = write(b);
  EXPECT_EQ(text_of(*with(page.root, "id", "n1").at(0)), "Figures to March.");
  const XmlElement& errata = *with(page.root, "epub:type", "errata").at(0);
  EXPECT_EQ(value_of(errata, "role"), "doc-errata");
  EXPECT_THAT(text_of(errata), testing::HasSubstr("The Courier, issue 889"));
  EXPECT_THAT(text_of(errata), testing::HasSubstr("The bridge is of 1881."));
  EXPECT_EQ(text_of(*with(page.root, "class", "series").at(0)), "sixty-years, part 3");
  const XmlElement& related = *with(page.root, "class", "related").at(0);
  EXPECT_EQ(value_of(*find_all(related, "a").at(0), "href"), "article-flood.xhtml");
  EXPECT_EQ(text_of(*find_all(related, "a").at(0)), "The flood");
  const XmlElement& earlier = *with(page.root, "class", "previously").at(0);
  EXPECT_EQ(text_of(*find_all(earlier, "a").at(0)), "In 2010");
  EXPECT_EQ(value_of(*find_all(earlier, "a").at(0), "href"),
            "https://courier.example/courier/640/rail");
  EXPECT_EQ(text_of(*with(page.root, "class", "rights").at(0)), "© An agency");
}

TEST(ArticleXhtml, ThePapersOwnRightsStandInTheImprintAlone) {
  ArticleBuilder b("rail", "Rail");
  b.article().rights = "© The Courier";
  EXPECT_EQ(count(write(b).bytes, "© The Courier"), 0);
}

TEST(ArticleXhtml, APageMarkIsNeverReadAsPartOfAHeading) {
  ArticleBuilder b("rail", "Rail");
  PageMap map;
  map.pages = 1;
  map.places = {sample::place(1, 0, 0, 0, 4)};
  const Written page = write(b, {}, map);
  EXPECT_EQ(with(page.root, "id", "page-1").size(), 1u);
  EXPECT_TRUE(with(*find_all(page.root, "h1").at(0), "id", "page-1").empty());
}

TEST(ArticleXhtml, EveryIdStandsOnce) {
  ArticleBuilder b("rail", "Rail");
  b.paragraph("headline", "A block that has our own name.");
  b.paragraph("related", "Another.");
  b.article().related = {{"courier/890/flood", kNoLeaf}};
  const Written page = write(b);
  std::vector<std::string> ids;
  for (const XmlElement* element : find_all(page.root, "*")) {
    if (element->attribute("id") != nullptr) ids.push_back(value_of(*element, "id"));
  }
  EXPECT_THAT(ids, testing::UnorderedElementsAre("headline", "headline-x", "related", "related-x"));
}

}  // namespace
}  // namespace forme
