#include "image/picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <sstream>

#include "image/codecs.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string big_endian(std::uint32_t v) {
  return {static_cast<char>(v >> 24), static_cast<char>(v >> 16), static_cast<char>(v >> 8),
          static_cast<char>(v)};
}

std::string png_chunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  const auto crc =
      crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return big_endian(static_cast<std::uint32_t>(data.size())) + body +
         big_endian(static_cast<std::uint32_t>(crc));
}

// A PNG of `width` by `height` from its filtered rows; `extra` are chunks before the data.
std::string png_of(std::uint32_t width, std::uint32_t height, int depth, int colour_type,
                   bool interlaced, const std::string& rows, const std::string& extra = {}) {
  std::string packed(compressBound(rows.size()), '\0');
  uLongf size = packed.size();
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(rows.data()), rows.size());
  packed.resize(size);
  const std::string header = big_endian(width) + big_endian(height) + static_cast<char>(depth) +
                             static_cast<char>(colour_type) + std::string(2, '\0') +
                             static_cast<char>(interlaced);
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + extra + png_chunk("IDAT", packed) +
         png_chunk("IEND", {});
}

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int v : values) out += static_cast<char>(v);
  return out;
}

// A smooth picture, as a photograph is.
Pixels slope(int width, int height, PixelModel model) {
  Pixels p;
  p.width = width;
  p.height = height;
  p.model = model;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (std::size_t c = 0; c < samples_of(model); ++c) {
        const int value = (x * static_cast<int>(c + 1) + y * 2) * 200 / (width * 4 + height * 2);
        p.samples.push_back(static_cast<std::uint8_t>(value));
      }
    }
  }
  return p;
}

int largest_difference(const Pixels& a, const Pixels& b) {
  int most = a.samples.size() == b.samples.size() ? 0 : 999;
  for (std::size_t i = 0; i < std::min(a.samples.size(), b.samples.size()); ++i) {
    most = std::max(most, std::abs(a.samples[i] - b.samples[i]));
  }
  return most;
}

// An EXIF segment that says how the picture was held, put behind a JPEG's first marker.
std::string with_orientation(std::string jpeg, int orientation) {
  const std::string tiff = bytes({'I', 'I', 42, 0, 8, 0,           0, 0, 1, 0, 0x12, 0x01, 3,
                                  0,   1,   0,  0, 0, orientation, 0, 0, 0, 0, 0,    0,    0});
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  const int length = static_cast<int>(body.size()) + 2;
  return jpeg.insert(2, bytes({0xFF, 0xE1, length >> 8, length & 255}) + body);
}

TEST(DecodePicture, ReadsJpegOfEachModel) {
  for (const PixelModel model : {PixelModel::Grey, PixelModel::Rgb, PixelModel::Cmyk}) {
    const Pixels made = slope(40, 30, model);
    const auto jpeg = encode_jpeg(made, 95);
    ASSERT_TRUE(jpeg.ok());
    const auto read = decode_picture(*jpeg, "a.jpg");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->model, model);
    EXPECT_LE(largest_difference(made, *read), 8);
  }
}

TEST(DecodePicture, HoldsEachExifOrientationUpright) {
  // Darkest in the top left corner, brightest in the bottom right.
  const Pixels upright = slope(32, 16, PixelModel::Grey);
  for (int orientation = 1; orientation <= 8; ++orientation) {
    // Turned the other way round, the picture lies as a camera held so would store it.
    const int inverse = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
    const auto jpeg = encode_jpeg(apply_orientation(upright, inverse), 95);
    const std::string file = with_orientation(*jpeg, orientation);
    const auto info = probe_picture(file, "a.jpg");
    ASSERT_TRUE(info.ok());
    EXPECT_EQ(info->width, 32) << orientation;
    const auto read = decode_picture(file, "a.jpg");
    ASSERT_TRUE(read.ok());
    EXPECT_LE(largest_difference(upright, *read), 8) << orientation;
  }
}

TEST(DecodePicture, ReadsPalettePngWithTransparency) {
  const std::string extra =
      png_chunk("PLTE", bytes({255, 0, 0, 0, 0, 255})) + png_chunk("tRNS", bytes({128}));
  const auto read = decode_picture(png_of(2, 1, 8, 3, false, bytes({0, 0, 1}), extra), "a.png");
  ASSERT_TRUE(read.ok());
  EXPECT_THAT(read->samples, ElementsAre(255, 0, 0, 0, 0, 255));
  EXPECT_THAT(read->alpha, ElementsAre(128, 255));
}

TEST(DecodePicture, ReadsSixteenBitAndOneBitPng) {
  const auto deep =
      decode_picture(png_of(1, 1, 16, 2, false, bytes({0, 255, 255, 128, 0, 0, 0})), "a.png");
  ASSERT_TRUE(deep.ok());
  EXPECT_THAT(deep->samples, ElementsAre(255, 128, 0));
  const auto line = decode_picture(png_of(3, 1, 1, 0, false, bytes({0, 0b01000000})), "a.png");
  ASSERT_TRUE(line.ok());
  EXPECT_THAT(line->samples, ElementsAre(0, 255, 0));
  EXPECT_EQ(line->model, PixelModel::Grey);
}

TEST(DecodePicture, ReadsInterlacedPngWithAlpha) {
  // 2 by 2 in Adam7: pass 1 holds (0, 0), pass 6 (1, 0), pass 7 the second row.
  const std::string rows = bytes({0, 10, 255, 0, 20, 128, 0, 30, 255, 40, 0});
  const auto read = decode_picture(png_of(2, 2, 8, 4, true, rows), "a.png");
  ASSERT_TRUE(read.ok());
  EXPECT_THAT(read->samples, ElementsAre(10, 20, 30, 40));
  EXPECT_THAT(read->alpha, ElementsAre(255, 128, 255, 0));
}

TEST(DecodePicture, PngComesBackAsItWasWritten) {
  Pixels made = slope(20, 10, PixelModel::Rgb);
  made.alpha.assign(200, 77);
  const auto png = encode_png(made);
  ASSERT_TRUE(png.ok());
  const auto read = decode_picture(*png, "a.png");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->samples, made.samples);
  EXPECT_EQ(read->alpha, made.alpha);
}

TEST(DecodePicture, DrawsSvg) {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 5' width='96' height='48'>"
      "<rect width='10' height='5' fill='#f00'/></svg>";
  const auto info = probe_picture(svg, "a.svg");
  ASSERT_TRUE(info.ok());
  EXPECT_EQ(info->width, 96);
  const auto read = decode_picture(svg, "a.svg");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->width, 300);
  EXPECT_EQ(read->samples[0], 255);
  EXPECT_EQ(read->samples[1], 0);
  EXPECT_TRUE(read->alpha.empty());
}

TEST(ProbePicture, SaysHowLargeTheSmallestLettersOfADrawingAre) {
  const auto lettering = [](const std::string& inside, const std::string& root = "") {
    const auto info =
        probe_picture("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 400'" + root + ">" +
                          inside + "</svg>",
                      "a.svg");
    return info.ok() ? info->lettering * 600 : -1;
  };
  EXPECT_EQ(lettering("<rect width='10' height='5'/>"), 0);
  EXPECT_NEAR(lettering("<text font-size='40'>a</text><text font-size='30'>b</text>"), 30, 1e-9);
  EXPECT_NEAR(lettering("<text>a</text>", " width='1200' height='800' font-size='42'"), 42, 1e-9);
  EXPECT_NEAR(lettering("<g transform='translate(9,9) scale(.5)'>"
                        "<text style='fill:#000; font-size: 30pt'>a</text></g>"),
              20, 1e-9);
  EXPECT_NEAR(lettering("<style>text,.b{font:bold 18px serif} .s{font-size:50%}</style>"
                        "<text>a<tspan class='s'>2</tspan></text>"),
              9, 1e-9);
  EXPECT_EQ(lettering("<defs><text font-size='4'>a</text></defs><title>a</title>"), 0);
}

TEST(DecodePicture, SvgReadsNoOtherFile) {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
      "viewBox='0 0 10 10' width='10' height='10'>"
      "<image xlink:href='file:///usr/share/pixmaps/debian-logo.png' width='10' "
      "height='10'/></svg>";
  const auto read = decode_picture(svg, "a.svg");
  ASSERT_TRUE(read.ok());
  for (const std::uint8_t a : read->alpha) ASSERT_EQ(a, 0);
}

TEST(DecodePicture, RefusesWhatIsNoPictureByName) {
  const auto read = decode_picture("GIF89a", "pictures/a.gif");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.failure().where.file, "pictures/a.gif");
}

TEST(DecodePicture, RefusesMoreThanAHundredMegapixels) {
  const std::string png = png_of(20'000, 20'000, 1, 0, false, bytes({0}));
  const auto read = decode_picture(png, "a.png");
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.failure().message, HasSubstr("too large"));
}

TEST(DecodePicture, RefusesFilesCutShort) {
  const auto jpeg = encode_jpeg(slope(64, 64, PixelModel::Rgb), 90);
  const auto png = encode_png(slope(64, 64, PixelModel::Rgb));
  for (const std::string& whole : {*jpeg, *png}) {
    for (const double part : {0.05, 0.3, 0.7, 0.95}) {
      const auto cut =
          whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * part));
      EXPECT_FALSE(decode_picture(cut, "a").ok()) << part;
    }
  }
}

TEST(DecodePicture, DamagedFilesNeverCrash) {
  std::mt19937 random(890);
  const std::string sources[] = {
      *encode_jpeg(slope(48, 32, PixelModel::Rgb), 80),
      *encode_jpeg(slope(48, 32, PixelModel::Cmyk), 80),
      with_orientation(*encode_jpeg(slope(48, 32, PixelModel::Grey), 80), 6),
      *encode_png(slope(48, 32, PixelModel::Rgb))};
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string file = sources[round % 4];
    for (int i = 0; i < 4; ++i) file[random() % file.size()] = static_cast<char>(random());
    const auto read = decode_picture(file, "a");
    (void)probe_picture(file, "a");
    refused += !read.ok();
    if (read) {
      EXPECT_EQ(read->samples.size(), pixel_count(*read) * samples_of(read->model));
    }
  }
  EXPECT_GT(refused, 50);
}

TEST(Resample, FlatStaysFlat) {
  Pixels flat;
  flat.width = 37;
  flat.height = 23;
  flat.model = PixelModel::Grey;
  flat.samples.assign(37 * 23, 131);
  const Pixels small = resample(flat, 11, 9);
  EXPECT_EQ(small.samples, std::vector<std::uint8_t>(99, 131));
}

TEST(Resample, KeepsTheSlopeAndItsEnds) {
  const Pixels wide = slope(400, 10, PixelModel::Grey);
  const Pixels small = resample(wide, 40, 10);
  for (int x = 1; x < 40; ++x)
    EXPECT_GE(small.samples[static_cast<std::size_t>(x)],
              small.samples[static_cast<std::size_t>(x - 1)]);
  EXPECT_NEAR(small.samples[0], wide.samples[4], 2);
  EXPECT_NEAR(small.samples[39], wide.samples[395], 2);
}

TEST(Resample, TransparentColourDoesNotBleed) {
  Pixels p;
  p.width = 20;
  p.height = 1;
  p.model = PixelModel::Grey;
  for (int x = 0; x < 20; ++x) {
    p.samples.push_back(x < 10 ? 0 : 200);
    p.alpha.push_back(x < 10 ? 0 : 255);
  }
  const Pixels small = resample(p, 5, 1);
  EXPECT_NEAR(small.samples[2], 200, 3);  // half covered, all of it 200
}

TEST(EncodePicture, SameInputGivesSameBytes) {
  const Pixels p = slope(50, 40, PixelModel::Rgb);
  EXPECT_EQ(*encode_jpeg(p, 85), *encode_jpeg(p, 85));
  EXPECT_EQ(*encode_png(p), *encode_png(p));
}

}  // namespace
}  // namespace forme
