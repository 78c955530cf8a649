#include "makeup/nibs.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "display/shown_pages.h"
#include "makeup/phrases.h"
#include "makeup/slack.h"

namespace forme {
namespace {

constexpr int kHeadRows = 3;  // department rule and label
constexpr int kMostGap = 2;   // rows between two nibs that their heading does not have
constexpr Length kDepartmentRule = 4_pt;

}  // namespace

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

NibColumn::NibColumn(const StoryStock& stock, const std::vector<std::size_t>& articles)
    : context_(stock.context()) {
  for (const std::size_t index : articles) {
    nibs_.push_back(&stock.nib(index));
    rows_.push_back(nibs_.back()->variants[0].rows());
  }
}

std::size_t NibColumn::count(int w, int h) const {
  int column = 0, row = kHeadRows;
  std::size_t n = 0;
  for (; n < nibs_.size(); ++n) {
    const int rows = rows_[n];
    while (row + rows > h && column < w) ++column, row = kHeadRows;
    if (column >= w || row + rows > h) break;
    row += rows;
  }
  return n;
}

// Whether the first `count` nibs fit in columns no deeper than `depth`.
bool NibColumn::hold(int w, std::size_t count, int depth) const {
  int legs = 1, row = kHeadRows;
  for (std::size_t n = 0; n < count; ++n) {
    if (row + rows_[n] > depth) ++legs, row = kHeadRows;
    row += rows_[n];
    if (row > depth || legs > w) return false;
  }
  return true;
}

// The least greater depth at which one of their columns holds a nib more.
int NibColumn::next_depth(std::size_t count, int depth) const {
  int next = std::numeric_limits<int>::max(), row = kHeadRows;
  for (std::size_t n = 0; n < count; ++n) {
    const int below = row + rows_[n], on_top = kHeadRows + rows_[n];
    for (const int foot : {below, on_top})
      if (foot > depth) next = std::min(next, foot);
    row = below > depth ? on_top : below;
  }
  return next;
}

// The first `count` nibs in columns no deeper than `depth`. REQUIRES: they hold them.
std::vector<NibColumn::Leg> NibColumn::legs_of(int w, int h, std::size_t count, int depth) const {
  std::vector<Leg> legs(1);
  for (std::size_t n = 0; n < count; ++n) {
    const int rows = rows_[n];
    if (kHeadRows + legs.back().rows + rows > depth) legs.push_back({n, n});
    legs.back().rows += rows, legs.back().last = n + 1;
  }
  legs.resize(static_cast<std::size_t>(w), {count, count});
  // All end as low as the one with the fewest gaps can, and none higher than the fullest.
  int fullest = 0, foot = h - kHeadRows;
  for (const Leg& leg : legs) {
    fullest = std::max(fullest, leg.rows);
    foot = std::min(foot, leg.rows + leg.gaps() * kMostGap);
  }
  // Where white is left under them anyway they are not spread for it.
  if (h - kHeadRows - foot >= kLeastLeg) foot = 0;
  foot = std::max(foot, fullest);
  for (Leg& leg : legs) {
    leg.free = h - kHeadRows - leg.rows;
    leg.shared = std::min(foot - leg.rows, leg.gaps() * kMostGap);
    leg.level = leg.rows + leg.shared == foot;
  }
  legs.back().level = true;  // the last may be shorter
  return legs;
}

// As shallow as level legs come, or else as any do.
std::vector<NibColumn::Leg> NibColumn::legs(int w, int h, std::size_t count) const {
  std::vector<Leg> shallowest;
  const auto first = rows_.begin(), last = first + static_cast<std::ptrdiff_t>(count);
  const int all = std::accumulate(first, last, 0);
  for (int depth = kHeadRows + std::max(1, (all + w - 1) / w); depth <= h;
       depth = next_depth(count, depth)) {
    if (!hold(w, count, depth)) continue;
    std::vector<Leg> legs = legs_of(w, h, count, depth);
    if (std::all_of(legs.begin(), legs.end(), [](const Leg& leg) { return leg.level; }))
      return legs;
    if (shallowest.empty()) shallowest = std::move(legs);
  }
  return shallowest;
}

ShapeTable NibColumn::shapes(int columns, int max_rows, int only_width, bool all) const {
  ShapeTable table(columns, max_rows);
  const Weights& weights = context_.weights;
  for (int w = 1; w <= columns; ++w) {
    if (only_width > 0 && w != only_width) continue;
    for (int h = kHeadRows + 4; h <= max_rows; ++h) {
      const std::size_t n = count(w, h);
      if (n == 0 || (all && n < nibs_.size())) continue;
      double cost =
          weights.nib_left_out * static_cast<double>(nibs_.size() - n) + weights.nib_span * (w - 1);
      if (n == 1) cost += weights.nib_alone;
      int free = 0, copy = 0;
      for (const Leg& leg : legs(w, h, n)) {
        free += leg.free - leg.shared, copy += leg.rows;
        cost += leg.shared * weights.nib_spread;
        if (!leg.level) cost += weights.uneven_foot;
      }
      cost += slack_cost(weights, free, slack_tolerance(weights, copy, w));
      table.at(w, h).cost = cost;
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
  const std::size_t all = count(w, h);
  int column = 0;
  for (const Leg& leg : legs(w, h, all)) {
    int at = kHeadRows, given = 0, strips = 0;
    for (std::size_t n = leg.first; n < leg.last; ++n) {
      if (n > leg.first) {
        const int due = static_cast<int>(n - leg.first) * leg.shared / leg.gaps();
        at += due - given;
        given = due;
      }
      for (const FlowLine& strip : nibs_[n]->variants[0].lines) {
        append_moved(leaf.items, strip.items, (grid.column + grid.gutter) * column, grid.row * at);
        at += strip.rows;
        ++strips;
      }
    }
    leaf.legs.push_back(strips);
    leaf.free_rows += leg.free - leg.shared;
    leaf.spaces.push_back({{column, kHeadRows, h - kHeadRows}, at - kHeadRows});
    ++column;
  }
  leaf.fits = all == nibs_.size();
  return leaf;
}

}  // namespace forme
