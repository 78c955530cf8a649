#include "base/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/geometry.h"

namespace forme {
namespace {

TEST(Length, RoundsHalfAwayFromZeroBothWays) {
  EXPECT_EQ(Length::from_units(3) * 0.5, Length::from_units(2));
  EXPECT_EQ(Length::from_units(-3) * 0.5, Length::from_units(-2));
  EXPECT_EQ(25.4_mm, 72_pt);
}

TEST(Number, ParsesWholeNumbersAndNothingElse) {
  EXPECT_EQ(parse_int("-12"), -12);
  for (const char* bad : {"", "+1", " 1", "1 ", "1.0", "0x1", "99999999999", "one"}) {
    EXPECT_FALSE(parse_int(bad)) << bad;
  }
}

TEST(Number, ParsesPlainDecimalsWithoutExponentsOrNames) {
  EXPECT_EQ(parse_double("-0.25"), -0.25);
  EXPECT_EQ(parse_double("12"), 12.0);
  for (const char* bad : {"", "-", ".5", "1.", "1e5", "inf", "nan", "1,5", "--1", "1.2.3"}) {
    EXPECT_FALSE(parse_double(bad)) << bad;
  }
}

TEST(Number, ALengthHasAUnitAndNoSpace) {
  EXPECT_EQ(parse_length("9.5pt"), 9.5_pt);
  EXPECT_EQ(parse_length("60mm"), 60_mm);
  EXPECT_EQ(parse_length("1in"), 72_pt);
  EXPECT_EQ(parse_length("-3mm"), -3_mm);
  for (const char* bad : {"", "mm", "60", "60 mm", "60cm", "60MM", "1e3mm", "mm60"}) {
    EXPECT_FALSE(parse_length(bad)) << bad;
  }
}

TEST(Number, ALengthPastAnySheetIsRefused) {
  EXPECT_TRUE(parse_length("1000000pt"));
  EXPECT_FALSE(parse_length("1000001pt"));
  EXPECT_FALSE(parse_length("99999999999999999999999mm"));
}

TEST(Number, FormatsTheShortestDecimalAndNeverMinusZero) {
  EXPECT_EQ(format_number(12.5), "12.5");
  EXPECT_EQ(format_number(3), "3");
  EXPECT_EQ(format_number(100), "100");
  EXPECT_EQ(format_number(-0.25), "-0.25");
  EXPECT_EQ(format_number(-0.0001), "0");
  EXPECT_EQ(format_number(0.12345), "0.123");
  EXPECT_EQ(format_number(2.6, 0), "3");
}

TEST(Number, FormatsWhatIsNoNumberAsZeroAndTheLargestInFull) {
  EXPECT_EQ(format_number(std::nan("")), "0");
  EXPECT_EQ(format_number(std::numeric_limits<double>::infinity()), "0");
  EXPECT_EQ(format_number(std::numeric_limits<double>::max()).size(), 309u);
}

TEST(Rect, RightAndBottomAreTheFarEdges) {
  const Rect rect{1_pt, 2_pt, 3_pt, 4_pt};
  EXPECT_EQ(rect.right(), 4_pt);
  EXPECT_EQ(rect.bottom(), 6_pt);
}

}  // namespace
}  // namespace forme
