#include <algorithm>

#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr Length kHairline = 0.4_pt;
constexpr double kEntryDrop = 0.34;  // rows that an entry's text stands below its row's top
constexpr Length kFactGap = 3_mm;    // between a figure and what it says

}  // namespace

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
  std::vector<FlowLine> strips;
  for (const TableRow& row : table.body) {
    FlowLine strip;
    append_lines(strip.items, context.set(row[0].text, big, figures), big, Length(), Length(),
                 context.owner(row[0].text));
    int rows = rows_for(big.leading, grid);
    if (row[1].text != kNoLeaf) {
      const std::vector<Line> lines = context.set(row[1].text, small, width - figures - kFactGap);
      const Length depth = small.leading * static_cast<int>(lines.size());
      rows = std::max(rows, rows_for(depth, grid));
      const Length top = std::max(Length(), (grid.row * rows - depth) / 2);
      append_lines(strip.items, lines, small, figures + kFactGap, top, context.owner(row[1].text));
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
    const Length top = grid.row * kEntryDrop;
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
