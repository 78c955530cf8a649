#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "image/codecs.h"
#include "image/picture.h"

namespace forme {
namespace {

std::string press_profile() {
  std::ifstream in(FORME_SOURCE_DIR "/layouts/press/newsprint-coldset.icc", std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Pixels flat(int width, int height, PixelModel model, std::vector<std::uint8_t> colour) {
  Pixels p;
  p.width = width;
  p.height = height;
  p.model = model;
  for (int i = 0; i < width * height; ++i)
    p.samples.insert(p.samples.end(), colour.begin(), colour.end());
  return p;
}

// Like a photograph: no pixel is quite like its neighbour, and few are quite unlike it.
Pixels noisy(int width, int height) {
  Pixels p = flat(width, height, PixelModel::Rgb, {0, 0, 0});
  unsigned state = 7;
  for (std::uint8_t& s : p.samples) {
    s = static_cast<std::uint8_t>(80 + ((state = state * 1664525u + 1013904223u) >> 26));
  }
  return p;
}

PictureUse use_of(double width_pt, double height_pt) {
  PictureUse use;
  use.width_pt = width_pt;
  use.height_pt = height_pt;
  return use;
}

// Sample `i` as a reader sees it.
int sample_at(const PreparedPicture& p, std::size_t i) {
  return unpack(p)->samples[i];
}

int ink_at(const PreparedPicture& p, std::size_t i) {
  int sum = 0;
  for (std::size_t c = 0; c < 4; ++c) sum += sample_at(p, i * 4 + c);
  return sum;
}

TEST(PrepareForPrint, RgbBecomesInkWithinTheProfilesLimit) {
  const auto png = encode_png(flat(8, 8, PixelModel::Rgb, {10, 4, 30}));
  const auto p = prepare_for_print(*png, "a.png", use_of(8, 8), press_profile(), 300);
  ASSERT_TRUE(p.ok()) << p.failure().message;
  EXPECT_EQ(p->model, PixelModel::Cmyk);
  ASSERT_FALSE(p->is_jpeg);
  EXPECT_LE(ink_at(*p, 0), 240 * 255 / 100);
  EXPECT_GE(ink_at(*p, 0), 150 * 255 / 100);
}

TEST(PrepareForPrint, WhiteHasNoInk) {
  const auto png = encode_png(flat(8, 8, PixelModel::Rgb, {255, 255, 255}));
  Pixels coloured = *decode_picture(*png, "a.png");
  coloured.samples[0] = 90;  // else it would be grey
  const auto p =
      prepare_for_print(*encode_png(coloured), "a.png", use_of(8, 8), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_LE(ink_at(*p, 20), 5);
}

// Black and grey letters and a red bar on white, as a chart has them.
Pixels chart() {
  Pixels p = flat(16, 16, PixelModel::Rgb, {255, 255, 255});
  const auto paint = [&](std::size_t from, std::size_t to,
                         const std::vector<std::uint8_t>& colour) {
    for (std::size_t i = from; i < to; ++i)
      std::copy(colour.begin(), colour.end(),
                p.samples.begin() + static_cast<std::ptrdiff_t>(i * 3));
  };
  paint(0, 32, {0, 0, 0});
  paint(32, 64, {120, 121, 120});
  paint(64, 96, {200, 16, 30});
  return p;
}

TEST(PrepareForPrint, BlackAndGreyOfADrawingLandOnBlackAlone) {
  const auto p =
      prepare_for_print(*encode_png(chart()), "a.png", use_of(16, 16), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  ASSERT_EQ(p->model, PixelModel::Cmyk);
  ASSERT_FALSE(p->is_jpeg);
  for (const auto& [pixel, black] : {std::pair{0U, 255}, {40U, 135}, {200U, 0}}) {
    for (unsigned c = 0; c < 3; ++c) EXPECT_EQ(sample_at(*p, pixel * 4 + c), 0) << pixel;
    EXPECT_EQ(sample_at(*p, pixel * 4 + 3), black) << pixel;
  }
  EXPECT_GT(sample_at(*p, 70 * 4 + 1), 150);
}

TEST(PrepareForPrint, TheBlackOfAPhotographHasAllInks) {
  Pixels photograph = noisy(16, 16);
  std::fill(photograph.samples.begin(), photograph.samples.begin() + 30, std::uint8_t{12});
  const auto p =
      prepare_for_print(*encode_png(photograph), "a.png", use_of(16, 16), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_GT(sample_at(*p, 0) + sample_at(*p, 1) + sample_at(*p, 2), 100);
}

TEST(PrepareForPrint, GreyInRgbLandsOnBlackAlone) {
  const auto png = encode_png(flat(8, 8, PixelModel::Rgb, {100, 100, 100}));
  const auto p = prepare_for_print(*png, "a.png", use_of(8, 8), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->model, PixelModel::Grey);
  EXPECT_EQ(sample_at(*p, 0), 100);
}

TEST(PrepareForPrint, CmykJpegIsPassedThroughAsItIs) {
  const auto jpeg = encode_jpeg(flat(64, 64, PixelModel::Cmyk, {0, 200, 100, 50}), 90);
  const auto p = prepare_for_print(*jpeg, "a.jpg", use_of(64, 64), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_TRUE(p->is_jpeg);
  EXPECT_TRUE(p->inverted);
  EXPECT_EQ(p->data, *jpeg);
}

TEST(PrepareForPrint, PixelsAboveTheLimitAreTakenOut) {
  const auto jpeg = encode_jpeg(noisy(400, 200), 90);
  const auto p = prepare_for_print(*jpeg, "a.jpg", use_of(36, 18), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->width, 150);
  EXPECT_EQ(p->height, 75);
}

TEST(PrepareForPrint, CropIsCut) {
  Pixels two = flat(20, 10, PixelModel::Rgb, {255, 255, 255});
  for (int y = 0; y < 10; ++y) {
    for (int x = 10; x < 20; ++x) two.samples[static_cast<std::size_t>(y * 20 + x) * 3] = 0;
  }
  PictureUse use = use_of(10, 10);
  use.crop_x = use.crop_width = 0.5;
  const auto p = prepare_for_print(*encode_png(two), "a.png", use, press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->width, 10);
  EXPECT_GT(sample_at(*p, 0), 60);  // cyan from its first pixel
}

TEST(PrepareForPrint, AlphaIsKept) {
  Pixels half = flat(4, 4, PixelModel::Rgb, {200, 30, 30});
  half.alpha.assign(16, 128);
  const auto p = prepare_for_print(*encode_png(half), "a.png", use_of(4, 4), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(unpack(*p)->alpha, std::vector<std::uint8_t>(16, 128));
}

TEST(PrepareForPrint, PressProfileThatIsNoneIsADiagnostic) {
  const auto png = encode_png(flat(4, 4, PixelModel::Rgb, {200, 30, 30}));
  const auto p = prepare_for_print(*png, "a.png", use_of(4, 4), "no profile", 300);
  ASSERT_FALSE(p.ok());
  EXPECT_EQ(p.failure().cause, Cause::Surroundings);
}

TEST(PrepareForPrint, SharedTransformsChangeNothing) {
  ColourTransforms transforms;
  const auto png = encode_png(noisy(16, 16));
  const std::string icc = press_profile();
  const auto once = prepare_for_print(*png, "a.png", use_of(16, 16), icc, 300);
  for (int i = 0; i < 2; ++i) {
    const auto again = prepare_for_print(*png, "a.png", use_of(16, 16), icc, 300, &transforms);
    EXPECT_EQ(once->data, again->data);
  }
}

TEST(PrepareForScreen, JpegIsPassedThrough) {
  const auto jpeg = encode_jpeg(noisy(64, 64), 90);
  PictureUse use = use_of(40, 32);
  use.crop_height = 0.8;
  const auto p = prepare_for_screen(*jpeg, "a.jpg", use, 150);
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->data, *jpeg);
  EXPECT_EQ(p->show_height, 0.8);
}

TEST(PrepareForScreen, JpegMostlyCroppedAwayIsCut) {
  const auto jpeg = encode_jpeg(noisy(64, 64), 90);
  PictureUse use = use_of(40, 16);
  use.crop_height = 0.4;
  const auto p = prepare_for_screen(*jpeg, "a.jpg", use, 150);
  ASSERT_TRUE(p.ok());
  EXPECT_TRUE(p->is_jpeg);
  EXPECT_EQ(p->height, 26);
  EXPECT_EQ(p->show_height, 1);
}

TEST(PrepareForScreen, CmykBecomesSrgb) {
  const auto jpeg = encode_jpeg(flat(32, 32, PixelModel::Cmyk, {0, 255, 255, 0}), 90);
  const auto p = prepare_for_screen(*jpeg, "a.jpg", use_of(32, 32), 150, press_profile());
  ASSERT_TRUE(p.ok());
  ASSERT_TRUE(p->is_jpeg);
  const auto seen = decode_picture(p->data, "a.jpg");
  ASSERT_TRUE(seen.ok());
  EXPECT_EQ(seen->model, PixelModel::Rgb);
  EXPECT_GT(seen->samples[0], 150);
  EXPECT_LT(seen->samples[2], 100);
}

TEST(PrepareForScreen, LineArtStaysSharp) {
  const auto png = encode_png(flat(32, 32, PixelModel::Rgb, {200, 16, 30}));
  const auto p = prepare_for_screen(*png, "a.png", use_of(32, 32), 150);
  ASSERT_TRUE(p.ok());
  EXPECT_FALSE(p->is_jpeg);
}

TEST(PrepareForPrint, JpegNeverRaisesTheInkByMoreThanAMargin) {
  Pixels hard = noisy(96, 96);  // dark, with bright spots that make JPEG ring
  for (std::uint8_t& s : hard.samples) s = static_cast<std::uint8_t>(s / 16);
  for (std::size_t i = 0; i < hard.samples.size(); i += 3 * 41)
    hard.samples[i] = hard.samples[i + 1] = 255;
  const auto p =
      prepare_for_print(*encode_png(hard), "a.png", use_of(23, 23), press_profile(), 300);
  ASSERT_TRUE(p.ok());
  const Pixels ink = *unpack(*p);
  int peak = 0;
  for (std::size_t i = 0; i + 3 < ink.samples.size(); i += 4) {
    peak = std::max(peak,
                    ink.samples[i] + ink.samples[i + 1] + ink.samples[i + 2] + ink.samples[i + 3]);
  }
  EXPECT_LE(peak, 220 * 255 / 100);
}

TEST(PrepareForScreen, TurnedJpegIsSetUpright) {
  const auto jpeg = encode_jpeg(noisy(64, 32), 90);
  std::string turned = *jpeg;
  turned.insert(2, std::string("\xFF\xE1\x00\x22"
                               "Exif\0\0"
                               "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
                               36));
  const auto p = prepare_for_screen(turned, "a.jpg", use_of(32, 64), 150);
  ASSERT_TRUE(p.ok());
  EXPECT_EQ(p->width, 32);
  EXPECT_EQ(p->height, 64);
}

}  // namespace
}  // namespace forme
