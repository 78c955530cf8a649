#include "makeup/set_table.h"

#include <algorithm>

#include "makeup/table_columns.h"

namespace forme {
namespace {

constexpr Length kHairline = 0.4_pt, kHeadRule = 1_pt;
constexpr double kCellDrop = 0.34;  // rows that a cell's text stands below its row's top

class TableSetter {
 public:
  TableSetter(const StoryContext& context, const Table& table, Length width)
      : context_(context),
        grid_(context.grid()),
        table_(table),
        width_(width),
        columns_(context, table),
        scale_(columns_.lay_out(width)),
        depth_(columns_.rows(), 1),
        joined_(columns_.rows(), false) {}

  SetTable set() {
    for (const PlacedCell& cell : columns_.cells()) set_cell(cell);
    measure_rows();
    SetTable out;
    if (table_.caption != kNoLeaf) out.strips.push_back(caption());
    out.head_first = out.head_last = static_cast<int>(out.strips.size());
    for (std::size_t row = 0; row < columns_.rows();) {
      std::size_t end = row + 1;
      while (end < columns_.rows() && joined_[end]) ++end;
      if (row < columns_.head_rows()) end = std::max(end, columns_.head_rows());
      out.strips.push_back(band(row, end));
      row = end;
      if (row == columns_.head_rows()) out.head_last = static_cast<int>(out.strips.size());
    }
    return out;
  }

 private:
  struct CellLines {
    const PlacedCell* cell;
    TextStyle style;
    std::vector<Line> lines;
    Length x;
    int rows = 1;  // that its text takes
  };

  Align alignment(const PlacedCell& cell) const {
    if (cell.cell->align == CellAlign::Centre) return Align::Centre;
    if (cell.cell->align == CellAlign::End) return Align::End;
    if (cell.cell->align == CellAlign::Start || cell.cell->align == CellAlign::Decimal)
      return Align::Start;
    const bool numbers = cell.column > 0 && columns_.columns()[cell.column].numbers();
    return numbers && cell.columns == 1 ? Align::End : Align::Start;
  }

  void set_cell(const PlacedCell& cell) {
    CellLines set{&cell, columns_.style(cell), {}, columns_.columns()[cell.column].x, 1};
    set.style.size = set.style.size * scale_;
    set.style.align = alignment(cell);
    Length measure = columns_.measure(cell);
    if (cell.cell->align == CellAlign::Decimal && cell.columns == 1) {
      const Length start = std::max(Length(), columns_.decimal_start(cell, scale_));
      set.x += start;
      measure = std::max(Length(1_pt), measure - start);
    }
    if (!columns_.text(cell).utf8.empty())
      set.lines = context_.set(cell.cell->text, set.style, measure);
    set.rows = std::max(1, rows_for(set.style.leading * static_cast<int>(set.lines.size()), grid_));
    cells_.push_back(std::move(set));
  }

  // Each row is as deep as its deepest cell and a row of air; a cell over several rows makes the
  // last of them deeper where it must.
  void measure_rows() {
    for (const CellLines& c : cells_) {
      if (c.cell->rows == 1) depth_[c.cell->row] = std::max(depth_[c.cell->row], c.rows);
    }
    for (int& depth : depth_) ++depth;
    for (const CellLines& c : cells_) {
      const std::size_t end = std::min(c.cell->row + c.cell->rows, columns_.rows());
      int have = -1;
      for (std::size_t row = c.cell->row; row < end; ++row) {
        have += depth_[row];
        if (row > c.cell->row) joined_[row] = true;
      }
      if (c.rows > have) depth_[end - 1] += c.rows - have;
    }
  }

  // Rows [first, last) as one strip: rows that a cell joins are not parted.
  FlowLine band(std::size_t first, std::size_t last) const {
    FlowLine strip;
    strip.rows = 0;
    std::vector<int> top;
    for (std::size_t row = first; row < last; ++row) {
      top.push_back(strip.rows);
      strip.rows += depth_[row];
    }
    for (const CellLines& c : cells_) {
      if (c.cell->row < first || c.cell->row >= last) continue;
      append_lines(strip.items, c.lines, c.style, c.x,
                   grid_.row * (top[c.cell->row - first] + kCellDrop),
                   context_.owner(c.cell->cell->text == kNoLeaf ? 0 : c.cell->cell->text));
    }
    for (std::size_t row = first; row < last; ++row) {
      const Length thickness = row + 1 == columns_.head_rows() ? kHeadRule : kHairline;
      rule_under(row, grid_.row * (top[row - first] + depth_[row]) - thickness, thickness, strip);
    }
    return strip;
  }

  // A rule leaves out the columns whose cell goes on below it.
  void rule_under(std::size_t row, Length y, Length thickness, FlowLine& strip) const {
    const std::size_t count = columns_.columns().size();
    std::vector<bool> covered(count, false);
    for (const CellLines& c : cells_) {
      if (c.cell->row > row || c.cell->row + c.cell->rows <= row + 1) continue;
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(c.cell->column), c.cell->columns,
                  true);
    }
    for (std::size_t from = 0; from < count;) {
      std::size_t to = from + 1;
      while (to < count && covered[to] == covered[from]) ++to;
      if (!covered[from]) {
        const Length x = columns_.columns()[from].x;
        const Length end =
            to == count ? width_ : columns_.columns()[to - 1].x + columns_.columns()[to - 1].width;
        append_rule(strip.items, x, y, end - x, thickness, "black");
      }
      from = to;
    }
  }

  FlowLine caption() const {
    FlowLine strip;
    const TextStyle& s = context_.layout().style("panel-heading");
    const std::vector<Line> lines = context_.set(table_.caption, s, width_);
    const Length depth =
        append_lines(strip.items, lines, s, Length(), Length(), context_.owner(table_.caption));
    strip.rows = rows_for(depth, grid_);
    return strip;
  }

  const StoryContext& context_;
  const Grid& grid_;
  const Table& table_;
  Length width_;
  TableColumns columns_;
  double scale_;
  std::vector<int> depth_;    // rows of the grid that each row takes
  std::vector<bool> joined_;  // to the row above it, by a cell over both
  std::vector<CellLines> cells_;
};

}  // namespace

Length table_least_width(const StoryContext& context, const Table& table) {
  const auto [known, fresh] = context.all.table_widths->try_emplace(&table);
  if (fresh) known->second = TableColumns(context, table).least();
  return known->second;
}

SetTable set_table(const StoryContext& context, const Table& table, Length width) {
  return TableSetter(context, table, width).set();
}

}  // namespace forme
