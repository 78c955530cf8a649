#include "makeup/nibs.h"

#include <algorithm>

#include "display/shown_pages.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

constexpr int kHeadRows = 3;  // department rule and label
constexpr Length kDepartmentRule = 4_pt;

FlowBlock set_nib(const StoryContext& context) {
  const Article& article = context.article();
  const Grid& grid = context.grid();
  FlowBlock nib;
  nib.variants.resize(1);
  auto add = [&](Galley part) {
    for (FlowBlock& block : part) {
      for (FlowLine& line : block.variants[0].lines)
        nib.variants[0].lines.push_back(std::move(line));
    }
  };
  auto add_leaf = [&](LeafId leaf, const char* style) {
    if (leaf != kNoLeaf) add({build_leaf(context, leaf, style, grid.column)});
  };
  add_leaf(article.kicker, "kicker");
  const TextStyle& heading = context.layout().style("nib-heading");
  FlowLine strip;
  const std::vector<Line> lines = context.set(article.headline, heading, grid.column);
  const Length depth = heading.leading * static_cast<int>(lines.size());
  strip.rows = rows_for(depth + grid.row * 0.5, grid);
  append_lines(strip.items, lines, heading, Length(), grid.row * strip.rows - depth,
               context.owner(article.headline));
  nib.variants[0].lines.push_back(std::move(strip));
  for (LeafId leaf : article.standfirsts) add_leaf(leaf, "nib");
  GalleyMode mode;
  mode.paragraph = "nib";
  mode.outputs = kPrint | kScreen;
  for (const Block& figure : article.figures)
    add({build_block(context, figure, grid.column, mode)});
  add(build_galley(context, article.body, grid.column, mode));
  add(build_tail(context, grid.column));
  for (LeafId leaf : article.bylines) add_leaf(leaf, "signature");
  add_leaf(article.dateline, "signature");
  nib.keep_first = kUnbreakable;
  for (FlowLine& line : nib.variants[0].lines) limit_to(line.items, article.outputs);
  if (context.against_paper())
    for (FlowLine& line : nib.variants[0].lines) mirror(line.items, grid.column);
  return nib;
}

}  // namespace

NibColumn::NibColumn(const SettingContext& context, std::vector<std::size_t> articles)
    : context_(context), articles_(std::move(articles)) {
  for (std::size_t index : articles_)
    nibs_.push_back(set_nib({context_, static_cast<std::uint32_t>(index)}));
}

std::size_t NibColumn::count(int w, int h) const {
  int column = 0, row = kHeadRows;
  std::size_t n = 0;
  for (; n < nibs_.size(); ++n) {
    const int rows = nibs_[n].variants[0].rows();
    while (row + rows > h && column < w) ++column, row = kHeadRows;
    if (column >= w || row + rows > h) break;
    row += rows;
  }
  return n;
}

ShapeTable NibColumn::shapes(int columns, int max_rows, int only_width, bool all) const {
  ShapeTable table(columns, max_rows);
  const Weights& weights = context_.weights;
  for (int w = 1; w <= columns; ++w) {
    if (only_width > 0 && w != only_width) continue;
    for (int h = kHeadRows + 4; h <= max_rows; ++h) {
      const std::size_t n = count(w, h);
      if (n == 0 || (all && n < nibs_.size())) continue;
      int used = 0;
      for (std::size_t i = 0; i < n; ++i) used += nibs_[i].variants[0].rows();
      const int free = w * (h - kHeadRows) - used;
      table.at(w, h).cost = weights.nib_row * free +
                            weights.nib_left_out * static_cast<double>(nibs_.size() - n) +
                            weights.nib_span * (w - 1);
    }
  }
  return table;
}

ComposedLeaf NibColumn::compose(int w, int h) const {
  const Layout& layout = context_.layout;
  const Grid& grid = layout.grid;
  ComposedLeaf leaf;
  append_box(leaf.items, {Length(), Length(), grid.width(w), kDepartmentRule}, "red");
  const TextStyle& label = layout.style("nib-label");
  const std::string& language = context_.issue.manifest.language;
  const Line line =
      context_.setter.set_line(plain_text(phrases(language).in_brief, language), label);
  append_line(leaf.items, line, Length(), grid.row * 0.6 + first_baseline(label), Owner{});
  leaf.legs.assign(static_cast<std::size_t>(w), 0);
  const std::size_t all = count(w, h);
  // Rows that stay free are shared out between the nibs of a column, so that its foot is level.
  std::vector<std::vector<std::size_t>> columns(static_cast<std::size_t>(w));
  int column = 0, row = kHeadRows;
  std::vector<int> used(static_cast<std::size_t>(w), kHeadRows);
  for (std::size_t n = 0; n < all; ++n) {
    const int rows = nibs_[n].variants[0].rows();
    while (row + rows > h) ++column, row = kHeadRows;
    columns[static_cast<std::size_t>(column)].push_back(n);
    row += rows;
    used[static_cast<std::size_t>(column)] = row;
  }
  for (int c = 0; c < w; ++c) {
    const auto& list = columns[static_cast<std::size_t>(c)];
    const int free = h - used[static_cast<std::size_t>(c)];
    const int gaps = static_cast<int>(list.size()) - 1;
    const bool share =
        gaps > 0 && free <= gaps && (c + 1 < w || all == nibs_.size() || free <= gaps);
    int at = kHeadRows, given = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const FlowVariant& nib = nibs_[list[i]].variants[0];
      if (share && i > 0) {
        const int due = static_cast<int>(i) * free / gaps;
        at += due - given;
        given = due;
      }
      for (const FlowLine& strip : nib.lines) {
        append_moved(leaf.items, strip.items, (grid.column + grid.gutter) * c, grid.row * at);
        at += strip.rows;
        leaf.legs[static_cast<std::size_t>(c)] += 1;
      }
    }
    leaf.free_rows += share ? 0 : free;
    leaf.spaces.push_back({{c, kHeadRows, h - kHeadRows}, at - kHeadRows});
  }
  leaf.fits = all == nibs_.size();
  return leaf;
}

}  // namespace forme
