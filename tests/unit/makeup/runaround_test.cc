#include <gmock/gmock.h>

#include <random>

#include "makeup/inset.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

const char* const kCopy =
    "The compositor stands at the frame with the stick in the left hand and takes the letters one "
    "by one from the case, nick upwards, reading the line upside down from left to right as it "
    "grows. When the line is nearly full it is justified: spaces are changed for thicker ones, or "
    "for thinner, until it stands in the stick by itself.";

std::string paragraphs(int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += std::string("<p>") + kCopy + "</p>";
  return out;
}

std::vector<LegSpace> two_legs(int rows) {
  return {{0, 0, rows}, {1, 0, rows}};
}

// A piece `rows` deep whose outline is a disc.
RoundPiece disc(int rows, Length width) {
  RoundPiece piece;
  piece.rows = rows;
  piece.width = width;
  for (int r = 0; r < rows; ++r) {
    const double y = (r + 0.5) / rows * 2 - 1;
    const double half = std::sqrt(1 - y * y) / 2;
    piece.outline.push_back({width * (0.5 - half), width * (2 * half), false});
  }
  return piece;
}

// The flow of the galley round `piece`, which stands at `row` over the gutter.
struct Flowed {
  Flowed(const SetArticle& set, const RoundPiece& piece, int row, int rows)
      : grid(set.layout.grid), spaces(two_legs(rows)) {
    GalleyMode mode;
    mode.loosen = true;
    galley = build_galley(set.context(), set.article().body, grid.column, mode);
    x = (grid.width(2) - piece.width) / 2;
    narrow(spaces, piece, x, row, grid);
    flow = flow_into_legs(galley, spaces);
  }
  const Grid& grid;
  std::vector<LegSpace> spaces;
  Galley galley;
  Length x;
  FlowResult flow;
};

TEST(Runaround, EveryLineStandsInTheRoomOfItsRow) {
  const SetArticle set{paragraphs(4)};
  const Flowed made(set, disc(12, 80_pt), 6, 24);
  ASSERT_TRUE(made.flow.fits);
  int beside = 0;
  for (const PlacedStrip& strip : made.flow.strips) {
    const LegSpace& leg = made.spaces[static_cast<std::size_t>(strip.column)];
    const RowRoom& room = leg.room[static_cast<std::size_t>(strip.row)];
    beside += !room.whole;
    for (const GlyphItem& item : glyphs_in(made.flow.line(made.galley, strip).items)) {
      EXPECT_GE(left_of(item), room.left - 0.6_pt);
      // Stops and hyphens may hang out by a part of themselves.
      EXPECT_LE(right_of(item), room.left + room.width + 4_pt);
    }
  }
  EXPECT_GT(beside, 12);
}

TEST(Runaround, NoWordIsLostOrSaidTwice) {
  const SetArticle set{paragraphs(4)};
  const Flowed made(set, disc(12, 80_pt), 8, 40);
  ASSERT_TRUE(made.flow.fits);
  std::string words;
  for (const PlacedStrip& strip : made.flow.strips)
    words += words_in(made.flow.line(made.galley, strip).items);
  std::string wanted;
  for (int i = 0; i < 4; ++i) wanted += kCopy;
  const auto letters = [](const std::string& text) {
    std::string out;
    for (const char c : text) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) out += c;
    }
    return out;
  };
  EXPECT_EQ(letters(words), letters(wanted));
}

TEST(Runaround, StandsAtEveryRowAndDepthOfALeg) {
  const SetArticle set{paragraphs(3)};
  for (int row = 6; row <= 20; row += 2) {
    const Flowed made(set, disc(9, 76_pt), row, 44);
    EXPECT_TRUE(made.flow.fits) << row;
  }
}

TEST(Runaround, WhatCannotBeNarrowedStandsBelow) {
  const SetArticle set{paragraphs(1) +
                       "<table><tbody><tr><td>Pica</td><td>12</td></tr></tbody></table>" +
                       paragraphs(2)};
  const Flowed made(set, disc(12, 80_pt), 12, 44);
  ASSERT_TRUE(made.flow.fits);
  for (const PlacedStrip& strip : made.flow.strips) {
    if (!made.galley[strip.block].floats) continue;
    const LegSpace& leg = made.spaces[static_cast<std::size_t>(strip.column)];
    const int rows = made.flow.line(made.galley, strip).rows;
    for (int r = strip.row; r < strip.row + rows; ++r)
      EXPECT_TRUE(leg.room[static_cast<std::size_t>(r)].whole);
  }
}

TEST(Runaround, LegsThatNothingStandsIntoAreSetAsEver) {
  const SetArticle set{paragraphs(3)};
  const Galley galley = build_galley(set.context(), set.article().body, set.layout.grid.column, {});
  const FlowResult plain = flow_into_legs(galley, two_legs(30));
  std::vector<LegSpace> rooms = two_legs(30);
  for (LegSpace& leg : rooms) leg.room.assign(30, {Length(), set.layout.grid.column, true});
  const FlowResult same = flow_into_legs(galley, rooms);
  EXPECT_EQ(plain.cost, same.cost);
  EXPECT_TRUE(same.reset.empty());
}

TEST(Inset, StandsNearestTheMiddleWithCopyAboveAndBelow) {
  const std::vector<LegSpace> spaces = {{0, 4, 40}, {1, 4, 40}, {2, 4, 40}, {3, 4, 40}};
  const auto place = middle_place(spaces, 4, 2, 12);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->column, 1);
  EXPECT_EQ(place->row, 18);
  EXPECT_FALSE(middle_place(spaces, 4, 2, 30));
}

// Legs of 40 rows; after 58 of copy the middle of the second leg is read.
TEST(Inset, StandsApartFromItsSentence) {
  const std::vector<LegSpace> spaces = {{0, 4, 40}, {1, 4, 40}, {2, 4, 40}};
  const auto rows_between = [](const MiddlePlace& place, double copy) {
    return std::abs(40 * place.column + place.row - 4 - copy);
  };
  const auto middle = middle_place(spaces, 3, 1, 10);
  ASSERT_TRUE(middle);
  EXPECT_LT(rows_between(*middle, 58), kApart);
  const auto apart = middle_place_apart(spaces, 3, 1, 10, 58);
  ASSERT_TRUE(apart);
  EXPECT_GE(rows_between(*apart, 58), kApart);
  EXPECT_GE(apart->row, 4 + kLeastBeside);
  EXPECT_LE(apart->row + 10, 44 - kLeastBeside);
  // What is far away already stands in the middle.
  const auto far = middle_place_apart(spaces, 3, 1, 10, 0);
  ASSERT_TRUE(far);
  EXPECT_EQ(far->column, middle->column);
  EXPECT_EQ(far->row, middle->row);
}

TEST(Inset, APullQuoteOverTwoColumnsHasAStyleOfItsOwn) {
  const SetArticle set{
      "<p>Copy</p><pullquote>It was the first promise the State made to a "
      "passenger</pullquote>",
      R"( genre="feature")"};
  EXPECT_TRUE(stands_outside(set.context(), set.article().body[1]));
  const SetBlock block = set_inset(set.context(), set.article().body[1], 2);
  // Three lines of three rows, and two rows round them.
  EXPECT_EQ(block.rows, 11);
  EXPECT_EQ(glyphs_in(block.items).front().run.size, set.layout.style("pullquote-2").size);
}

}  // namespace
}  // namespace forme
