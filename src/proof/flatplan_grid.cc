#include "proof/flatplan_grid.h"

#include <algorithm>

namespace forme {

FlatplanGrid arrange_spreads(int spreads, Size page, Size room) {
  FlatplanGrid best;
  best.scale = 0;
  for (int columns = 1; columns <= spreads; ++columns) {
    const int rows = (spreads + columns - 1) / columns;
    const Length width = room.width - kSpreadGap * (columns - 1);
    const Length height = room.height - kFolioRoom * rows - kSpreadGap * (rows - 1);
    const double scale =
        std::min({width / (page.width * 2 * columns), height / (page.height * rows), 1.0});
    if (scale > best.scale) best = {columns, rows, scale};
  }
  return best;
}

}  // namespace forme
