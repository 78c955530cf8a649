#include "content/table_shape.h"

#include <algorithm>

namespace forme {

TableShape shape_rows(std::vector<TableRow>& rows) {
  TableShape shape;
  std::vector<int> hanging;  // for each column, the rows that a cell above still takes
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const int rows_left = static_cast<int>(rows.size() - r);
    std::size_t column = 0;
    for (TableCell& cell : rows[r]) {
      while (column < hanging.size() && hanging[column] > 0) ++column;
      shape.overhang = shape.overhang || cell.row_span > rows_left;
      cell.row_span = std::min(cell.row_span, rows_left);
      const std::size_t end = column + static_cast<std::size_t>(cell.column_span);
      if (hanging.size() < end) hanging.resize(end, 0);
      std::fill(hanging.begin() + static_cast<std::ptrdiff_t>(column),
                hanging.begin() + static_cast<std::ptrdiff_t>(end), cell.row_span);
      column = end;
    }
    const auto last = std::find_if(hanging.rbegin(), hanging.rend(), [](int n) { return n > 0; });
    shape.row_columns.push_back(static_cast<int>(hanging.rend() - last));
    shape.columns = std::max(shape.columns, shape.row_columns.back());
    for (int& n : hanging) n = std::max(n - 1, 0);
  }
  return shape;
}

}  // namespace forme
