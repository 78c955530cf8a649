#include "makeup/bundles.h"

#include <algorithm>
#include <numeric>

#include "makeup/slicing_table.h"

namespace forme {
namespace {

// How much more than its stories at their best a bundle may cost: what is dearer stands on no page
// that is worth making.
constexpr double kMostOver = 1500;
constexpr std::size_t kKept = 2;   // ways with other heads of one rectangle
constexpr std::size_t kLeast = 2;  // items that stay alone

struct Least {
  double cost = kImpossible;
  int area = 0;
};

Least least_of(const ShapeTable& shapes) {
  Least least;
  for (int w = 1; w <= shapes.columns(); ++w) {
    for (int h = 1; h <= shapes.rows(); ++h) {
      if (shapes.at(w, h).cost < least.cost) least = {shapes.at(w, h).cost, area_with_gap(w, h)};
    }
  }
  return least;
}

}  // namespace

struct Bundles::Group {
  std::vector<std::size_t> members;
  std::vector<PageItem> items;
  std::unique_ptr<PageBound> bound;
  std::unique_ptr<SlicingTable> table;  // none for a single item
};

Bundles::~Bundles() = default;

Bundles::Bundles(const std::vector<PageItem>& items, std::vector<std::vector<std::size_t>> groups,
                 const Weights& weights, int columns, int rows) {
  for (std::vector<std::size_t>& members : groups) {
    Group& group = *groups_.emplace_back(std::make_unique<Group>());
    group.members = std::move(members);
    if (group.members.size() == 1) {
      bundled_.push_back(items[group.members.front()]);
      continue;
    }
    double limit = kMostOver;
    for (const std::size_t i : group.members) {
      group.items.push_back(items[i]);
      limit += least_of(items[i].shapes).cost;
    }
    PageItem bundle{ShapeTable(columns, rows)};
    if (limit < kImpossible) {
      group.bound = std::make_unique<PageBound>(
          PageBound::of_nothing(group.items.size(), area_with_gap(columns, rows)));
      group.table = std::make_unique<SlicingTable>(group.items, *group.bound, weights,
                                                   static_cast<float>(limit), columns, rows, kKept);
      const unsigned all = (1U << group.items.size()) - 1;
      for (int w = 1; w <= columns; ++w) {
        for (int h = 1; h <= rows; ++h) {
          const SlicingTable::Ways ways = group.table->ways(all, w, h);
          if (ways.empty()) continue;
          ShapeChoice& shape = bundle.shapes.at(w, h);
          shape.cost = static_cast<double>(group.table->cost(ways.first));
          shape.variant.headline_rows = group.table->largest_head(ways.first);
        }
      }
    }
    bundled_.push_back(std::move(bundle));
  }
}

void Bundles::unpack(PageSolution& page) const {
  std::vector<PlacedItem> placed;
  for (const PlacedItem& whole : page.placed) {
    const Group& group = *groups_[whole.item];
    if (group.members.size() == 1) {
      placed.push_back(whole);
      placed.back().item = group.members.front();
      continue;
    }
    const unsigned all = (1U << group.items.size()) - 1;
    std::vector<PlacedItem> parts;
    group.table->trace(group.table->ways(all, whole.box.w, whole.box.h).first, all, whole.box,
                       parts);
    for (PlacedItem& part : parts) {
      part.item = group.members[part.item];
      placed.push_back(part);
    }
  }
  page.placed = std::move(placed);
  for (PageSolution& next : page.next) unpack(next);
}

std::vector<std::vector<std::vector<std::size_t>>> groupings(const std::vector<PageItem>& items,
                                                             std::size_t count) {
  const std::size_t n = items.size();
  const std::size_t alone = std::max(kLeast, 2 * count > n ? 2 * count - n : 0);
  const std::size_t bundles = count - alone;
  std::vector<std::size_t> rest(n - alone);
  std::iota(rest.begin(), rest.end(), alone);
  std::vector<std::size_t> by_size = rest;
  std::vector<int> areas;
  for (const PageItem& item : items) areas.push_back(least_of(item.shapes).area);
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::size_t a, std::size_t b) { return areas[a] > areas[b]; });
  std::vector<std::vector<std::vector<std::size_t>>> out;
  const auto add = [&](auto group_of, const std::vector<std::size_t>& order) {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < alone; ++i) groups.push_back({i});
    groups.resize(count);
    for (std::size_t i = 0; i < order.size(); ++i) groups[alone + group_of(i)].push_back(order[i]);
    for (auto& group : groups) std::sort(group.begin(), group.end());
    std::sort(groups.begin(), groups.end());
    if (std::find(out.begin(), out.end(), groups) == out.end()) out.push_back(std::move(groups));
  };
  const auto neighbours = [&](std::size_t i) { return i * bundles / rest.size(); };
  // There and back again.
  const auto folded = [&](std::size_t i) {
    const std::size_t turn = i % (2 * bundles);
    return turn < bundles ? turn : 2 * bundles - 1 - turn;
  };
  add(neighbours, rest);
  add(neighbours, by_size);
  add(folded, by_size);
  return out;
}

}  // namespace forme
