#pragma once

#include "base/geometry.h"

namespace forme {

// How the spreads of a paper stand on one sheet.
struct FlatplanGrid {
  int columns = 1, rows = 1;
  double scale = 1;  // of the pages
};

// White between spreads, and over each for its folios.
inline constexpr Length kSpreadGap = 14_pt, kFolioRoom = 12_pt;

// As many spreads in a row as make the pages largest; of equals the fewest.
// REQUIRES: spreads > 0; `room` is larger than one spread's gap and lettering.
FlatplanGrid arrange_spreads(int spreads, Size page, Size room);

}  // namespace forme
