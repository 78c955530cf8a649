#include "makeup/page_solver.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace forme {
namespace {

constexpr float kNone = 1e30F;
constexpr double kImpossibleCost = 1e12;  // dearer than any page

// How much more than the least that its items cost a page is first looked for, and than what it is
// known to cost.
constexpr float kNextSpare = 100, kFirstSpare = 300, kMoreSpare = 2, kMostSpare = 20'000;

enum class Cut : std::uint8_t { Leaf, Stack, Beside };
struct Cell {
  float cost = kNone;
  Cut cut = Cut::Leaf;
  std::uint16_t first = 0;  // subset on top or on the left
  std::int16_t at = 0;      // its rows or columns
  std::int8_t left_step = 0, right_step = 0,
              most_step = 0;  // heads at the top corners, largest head
};

// The least that each set of items costs, whatever its shape.
std::vector<float> least_costs(const std::vector<PageItem>& items) {
  std::vector<float> least(std::size_t{1} << items.size(), 0);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ShapeTable& shapes = items[i].shapes;
    double cost = kImpossible;
    for (int w = 1; w <= shapes.columns(); ++w)
      for (int h = 1; h <= shapes.rows(); ++h) cost = std::min(cost, shapes.at(w, h).cost);
    for (std::size_t set = 0; set < least.size(); ++set)
      if (set >> i & 1U) least[set] += static_cast<float>(std::min(cost, kImpossibleCost));
  }
  return least;
}

// F of page_solver.h, as far as it can be part of a page of at most `limit`: a cell that costs more
// than what the other items leave of that is not filled. Rows of the filled cells are listed, so
// that only these are combined.
class SlicingTable {
 public:
  SlicingTable(const std::vector<PageItem>& items, const std::vector<float>& least,
               const Weights& weights, float limit, int columns, int rows)
      : items_(items),
        least_(least),
        tombstone_(static_cast<float>(weights.tombstone)),
        larger_below_(static_cast<float>(weights.larger_below)),
        limit_(limit),
        columns_(columns),
        rows_(rows),
        cells_((std::size_t{1} << items.size()) * static_cast<std::size_t>(columns * (rows + 1))),
        filled_((std::size_t{1} << items.size()) * static_cast<std::size_t>(columns)) {
    for (unsigned set = 1; set < (1U << items.size()); ++set) {
      for (int w = 1; w <= columns; ++w) fill(set, w);
    }
  }

  const Cell& at(unsigned set, int w, int h) const { return cells_[index(set, w, h)]; }

  void trace(unsigned set, GridRect box, std::vector<PlacedItem>& out) const {
    const Cell& cell = at(set, box.w, box.h);
    const unsigned rest = set & ~static_cast<unsigned>(cell.first);
    switch (cell.cut) {
      case Cut::Leaf: {
        const auto item = static_cast<std::size_t>(std::countr_zero(set));
        out.push_back({item, box, items_[item].shapes.at(box.w, box.h).variant});
        return;
      }
      case Cut::Stack:
        trace(cell.first, {box.x, box.y, box.w, cell.at}, out);
        trace(rest, {box.x, box.y + cell.at + kStoryGap, box.w, box.h - cell.at - kStoryGap}, out);
        return;
      case Cut::Beside:
        trace(cell.first, {box.x, box.y, cell.at, box.h}, out);
        trace(rest, {box.x + cell.at, box.y, box.w - cell.at, box.h}, out);
        return;
    }
  }

 private:
  std::size_t index(unsigned set, int w, int h) const {
    return (static_cast<std::size_t>(set) * static_cast<std::size_t>(columns_) +
            static_cast<std::size_t>(w - 1)) *
               static_cast<std::size_t>(rows_ + 1) +
           static_cast<std::size_t>(h);
  }
  const std::vector<std::int16_t>& filled(unsigned set, int w) const {
    return filled_[set * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(w - 1)];
  }
  // What the set may cost, and be on a page within the limit.
  float limit(unsigned set) const {
    return limit_ - least_[(least_.size() - 1) & ~static_cast<std::size_t>(set)];
  }

  void fill(unsigned set, int w) {
    if (std::has_single_bit(set)) {
      const auto item = static_cast<std::size_t>(std::countr_zero(set));
      for (int h = 1; h <= rows_; ++h) {
        const ShapeChoice& shape = items_[item].shapes.at(w, h);
        if (shape.cost >= kImpossible || static_cast<float>(shape.cost) > limit(set)) continue;
        Cell& cell = cells_[index(set, w, h)];
        cell.cost = static_cast<float>(shape.cost);
        cell.left_step = cell.right_step = cell.most_step =
            static_cast<std::int8_t>(shape.variant.headline_rows);
      }
    } else {
      const unsigned lead = set & (~set + 1);
      // All ways to split the set with the lead in the first part.
      const unsigned others = set & ~lead;
      for (unsigned part = (others - 1) & others;; part = (part - 1) & others) {
        const unsigned a = part | lead, b = set & ~a;
        stack(set, a, b, w);
        beside(set, a, b, w);
        if (part == 0) break;
      }
    }
    auto& rows =
        filled_[set * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(w - 1)];
    for (int h = 1; h <= rows_; ++h)
      if (cells_[index(set, w, h)].cost < kNone) rows.push_back(static_cast<std::int16_t>(h));
  }

  void stack(unsigned set, unsigned a, unsigned b, int w) {
    const auto &above = filled(a, w), &below = filled(b, w);
    const float most = limit(set), larger_below = larger_below_;
    for (const int top : above) {
      const Cell& x = at(a, w, top);
      if (x.cost + least_[b] > most) continue;
      for (const int foot : below) {
        const int h = top + kStoryGap + foot;
        if (h > rows_) break;
        const Cell& y = at(b, w, foot);
        Cell& cell = cells_[index(set, w, h)];
        float cost = x.cost + y.cost;
        if (cost >= cell.cost || cost > most) continue;
        cost += larger_below * static_cast<float>(std::max(0, y.most_step - x.most_step));
        if (cost >= cell.cost || cost > most) continue;
        cell = {cost,
                Cut::Stack,
                static_cast<std::uint16_t>(a),
                static_cast<std::int16_t>(top),
                x.left_step,
                x.right_step,
                std::max(x.most_step, y.most_step)};
      }
    }
  }

  void beside(unsigned set, unsigned a, unsigned b, int w) {
    const float most = limit(set), tombstone = tombstone_, larger_below = larger_below_;
    for (int left = 1; left < w; ++left) {
      for (const int h : filled(a, left)) {
        const Cell& x = at(a, left, h);
        const Cell& y = at(b, w - left, h);
        float cost = x.cost + y.cost;
        Cell& cell = cells_[index(set, w, h)];
        if (cost >= cell.cost || cost > most) continue;
        if (x.right_step == y.left_step && x.right_step > 0) cost += tombstone;
        cost += larger_below * static_cast<float>(std::max(0, y.most_step - x.most_step));
        if (cost >= cell.cost || cost > most) continue;
        cell = {cost,
                Cut::Beside,
                static_cast<std::uint16_t>(a),
                static_cast<std::int16_t>(left),
                x.left_step,
                y.right_step,
                std::max(x.most_step, y.most_step)};
      }
    }
  }

  const std::vector<PageItem>& items_;
  const std::vector<float>& least_;
  float tombstone_, larger_below_;
  float limit_;
  int columns_, rows_;
  std::vector<Cell> cells_;
  std::vector<std::vector<std::int16_t>> filled_;  // rows, ascending, by set and width
};

// Hands the items out among the regions of one decomposition.
struct Allotment {
  double cost = kImpossible;
  std::vector<unsigned> sets;
};

void allot(const SlicingTable& table, double empty_row, const std::vector<GridRect>& regions,
           std::size_t region, unsigned left, double cost, std::vector<unsigned>& sets,
           Allotment& best) {
  if (cost >= best.cost) return;
  if (region == regions.size()) {
    if (left == 0) best = {cost, sets};
    return;
  }
  const GridRect& box = regions[region];
  for (unsigned set = left;; set = (set - 1) & left) {
    const double here = set == 0 ? empty_row * box.w * box.h
                                 : static_cast<double>(table.at(set, box.w, box.h).cost);
    if (here < static_cast<double>(kNone)) {
      sets.push_back(set);
      allot(table, empty_row, regions, region + 1, left & ~set, cost + here, sets, best);
      sets.pop_back();
    }
    if (set == 0) break;
  }
}

}  // namespace

namespace {

PageSolution solve_within(const std::vector<PageItem>& items, const std::vector<float>& least,
                          const std::vector<std::vector<GridRect>>& decompositions,
                          const Weights& weights, float limit) {
  PageSolution solution;
  int columns = 1, rows = 1;
  for (const auto& regions : decompositions) {
    for (const GridRect& box : regions)
      columns = std::max(columns, box.w), rows = std::max(rows, box.h);
  }
  const SlicingTable table(items, least, weights, limit, columns, rows);
  const unsigned all = (1U << items.size()) - 1;
  for (const auto& regions : decompositions) {
    Allotment best;
    std::vector<unsigned> sets;
    allot(table, weights.empty_row, regions, 0, all, 0, sets, best);
    if (best.cost >= solution.cost) continue;
    solution = {best.cost, {}, {}};
    for (std::size_t i = 0; i < regions.size(); ++i) {
      if (best.sets[i] == 0)
        solution.holes.push_back(regions[i]);
      else
        table.trace(best.sets[i], regions[i], solution.placed);
    }
  }
  return solution;
}

}  // namespace

// Within a limit little above the least that the items cost there is little to look at. What is
// found within it is the best; else the limit is let out.
PageSolution solve_page(const std::vector<PageItem>& items,
                        const std::vector<std::vector<GridRect>>& decompositions, double at_least,
                        const Weights& weights) {
  assert(items.size() <= static_cast<std::size_t>(kMostItems));
  const std::vector<float> least = least_costs(items);
  if (least.back() >= static_cast<float>(kImpossibleCost)) return {};
  float spare = kFirstSpare;
  if (at_least < kImpossible)
    spare = std::max(spare, static_cast<float>(at_least) + kNextSpare - least.back());
  for (;; spare *= kMoreSpare) {
    const bool last = spare > kMostSpare;
    const float limit = last ? kNone : least.back() + spare;
    PageSolution solution = solve_within(items, least, decompositions, weights, limit);
    if (last || solution.cost <= static_cast<double>(limit)) return solution;
  }
}

}  // namespace forme
