#include "makeup/slicing_table.h"

#include <algorithm>
#include <bit>

namespace forme {
namespace {

constexpr float kAny = 1e30F;

// Rows that a head below is larger than all above it.
float steps_larger(const SlicingCost& above, const SlicingCost& below) {
  return static_cast<float>(std::max(0, below.most_step - above.most_step));
}

}  // namespace

SlicingTable::SlicingTable(const std::vector<PageItem>& items, const PageBound& bound,
                           const Weights& weights, Limit limit, int columns, int rows,
                           std::size_t most_kept)
    : items_(items),
      bound_(bound),
      tombstone_(static_cast<float>(weights.tombstone)),
      larger_below_(static_cast<float>(weights.larger_below)),
      limit_(limit.most),
      columns_(columns),
      rows_(rows),
      most_kept_(most_kept),
      ranges_((std::size_t{1} << items.size()) * static_cast<std::size_t>(columns)),
      widths_(std::size_t{1} << items.size()),
      cheapest_(std::size_t{1} << items.size(), kAny),
      depths_(static_cast<std::size_t>(columns + 1)),
      building_(static_cast<std::size_t>(columns + 1)) {
  const std::size_t depths = static_cast<std::size_t>(rows) + 1;
  for (Building& b : building_) {
    b.most.resize(depths), b.most_from.resize(depths);
    b.costs = std::make_unique_for_overwrite<SlicingCost[]>(depths * most_kept);
    b.cuts = std::make_unique_for_overwrite<SlicingCut[]>(depths * most_kept);
    b.count.resize(depths);
  }
  for (unsigned set = 1; set < (1U << items.size()); ++set) {
    limit_ = limit.of(bound.least(), std::popcount(set), static_cast<int>(items.size()));
    const float most = limit_ - bound.least_rest(set);
    if (most < 0 || (!std::has_single_bit(set) && !find_splits(set, most))) continue;
    const PageBound::Areas areas = bound.areas(set, limit_);
    if (areas.least > areas.most) continue;
    others_ = static_cast<int>(items.size()) - std::popcount(set);
    if (std::has_single_bit(set)) {
      fill_leaf(static_cast<std::size_t>(std::countr_zero(set)), areas);
    } else {
      find_cuts(set, most);
      fill(set, areas);
    }
  }
}

// False when the set cannot stand in a rectangle so wide. `areas`, `depths`: those that it may
// have.
bool SlicingTable::set_limits(unsigned set, int w, PageBound::Areas areas, Depths depths) {
  Building& b = building_[static_cast<std::size_t>(w)];
  b.least_rows = std::max(depths.least, (areas.least + w - 1) / w - kStoryGap);
  b.most_rows = std::min(depths.most, areas.most / w - kStoryGap);
  b.first_found = rows_, b.last_found = 0;
  b.dearest = -1;
  for (int h = b.most_rows; h >= b.least_rows; --h) {
    const float most = limit_ - bound_.rest(set, area_with_gap(w, h));
    b.dearest = std::max(b.dearest, most);
    b.most[static_cast<std::size_t>(h)] = most;
    b.most_from[static_cast<std::size_t>(h)] = b.dearest;
  }
  return b.dearest >= 0;
}

void SlicingTable::fill_leaf(std::size_t item, PageBound::Areas areas) {
  const ShapeTable& shapes = items_[item].shapes;
  for (int w = 1; w <= columns_; ++w) {
    if (!set_limits(1U << item, w, areas, {1, rows_})) continue;
    Building& building = building_[static_cast<std::size_t>(w)];
    for (int h = building.least_rows; h <= building.most_rows; ++h) {
      const ShapeChoice& shape = shapes.at(w, h);
      if (shape.cost >= kImpossible) continue;
      const HeadSteps heads = items_[item].heads_at(w, h);
      offer(building,
            {static_cast<float>(shape.cost), static_cast<std::int16_t>(h), heads.left, heads.right,
             heads.most},
            {});
    }
    keep(1U << item, w);
  }
}

// The first way of the range that is at least so deep.
std::uint32_t SlicingTable::first_of(const Range& range, int rows) const {
  const auto begin = costs_.begin() + range.first, end = costs_.begin() + range.last;
  const auto found = std::lower_bound(
      begin, end, rows, [](const SlicingCost& way, int least) { return way.rows < least; });
  return static_cast<std::uint32_t>(found - costs_.begin());
}

// The ways to split the set, with its most important item in the first part, that may cost so much.
bool SlicingTable::find_splits(unsigned set, float most) {
  splits_.clear();
  const unsigned lead = set & (~set + 1), others = set & ~lead;
  for (unsigned part = (others - 1) & others;; part = (part - 1) & others) {
    const unsigned a = part | lead;
    if (cheapest_[a] + cheapest_[set & ~a] <= most) splits_.push_back(a);
    if (part == 0) break;
  }
  return !splits_.empty();
}

// The cuts of the splits that may cost so much.
void SlicingTable::find_cuts(unsigned set, float most) {
  cuttings_.clear();
  std::fill(depths_.begin(), depths_.end(), Depths{});
  const auto add = [&](unsigned first_set, int w, int at, int least_rows, int most_rows) {
    cuttings_.push_back({first_set, static_cast<std::int16_t>(w), static_cast<std::int16_t>(at)});
    Depths& depths = depths_[static_cast<std::size_t>(w)];
    depths.least = std::min(depths.least, least_rows);
    depths.most = std::max(depths.most, std::min(most_rows, rows_));
  };
  const unsigned widths = (2U << columns_) - 1;
  for (const unsigned a : splits_) {
    const unsigned b = set & ~a;
    for (unsigned left = widths_[b] != 0 ? widths_[a] : 0; left != 0; left &= left - 1) {
      const int at = std::countr_zero(left);
      const Range& first = ranges_[index(a, at)];
      if (widths_[b] >> at & 1U) {
        const Range& below = ranges_[index(b, at)];
        const int least_rows = first.least_rows + kStoryGap + below.least_rows;
        if (least_rows <= rows_ && first.cheapest + below.cheapest <= most)
          add(a, at, at, least_rows, first.most_rows + kStoryGap + below.most_rows);
      }
      for (unsigned right = widths_[b] & (widths >> at); right != 0; right &= right - 1) {
        const int rest = std::countr_zero(right);
        const Range& second = ranges_[index(b, rest)];
        const int least_rows = std::max(first.least_rows, second.least_rows);
        const int most_rows = std::min(first.most_rows, second.most_rows);
        if (least_rows <= most_rows && first.cheapest + second.cheapest <= most)
          add(a, at + rest, at, least_rows, most_rows);
      }
    }
  }
}

void SlicingTable::fill(unsigned set, PageBound::Areas areas) {
  unsigned possible = 0;
  for (int w = 1; w <= columns_; ++w) {
    const Depths& depths = depths_[static_cast<std::size_t>(w)];
    if (depths.least <= depths.most && set_limits(set, w, areas, depths)) possible |= 1U << w;
  }
  for (const Cut& cut : cuttings_) {
    if (!(possible >> cut.w & 1U)) continue;
    const unsigned rest = set & ~cut.first_set;
    Building& building = building_[static_cast<std::size_t>(cut.w)];
    const Range& first = ranges_[index(cut.first_set, cut.at)];
    const bool above = cut.at == cut.w;
    const Range& second = ranges_[index(rest, above ? cut.w : cut.w - cut.at)];
    if (first.cheapest + second.cheapest > building.dearest) continue;
    if (above)
      stack(first, second, cut.first_set, building);
    else
      beside(first, second, cut.first_set, cut.at, building);
  }
  for (; possible != 0; possible &= possible - 1) keep(set, std::countr_zero(possible));
}

void SlicingTable::stack(const Range& above, const Range& below, unsigned first_set,
                         Building& building) {
  const int shallowest = below.least_rows;
  if (above.least_rows + kStoryGap + below.least_rows > building.most_rows ||
      above.most_rows + kStoryGap + below.most_rows < building.least_rows)
    return;
  for (std::uint32_t i = above.first; i < above.last; ++i) {
    const SlicingCost& top = costs_[i];
    const int from = std::max(building.least_rows, top.rows + kStoryGap + shallowest);
    if (from > building.most_rows) break;
    if (top.cost + below.cheapest > building.most_from[static_cast<std::size_t>(from)]) continue;
    for (std::uint32_t j = first_of(below, from - kStoryGap - top.rows); j < below.last; ++j) {
      const SlicingCost& foot = costs_[j];
      const int h = top.rows + kStoryGap + foot.rows;
      if (h > building.most_rows) break;
      float cost = top.cost + foot.cost;
      const float most = building.most[static_cast<std::size_t>(h)];
      if (cost > most) continue;
      cost += larger_below_ * steps_larger(top, foot);
      if (cost > most) continue;
      offer(building,
            {cost, static_cast<std::int16_t>(h), top.left_step, top.right_step,
             std::max(top.most_step, foot.most_step)},
            {SlicingCut::Kind::Stack, top.rows, static_cast<std::uint16_t>(first_set), i, j});
    }
  }
}

void SlicingTable::beside(const Range& left, const Range& right, unsigned first_set, int at,
                          Building& building) {
  const int least = std::max(
      {building.least_rows, static_cast<int>(left.least_rows), static_cast<int>(right.least_rows)});
  const int most = std::min(
      {building.most_rows, static_cast<int>(left.most_rows), static_cast<int>(right.most_rows)});
  if (least > most) return;
  std::uint32_t j = first_of(right, least);
  for (std::uint32_t i = first_of(left, least); i < left.last; ++i) {
    const SlicingCost& x = costs_[i];
    if (x.rows > most) break;
    while (j < right.last && costs_[j].rows < x.rows) ++j;
    for (std::uint32_t k = j; k < right.last && costs_[k].rows == x.rows; ++k) {
      const SlicingCost& y = costs_[k];
      float cost = x.cost + y.cost + larger_below_ * steps_larger(x, y);
      if (x.right_step == y.left_step && x.right_step > 0) cost += tombstone_;
      if (cost > building.most[static_cast<std::size_t>(x.rows)]) continue;
      offer(building, {cost, x.rows, x.left_step, y.right_step, std::max(x.most_step, y.most_step)},
            {SlicingCut::Kind::Beside, static_cast<std::int16_t>(at),
             static_cast<std::uint16_t>(first_set), i, k});
    }
  }
}

// The most that `other`, of the same items in the same rectangle, can save later by its heads. Of
// whole pages the next best are wanted too.
float SlicingTable::difference(const SlicingCost& kept, const SlicingCost& other) const {
  if (others_ == 0) return kAny;
  float cost = 0;
  if (kept.left_step != other.left_step && kept.left_step > 0) cost += tombstone_;
  if (kept.right_step != other.right_step && kept.right_step > 0) cost += tombstone_;
  const int steps = std::abs(kept.most_step - other.most_step);
  return cost + larger_below_ * static_cast<float>(steps * others_);
}

void SlicingTable::offer(Building& building, const SlicingCost& way, const SlicingCut& cut) const {
  const auto h = static_cast<std::size_t>(way.rows);
  if (way.cost > building.most[h]) return;
  SlicingCost* const kept = &building.costs[h * most_kept_];
  SlicingCut* const cuts = &building.cuts[h * most_kept_];
  std::size_t count = building.count[h];
  if (count == most_kept_ && kept[count - 1].cost <= way.cost) return;
  for (std::size_t i = 0; i < count && kept[i].cost <= way.cost; ++i)
    if (kept[i].cost + difference(kept[i], way) <= way.cost) return;
  std::size_t left = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (way.cost + difference(way, kept[i]) <= kept[i].cost) continue;
    kept[left] = kept[i], cuts[left] = cuts[i];
    ++left;
  }
  count = std::min(left, most_kept_ - 1);
  std::size_t place = count;
  for (; place > 0 && kept[place - 1].cost > way.cost; --place)
    kept[place] = kept[place - 1], cuts[place] = cuts[place - 1];
  kept[place] = way, cuts[place] = cut;
  building.count[h] = static_cast<std::uint16_t>(count + 1);
  building.first_found = std::min(building.first_found, static_cast<int>(way.rows));
  building.last_found = std::max(building.last_found, static_cast<int>(way.rows));
}

void SlicingTable::keep(unsigned set, int w) {
  Range& range = ranges_[index(set, w)];
  Building& building = building_[static_cast<std::size_t>(w)];
  range.first = static_cast<std::uint32_t>(costs_.size());
  for (int h = building.first_found; h <= building.last_found; ++h) {
    std::uint16_t& count = building.count[static_cast<std::size_t>(h)];
    const SlicingCost* const costs = &building.costs[static_cast<std::size_t>(h) * most_kept_];
    const SlicingCut* const cuts = &building.cuts[static_cast<std::size_t>(h) * most_kept_];
    costs_.insert(costs_.end(), costs, costs + count);
    cuts_.insert(cuts_.end(), cuts, cuts + count);
    count = 0;
  }
  range.last = static_cast<std::uint32_t>(costs_.size());
  if (range.first == range.last) return;
  widths_[set] |= 1U << w;
  range.least_rows = costs_[range.first].rows, range.most_rows = costs_.back().rows;
  range.cheapest = costs_[range.first].cost;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    range.cheapest = std::min(range.cheapest, costs_[i].cost);
  cheapest_[set] = std::min(cheapest_[set], range.cheapest);
}

SlicingTable::Ways SlicingTable::ways(unsigned set, int w, int h) const {
  const Range& range = ranges_[index(set, w)];
  const std::uint32_t first = first_of(range, h);
  std::uint32_t last = first;
  while (last < range.last && costs_[last].rows == h) ++last;
  return {first, last};
}

void SlicingTable::trace(std::uint32_t way, unsigned set, GridRect box,
                         std::vector<PlacedItem>& out) const {
  const SlicingCut& cut = cuts_[way];
  const unsigned rest = set & ~static_cast<unsigned>(cut.first_set);
  switch (cut.kind) {
    case SlicingCut::Kind::Leaf: {
      const auto item = static_cast<std::size_t>(std::countr_zero(set));
      const ShapeChoice& shape = items_[item].shapes.at(box.w, box.h);
      out.push_back({item, box, shape.variant, shape.cost});
      return;
    }
    case SlicingCut::Kind::Stack:
      trace(cut.first, cut.first_set, {box.x, box.y, box.w, cut.at}, out);
      trace(cut.second, rest,
            {box.x, box.y + cut.at + kStoryGap, box.w, box.h - cut.at - kStoryGap}, out);
      return;
    case SlicingCut::Kind::Beside:
      trace(cut.first, cut.first_set, {box.x, box.y, cut.at, box.h}, out);
      trace(cut.second, rest, {box.x + cut.at, box.y, box.w - cut.at, box.h}, out);
      return;
  }
}

}  // namespace forme
