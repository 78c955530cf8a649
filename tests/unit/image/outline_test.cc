#include "image/outline.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

// `shape` in rows: '#' shows.
Pixels pixels_of(const std::vector<std::string>& shape) {
  Pixels out;
  out.width = static_cast<int>(shape[0].size());
  out.height = static_cast<int>(shape.size());
  for (const std::string& row : shape) {
    for (const char c : row) out.alpha.push_back(c == '#' ? 255 : 0);
  }
  return out;
}

TEST(Outline, IsWhatShowsInEachBand) {
  const auto bands = outline_of(pixels_of({"....", ".##.", "..##", "####"}), 4);
  ASSERT_EQ(bands.size(), 4U);
  EXPECT_TRUE(bands[0].empty);
  EXPECT_DOUBLE_EQ(bands[1].left, 0.25);
  EXPECT_DOUBLE_EQ(bands[1].right, 0.75);
  EXPECT_DOUBLE_EQ(bands[2].left, 0.5);
  EXPECT_DOUBLE_EQ(bands[3].right, 1);
}

TEST(Outline, ABandTakesAllTheRowsInIt) {
  const auto bands = outline_of(pixels_of({"#...", "...#", ".#..", ".#.."}), 2);
  ASSERT_EQ(bands.size(), 2U);
  EXPECT_DOUBLE_EQ(bands[0].left, 0);
  EXPECT_DOUBLE_EQ(bands[0].right, 1);
  EXPECT_DOUBLE_EQ(bands[1].left, 0.25);
}

TEST(Outline, APictureOfFewRowsFillsEveryBand) {
  for (const OutlineBand& band : outline_of(pixels_of({".#", "#."}), 5)) EXPECT_FALSE(band.empty);
}

TEST(Outline, ThereIsNoneWhereNothingIsHidden) {
  EXPECT_TRUE(outline_of(pixels_of({"##", "##"}), 4).empty());
  Pixels opaque = pixels_of({"##"});
  opaque.alpha.clear();
  EXPECT_TRUE(outline_of(opaque, 4).empty());
}

}  // namespace
}  // namespace forme
