#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hand_made_pdf.h"
#include "pdfdoc/finish_pdf.h"

namespace forme {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string advert(const std::string& boxes, const std::string& content) {
  return file_of({"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
                  "<</Type /Page /Parent 2 0 R /Resources <<>> /Contents 4 0 R " + boxes + ">>",
                  stream_of("", content)});
}

// A page as our writer leaves it: one stub, drawn at (20, 30).
std::string edition(const std::string& size) {
  const std::string page =
      "<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R "
      "/Resources <</XObject <</A1 5 0 R>>>>>>";
  return file_of(
      {"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>", page,
       stream_of("", "q 1 0 0 1 20 30 cm /A1 Do Q"),
       stream_of("/Type /XObject /Subtype /Form /BBox [0 0 " + size + "] /FormeAdvert (fair.pdf)",
                 "")});
}

std::string finished(const std::string& size, const std::string& advert_pdf, bool screen = false) {
  FinishSettings settings;
  settings.screen = screen;
  settings.cmyk_icc = "not a profile, but bytes";
  const auto pdf = finish_pdf(edition(size), {{"fair.pdf", advert_pdf}}, settings);
  EXPECT_TRUE(pdf.ok()) << (pdf.ok() ? "" : pdf.failure().message);
  return pdf ? *pdf : std::string();
}

TEST(InspectPdf, GivesPagesAndTrimmedSize) {
  const auto info =
      inspect_pdf(advert("/MediaBox [0 0 120 100] /TrimBox [10 10 110 90]", "f"), "a.pdf");
  ASSERT_TRUE(info.ok());
  EXPECT_EQ(info->pages, 1);
  EXPECT_DOUBLE_EQ(info->width_pt, 100);
  EXPECT_DOUBLE_EQ(info->height_pt, 80);
}

TEST(InspectPdf, TurnedPageIsMeasuredAsItStands) {
  const auto info = inspect_pdf(advert("/MediaBox [0 0 120 100] /Rotate 90", "f"), "a.pdf");
  ASSERT_TRUE(info.ok());
  EXPECT_DOUBLE_EQ(info->width_pt, 100);
}

TEST(InspectPdf, DamagedFileIsADiagnosticThatNamesIt) {
  for (const std::string bytes : {"", "%PDF-1.4\n", "not a PDF at all"}) {
    const auto info = inspect_pdf(bytes, "adverts/a.pdf");
    ASSERT_FALSE(info.ok()) << bytes;
    EXPECT_EQ(info.failure().where.file, "adverts/a.pdf");
  }
}

TEST(FinishPdf, AdvertOfTheRightSizeIsNotScaled) {
  const std::string found = readable(finished(
      "100 80", advert("/MediaBox [0 0 120 100] /TrimBox [10 10 110 90]", "0 0 1 1 re f")));
  EXPECT_THAT(found, AllOf(HasSubstr("0 0 1 1 re f"),
                           HasSubstr("/Matrix [\n    1\n    0\n    0\n    1\n    -10\n    -10")));
  EXPECT_THAT(found, Not(HasSubstr("FormeAdvert")));
}

TEST(FinishPdf, AdvertOfAnotherSizeIsFittedAndCentred) {
  const std::string found = readable(finished("100 100", advert("/MediaBox [0 0 50 20]", "f")));
  EXPECT_THAT(found, HasSubstr("/Matrix [\n    2\n    0\n    0\n    2\n    0\n    30"));
}

TEST(FinishPdf, ScreenGivesCmykAMeaningAndDropsMarks) {
  const std::string pdf =
      advert("/MediaBox [0 0 100 80]",
             "/P <</MCID 0>> BDC 0 0 0 1 k 0 0 9 9 re f EMC /Artifact BMC 1 g EMC");
  const std::string screen = readable(finished("100 80", pdf, true));
  EXPECT_THAT(screen, AllOf(HasSubstr("/DefaultCMYK"), Not(HasSubstr("BDC")), Not(HasSubstr("EMC")),
                            HasSubstr("0 0 0 1 k 0 0 9 9 re f"), HasSubstr("1 g")));
  const std::string print = readable(finished("100 80", pdf, false));
  EXPECT_THAT(print, AllOf(Not(HasSubstr("/DefaultCMYK")), HasSubstr("BDC")));
}

TEST(FinishPdf, SameInputGivesSameBytes) {
  const std::string pdf = advert("/MediaBox [0 0 100 80]", "f");
  EXPECT_EQ(finished("100 80", pdf), finished("100 80", pdf));
}

TEST(FinishPdf, BothEditionsPassQpdfsCheck) {
  const std::string pdf = advert("/MediaBox [0 0 100 80]", "0 0 9 9 re f");
  for (const bool screen : {false, true}) {
    EXPECT_THAT(command_on(finished("100 80", pdf, screen), "qpdf --check {}"),
                HasSubstr("No syntax or stream encoding errors"));
  }
}

TEST(FinishPdf, ScreenEditionHasObjectStreams) {
  const std::string pdf = advert("/MediaBox [0 0 100 80]", "f");
  EXPECT_THAT(finished("100 80", pdf, true), HasSubstr("/ObjStm"));
  EXPECT_THAT(finished("100 80", pdf, false), Not(HasSubstr("/ObjStm")));
}

TEST(FinishPdf, DamagedAdvertIsADiagnosticThatNamesIt) {
  const auto pdf = finish_pdf(edition("100 80"), {{"fair.pdf", "damaged"}}, {});
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(pdf.failure().where.file, "fair.pdf");
}

TEST(FinishPdf, AdvertThatWasNotGivenIsADiagnostic) {
  const auto pdf = finish_pdf(edition("100 80"), {}, {});
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(pdf.failure().where.file, "fair.pdf");
}

}  // namespace
}  // namespace forme
