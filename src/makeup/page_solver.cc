#include "makeup/page_solver.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "makeup/bundles.h"
#include "makeup/may_fill.h"
#include "makeup/slicing_table.h"

namespace forme {
namespace {

// How much more than the least that it can cost a page is first looked for, for each item, and than
// what it is known to cost.
constexpr float kNextSpare = 40, kFirstSpare = 25, kMoreSpare = 0.2F, kMostSpare = 20'000;
// The same for a page of few items, which is soon looked at.
constexpr float kFirstSpareOfFew = 80, kMoreSpareOfFew = 1.5F;
constexpr float kAsFound = 1;     // of costs that are the same but for rounding
constexpr float kDearest = 1e9F;  // than any page
// How much more than their share some of the items may cost while a beam looks for the page, by
// how many there are beyond those of an exact search: about the cost of half a jump. The more
// items, the more time each of it takes.
constexpr std::array<float, kMoreInBeam> kAhead{110, 80, 65};
// Items that an exact search takes on where others have regions to themselves: what is left is
// seldom of a shape that they fill well, and dear pages take long.
constexpr std::size_t kMostExactRound = 5;
// Tries to find a page before it is asked whether there is any.
constexpr int kTriesUnasked = 2;
// Ways with other heads that are kept of one rectangle: all for a page of few items.
constexpr std::size_t kKeptOfFew = 8, kKeptOfMany = 5;
constexpr std::size_t kFew = 5;
constexpr std::size_t kPages = 6;  // that are told

// One way to hand the items out among the regions of a page.
struct Allotment {
  double cost = 0;
  const std::vector<GridRect>* regions = nullptr;
  std::vector<unsigned> sets;       // of each region
  std::vector<std::uint32_t> ways;  // that fill it
  // A page with a dog-leg has no regions but what that leaves to the others.
  const DogLegRoom* dog_leg = nullptr;
  std::size_t item = 0;  // that stands so
  int rows = 0;
};

// The cheapest allotments of all decompositions.
class Allotter {
 public:
  Allotter(const std::vector<PageItem>& items, const SlicingTable& table, const Weights& weights)
      : table_(table), weights_(weights), page_items_(items), items_((1U << items.size()) - 1) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items[i].kept.empty()) homed_ |= 1U << i;
    }
  }

  void add(const std::vector<GridRect>& regions) {
    Allotment start;
    start.regions = &regions;
    try_region(items_, start);
  }

  // One item as a dog-leg, the others above it, or below it where it is the most important.
  void add(const DogLegRoom& room) {
    const bool alone = page_items_.size() == 1;
    for (std::size_t item = 0; item < page_items_.size(); ++item) {
      if (!alone && (item == 0) != room.corner.head) continue;
      const std::vector<ShapeChoice>& shapes = page_items_[item].dog_legs;
      for (std::size_t rows = 1; rows < shapes.size(); ++rows) {
        if (shapes[rows].cost < dearest()) try_dog_leg(room, item, static_cast<int>(rows));
      }
    }
  }

  // The cheapest page, and those that come next.
  PageSolution pages() const {
    PageSolution best;
    for (const Allotment& allotment : best_) {
      PageSolution page = page_of(allotment);
      if (best.found())
        best.next.push_back(std::move(page));
      else
        best = std::move(page);
    }
    return best;
  }

 private:
  double dearest() const { return best_.size() < kPages ? kImpossible : best_.back().cost; }

  void try_region(unsigned left, Allotment& so_far) {
    if (so_far.cost >= dearest()) return;
    const std::size_t region = so_far.sets.size();
    if (region == so_far.regions->size()) {
      if (left == 0) keep(so_far);
      return;
    }
    const GridRect& box = (*so_far.regions)[region];
    const unsigned owners = owners_of(box, page_items_);
    const unsigned may = left & ~homed_;
    if ((left & owners) != owners) return;
    for (unsigned more = may;; more = (more - 1) & may) {
      const unsigned set = owners | more;
      if (set == 0) {
        try_way(left, so_far, 0, 0, weights_.empty_row * box.w * box.h);
        return;
      }
      SlicingTable::Ways found = table_.ways(set, box.w, box.h);
      // Of a region among others only the best is worth trying.
      if (so_far.regions->size() > 1) found.last = std::min(found.last, found.first + 1);
      for (std::uint32_t way = found.first; way < found.last; ++way)
        try_way(left & ~set, so_far, set, way, static_cast<double>(table_.cost(way)));
      if (more == 0) return;
    }
  }

  void try_dog_leg(const DogLegRoom& room, std::size_t item, int rows) {
    const ShapeChoice& shape = page_items_[item].dog_legs[static_cast<std::size_t>(rows)];
    Allotment page;
    page.cost = shape.cost;
    page.dog_leg = &room, page.item = item, page.rows = rows;
    const unsigned others = items_ & ~(1U << item);
    const GridRect rest = room.rest(rows);
    if (others == 0) {
      if (rows == room.area.h) keep(page);
      return;
    }
    if (rest.h < 1) return;
    const int step = shape.variant.headline_rows;
    SlicingTable::Ways found = table_.ways(others, rest.w, rest.h);
    for (std::uint32_t way = found.first; way < found.last; ++way) {
      const int other = table_.heads(way).most;
      const int larger = room.corner.head ? other - step : step - other;
      page.cost = shape.cost + static_cast<double>(table_.cost(way)) +
                  weights_.larger_below * std::max(0, larger);
      page.sets = {others}, page.ways = {way};
      if (page.cost < dearest()) keep(page);
    }
  }

  void try_way(unsigned left, Allotment& so_far, unsigned set, std::uint32_t way, double cost) {
    const double before = so_far.cost;
    so_far.cost += cost;
    so_far.sets.push_back(set), so_far.ways.push_back(way);
    try_region(left, so_far);
    so_far.sets.pop_back(), so_far.ways.pop_back();
    so_far.cost = before;
  }

  void keep(const Allotment& found) {
    const auto place =
        std::upper_bound(best_.begin(), best_.end(), found.cost,
                         [](double cost, const Allotment& other) { return cost < other.cost; });
    best_.insert(place, found);
    if (best_.size() > kPages) best_.pop_back();
  }

  PageSolution page_of(const Allotment& allotment) const {
    PageSolution page;
    page.cost = allotment.cost;
    if (const DogLegRoom* room = allotment.dog_leg) {
      const ShapeChoice& shape =
          page_items_[allotment.item].dog_legs[static_cast<std::size_t>(allotment.rows)];
      page.placed.push_back(
          {allotment.item, room->place(allotment.rows), shape.variant, shape.cost});
      if (!allotment.ways.empty())
        table_.trace(allotment.ways[0], allotment.sets[0], room->rest(allotment.rows), page.placed);
      return page;
    }
    for (std::size_t i = 0; i < allotment.sets.size(); ++i) {
      const GridRect& box = (*allotment.regions)[i];
      if (allotment.sets[i] != 0)
        table_.trace(allotment.ways[i], allotment.sets[i], box, page.placed);
      else
        page.holes.push_back(box);
    }
    return page;
  }

  const SlicingTable& table_;
  const Weights& weights_;
  const std::vector<PageItem>& page_items_;
  unsigned items_;
  unsigned homed_ = 0;  // those of them that regions are kept for
  std::vector<Allotment> best_;
};

// Columns and rows that hold every region.
std::pair<int, int> largest(const std::vector<std::vector<GridRect>>& decompositions) {
  int columns = 1, rows = 1;
  for (const auto& regions : decompositions) {
    for (const GridRect& box : regions)
      columns = std::max(columns, box.w), rows = std::max(rows, box.h);
  }
  return {columns, rows};
}

PageSolution solve_within(const std::vector<PageItem>& items, const PageBound& bound,
                          const std::vector<std::vector<GridRect>>& decompositions,
                          const Weights& weights, SlicingTable::Limit limit,
                          const std::optional<DogLegRoom>& dog_leg) {
  auto [columns, rows] = largest(decompositions);
  if (dog_leg) columns = std::max(columns, dog_leg->area.w), rows = std::max(rows, dog_leg->area.h);
  const SlicingTable table(items, bound, weights, limit, columns, rows,
                           items.size() <= kFew ? kKeptOfFew : kKeptOfMany);
  Allotter allotter(items, table, weights);
  for (const auto& regions : decompositions) allotter.add(regions);
  if (dog_leg) allotter.add(*dog_leg);
  return allotter.pages();
}

// A page some of whose items have regions to themselves: where these stand is tried first, and the
// others share out what is left.
class PageRound {
 public:
  PageRound(const std::vector<PageItem>& items, const Weights& weights, const SolveLimits& limits)
      : items_(items), weights_(weights), limits_(limits) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].alone()) continue;
      others_.push_back(items[i]);
      places_.push_back(i);
    }
  }

  PageSolution run(const std::vector<std::vector<GridRect>>& decompositions) {
    for (const std::vector<GridRect>& way : decompositions) add(way);
    std::stable_sort(starts_.begin(), starts_.end(),
                     [](const Start& a, const Start& b) { return a.cost < b.cost; });
    PageSolution best;
    for (const Start& start : starts_) {
      PageSolution page = fill(start, std::min(limits_.most, best.cost));
      if (page.cost < best.cost) best = std::move(page);
    }
    return best;
  }

 private:
  // Those items in their regions, and the ways to cut what is left.
  struct Start {
    double cost = 0;
    std::vector<PlacedItem> placed;
    std::vector<GridRect> holes;  // too low for any of the others
    std::vector<std::vector<GridRect>> rooms;
  };

  bool is_too_low(const GridRect& box) const {
    for (const PageItem& item : others_) {
      for (int w = 1; w <= std::min(box.w, item.shapes.columns()); ++w) {
        for (int h = 1; h <= std::min(box.h, item.shapes.rows()); ++h)
          if (item.shapes.at(w, h).cost < kImpossible) return false;
      }
    }
    return true;
  }

  void add(const std::vector<GridRect>& way) {
    Start start;
    std::vector<GridRect> room;
    for (const GridRect& box : way) {
      const auto owner = std::find_if(items_.begin(), items_.end(), [&](const PageItem& item) {
        return item.alone() &&
               std::find(item.kept.begin(), item.kept.end(), box) != item.kept.end();
      });
      if (owner == items_.end() && is_too_low(box)) {
        start.cost += weights_.empty_row * box.w * box.h;
        start.holes.push_back(box);
        continue;
      }
      if (owner == items_.end()) {
        room.push_back(box);
        continue;
      }
      const ShapeChoice& shape = owner->shapes.at(box.w, box.h);
      start.cost += shape.cost;
      start.placed.push_back(
          {static_cast<std::size_t>(owner - items_.begin()), box, shape.variant, shape.cost});
    }
    if (start.cost >= kImpossible || start.placed.size() + others_.size() != items_.size()) return;
    const auto same = std::find_if(starts_.begin(), starts_.end(), [&](const Start& other) {
      return start.holes == other.holes &&
             std::equal(start.placed.begin(), start.placed.end(), other.placed.begin(),
                        other.placed.end(), [](const PlacedItem& a, const PlacedItem& b) {
                          return a.item == b.item && a.box == b.box;
                        });
    });
    Start& to = same == starts_.end() ? starts_.emplace_back(std::move(start)) : *same;
    to.rooms.push_back(std::move(room));
  }

  PageSolution fill(const Start& start, double most) const {
    PageSolution page;
    if (others_.empty()) {
      page.cost = 0;
    } else {
      SolveLimits limits = limits_;
      limits.most_exact = std::min(limits.most_exact, kMostExactRound);
      limits.at_least = std::max(0.0, limits_.at_least - start.cost);
      limits.most = most < kImpossible ? most - start.cost : kImpossible;
      if (limits.most > 0) page = solve_page(others_, start.rooms, weights_, limits);
    }
    if (page.found()) add_start(start, page);
    for (PageSolution& next : page.next) add_start(start, next);
    return page;
  }

  void add_start(const Start& start, PageSolution& page) const {
    for (PlacedItem& placed : page.placed) placed.item = places_[placed.item];
    page.placed.insert(page.placed.begin(), start.placed.begin(), start.placed.end());
    page.holes.insert(page.holes.end(), start.holes.begin(), start.holes.end());
    page.cost += start.cost;
  }

  const std::vector<PageItem>& items_;
  const Weights& weights_;
  SolveLimits limits_;
  std::vector<PageItem> others_;
  std::vector<std::size_t> places_;  // of these among the items
  std::vector<Start> starts_;
};

}  // namespace

// Within a limit little above the least that a page can cost there is little to look at. What is
// found within it is the best. Else the limit is let out, to what a page was found for if one was:
// the best costs no more.
PageSolution search_page(const std::vector<PageItem>& items,
                         const std::vector<std::vector<GridRect>>& decompositions,
                         const Weights& weights, SolveLimits limits,
                         const std::optional<DogLegRoom>& dog_leg) {
  const PageBound bound(items, decompositions, weights, dog_leg);
  const float least = bound.least();
  const float dearest = static_cast<float>(std::min(
      {limits.most, static_cast<double>(least) + limits.over, static_cast<double>(kDearest)}));
  if (least >= dearest || limits.at_least > static_cast<double>(dearest)) return {};
  const float ahead =
      items.size() <= limits.most_exact ? kDearest : kAhead[items.size() - limits.most_exact - 1];
  const bool few = items.size() <= kFew;
  const float more = few ? kMoreSpareOfFew : kMoreSpare;
  float spare = (few ? kFirstSpareOfFew : kFirstSpare) * static_cast<float>(items.size());
  if (limits.at_least < kImpossible)
    spare = std::max(spare, static_cast<float>(limits.at_least) + kNextSpare - least);
  const bool ask = dearest >= kDearest && !dog_leg && items.size() <= kMostExact;
  int tries = 0;
  for (;;) {
    const bool last = spare > kMostSpare || least + spare >= dearest;
    const float limit = last ? dearest : least + spare;
    PageSolution solution =
        solve_within(items, bound, decompositions, weights, {limit, ahead}, dog_leg);
    if (last || solution.cost <= static_cast<double>(limit)) return solution;
    // What no page holds would be looked for up to the dearest.
    if (++tries == kTriesUnasked && ask && !solution.found() && !may_fill(items, decompositions))
      return {};
    spare += kNextSpare + spare * more;
    if (solution.found())
      spare = std::min(spare, static_cast<float>(solution.cost) - least + kAsFound);
  }
}

PageSolution solve_page(const std::vector<PageItem>& items,
                        const std::vector<std::vector<GridRect>>& decompositions,
                        const Weights& weights, SolveLimits limits,
                        const std::optional<DogLegRoom>& dog_leg) {
  assert(items.size() <= static_cast<std::size_t>(kMostItems));
  if (std::any_of(items.begin(), items.end(), [](const PageItem& item) { return item.alone(); }))
    return PageRound(items, weights, limits).run(decompositions);
  if (items.size() <= limits.most_exact)
    return search_page(items, decompositions, weights, limits, dog_leg);
  return BundledPages(items, decompositions, weights, limits).run();
}

}  // namespace forme
