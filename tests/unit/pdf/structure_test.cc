#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/metadata_writer.h"
#include "pdf/navigation_writer.h"
#include "pdf_fixture.h"

namespace forme {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class PdfStructureTest : public PdfTest {
 protected:
  std::string tree() { return run("pdfinfo -struct-text {}"); }
  void put_text(NodeId node, std::string words, double y, std::uint32_t first = 0) {
    put(faces().shape(Faces::kSerif, std::move(words), 9_pt), 20_pt, Length::from_pt(y), node,
        first);
  }
  static std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++n;
    return n;
  }
};

TEST_F(PdfStructureTest, TreeFollowsReadingOrderNotPaintOrder) {
  const NodeId article = add_node(NodeRole::Article);
  const NodeId head = add_node(NodeRole::Heading, article);
  document_.structure.nodes[head].heading_level = 2;
  const NodeId body = add_node(NodeRole::Paragraph, article);
  put_text(body, "The copy.", 80);
  put_text(head, "The headline", 50);
  const std::string found = tree();
  EXPECT_THAT(found, AllOf(HasSubstr("Art"), HasSubstr("H2"), HasSubstr("P (block)")));
  EXPECT_LT(found.find("The headline"), found.find("The copy."));
}

TEST_F(PdfStructureTest, LinesOfOneParagraphAreOneStretch) {
  const NodeId body = add_node(NodeRole::Paragraph);
  put_text(body, "First line", 50);
  put_text(body, "second line", 60);
  const std::string found = content();
  EXPECT_EQ(count(found, " BDC\n"), 1u);
  EXPECT_EQ(count(found, "BT\n"), 1u);
}

TEST_F(PdfStructureTest, FurnitureIsAnArtifact) {
  put_text(kArtifact, "The Courier", 20);
  EXPECT_THAT(content(), HasSubstr("/Artifact BMC"));
  EXPECT_THAT(tree(), Not(HasSubstr("The Courier\"")));
}

TEST_F(PdfStructureTest, LinkStandsWhereItsTextDoes) {
  const NodeId body = add_node(NodeRole::Paragraph);
  const NodeId link = add_node(NodeRole::Link, body);
  put_text(body, "Read ", 50, 0);
  put_text(link, "the report", 60, 5);
  put_text(body, " today.", 70, 15);
  page().items.push_back(
      LinkItem{link, {20_pt, 50_pt, 50_pt, 10_pt}, "https://example.org/r", "", "The report"});
  const std::string found = tree();
  EXPECT_LT(found.find("Read"), found.find("the report"));
  EXPECT_LT(found.find("the report"), found.find("today."));
  EXPECT_THAT(content(), AllOf(HasSubstr("/OBJR"), HasSubstr("/StructParent 1"),
                               HasSubstr("/Contents (The report)")));
}

TEST_F(PdfStructureTest, ParagraphThatJumpsIsWhole) {
  document_.pages.push_back(page());
  const NodeId body = add_node(NodeRole::Paragraph);
  put_text(body, "Begun on one page", 50);
  GlyphItem rest = std::get<GlyphItem>(page().items.back());
  rest.run = faces().shape(Faces::kSerif, "and ended on two.", 9_pt);
  document_.pages[1].items.push_back(rest);
  const std::string found = tree();
  EXPECT_EQ(count(found, "P (block)"), 1u);
  EXPECT_LT(found.find("Begun on one page"), found.find("and ended on two."));
  EXPECT_THAT(content(), HasSubstr("/MCR"));
}

TEST_F(PdfStructureTest, PictureHasItsAltText) {
  picture_.width = picture_.height = 1;
  picture_.data = "abc";
  const NodeId figure = add_node(NodeRole::Figure, 0, "Twelve people at a gate – dawn");
  page().items.push_back(PictureItem{figure, "a.jpg", {20_pt, 100_pt, 60_pt, 40_pt}});
  EXPECT_THAT(content(), AllOf(HasSubstr("/S /Figure"), HasSubstr("/BBox"),
                               HasSubstr("/Alt <feff005400770065")));
}

TEST_F(PdfStructureTest, PictureWithoutAltIsDecoration) {
  picture_.width = picture_.height = 1;
  picture_.data = "abc";
  const NodeId figure = add_node(NodeRole::Figure);
  page().items.push_back(PictureItem{figure, "a.jpg", {20_pt, 100_pt, 60_pt, 40_pt}});
  EXPECT_THAT(content(), AllOf(HasSubstr("/Artifact BMC"), Not(HasSubstr("/S /Figure"))));
}

TEST_F(PdfStructureTest, NodesWithoutContentHereAreLeftOut) {
  const NodeId shown = add_node(NodeRole::Article);
  const NodeId elsewhere = add_node(NodeRole::Article);
  add_node(NodeRole::Paragraph, elsewhere);
  put_text(add_node(NodeRole::Paragraph, shown), "Here", 50);
  EXPECT_EQ(count(content(), "/S /Art"), 1u);
}

TEST_F(PdfStructureTest, TablesKeepEmptyCellsAndSayTheirScope) {
  const NodeId table = add_node(NodeRole::Table);
  const NodeId row = add_node(NodeRole::Row, table);
  const NodeId header = add_node(NodeRole::TableHeader, row);
  document_.structure.nodes[header].column_span = 2;
  add_node(NodeRole::TableCell, row);
  put_text(header, "Fare", 50);
  EXPECT_THAT(content(),
              AllOf(HasSubstr("/Scope /Column"), HasSubstr("/ColSpan 2"), HasSubstr("/S /TD")));
}

TEST_F(PdfStructureTest, ForeignWordsSayTheirLanguage) {
  const NodeId body = add_node(NodeRole::Paragraph);
  GlyphRun tamil = faces().shape(Faces::kTamil, "தமிழ்", 9_pt);
  tamil.language = "ta";
  put(tamil, 20_pt, 50_pt, body);
  EXPECT_THAT(content(), HasSubstr("/Span <</MCID 0 /Lang (ta)"));
}

TEST_F(PdfStructureTest, TextAfterForeignWordsIsThereStill) {
  const NodeId body = add_node(NodeRole::Paragraph);
  put_text(body, "The word ", 50, 0);
  GlyphRun tamil = faces().shape(Faces::kTamil, "கொடுமை", 9_pt);
  tamil.language = "ta";
  put(tamil, 80_pt, 50_pt, body, 9);
  GlyphRun urdu = faces().shape(Faces::kUrdu, "دنیا", 9_pt, "", true);
  urdu.language = "ur";
  put(urdu, 120_pt, 50_pt, body, 30);
  put_text(body, "and its neighbour.", 60, 40);
  EXPECT_THAT(tree(), AllOf(HasSubstr("The word"), HasSubstr("and its neighbour.")));
}

TEST_F(PdfStructureTest, MarksAndTextObjectsNeverCross) {
  picture_.width = picture_.height = 1;
  picture_.data = "abc";
  const NodeId figure = add_node(NodeRole::Figure, 0, "A gate");
  put_text(figure, "in the picture", 50);
  page().items.push_back(PictureItem{figure, "a.jpg", {20_pt, 100_pt, 60_pt, 40_pt}});
  put_text(figure, "below it", 150);
  std::istringstream lines(content());
  std::vector<std::string> open;
  for (std::string line; std::getline(lines, line);) {
    const bool begins = line == "BT" || line.ends_with(" BDC") || line.ends_with(" BMC");
    if (begins) open.push_back(line == "BT" ? "ET" : "EMC");
    if (line != "ET" && line != "EMC") continue;
    ASSERT_FALSE(open.empty());
    EXPECT_EQ(open.back(), line);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
}

TEST_F(PdfStructureTest, WithoutTagsThereAreNoMarks) {
  settings_.tags = false;
  put_text(add_node(NodeRole::Paragraph), "Here", 50);
  EXPECT_THAT(content(), AllOf(Not(HasSubstr("BDC")), Not(HasSubstr("StructTreeRoot"))));
}

TEST_F(PdfStructureTest, DestinationsBookmarksAndLabelsAreThere) {
  page().items.push_back(DestinationItem{"article/rail", {20_pt, 40_pt}});
  settings_.page_labels = {"1"};
  document_.bookmarks = {
      {"News", "article/rail", {{"Rail stands firm – again", "article/rail", {}}}}};
  put_text(add_node(NodeRole::Paragraph), "Here", 50);
  EXPECT_THAT(run("pdfinfo -dests {}"), HasSubstr("[ XYZ   20  260 null      ] \"article/rail\""));
  EXPECT_THAT(content(), AllOf(HasSubstr("/Title (News)"), HasSubstr("/PageLabels"),
                               HasSubstr("/UseOutlines")));
}

TEST_F(PdfStructureTest, LinkToNowhereIsLeftOut) {
  page().items.push_back(LinkItem{kArtifact, {20_pt, 50_pt, 50_pt, 10_pt}, "", "article/none", ""});
  EXPECT_THAT(content(), Not(HasSubstr("/Annot")));
}

TEST_F(PdfStructureTest, TitleWithMarkupIsEscapedInXmp) {
  settings_.title = "Bread & roses <1912>";
  EXPECT_THAT(content(), HasSubstr("Bread &amp; roses &lt;1912&gt;"));
  EXPECT_THAT(run("pdfinfo {}"), HasSubstr("Bread & roses <1912>"));
}

TEST(PercentEncoding, KeepsUrisAndEscapesTheRest) {
  EXPECT_EQ(percent_encode_uri("https://example.org/a?b=(c)&d=%20#e"),
            "https://example.org/a?b=(c)&d=%20#e");
  EXPECT_EQ(percent_encode_uri("https://example.org/ä b%"), "https://example.org/%C3%A4%20b%25");
}

TEST(XmpDate, IsReadFromAPdfDate) {
  EXPECT_EQ(xmp_date("D:20160224000000Z"), "2016-02-24T00:00:00Z");
  EXPECT_EQ(xmp_date("24 February"), "");
}

}  // namespace
}  // namespace forme
