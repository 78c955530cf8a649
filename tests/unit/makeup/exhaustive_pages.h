#pragma once

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "makeup/page_solver.h"

namespace forme::test {

using Regions = std::vector<GridRect>;

// Every way to fill a rectangle, without bounds: for all heads that a filled rectangle may have
// at its top corners and at its largest, what it costs at least.
class Exhaustive {
 public:
  using Heads = std::tuple<int, int, int>;  // left, right, largest
  using Costs = std::map<Heads, double>;

  Exhaustive(const std::vector<PageItem>& items, const Weights& weights)
      : items_(items), weights_(weights) {}

  const Costs& fill(unsigned set, int w, int h) {
    auto [found, fresh] = known_.try_emplace({set, w, h});
    if (fresh) found->second = search(set, w, h);
    return known_[{set, w, h}];
  }

  double least(unsigned set, int w, int h) {
    double cost = kImpossible;
    for (const auto& [heads, here] : fill(set, w, h)) cost = std::min(cost, here);
    return cost;
  }

  // Of all ways to hand the items out among the regions.
  double page(const Regions& regions, std::size_t first, unsigned left) {
    if (first == regions.size()) return left == 0 ? 0 : kImpossible;
    double best = kImpossible;
    for (unsigned set = 0; set <= left; ++set) {
      if ((set & left) != set) continue;
      const GridRect& box = regions[first];
      const double here = set == 0 ? weights_.empty_row * box.w * box.h : least(set, box.w, box.h);
      best = std::min(best, here + page(regions, first + 1, left & ~set));
    }
    return best;
  }

 private:
  Costs search(unsigned set, int w, int h) {
    Costs out;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (set != 1U << i) continue;
      const ShapeChoice& shape = items_[i].shapes.at(w, h);
      const int step = shape.variant.headline_rows;
      if (shape.cost < kImpossible) out[{step, step, step}] = shape.cost;
    }
    const unsigned lead = set & (~set + 1);
    for (unsigned a = 1; a < set; ++a) {
      if ((a & set) != a || (a & lead) == 0) continue;
      for (int top = 1; top + kStoryGap < h; ++top)
        combine(out, fill(a, w, top), fill(set & ~a, w, h - kStoryGap - top), false);
      for (int left = 1; left < w; ++left)
        combine(out, fill(a, left, h), fill(set & ~a, w - left, h), true);
    }
    return out;
  }

  void combine(Costs& out, const Costs first, const Costs second, bool beside) const {
    for (const auto& [a, cost_a] : first) {
      for (const auto& [b, cost_b] : second) {
        const auto& [left, inner, most] = a;
        const auto& [other_inner, right, other_most] = b;
        double cost = cost_a + cost_b + weights_.larger_below * std::max(0, other_most - most);
        if (beside && inner == other_inner && inner > 0) cost += weights_.tombstone;
        const Heads heads{left, beside ? right : inner, std::max(most, other_most)};
        auto [found, fresh] = out.try_emplace(heads, cost);
        if (!fresh) found->second = std::min(found->second, cost);
      }
    }
  }

  const std::vector<PageItem>& items_;
  const Weights& weights_;
  std::map<std::tuple<unsigned, int, int>, Costs> known_;
};

}  // namespace forme::test
