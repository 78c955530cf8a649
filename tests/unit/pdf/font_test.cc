#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "pdf/font_subset.h"
#include "pdf/pdf_number.h"
#include "pdf_fixture.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int v : values) out += static_cast<char>(v);
  return out;
}

// A CFF table of four glyphs: header, names, top DICT, charset, glyphs. `ros` makes it CID-keyed.
std::string small_cff(bool ros, const std::string& charset) {
  const std::string names = bytes({0, 1, 1, 1, 2, 'A'});
  // Operands as 28 hi lo; operators 12 30 ROS, 15 charset, 17 CharStrings.
  const int dict_size = (ros ? 11 : 0) + 8;
  const int charset_at = 4 + static_cast<int>(names.size()) + 5 + dict_size;
  const int glyphs_at = charset_at + static_cast<int>(charset.size());
  std::string dict = ros ? bytes({28, 1, 135, 28, 1, 136, 28, 0, 0, 12, 30}) : std::string();
  dict +=
      bytes({28, charset_at >> 8, charset_at & 255, 15, 28, glyphs_at >> 8, glyphs_at & 255, 17});
  const std::string tops = bytes({0, 1, 1, 1, dict_size + 1}) + dict;
  const std::string glyphs = bytes({0, 4, 1, 1, 2, 3, 4, 5, 14, 14, 14, 14});
  return bytes({1, 0, 4, 1}) + names + tops + charset + glyphs;
}

TEST(CffCids, AreTheGlyphsWhenTheFontIsKeyedByName) {
  EXPECT_THAT(cff_cids(small_cff(false, bytes({0, 0, 9, 0, 8, 0, 7}))), ElementsAre(0, 1, 2, 3));
}

TEST(CffCids, ComeFromTheCharsetOfACidKeyedFont) {
  EXPECT_THAT(cff_cids(small_cff(true, bytes({0, 0, 9, 1, 8, 0, 7}))), ElementsAre(0, 9, 264, 7));
  EXPECT_THAT(cff_cids(small_cff(true, bytes({1, 0, 40, 1, 0, 90, 0}))),
              ElementsAre(0, 40, 41, 90));
  EXPECT_THAT(cff_cids(small_cff(true, bytes({2, 1, 0, 0, 2}))), ElementsAre(0, 256, 257, 258));
}

TEST(CffCids, AreNoneForADamagedTable) {
  const std::string whole = small_cff(true, bytes({0, 0, 9, 1, 8, 0, 7}));
  for (std::size_t size = 0; size < whole.size() - 12; ++size) {
    EXPECT_THAT(cff_cids(whole.substr(0, size)), IsEmpty()) << size;
  }
  std::mt19937 random(5176);
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = whole;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    EXPECT_LE(cff_cids(damaged).size(), 65536u);
  }
}

TEST(SubsetTag, IsSixCapitalsAndTheSameForTheSameBytes) {
  EXPECT_THAT(subset_tag("abc"), testing::MatchesRegex("[A-Z]{6}"));
  EXPECT_EQ(subset_tag("abc"), subset_tag("abc"));
  EXPECT_NE(subset_tag("abc"), subset_tag("abd"));
}

TEST(PdfNumbers, HaveNoTrailingZeros) {
  std::string out;
  for (const Milli v : {Milli{0}, Milli{1250}, Milli{-3}, Milli{-41000}, Milli{100}}) {
    append_milli(out, v);
    out += ' ';
  }
  EXPECT_EQ(out, "0 1.25 -0.003 -41 0.1 ");
}

TEST(PdfNumbers, RoundLengthsHalfAwayFromZero) {
  EXPECT_EQ(to_milli(Length::from_units(33)), 1);  // 0.0005035 pt
  EXPECT_EQ(to_milli(Length::from_units(-33)), -1);
  EXPECT_EQ(to_milli(Length::from_units(32)), 0);
}

}  // namespace
}  // namespace forme
