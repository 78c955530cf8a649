#include "makeup/page_solver.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "makeup/bundles.h"
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
      : table_(table), weights_(weights), page_items_(items), items_((1U << items.size()) - 1) {}

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
    for (unsigned set = left;; set = (set - 1) & left) {
      if (set == 0) {
        try_way(left, so_far, 0, 0, weights_.empty_row * box.w * box.h);
        return;
      }
      SlicingTable::Ways found = table_.ways(set, box.w, box.h);
      // Of a region among others only the best is worth trying.
      if (so_far.regions->size() > 1) found.last = std::min(found.last, found.first + 1);
      for (std::uint32_t way = found.first; way < found.last; ++way)
        try_way(left & ~set, so_far, set, way, static_cast<double>(table_.cost(way)));
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
  for (;;) {
    const bool last = spare > kMostSpare || least + spare >= dearest;
    const float limit = last ? dearest : least + spare;
    PageSolution solution =
        solve_within(items, bound, decompositions, weights, {limit, ahead}, dog_leg);
    if (last || solution.cost <= static_cast<double>(limit)) return solution;
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
  if (items.size() <= limits.most_exact)
    return search_page(items, decompositions, weights, limits, dog_leg);
  return BundledPages(items, decompositions, weights, limits).run();
}

}  // namespace forme
