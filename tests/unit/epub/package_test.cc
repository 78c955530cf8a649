#include <gmock/gmock.h>

#include "epub/front_matter.h"
#include "epub/navigation.h"
#include "epub/package_document.h"
#include "epub/strip_metadata.h"
#include "epub/stylesheet.h"
#include "read_xml.h"
#include "sample_issue.h"

namespace forme {
namespace {

using sample::ArticleBuilder;
using sample::find_all;
using sample::issue_of;
using sample::parsed;
using sample::place;
using sample::text_of;
using sample::value_of;
using sample::with;

struct Paper {
  Issue issue;
  Book book;
  explicit Paper(const std::string& language = "en-GB") {
    ArticleBuilder rail("rail", "Rail crews stand firm1");
    rail.article().leaves[0].text.spans = {{SpanKind::NoteMark, 21, 22, "1"}};
    rail.article().footnotes = {rail.leaf(LeafRole::Footnote, "A note.")};
    rail.article().standfirsts = {rail.leaf(LeafRole::Standfirst, "Third day of action")};
    rail.article().keywords = {{"transport", "Transport"}, {"", "Work & pay"}};
    ArticleBuilder film("film", "A film", "Arts");
    film.article().keywords = {{"transport", "Transport"}};
    film.article().language = film.article().leaves[0].text.language = "cy";
    issue = issue_of({rail.article(), film.article()});
    issue.manifest.language = language;
    PageMap map;
    map.pages = 2;
    map.places = {place(1, 0, 0, 0, 10)};
    book = plan_book(issue, map);
  }
};

std::vector<std::string> metas(const XmlElement& root, std::string_view property) {
  std::vector<std::string> values;
  for (const XmlElement* meta : with(root, "property", property)) values.push_back(text_of(*meta));
  return values;
}

TEST(PackageDocument, NamesThePaperTheIssueAndItsSubjects) {
  const Paper paper;
  const XmlElement root = parsed(package_document(paper.book, {}, {}));
  EXPECT_EQ(text_of(*find_all(root, "dc:title").at(0)),
            "The Courier, issue 890: Rail crews stand firm");
  EXPECT_EQ(text_of(*find_all(root, "dc:date").at(0)), "2016-02-24");
  const auto languages = find_all(root, "dc:language");
  ASSERT_EQ(languages.size(), 2u);
  EXPECT_EQ(text_of(*languages[0]), "en-GB");
  EXPECT_EQ(text_of(*languages[1]), "cy");
  const auto subjects = find_all(root, "dc:subject");
  ASSERT_EQ(subjects.size(), 2u) << "each once";
  EXPECT_EQ(text_of(*subjects[1]), "Work & pay");
  EXPECT_THAT(metas(root, "belongs-to-collection"), testing::ElementsAre("The Courier"));
  EXPECT_THAT(metas(root, "collection-type"), testing::ElementsAre("series"));
  EXPECT_THAT(metas(root, "group-position"), testing::ElementsAre("890"));
  EXPECT_THAT(metas(root, "prism:issn"), testing::ElementsAre("1234-5679"));
  EXPECT_EQ(with(root, "name", "cover").size(), 1u);
}

TEST(PackageDocument, TurnsThePagesAsThePaperIsRead) {
  const auto way = [](const char* language) -> std::string {
    const Paper paper(language);
    const XmlElement root = parsed(package_document(paper.book, {}, {}));
    const XmlAttribute* found =
        find_all(root, "spine").at(0)->attribute("page-progression-direction");
    return found ? found->value : "";
  };
  EXPECT_EQ(way("ur"), "rtl");
  EXPECT_EQ(way("en-GB"), "");
}

TEST(PackageDocument, SaysWhatAReaderWithoutSightCanExpect) {
  const Paper paper;
  const XmlElement root = parsed(package_document(paper.book, {}, {}));
  EXPECT_THAT(metas(root, "schema:accessMode"), testing::ElementsAre("textual", "visual"));
  EXPECT_THAT(metas(root, "schema:accessibilityFeature"),
              testing::IsSupersetOf({"alternativeText", "pageNavigation", "tableOfContents"}));
  EXPECT_THAT(metas(root, "schema:accessibilityHazard"), testing::ElementsAre("none"));
  EXPECT_THAT(metas(root, "dcterms:conformsTo"),
              testing::ElementsAre("EPUB Accessibility 1.1 - WCAG 2.1 Level AA"));
  EXPECT_THAT(metas(root, "pageBreakSource"),
              testing::ElementsAre("The Courier, issue 890, print edition"));
}

TEST(PackageDocument, PromisesNoPagesWithoutAPageMap) {
  Paper paper;
  paper.book = plan_book(paper.issue, {});
  const XmlElement root = parsed(package_document(paper.book, {}, {}));
  EXPECT_TRUE(metas(root, "pageBreakSource").empty());
  EXPECT_THAT(metas(root, "schema:accessibilityFeature"),
              testing::Not(testing::Contains("pageNavigation")));
  const XmlElement nav = parsed(navigation_xhtml(paper.book));
  EXPECT_TRUE(with(nav, "epub:type", "page-list").empty());
}

TEST(PackageDocument, TheIdentifierIsTheIssuesNotTheEditions) {
  Paper first, later, other;
  later.issue.manifest.edition = 3;
  other.issue.manifest.number = "891";
  EXPECT_EQ(book_identifier(first.issue), book_identifier(later.issue));
  EXPECT_NE(book_identifier(first.issue), book_identifier(other.issue));
  EXPECT_THAT(
      book_identifier(first.issue),
      testing::MatchesRegex("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}"
                            "-[0-9a-f]{12}"));
}

TEST(PackageDocument, EachEditionIsAMinuteLater) {
  EXPECT_EQ(modified_time({2016, 2, 24}, 1), "2016-02-24T00:00:00Z");
  EXPECT_EQ(modified_time({2016, 2, 24}, 3), "2016-02-24T00:02:00Z");
  EXPECT_EQ(modified_time({2015, 12, 31}, 1441), "2016-01-01T00:00:00Z");
  EXPECT_EQ(modified_time({2016, 2, 24}, 0), "2016-02-24T00:00:00Z");
}

TEST(PackageDocument, ADoubleIssueStandsAtItsFirstNumber) {
  Paper paper;
  paper.issue.manifest.number = "890-891";
  const XmlElement root = parsed(package_document(paper.book, {}, {}));
  EXPECT_THAT(metas(root, "group-position"), testing::ElementsAre("890"));
  EXPECT_THAT(metas(root, "prism:number"), testing::ElementsAre("890-891"));
}

TEST(Navigation, HasTheTreeTheLandmarksAndOneEntryForEachPage) {
  const Paper paper;
  const XmlElement root = parsed(navigation_xhtml(paper.book));
  const XmlElement& toc = *with(root, "epub:type", "toc").at(0);
  EXPECT_EQ(value_of(*find_all(toc, "a").at(3), "href"), "text/article-rail.xhtml");
  EXPECT_EQ(text_of(*find_all(toc, "a").at(3)), "Rail crews stand firm") << "no note mark";
  EXPECT_EQ(value_of(*find_all(toc, "a").at(5), "lang"), "cy");
  const XmlElement& landmarks = *with(root, "epub:type", "landmarks").at(0);
  EXPECT_EQ(with(landmarks, "epub:type", "bodymatter").size(), 1u);
  const XmlElement& pages = *with(root, "epub:type", "page-list").at(0);
  const auto links = find_all(pages, "a");
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(value_of(*links[0], "href"), "text/article-rail.xhtml#page-1");
  EXPECT_EQ(value_of(*links[1], "href"), "text/section-news.xhtml#page-2");
  EXPECT_EQ(text_of(*links[1]), "2");
}

TEST(Navigation, TheNcxSaysTheSame) {
  const Paper paper;
  const XmlElement root = parsed(navigation_ncx(paper.book, "urn:x"));
  EXPECT_EQ(value_of(*with(root, "name", "dtb:uid").at(0), "content"), "urn:x");
  EXPECT_EQ(find_all(root, "navPoint").size(),
            7u);  // cover, contents, 2 sections, 2 articles, imprint
  const auto pages = find_all(root, "pageTarget");
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(value_of(*find_all(*pages[0], "content").at(0), "src"),
            "text/article-rail.xhtml#page-1");
}

TEST(FrontMatter, ContentsHaveEveryArticleWithItsStandfirst) {
  const Paper paper;
  const XmlElement root = parsed(contents_xhtml(paper.book));
  EXPECT_EQ(find_all(root, "li").size(), 2u);
  EXPECT_EQ(value_of(*with(root, "href", "article-rail.xhtml").at(0), "href"),
            "article-rail.xhtml");
  EXPECT_EQ(text_of(*with(root, "class", "standfirst").at(0)), "Third day of action");
}

TEST(FrontMatter, ASectionHoldsTheMarksOfPagesWithoutText) {
  const Paper paper;
  const XmlElement news = parsed(section_xhtml(paper.book, paper.book.sections[0]));
  EXPECT_EQ(value_of(*with(news, "id", "page-2").at(0), "role"), "doc-pagebreak");
  const XmlElement arts = parsed(section_xhtml(paper.book, paper.book.sections[1]));
  EXPECT_TRUE(with(arts, "id", "page-2").empty());
}

TEST(FrontMatter, TheCoverSaysWhatItShows) {
  const Paper paper;
  const XmlElement root = parsed(cover_xhtml(paper.book));
  EXPECT_EQ(
      value_of(*find_all(root, "img").at(0), "alt"),
      "Front page of The Courier, issue 890, Wednesday 24 February 2016: Rail crews stand firm");
}

TEST(FrontMatter, TheImprintHasTheLegalLinesContactsCallsAndLicences) {
  Paper paper;
  paper.issue.manifest.edition = 2;
  paper.issue.paper.contacts = {{"email", "News", "news@courier.example"},
                                {"post", "", "Example Yard"}};
  paper.issue.paper.calls = {{"join", "Join", "https://courier.example/join", "", {"A vote."}}};
  const std::string page =
      imprint_xhtml(paper.book, {{"Noto Serif", "fonts-noto-extra", "OFL 1.1", ""}});
  const XmlElement root = parsed(page);
  const std::string text = text_of(root);
  for (const char* words : {"Published every Wednesday.", "ISSN 1234-5679", "Edition 2",
                            "Example Yard", "A vote.", "Noto Serif: OFL 1.1"}) {
    EXPECT_THAT(text, testing::HasSubstr(words));
  }
  EXPECT_EQ(with(root, "href", "mailto:news@courier.example").size(), 1u);
}

TEST(FrontMatter, OurOwnWordsAreInTheIssuesLanguageOrSayThatTheyAreNot) {
  const Paper german("de-DE");
  EXPECT_THAT(contents_xhtml(german.book), testing::HasSubstr(">Inhalt</h1>"));
  const Paper welsh("cy");
  EXPECT_THAT(contents_xhtml(welsh.book), testing::HasSubstr(">Cynnwys</h1>"));
  const Paper gaelic("gd");
  const XmlElement root = parsed(contents_xhtml(gaelic.book));
  EXPECT_EQ(value_of(*with(root, "id", "contents").at(0), "lang"), "en");
}

TEST(Stylesheet, HasNoFixedSizesAndNoColours) {
  const std::string css =
      stylesheet({{0, "Paper Text", false, false, "fonts/a.ttf", "font/ttf", ""}});
  for (const char* banned : {"px", "pt;", "pt ", "color:", "#", "rgb", "background"}) {
    EXPECT_THAT(css, testing::Not(testing::HasSubstr(banned)));
  }
  EXPECT_THAT(css, testing::HasSubstr("url(\"../fonts/a.ttf\")"));
}

TEST(Stylesheet, ScriptsThatTheTextFaceLacksComeBeforeTheReadersOwnFont) {
  const std::string css =
      stylesheet({{0, "Paper Text", false, false, "fonts/a.ttf", "font/ttf", ""},
                  {9, "NotoSerifTamil", false, false, "fonts/t.ttf", "font/ttf", ""}});
  EXPECT_THAT(css, testing::HasSubstr("\"Paper Text\", \"NotoSerifTamil\", serif"));
}

TEST(StripMetadata, KeepsSamplesAndProfileAndDropsTheCameras) {
  const std::string profile("\xFF\xE2\x00\x04ic", 6), exif("\xFF\xE1\x00\x05gps", 7);
  const std::string comment("\xFF\xFE\x00\x04hi", 6), scan("\xFF\xDA\x00\x02\x01\x02\xFF\xD9", 8);
  const std::string start("\xFF\xD8", 2);
  EXPECT_EQ(strip_jpeg(start + profile + exif + comment + scan), start + profile + scan);
  EXPECT_FALSE(strip_jpeg(start + exif).has_value()) << "no scan";
  EXPECT_FALSE(strip_jpeg(start + exif.substr(0, 5) + scan).has_value());
  EXPECT_FALSE(strip_jpeg("GIF89a").has_value());
}

TEST(StripMetadata, DropsWhatAPngSaysOfItsMaker) {
  const std::string signature("\x89PNG\r\n\x1A\n", 8), end("\0\0\0\0IEND\1\2\3\4", 12);
  const std::string text("\0\0\0\2tEXtab\1\2\3\4", 14), data("\0\0\0\1IDATx\1\2\3\4", 13);
  EXPECT_EQ(strip_png(signature + text + data + end), signature + data + end);
  EXPECT_FALSE(strip_png(signature + text + data).has_value()) << "no end";
  EXPECT_FALSE(strip_png(signature + std::string("\xFF\xFF\xFF\xFFIDAT\0\0\0\0", 12)).has_value());
}

}  // namespace
}  // namespace forme
