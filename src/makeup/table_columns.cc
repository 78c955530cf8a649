#include "makeup/table_columns.h"

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"

namespace forme {
namespace {

constexpr Length kColumnGap = 10_pt;  // between two columns of a table
constexpr Length kSlack = 0.5_pt;     // so that rounding never breaks a line that just fits

const Text& no_text() {
  static const Text empty;
  return empty;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool looks_numeric(const std::string& text) {
  int digits = 0, letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedChar c = decode_utf8(text, i);
    if (c.value >= U'0' && c.value <= U'9')
      ++digits;
    else if ((c.value >= U'a' && c.value <= U'z') || (c.value >= U'A' && c.value <= U'Z') ||
             c.value > 0x2AF)
      ++letters;
    i += c.length;
  }
  return digits > 0 && letters <= 2 && digits >= letters;
}

// Bytes [first, last) with the spans that lie in them.
Text part_of(const Text& whole, std::size_t first, std::size_t last) {
  Text part;
  part.language = whole.language;
  part.utf8 = whole.utf8.substr(first, last - first);
  for (Span span : whole.spans) {
    const std::size_t from = std::max<std::size_t>(span.first, first);
    const std::size_t to = std::min<std::size_t>(span.last, last);
    if (from >= to) continue;
    span.first = static_cast<std::uint32_t>(from - first);
    span.last = static_cast<std::uint32_t>(to - first);
    part.spans.push_back(std::move(span));
  }
  return part;
}

}  // namespace

std::size_t decimal_place(const std::string& text, std::string_view language) {
  const std::string point = decimal_separator(language);
  const std::size_t at = text.rfind(point);
  if (at != std::string::npos && at + point.size() < text.size() &&
      is_digit(text[at + point.size()]))
    return at;
  const auto last = std::find_if(text.rbegin(), text.rend(), is_digit);
  return last == text.rend() ? text.size() : static_cast<std::size_t>(text.rend() - last);
}

TableColumns::TableColumns(const StoryContext& context, const Table& table)
    : context_(context), columns_(static_cast<std::size_t>(std::max(table.columns, 1))) {
  hanging_.assign(columns_.size(), 0);
  place(table.head, true);
  head_rows_ = rows_;
  std::fill(hanging_.begin(), hanging_.end(), 0);  // no cell hangs from the head into the body
  place(table.body, false);
  for (const PlacedCell& cell : cells_) {
    if (cell.columns == 1) measure_cell(cell);
  }
  for (const PlacedCell& cell : cells_) {
    if (cell.columns > 1) widen_for(cell);
  }
}

void TableColumns::place(const std::vector<TableRow>& rows, bool head) {
  for (const TableRow& row : rows) {
    std::size_t column = 0;
    for (const TableCell& cell : row) {
      while (column < hanging_.size() && hanging_[column] > 0) ++column;
      if (column >= hanging_.size()) break;
      PlacedCell placed{&cell,
                        rows_,
                        column,
                        static_cast<std::size_t>(std::max(1, cell.row_span)),
                        static_cast<std::size_t>(std::max(1, cell.column_span)),
                        head};
      placed.columns = std::min(placed.columns, hanging_.size() - column);
      std::fill_n(hanging_.begin() + static_cast<std::ptrdiff_t>(column), placed.columns,
                  static_cast<int>(placed.rows));
      column += placed.columns;
      cells_.push_back(placed);
    }
    for (int& n : hanging_) n = std::max(n - 1, 0);
    ++rows_;
  }
}

const TextStyle& TableColumns::style(const PlacedCell& cell) const {
  return context_.layout().style(cell.head                               ? "table-head"
                                 : cell.column == 0 || cell.cell->header ? "table-first"
                                                                         : "table");
}

const Text& TableColumns::text(const PlacedCell& cell) const {
  return cell.cell->text == kNoLeaf ? no_text() : context_.article().text(cell.cell->text);
}

Length TableColumns::width_of(const Text& text, const TextStyle& s) const {
  return text.utf8.empty() ? Length() : context_.all.setter.set_line(text, s).width;
}

Length TableColumns::longest_word(const Text& t, const TextStyle& s) const {
  Length most;
  for (std::size_t at = 0; at < t.utf8.size();) {
    const std::size_t end = std::min(t.utf8.find(' ', at), t.utf8.size());
    most = std::max(most, width_of(part_of(t, at, end), s));
    at = end + 1;
  }
  return most;
}

std::pair<Length, Length> TableColumns::about_point(const Text& t, const TextStyle& s) const {
  const std::size_t point = decimal_place(t.utf8, t.language);
  return {width_of(part_of(t, 0, point), s), width_of(part_of(t, point, t.utf8.size()), s)};
}

void TableColumns::measure_cell(const PlacedCell& cell) {
  TableColumn& c = columns_[cell.column];
  const TextStyle& s = style(cell);
  const Text& t = text(cell);
  c.most = std::max(c.most, width_of(t, s) + kSlack);
  c.least = std::max(c.least, longest_word(t, s) + kSlack);
  if (!cell.head) {
    ++c.cells;
    c.numeric += looks_numeric(t.utf8);
  }
  if (cell.cell->align == CellAlign::Decimal) {
    const auto [before, after] = about_point(t, s);
    c.before_point = std::max(c.before_point, before);
    c.after_point = std::max(c.after_point, after);
    c.most = std::max(c.most, c.before_point + c.after_point + kSlack);
    c.least = std::max(c.least, c.before_point + c.after_point + kSlack);
  }
}

void TableColumns::widen_for(const PlacedCell& cell) {
  const TextStyle& s = style(cell);
  const auto spread = [&](Length wanted, Length TableColumn::*width) {
    Length have = kColumnGap * static_cast<int>(cell.columns - 1);
    for (std::size_t i = 0; i < cell.columns; ++i) have += columns_[cell.column + i].*width;
    if (have >= wanted) return;
    const Length each = (wanted - have) / static_cast<int>(cell.columns);
    for (std::size_t i = 0; i < cell.columns; ++i) columns_[cell.column + i].*width += each;
  };
  spread(longest_word(text(cell), s) + kSlack, &TableColumn::least);
  spread(width_of(text(cell), s) + kSlack, &TableColumn::most);
  for (TableColumn& c : columns_) c.most = std::max(c.most, c.least);
}

Length TableColumns::least() const {
  Length sum = kColumnGap * static_cast<int>(columns_.size() - 1);
  for (const TableColumn& c : columns_) sum += c.least;
  return sum;
}

// Every column gets its longest line when all fit; the room left over goes to the widest of words.
// Otherwise each gets its longest word and a share of the rest by what it still lacks. Where not
// even the words fit, everything shrinks alike, the gaps too.
double TableColumns::lay_out(Length width) {
  const double scale = std::min(1.0, width / least());
  const Length gap = kColumnGap * scale;
  const Length room = width - gap * static_cast<int>(columns_.size() - 1);
  Length most, least_sum;
  for (const TableColumn& c : columns_) most += c.most, least_sum += c.least;
  if (scale < 1) {
    for (TableColumn& c : columns_) c.width = c.least * scale;
  } else if (most <= room) {
    std::size_t widest = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].width = columns_[i].most;
      if (!columns_[i].numbers() && columns_[i].most >= columns_[widest].most) widest = i;
    }
    columns_[widest].width += room - most;
  } else {
    const double share = most > least_sum ? (room - least_sum) / (most - least_sum) : 0;
    for (TableColumn& c : columns_) c.width = c.least + (c.most - c.least) * share;
  }
  Length x;
  for (TableColumn& c : columns_) {
    c.x = x;
    x += c.width + gap;
  }
  return scale;
}

Length TableColumns::measure(const PlacedCell& cell) const {
  const TableColumn& last = columns_[cell.column + cell.columns - 1];
  return last.x + last.width - columns_[cell.column].x;
}

Length TableColumns::decimal_start(const PlacedCell& cell, double scale) const {
  // The points stand below one another, from whichever side the columns count.
  const TableColumn& c = columns_[cell.column];
  const auto [before, after] = about_point(text(cell), style(cell));
  const Length taken = context_.from_right() ? c.before_point + after : c.after_point + before;
  return c.width - (taken + kSlack) * scale;
}

}  // namespace forme
