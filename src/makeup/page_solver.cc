#include "makeup/page_solver.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace forme {
namespace {

// Weights of make-up (makeup table in ARCHITECTURE.md).
constexpr float kTombstone = 120;   // two heads of one size side by side
constexpr float kLargerBelow = 50;  // a step that a lower head is larger
constexpr float kHoleCell = 12;     // a column row of a region that holds nothing
constexpr float kNone = 1e30F;

enum class Cut : std::uint8_t { Leaf, Stack, Beside };
struct Cell {
  float cost = kNone;
  Cut cut = Cut::Leaf;
  std::uint16_t first = 0;  // subset on top or on the left
  std::int16_t at = 0;      // its rows or columns
  std::int8_t left_step = 0, right_step = 0,
              most_step = 0;  // heads at the top corners, largest head
};

class SlicingTable {
 public:
  SlicingTable(const std::vector<PageItem>& items, int columns, int rows)
      : items_(items),
        columns_(columns),
        rows_(rows),
        cells_((std::size_t{1} << items.size()) * static_cast<std::size_t>(columns * (rows + 1))),
        least_((std::size_t{1} << items.size()) * static_cast<std::size_t>(columns), rows + 1) {
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
  int& least(unsigned set, int w) {
    return least_[set * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(w - 1)];
  }

  void fill(unsigned set, int w) {
    int least_rows = rows_ + 1;
    if (std::has_single_bit(set)) {
      const auto item = static_cast<std::size_t>(std::countr_zero(set));
      for (int h = 1; h <= rows_; ++h) {
        const ShapeChoice& shape = items_[item].shapes.at(w, h);
        if (shape.cost >= kImpossible) continue;
        Cell& cell = cells_[index(set, w, h)];
        cell.cost = static_cast<float>(shape.cost);
        cell.left_step = cell.right_step = cell.most_step =
            static_cast<std::int8_t>(shape.variant.headline_rows);
        least_rows = std::min(least_rows, h);
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
      for (int h = 1; h <= rows_ && least_rows > rows_; ++h) {
        if (cells_[index(set, w, h)].cost < kNone) least_rows = h;
      }
    }
    least(set, w) = least_rows;
  }

  void stack(unsigned set, unsigned a, unsigned b, int w) {
    const int least_a = least(a, w), least_b = least(b, w);
    if (least_a > rows_ || least_b > rows_) return;
    for (int h = least_a + least_b + kStoryGap; h <= rows_; ++h) {
      Cell& cell = cells_[index(set, w, h)];
      const int last = h - kStoryGap - least_b;
      for (int top = least_a; top <= last; ++top) {
        const Cell& x = at(a, w, top);
        if (x.cost >= cell.cost) continue;
        const Cell& y = at(b, w, h - kStoryGap - top);
        float cost = x.cost + y.cost;
        if (cost >= cell.cost) continue;
        cost += kLargerBelow * static_cast<float>(std::max(0, y.most_step - x.most_step));
        if (cost >= cell.cost) continue;
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
    for (int left = 1; left < w; ++left) {
      const int from = std::max(least(a, left), least(b, w - left));
      for (int h = from; h <= rows_; ++h) {
        const Cell& x = at(a, left, h);
        const Cell& y = at(b, w - left, h);
        float cost = x.cost + y.cost;
        Cell& cell = cells_[index(set, w, h)];
        if (cost >= cell.cost) continue;
        if (x.right_step == y.left_step && x.right_step > 0) cost += kTombstone;
        cost += kLargerBelow * static_cast<float>(std::max(0, y.most_step - x.most_step));
        if (cost >= cell.cost) continue;
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
  int columns_, rows_;
  std::vector<Cell> cells_;
  std::vector<int> least_;
};

// Hands the items out among the regions of one decomposition.
struct Allotment {
  double cost = kImpossible;
  std::vector<unsigned> sets;
};

void allot(const SlicingTable& table, const std::vector<GridRect>& regions, std::size_t region,
           unsigned left, double cost, std::vector<unsigned>& sets, Allotment& best) {
  if (cost >= best.cost) return;
  if (region == regions.size()) {
    if (left == 0) best = {cost, sets};
    return;
  }
  const GridRect& box = regions[region];
  for (unsigned set = left;; set = (set - 1) & left) {
    const double here = set == 0 ? static_cast<double>(kHoleCell) * box.w * box.h
                                 : static_cast<double>(table.at(set, box.w, box.h).cost);
    if (here < static_cast<double>(kNone)) {
      sets.push_back(set);
      allot(table, regions, region + 1, left & ~set, cost + here, sets, best);
      sets.pop_back();
    }
    if (set == 0) break;
  }
}

}  // namespace

PageSolution solve_page(const std::vector<PageItem>& items,
                        const std::vector<std::vector<GridRect>>& decompositions) {
  assert(items.size() <= static_cast<std::size_t>(kMostItems));
  PageSolution solution;
  int columns = 1, rows = 1;
  for (const auto& regions : decompositions) {
    for (const GridRect& box : regions)
      columns = std::max(columns, box.w), rows = std::max(rows, box.h);
  }
  const SlicingTable table(items, columns, rows);
  const unsigned all = (1U << items.size()) - 1;
  for (const auto& regions : decompositions) {
    Allotment best;
    std::vector<unsigned> sets;
    allot(table, regions, 0, all, 0, sets, best);
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

}  // namespace forme
