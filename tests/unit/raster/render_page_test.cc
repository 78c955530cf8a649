#include "raster/render_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "font/open_type_face.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class RenderPage : public testing::Test {
 protected:
  RenderPage() {
    page_.trim = {40_pt, 20_pt};
    palette_["red"] = {0, 1, 0.9, 0.1, 1, 0, 0};
    palette_["black"] = {};
    std::ifstream in("/usr/share/fonts/truetype/noto/NotoSans-CondensedBold.ttf", std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    face_ = *open_face("NotoSans-CondensedBold.ttf", bytes.str());
  }
  Result<Pixels> render(double ppi = 72) {
    return render_page_with(
        page_, [&](FaceId) -> const Face& { return *face_; }, palette_,
        [&](const PictureItem&) -> Result<Pixels> { return picture_; }, ppi);
  }
  static std::vector<int> at(const Pixels& p, int x, int y) {
    const auto i = static_cast<std::size_t>(y * p.width + x) * 3;
    return {p.samples[i], p.samples[i + 1], p.samples[i + 2]};
  }

  DisplayPage page_;
  Palette palette_;
  Pixels picture_;
  std::unique_ptr<const Face> face_;
};

TEST_F(RenderPage, PaperIsWhiteAndAsLargeAsTheTrim) {
  const auto pixels = render(144);
  ASSERT_TRUE(pixels.ok());
  EXPECT_EQ(pixels->width, 80);
  EXPECT_EQ(pixels->height, 40);
  EXPECT_THAT(at(*pixels, 40, 20), ElementsAre(255, 255, 255));
}

TEST_F(RenderPage, RulesStandWhereTheListPutsThem) {
  page_.items.push_back(RuleItem{kArtifact, {10_pt, 5_pt, 10_pt, 5_pt}, "red"});
  const auto pixels = render();
  ASSERT_TRUE(pixels.ok());
  EXPECT_THAT(at(*pixels, 10, 5), ElementsAre(255, 0, 0));
  EXPECT_THAT(at(*pixels, 9, 5), ElementsAre(255, 255, 255));
  EXPECT_THAT(at(*pixels, 10, 10), ElementsAre(255, 255, 255));
}

TEST_F(RenderPage, LettersStandOnTheirBaseline) {
  GlyphItem item;
  item.origin = {5_pt, 15_pt};
  item.run.size = 12_pt;
  item.run.colour = "black";
  item.run.glyphs.push_back({face_->glyph('H'), 8_pt, {}, {}, 0});
  page_.items.push_back(item);
  const auto pixels = render();
  ASSERT_TRUE(pixels.ok());
  int above = 0, below = 0;
  for (int x = 0; x < 40; ++x) {
    above += at(*pixels, x, 14)[0] < 128;
    below += at(*pixels, x, 16)[0] < 128;
  }
  EXPECT_GE(above, 2);
  EXPECT_EQ(below, 0);
}

TEST_F(RenderPage, PictureShowsItsCropInItsBox) {
  picture_.width = 2;
  picture_.height = 1;
  picture_.model = PixelModel::Rgb;
  picture_.samples = {0, 0, 255, 0, 255, 0};
  PictureItem item;
  item.box = {0_pt, 0_pt, 20_pt, 20_pt};
  item.crop_x = item.crop_width = 0.5;
  page_.items.push_back(item);
  const auto pixels = render();
  ASSERT_TRUE(pixels.ok());
  EXPECT_THAT(at(*pixels, 15, 10), ElementsAre(0, 255, 0));
  EXPECT_THAT(at(*pixels, 25, 10), ElementsAre(255, 255, 255));
}

TEST_F(RenderPage, VeilLetsWhatIsUnderItShowThrough) {
  RuleItem veil{kArtifact, {0_pt, 0_pt, 20_pt, 20_pt}, "black"};
  veil.opacity = 0.4;
  page_.items = {veil};
  const auto pixels = render();
  ASSERT_TRUE(pixels.ok());
  EXPECT_THAT(at(*pixels, 10, 10), ElementsAre(153, 153, 153));
}

TEST_F(RenderPage, SameInputGivesSamePixels) {
  page_.items.push_back(FrameItem{kArtifact, {1_pt, 1_pt, 30_pt, 15_pt}, 1.3_pt, "red"});
  EXPECT_EQ(render(150)->samples, render(150)->samples);
}

TEST_F(RenderPage, UnknownColourIsADiagnostic) {
  page_.items.push_back(RuleItem{kArtifact, {0_pt, 0_pt, 5_pt, 5_pt}, "mauve"});
  const auto pixels = render();
  ASSERT_FALSE(pixels.ok());
  EXPECT_THAT(pixels.failure().message, HasSubstr("'mauve'"));
}

}  // namespace
}  // namespace forme
