#pragma once

#include <string>
#include <vector>

#include "content/block.h"

namespace forme {

struct TableShape {
  int columns = 0;               // of the widest row, spans counted
  std::vector<int> row_columns;  // of each row, with what hangs into it from above
  bool overhang = false;         // a row span reached past the last row, and was cut
};

// Lays the cells of one part of a table out as HTML does. Cuts row spans at the last row.
TableShape shape_rows(std::vector<TableRow>& rows);

}  // namespace forme
