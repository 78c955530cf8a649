#include "makeup/bundles.h"

#include <algorithm>

#include "makeup/slicing_table.h"

namespace forme {
namespace {

// How much more than its stories at their best a bundle may cost: what is
// dearer stands on no page that is worth making.
constexpr double kMostOver = 1500;
constexpr std::size_t kLeastAlone = 2;  // items
// For each item, what a page that a beam finds may cost over the least that it could: a dearer one
// comes of bundles that do not suit it, or there is none at all, and the search takes long.
constexpr double kMostOverBundled = 30, kMostOverAlone = 60;
constexpr std::size_t kKept = 2;  // ways with other heads of one rectangle

// Of the cheapest shape.
int area_of(const ShapeTable& shapes) {
  double least = kImpossible;
  int area = 0;
  for (int w = 1; w <= shapes.columns(); ++w) {
    for (int h = 1; h <= shapes.rows(); ++h) {
      if (shapes.at(w, h).cost >= least) continue;
      least = shapes.at(w, h).cost;
      area = area_with_gap(w, h);
    }
  }
  return area;
}

Grouping in_order(Grouping groups) {
  std::erase_if(groups, [](const Group& group) { return group.empty(); });
  for (Group& group : groups) std::sort(group.begin(), group.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

double least_of(const ShapeTable& shapes) {
  double least = kImpossible;
  for (int w = 1; w <= shapes.columns(); ++w) {
    for (int h = 1; h <= shapes.rows(); ++h) least = std::min(least, shapes.at(w, h).cost);
  }
  return least;
}

}  // namespace

std::vector<Grouping> groupings(const std::vector<PageItem>& items, std::size_t count) {
  const std::size_t n = items.size();
  std::size_t alone = std::max(kLeastAlone, 2 * count > n ? 2 * count - n : 0);
  Group single, rest;
  for (std::size_t i = 0; i < n; ++i)
    (i < alone || !items[i].kept.empty() ? single : rest).push_back(i);
  if (single.size() > count || (single.size() == count && !rest.empty())) return {};
  alone = single.size();
  const std::size_t bundles = count - alone;
  if (rest.empty() || bundles == 0) {
    Grouping each;
    for (const std::size_t i : single) each.push_back({i});
    return {each};
  }
  Group by_size = rest;
  std::vector<int> areas;
  for (const PageItem& item : items) areas.push_back(area_of(item.shapes));
  std::stable_sort(by_size.begin(), by_size.end(),
                   [&](std::size_t a, std::size_t b) { return areas[a] > areas[b]; });
  std::vector<Grouping> out;
  const auto add = [&](auto group_of, const Group& order) {
    Grouping groups(count);
    for (std::size_t i = 0; i < alone; ++i) groups[i] = {single[i]};
    for (std::size_t i = 0; i < order.size(); ++i) groups[alone + group_of(i)].push_back(order[i]);
    groups = in_order(std::move(groups));
    if (std::find(out.begin(), out.end(), groups) == out.end()) out.push_back(std::move(groups));
  };
  const auto neighbours = [&](std::size_t i) { return i * bundles / rest.size(); };
  // There and back again.
  const auto folded = [&](std::size_t i) {
    const std::size_t lap = i / bundles, step = i % bundles;
    return lap % 2 == 0 ? step : bundles - 1 - step;
  };
  add(neighbours, rest);
  add(neighbours, by_size);
  add(folded, by_size);
  return out;
}

struct BundledPages::Bundle {
  Group members;
  std::vector<PageItem> items;
  std::unique_ptr<PageBound> bound;
  std::unique_ptr<SlicingTable> table;  // none for a single item
  PageItem whole;
  unsigned all() const { return (1U << items.size()) - 1; }
};

BundledPages::BundledPages(const std::vector<PageItem>& items,
                           const std::vector<std::vector<GridRect>>& decompositions,
                           const Weights& weights, SolveLimits limits)
    : items_(items), decompositions_(decompositions), weights_(weights), limits_(limits) {
  for (const auto& regions : decompositions) {
    for (const GridRect& box : regions)
      columns_ = std::max(columns_, box.w), rows_ = std::max(rows_, box.h);
  }
}

BundledPages::~BundledPages() = default;

const BundledPages::Bundle& BundledPages::bundle_of(const Group& members) {
  std::unique_ptr<Bundle>& bundle = bundles_[members];
  if (bundle) return *bundle;
  bundle = std::make_unique<Bundle>(Bundle{members, {}, {}, {}, {ShapeTable(columns_, rows_), {}}});
  if (members.size() == 1) {
    bundle->whole = items_[members.front()];
    return *bundle;
  }
  double least = 0;
  for (const std::size_t i : members) {
    bundle->items.push_back(items_[i]);
    least += least_of(items_[i].shapes);
  }
  const double limit = least + kMostOver;
  if (!(limit < kImpossible)) return *bundle;
  bundle->bound = std::make_unique<PageBound>(
      PageBound::of_nothing(members.size(), area_with_gap(columns_, rows_)));
  bundle->table = std::make_unique<SlicingTable>(bundle->items, *bundle->bound, weights_,
                                                 SlicingTable::Limit{static_cast<float>(limit)},
                                                 columns_, rows_, kKept);
  PageItem& whole = bundle->whole;
  whole.heads.resize(whole.shapes.size());
  for (int w = 1; w <= columns_; ++w) {
    for (int h = 1; h <= rows_; ++h) {
      const SlicingTable::Ways ways = bundle->table->ways(bundle->all(), w, h);
      if (ways.empty()) continue;
      whole.shapes.at(w, h).cost = static_cast<double>(bundle->table->cost(ways.first));
      whole.heads[whole.shapes.place(w, h)] = bundle->table->heads(ways.first);
    }
  }
  return *bundle;
}

PageSolution BundledPages::page_in(const Grouping& groups, const SolveLimits& limits) {
  std::vector<const Bundle*> bundles;
  std::vector<PageItem> wholes;
  for (const Group& group : groups) {
    bundles.push_back(&bundle_of(group));
    wholes.push_back(bundles.back()->whole);
  }
  PageSolution page = search_page(wholes, decompositions_, weights_, limits);
  unpack(bundles, page);
  return page;
}

// In as many groups as a beam takes on, unless such a page is far from the best that there could
// be; then in fewer, of which an exact search finds one soon, however dear.
PageSolution BundledPages::run() {
  const std::size_t most = std::min(items_.size(), limits_.most_exact + kMoreInBeam);
  SolveLimits near = limits_;
  near.over = (most == items_.size() ? kMostOverAlone : kMostOverBundled) *
              static_cast<double>(items_.size());
  for (const Grouping& groups : groupings(items_, most)) {
    PageSolution page = page_in(groups, near);
    if (page.found()) return page;
  }
  for (const Grouping& groups : groupings(items_, limits_.most_exact)) {
    PageSolution page = page_in(groups, limits_);
    if (page.found()) return page;
  }
  return {};
}

void BundledPages::unpack(const std::vector<const Bundle*>& bundles, PageSolution& page) const {
  std::vector<PlacedItem> placed;
  for (const PlacedItem& whole : page.placed) {
    const Bundle& bundle = *bundles[whole.item];
    if (!bundle.table) {
      placed.push_back(whole);
      placed.back().item = bundle.members.front();
      continue;
    }
    std::vector<PlacedItem> parts;
    const SlicingTable::Ways ways = bundle.table->ways(bundle.all(), whole.box.w, whole.box.h);
    bundle.table->trace(ways.first, bundle.all(), whole.box, parts);
    for (PlacedItem& part : parts) {
      part.item = bundle.members[part.item];
      placed.push_back(part);
    }
  }
  page.placed = std::move(placed);
  for (PageSolution& next : page.next) unpack(bundles, next);
}

}  // namespace forme
