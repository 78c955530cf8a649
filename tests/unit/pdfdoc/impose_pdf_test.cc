#include "pdfdoc/impose_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hand_made_pdf.h"

namespace forme {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// Two pages of 100 by 60 pt with 5 pt of bleed, tagged, for a known press.
std::string two_pages(const std::string& of_page = "") {
  const std::string page =
      "<</Type /Page /Parent 2 0 R /MediaBox [0 0 110 70] /BleedBox [0 0 110 70] "
      "/TrimBox [5 5 105 65] /Resources <<>> " +
      of_page;
  const std::string catalog =
      "<</Type /Catalog /Pages 2 0 R /OutputIntents [8 0 R] /Metadata 9 0 R "
      "/StructTreeRoot 7 0 R /MarkInfo <</Marked true>> /GTS_PDFXVersion (PDF/X-4)>>";
  return file_of({catalog, "<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>",
                  page + "/Contents 5 0 R>>", page + "/Contents 6 0 R>>",
                  stream_of("", "0 0 1 1 re f"), stream_of("", "0 0 2 2 re f"),
                  "<</Type /StructTreeRoot>>",
                  "<</Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39)>>",
                  stream_of("/Type /Metadata /Subtype /XML", "<x/>")});
}

std::string imposed(const std::vector<Spread>& spreads, const std::string& pdf = two_pages()) {
  const auto made = impose_pdf(pdf, spreads);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.failure().message);
  return made ? *made : std::string();
}

std::string boxes(const std::string& pdf) {
  return command_on(pdf, "pdfinfo -box {} | grep -E 'MediaBox|BleedBox|TrimBox' | tr -s ' '");
}

TEST(ImposePdf, SpreadHasTheBleedRoundBothTrimmedPages) {
  EXPECT_EQ(boxes(imposed({{{2, 1}}})),
            "MediaBox: 0.00 0.00 210.00 70.00\n"
            "BleedBox: 0.00 0.00 210.00 70.00\n"
            "TrimBox: 5.00 5.00 205.00 65.00\n");
}

TEST(ImposePdf, PageAloneKeepsItsBoxes) {
  EXPECT_EQ(boxes(imposed({{{1}}})),
            "MediaBox: 0.00 0.00 110.00 70.00\n"
            "BleedBox: 0.00 0.00 110.00 70.00\n"
            "TrimBox: 5.00 5.00 105.00 65.00\n");
}

TEST(ImposePdf, TrimmedPagesMeetAtTheFoldWhereTheirBleedIsCutOff) {
  const std::string found = readable(imposed({{{2, 1}}}));
  EXPECT_THAT(found,
              AllOf(HasSubstr("1 0 0 1 0 0 cm\n/S1 Do"), HasSubstr("1 0 0 1 100 0 cm\n/S2 Do")));
  EXPECT_THAT(found, HasSubstr("/BBox [\n    0\n    0\n    105\n    70\n  ]"));
  EXPECT_THAT(found, HasSubstr("/BBox [\n    5\n    0\n    110\n    70\n  ]"));
  EXPECT_THAT(found, AllOf(HasSubstr("0 0 1 1 re f"), HasSubstr("0 0 2 2 re f")));
}

TEST(ImposePdf, BlankHasTheSizeOfItsNeighbour) {
  const std::string pdf =
      imposed({{{kBlankPage, 1}}, {{2, kBlankPage}}, {{kBlankPage, kBlankPage}}});
  EXPECT_THAT(command_on(pdf, "pdfinfo {}"), HasSubstr("Pages:           3"));
  EXPECT_EQ(command_on(pdf, "pdfinfo -f 1 -l 3 -box {} | grep -c 'TrimBox: *5.00 *5.00 *205.00'"),
            "3\n");
  EXPECT_THAT(readable(pdf),
              AllOf(HasSubstr("1 0 0 1 100 0 cm\n/S2 Do"), HasSubstr("1 0 0 1 0 0 cm\n/S1 Do")));
}

TEST(ImposePdf, KeepsWhatTheDocumentSaysToThePressAndDropsTheTags) {
  const std::string found = readable(imposed({{{2, 1}}}));
  EXPECT_THAT(found, AllOf(HasSubstr("/OutputIntents"), HasSubstr("(FOGRA39)"), HasSubstr("<x/>"),
                           HasSubstr("/GTS_PDFXVersion (PDF/X-4)")));
  EXPECT_THAT(found, AllOf(Not(HasSubstr("StructTreeRoot")), Not(HasSubstr("MarkInfo"))));
}

TEST(ImposePdf, SpreadOfATransparentPageBlendsAsThePageDid) {
  const auto groups = [](const std::string& of_page) {
    return command_on(imposed({{{2, 1}}}, two_pages(of_page)),
                      "qpdf --json --json-key=qpdf {} | grep -c Transparency");
  };
  EXPECT_EQ(groups("/Group <</S /Transparency /CS /DeviceCMYK>> "), "3\n");  // spread and two forms
  EXPECT_EQ(groups(""), "0\n");
}

TEST(ImposePdf, PassesQpdfsCheckAndIsTheSameTwice) {
  EXPECT_THAT(command_on(imposed({{{1}}, {{2}}}), "qpdf --check {}"),
              HasSubstr("No syntax or stream encoding errors"));
  EXPECT_EQ(imposed({{{2, 1}}}), imposed({{{2, 1}}}));
}

TEST(ImposePdf, WhatIsNoPdfIsADiagnostic) {
  EXPECT_FALSE(impose_pdf("not a PDF", {{{1}}}).ok());
}

}  // namespace
}  // namespace forme
