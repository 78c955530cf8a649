#include "makeup/set_table.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace forme {
namespace {

constexpr Length kColumnGap = 10_pt;  // between two columns of a table
constexpr Length kHairline = 0.4_pt, kHeadRule = 1_pt;
constexpr double kCellDrop = 0.34;  // rows that a cell's text stands below its row's top

const Text& no_text() {
  static const Text empty;
  return empty;
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

// A table's columns: what they need, how they are aligned, and, once laid out, where they stand.
class TableSetter {
 public:
  TableSetter(const StoryContext& context, const Table& table)
      : context_(context),
        table_(table),
        columns_(static_cast<std::size_t>(std::max(table.columns, 1))) {
    for (const TableRow& row : table.head) measure(row, true);
    for (const TableRow& row : table.body) measure(row, false);
  }

  Length least() const {
    Length sum = kColumnGap * static_cast<int>(columns_.size() - 1);
    for (const Column& c : columns_) sum += c.least;
    return sum;
  }

  std::vector<FlowLine> set(Length width) {
    place_columns(width);
    std::vector<FlowLine> strips;
    if (table_.caption != kNoLeaf) strips.push_back(caption(width));
    for (std::size_t i = 0; i < table_.head.size(); ++i) {
      strips.push_back(
          row(table_.head[i], width, i + 1 == table_.head.size() ? kHeadRule : kHairline, true));
    }
    for (const TableRow& r : table_.body) strips.push_back(row(r, width, kHairline, false));
    return strips;
  }

 private:
  struct Column {
    Length least, most, x, width;
    Length before_point, after_point;  // decimal alignment
    int numeric = 0, cells = 0;
  };

  const TextStyle& style(const TableCell& cell, std::size_t column, bool head) const {
    return context_.layout().style(head                         ? "table-head"
                                   : column == 0 || cell.header ? "table-first"
                                                                : "table");
  }
  const Text& text(const TableCell& cell) const {
    return cell.text == kNoLeaf ? no_text() : context_.article().text(cell.text);
  }
  Length width_of(const Text& text, const TextStyle& s) const {
    return text.utf8.empty() ? Length() : context_.all.setter.set_line(text, s).width;
  }
  static std::pair<Text, Text> at_point(const Text& whole) {
    Text before = whole, after = whole;
    const std::size_t point = whole.utf8.find('.');
    before.spans.clear(), after.spans.clear();
    before.utf8 = whole.utf8.substr(0, point);
    after.utf8 = point == std::string::npos ? "" : whole.utf8.substr(point);
    return {before, after};
  }

  void measure(const TableRow& row, bool head) {
    std::size_t column = 0;
    for (const TableCell& cell : row) {
      if (column >= columns_.size()) break;
      if (cell.column_span == 1) {
        Column& c = columns_[column];
        const TextStyle& s = style(cell, column, head);
        const Text& t = text(cell);
        c.most = std::max(c.most, width_of(t, s) + 0.5_pt);
        c.least = std::max(c.least, longest_word(t, s) + 0.5_pt);
        if (!head) {
          ++c.cells;
          c.numeric += looks_numeric(t.utf8);
        }
        if (cell.align == CellAlign::Decimal) {
          const auto [before, after] = at_point(t);
          c.before_point = std::max(c.before_point, width_of(before, s));
          c.after_point = std::max(c.after_point, width_of(after, s));
          c.most = std::max(c.most, c.before_point + c.after_point + 0.5_pt);
          c.least = std::max(c.least, c.most);
        }
      }
      column += static_cast<std::size_t>(std::max(1, cell.column_span));
    }
  }
  Length longest_word(const Text& t, const TextStyle& s) const {
    Length most;
    std::size_t at = 0;
    while (at < t.utf8.size()) {
      const std::size_t end = std::min(t.utf8.find(' ', at), t.utf8.size());
      Text word;
      word.utf8 = t.utf8.substr(at, end - at);
      word.language = t.language;
      most = std::max(most, width_of(word, s));
      at = end + 1;
    }
    return most;
  }

  // Every column gets its longest line when all fit; the room left over goes to the widest of
  // words. Otherwise each gets its longest word and a share of the rest by what it still lacks.
  void place_columns(Length width) {
    const Length room = width - kColumnGap * static_cast<int>(columns_.size() - 1);
    Length most, least;
    for (const Column& c : columns_) most += c.most, least += c.least;
    for (Column& c : columns_) c.width = c.most;
    if (most <= room) {
      std::size_t widest = 0;
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const bool words = columns_[i].numeric * 2 <= columns_[i].cells;
        if (words && columns_[i].most >= columns_[widest].most) widest = i;
      }
      columns_[widest].width += room - most;
    } else {
      const double share = most > least ? std::max(0.0, (room - least) / (most - least)) : 0;
      for (Column& c : columns_) c.width = c.least + (c.most - c.least) * share;
    }
    Length x;
    for (Column& c : columns_) {
      c.x = x;
      x += c.width + kColumnGap;
    }
  }

  FlowLine caption(Length width) const {
    FlowLine strip;
    const TextStyle& s = context_.layout().style("panel-heading");
    const std::vector<Line> lines = context_.set(table_.caption, s, width);
    const Length depth =
        append_lines(strip.items, lines, s, Length(), Length(), context_.owner(table_.caption));
    strip.rows = rows_for(depth, context_.grid());
    return strip;
  }

  Align alignment(const TableCell& cell, const Column& column) const {
    if (cell.align == CellAlign::Centre) return Align::Centre;
    if (cell.align == CellAlign::End || cell.align == CellAlign::Decimal) return Align::End;
    if (cell.align == CellAlign::Start) return Align::Start;
    return &column != &columns_[0] && column.cells > 0 && column.numeric * 2 > column.cells
               ? Align::End
               : Align::Start;
  }

  FlowLine row(const TableRow& cells, Length width, Length rule, bool head) const {
    FlowLine strip;
    const Grid& grid = context_.grid();
    const Length top = grid.row * kCellDrop;
    int most = 1;
    std::size_t column = 0;
    for (const TableCell& cell : cells) {
      if (column >= columns_.size()) break;
      const std::size_t last =
          std::min(columns_.size(),
                   column + static_cast<std::size_t>(std::max(1, cell.column_span))) -
          1;
      const Column& c = columns_[column];
      TextStyle s = style(cell, column, head);
      s.align = alignment(cell, c);
      const Length measure = columns_[last].x + columns_[last].width - c.x;
      if (cell.text != kNoLeaf && !text(cell).utf8.empty()) {
        Length x = c.x;
        if (cell.align == CellAlign::Decimal) {
          s.align = Align::Start;
          // The points stand below one another, from whichever side the columns count.
          const auto [before, after] = at_point(text(cell));
          x += c.width - c.before_point - c.after_point +
               (context_.from_right() ? c.after_point - width_of(after, s)
                                      : c.before_point - width_of(before, s));
        }
        const std::vector<Line> lines = context_.set(cell.text, s, measure);
        append_lines(strip.items, lines, s, x, top, context_.owner(cell.text));
        most = std::max(most, rows_for(s.leading * static_cast<int>(lines.size()), grid));
      }
      column = last + 1;
    }
    strip.rows = most + 1;
    append_rule(strip.items, Length(), grid.row * strip.rows - rule, width, rule, "black");
    return strip;
  }

  const StoryContext& context_;
  const Table& table_;
  std::vector<Column> columns_;
};

}  // namespace

Length table_least_width(const StoryContext& context, const Table& table) {
  return TableSetter(context, table).least();
}

std::vector<FlowLine> set_table(const StoryContext& context, const Table& table, Length width) {
  return TableSetter(context, table).set(width);
}

bool is_fact_list(const StoryContext& context, const Table& table) {
  if (table.columns != 2 || !table.head.empty()) return false;
  for (const TableRow& row : table.body) {
    if (row.size() != 2 || row[0].text == kNoLeaf) return false;
    const std::string& figure = context.article().text(row[0].text).utf8;
    if (figure.size() > 12 || figure.find_first_of("0123456789") == std::string::npos) return false;
  }
  return true;
}

std::vector<FlowLine> set_fact_list(const StoryContext& context, const Table& table, Length width,
                                    const std::string& figure_style) {
  const TextStyle& big = context.layout().style(figure_style);
  const TextStyle& small = context.layout().style("panel");
  const Grid& grid = context.grid();
  TextStyle measured = big;
  measured.align = Align::Start;
  Length figures;
  for (const TableRow& row : table.body) {
    figures = std::max(
        figures, context.all.setter.set_line(context.article().text(row[0].text), measured).width);
  }
  figures += 0.5_pt;
  const Length gap = 3_mm;
  std::vector<FlowLine> strips;
  for (const TableRow& row : table.body) {
    FlowLine strip;
    append_lines(strip.items, context.set(row[0].text, big, figures), big, Length(), Length(),
                 context.owner(row[0].text));
    int rows = rows_for(big.leading, grid);
    if (row[1].text != kNoLeaf) {
      const std::vector<Line> lines = context.set(row[1].text, small, width - figures - gap);
      const Length depth = small.leading * static_cast<int>(lines.size());
      rows = std::max(rows, rows_for(depth, grid));
      const Length top = std::max(Length(), (grid.row * rows - depth) / 2);
      append_lines(strip.items, lines, small, figures + gap, top, context.owner(row[1].text));
    }
    strip.rows = rows;
    strips.push_back(std::move(strip));
  }
  return strips;
}

std::vector<FlowLine> set_directory(const StoryContext& context, const Directory& directory,
                                    Length width) {
  const TextStyle& name_style = context.layout().style("directory-name");
  const TextStyle& field_style = context.layout().style("directory");
  const Grid& grid = context.grid();
  std::vector<FlowLine> strips;
  for (const DirectoryEntry& entry : directory.entries) {
    FlowLine strip;
    const Length top = grid.row * kCellDrop;
    // The name stands left, the first field flush right on its line; further fields follow below.
    TextStyle right = field_style;
    right.align = Align::End;
    int lines_deep = 1;
    Length name_width;
    if (entry.name != kNoLeaf) {
      const std::vector<Line> name = context.set(entry.name, name_style, width);
      append_lines(strip.items, name, name_style, Length(), top, context.owner(entry.name));
      name_width = name.empty() ? Length() : name.back().width;
      lines_deep = std::max(1, static_cast<int>(name.size()));
    }
    int at = lines_deep - 1;
    for (const DirectoryField& field : entry.fields) {
      if (field.text == kNoLeaf) continue;
      const Line whole =
          context.all.setter.set_line(context.article().text(field.text), field_style);
      if (name_width + 6_pt + whole.width > width) ++at, name_width = Length();
      const std::vector<Line> lines = context.set(field.text, right, width);
      append_lines(strip.items, lines, right, Length(), top + field_style.leading * at,
                   context.owner(field.text));
      at += static_cast<int>(lines.size()) - 1;
      lines_deep = std::max(lines_deep, at + 1);
      name_width = width;  // the next field needs a line of its own
    }
    strip.rows = rows_for(field_style.leading * lines_deep, grid) + 1;
    append_rule(strip.items, Length(), grid.row * strip.rows - kHairline, width, kHairline,
                "black");
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace forme
