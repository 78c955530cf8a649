#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf_fixture.h"

namespace forme {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PdfPageTest : public PdfTest {
 protected:
  void for_print() {
    settings_.colours = ColourSpace::Cmyk;
    settings_.boxes = true;
    settings_.links = settings_.bookmarks = false;
    settings_.output_intent_icc = slurp(FORME_SOURCE_DIR "/layouts/press/newsprint-coldset.icc");
    settings_.output_condition = "Custom";
  }
  void put_words() { put(faces().shape(Faces::kSerif, "Words", 9_pt), 20_pt, 50_pt); }
  PictureItem add_picture(double crop_x = 0) {
    PictureItem item;
    item.source = "pictures/lock.jpg";
    item.box = {20_pt, 100_pt, 60_pt, 40_pt};
    item.crop_x = crop_x;
    page().items.push_back(item);
    return item;
  }
  void small_picture(PixelModel model, std::size_t samples) {
    picture_.width = 2;
    picture_.height = 1;
    picture_.model = model;
    picture_.data.assign(2 * samples, '\x40');
  }
};

TEST_F(PdfPageTest, QpdfFindsNothingWrong) {
  for_print();
  put_words();
  small_picture(PixelModel::Cmyk, 4);
  picture_.alpha = "\x7F\xFF";
  add_picture();
  page().items.push_back(RuleItem{kArtifact, {0_pt, 0_pt, 50_pt, 1_pt}, "red"});
  EXPECT_THAT(run("qpdf --check {}"),
              AllOf(HasSubstr("No syntax or stream encoding errors"), HasSubstr("exit 0")));
}

TEST_F(PdfPageTest, SameInputGivesSameBytes) {
  for_print();
  put_words();
  small_picture(PixelModel::Grey, 1);
  add_picture();
  EXPECT_EQ(write(), write());
}

TEST_F(PdfPageTest, PrintHasOnlyCmykColours) {
  for_print();
  put_words();
  page().items.push_back(RuleItem{kArtifact, {0_pt, 0_pt, 50_pt, 1_pt}, "red"});
  page().items.push_back(FrameItem{kArtifact, {0_pt, 0_pt, 50_pt, 50_pt}, 1_pt, "tint"});
  const std::string found = content();
  EXPECT_THAT(found, AllOf(HasSubstr("0 0 0 1 k\n"), HasSubstr("0 1 0.9 0.1 k\n"),
                           HasSubstr("0 0 0 0.08 k\n")));
  EXPECT_THAT(found, Not(HasSubstr(" rg\n")));
}

TEST_F(PdfPageTest, ScreenHasOnlyRgbColours) {
  put_words();
  const std::string found = content();
  EXPECT_THAT(found, HasSubstr("0 0 0 rg\n"));
  EXPECT_THAT(found, Not(HasSubstr(" k\n")));
}

TEST_F(PdfPageTest, SmallBlackTypeOverprintsInPrintAlone) {
  for_print();
  put_words();
  put(faces().shape(Faces::kSerif, "Head", 40_pt), 20_pt, 90_pt);
  const std::string found = content();
  EXPECT_THAT(found, HasSubstr("/Over gs"));
  EXPECT_LT(found.find("/Over gs"), found.find("/Knock gs"));
  EXPECT_THAT(found, AllOf(HasSubstr("/OPM 1"), HasSubstr("/op true")));
  settings_.colours = ColourSpace::Rgb;
  EXPECT_THAT(content(), Not(HasSubstr("/Over")));
}

TEST_F(PdfPageTest, RedTypeNeverOverprints) {
  for_print();
  GlyphRun kicker = faces().shape(Faces::kSans, "Transport", 9_pt);
  kicker.colour = "red";
  put(kicker, 20_pt, 50_pt);
  EXPECT_THAT(content(), Not(HasSubstr("/Over gs")));
}

TEST_F(PdfPageTest, BoxesStandRoundTheTrim) {
  for_print();
  page().bleed = 9_pt;
  EXPECT_THAT(run("pdfinfo -box {}"),
              AllOf(HasSubstr("MediaBox:            0.00     0.00   418.00   318.00"),
                    HasSubstr("BleedBox:            0.00     0.00   418.00   318.00"),
                    HasSubstr("TrimBox:             9.00     9.00   409.00   309.00")));
}

TEST_F(PdfPageTest, OriginIsTheTopLeftOfTheTrim) {
  for_print();
  page().bleed = 9_pt;
  page().items.push_back(RuleItem{kArtifact, {10_pt, 20_pt, 50_pt, 1.5_pt}, "black"});
  EXPECT_THAT(content(), HasSubstr("19 287.5 50 1.5 re"));
}

TEST_F(PdfPageTest, OutputIntentHoldsTheProfile) {
  for_print();
  const std::string found = content();
  EXPECT_THAT(found,
              AllOf(HasSubstr("/GTS_PDFX"), HasSubstr("/N 4"), HasSubstr("/DestOutputProfile")));
}

TEST_F(PdfPageTest, UnknownColourIsADiagnostic) {
  page().items.push_back(RuleItem{kArtifact, {0_pt, 0_pt, 5_pt, 5_pt}, "mauve"});
  const auto pdf = write_pdf_with(
      document_, settings_, [](FaceId id) -> const Face& { return faces().face(id); },
      test_palette(),
      [](const PictureItem&) -> Result<PreparedPicture> { return PreparedPicture{}; });
  ASSERT_FALSE(pdf.ok());
  EXPECT_THAT(pdf.failure().message, HasSubstr("'mauve'"));
}

TEST_F(PdfPageTest, PictureIsAskedForOnceForEachCrop) {
  small_picture(PixelModel::Rgb, 3);
  add_picture();
  add_picture();
  add_picture(0.25);
  write();
  EXPECT_EQ(asked_.size(), 2u);
}

TEST_F(PdfPageTest, InvertedCmykJpegIsTurnedRound) {
  small_picture(PixelModel::Cmyk, 4);
  picture_.is_jpeg = picture_.inverted = true;
  add_picture();
  EXPECT_THAT(run("qpdf --qdf --stream-data=preserve {} -"),
              AllOf(HasSubstr("/DCTDecode"),
                    HasSubstr("/Decode [\n    1\n    0\n    1\n    0\n    1\n    0")));
}

TEST_F(PdfPageTest, PassedPictureIsClippedToItsCrop) {
  small_picture(PixelModel::Rgb, 3);
  picture_.show_x = 0.25;
  picture_.show_width = 0.5;
  add_picture(0.25);
  // 60 pt show one half: the whole is 120 pt wide and begins 30 pt further left.
  EXPECT_THAT(content(),
              AllOf(HasSubstr("20 160 60 40 re\nW n\n"), HasSubstr("120 0 0 40 -10 160 cm")));
}

TEST_F(PdfPageTest, AdvertLeavesAStubOfItsSize) {
  page().items.push_back(
      AdvertItem{kArtifact, "adverts/fair.pdf", {20_pt, 100_pt, 112.5_pt, 85_pt}});
  EXPECT_THAT(content(), AllOf(HasSubstr("/FormeAdvert (adverts/fair.pdf)"),
                               HasSubstr("1 0 0 1 20 115 cm\n/X1 Do")));
}

TEST_F(PdfPageTest, PolygonsAreFilledEvenOdd) {
  const std::vector<Point> outer{{0_pt, 0_pt}, {9_pt, 0_pt}, {9_pt, 9_pt}};
  page().items.push_back(PolygonItem{kArtifact, {outer, outer}, "black"});
  EXPECT_THAT(content(),
              HasSubstr("0 300 m\n9 300 l\n9 291 l\nh\n0 300 m\n9 300 l\n9 291 l\nh\nf*"));
}

TEST_F(PdfPageTest, VeilIsTransparentAndWhatFollowsIsNot) {
  RuleItem veil{kArtifact, {10_pt, 20_pt, 50_pt, 30_pt}, "red"};
  veil.opacity = 0.6;
  page().items = {veil, RuleItem{kArtifact, {0_pt, 0_pt, 5_pt, 5_pt}, "red"}};
  const std::string found = content();
  EXPECT_THAT(found, AllOf(HasSubstr("q\n/Veil60 gs\n10 250 50 30 re\nf\nQ\n0 295 5 5 re\nf\n"),
                           HasSubstr("/ca 0.6"), HasSubstr("/CS /DeviceRGB")));
  EXPECT_THAT(run("qpdf --check {}"), HasSubstr("No syntax or stream encoding errors"));
}

TEST_F(PdfPageTest, TransparencyHasABlendingSpaceOfThePage) {
  for_print();
  small_picture(PixelModel::Cmyk, 4);
  picture_.alpha = "\x7F\xFF";
  add_picture();
  EXPECT_THAT(content(), AllOf(HasSubstr("/SMask"), HasSubstr("/CS /DeviceCMYK")));
}

}  // namespace
}  // namespace forme
