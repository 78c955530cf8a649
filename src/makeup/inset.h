#pragma once

#include <optional>
#include <vector>

#include "makeup/context.h"
#include "makeup/flow.h"

namespace forme {

// A block of whole columns that stands in the body region; the legs stop above it and go on below.
struct Inset {
  int column = 0, columns = 1, row = 0, rows = 0;
  std::vector<DisplayItem> items;
  bool middle = false;  // it stands where there is room above and below
};

// Columns that a figure of the body is to have: those that it says, or as many as its letters need.
int columns_asked(const StoryContext& context, const Figure& figure);
// Whether a block of the body stands outside the flow where a story has two legs and more: panels,
// tables wider than a column, figures over columns, pull quotes of features, what copy flows round.
bool stands_outside(const StoryContext& context, const Block& block);
// Columns that such a block takes of `w`; 0 when it cannot stand in so few.
int inset_columns(const StoryContext& context, const Block& block, int w);
bool stands_in_the_middle(const StoryContext& context, const Block& block);
SetBlock set_inset(const StoryContext& context, const Block& block, int columns);

void carve(std::vector<LegSpace>& spaces, const Inset& inset);

// Rows of copy over and under what stands in the middle.
inline constexpr int kLeastBeside = 6;

// Where `columns` neighbouring legs of `w` have `rows` free rows, and copy above and below them:
// the pair nearest to the middle.
struct MiddlePlace {
  int column = 0, row = 0;
};
std::optional<MiddlePlace> middle_place(const std::vector<LegSpace>& spaces, int w, int columns,
                                        int rows);
// The same, away from what stands after `copy` rows of the copy if that can be: no nearer in the
// order of reading than kApart rows.
inline constexpr int kApart = 12;
std::optional<MiddlePlace> middle_place_apart(const std::vector<LegSpace>& spaces, int w,
                                              int columns, int rows, double copy);

// What copy flows round: it stands over the gutter between two legs and into both, or over one leg
// and into those beside it.
struct RoundPiece {
  int legs = 2;  // that it touches
  int rows = 0;
  Length width;
  std::vector<RowRoom> outline;  // by row, of the piece; `whole` where nothing shows
  std::vector<DisplayItem> items;
};
Wrap wrap_of(const Block& block);
// REQUIRES: wrap_of(block) != Wrap::None, w >= 2.
RoundPiece set_round(const StoryContext& context, const Block& block, int w);
// Takes the piece, its left edge at `x` from the leaf's and its top at `row`, off the measure of
// the legs. Every space gets its rooms. Gives how many rows of whole measure that costs.
double narrow(std::vector<LegSpace>& spaces, const RoundPiece& piece, Length x, int row,
              const Grid& grid);

// Such a piece in its place: x from the leaf's left edge, row from its top.
struct PlacedRound {
  Length x;
  int row = 0, rows = 0;
  std::vector<DisplayItem> items;
};

// A rule in the gutter left of column `c` beside the space, in pieces where something stands over
// it.
void rule_gutter(std::vector<DisplayItem>& items, int c, const LegSpace& space,
                 const std::vector<PlacedRound>& rounds, const Grid& grid);

}  // namespace forme
