#pragma once

#include <utility>
#include <vector>

#include "makeup/context.h"

namespace forme {

// A cell in its place on the table's own grid; what spans says in numbers.
struct PlacedCell {
  const TableCell* cell = nullptr;
  std::size_t row = 0, column = 0;  // row: counted through head and body
  std::size_t rows = 1, columns = 1;
  bool head = false;
};

struct TableColumn {
  Length least, most;                // its longest word, its longest line
  Length before_point, after_point;  // decimal alignment
  Length x, width;                   // once laid out
  int numeric = 0, cells = 0;        // of the body
  bool numbers() const { return cells > 0 && numeric * 2 > cells; }
};

// A table's grid and its columns, each between its longest word and its longest line. Cells that
// span columns widen them evenly where they need more (as in CSS 2.1, 17.5.2.2).
class TableColumns {
 public:
  TableColumns(const StoryContext& context, const Table& table);

  Length least() const;
  // Gives every column its width, all of `width` together. Where even the longest words need more,
  // text is to be set smaller, by the factor returned (else 1).
  double lay_out(Length width);

  const std::vector<PlacedCell>& cells() const { return cells_; }
  const std::vector<TableColumn>& columns() const { return columns_; }
  std::size_t rows() const { return rows_; }
  std::size_t head_rows() const { return head_rows_; }
  // The text's style before any shrinking.
  const TextStyle& style(const PlacedCell& cell) const;
  const Text& text(const PlacedCell& cell) const;
  // From the left edge of the cell's first column to the right edge of its last.
  Length measure(const PlacedCell& cell) const;
  // Where text of a cell that is aligned by its point begins, from the column's left edge.
  Length decimal_start(const PlacedCell& cell, double scale) const;

 private:
  void place(const std::vector<TableRow>& rows, bool head);
  void measure_cell(const PlacedCell& cell);
  void widen_for(const PlacedCell& cell);
  Length width_of(const Text& text, const TextStyle& style) const;
  Length longest_word(const Text& text, const TextStyle& style) const;
  std::pair<Length, Length> about_point(const Text& text, const TextStyle& style) const;

  StoryContext context_;
  std::vector<PlacedCell> cells_;
  std::vector<TableColumn> columns_;
  std::vector<int> hanging_;  // by column: rows that a cell above still takes
  std::size_t rows_ = 0, head_rows_ = 0;
};

// Where a number's decimal point stands in the text, by the language; else behind its last digit.
std::size_t decimal_place(const std::string& text, std::string_view language);

}  // namespace forme
