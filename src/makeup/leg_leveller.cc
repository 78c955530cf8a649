#include "makeup/leg_leveller.h"

#include <algorithm>

#include "makeup/leg_faults.h"
#include "makeup/page_look.h"

namespace forme {
namespace {

constexpr int kMostTries = 60;         // pages looked at,
constexpr int kTriesOfWhitePage = 30;  // where there are many items
constexpr double kMuchWhite = 3000;    // what such a page costs
constexpr std::size_t kToldNext = 3;   // pages told beside the best
constexpr double kRounding = 0.5;      // of costs: the solver's are of less precision

}  // namespace

double fault_cost(const Weights& weights, const ComposedLeaf& leaf, const LeafVariant& variant) {
  if (!leaf.fits) return kImpossible;
  const LegFaults faults = leg_faults(leaf.spaces, variant.jumps);
  return weights.real_short_leg * faults.short_legs + weights.uneven_foot * faults.uneven_feet +
         weights.uneven_row * faults.short_rows;
}

LegLeveller::LegLeveller(const PageFitter& fitter, const PageWork& work,
                         const std::vector<PageCandidate>& candidates, const Attempt& found)
    : fitter_(fitter),
      work_(work),
      found_(found),
      area_(work.room.area),
      candidates_(candidates),
      ways_(found.ways.empty() ? decompositions(work.room) : found.ways) {
  for (const PageCandidate& candidate : candidates) {
    items_.push_back(item_of(candidate, fitter.shapes_of(candidate, area_.w, area_.h)));
    if (found.dog_leg) items_.back().dog_legs = fitter.dog_legs_of(candidate, *found.dog_leg);
    if (!found.kept.empty()) keep(items_.back(), found.kept[items_.size() - 1]);
  }
  for (const PlacedItem& placed : found.solution.placed) keep_depth(placed);
}

// A slot whose cuts may move has the depth that was found for it.
void LegLeveller::keep_depth(const PlacedItem& placed) {
  std::vector<GridRect>& kept = items_[placed.item].kept;
  if (kept.size() < 2) return;
  kept = {placed.box};
  std::erase_if(ways_, [&](const std::vector<GridRect>& way) {
    return std::find(way.begin(), way.end(), placed.box) == way.end();
  });
}

PageSolution LegLeveller::run(double most) {
  PageSolution best;
  double guessed = 0;  // of the page, which grows dearer with every shape that is learned
  const bool full = items_.size() + 1 >= kMostExact;
  for (int tries = 0; tries < kMostTries; ++tries) {
    // A page of many items takes long, the longer the more of it is left white.
    if (full && guessed > kMuchWhite && tries >= kTriesOfWhitePage) break;
    PageSolution page =
        tries == 0 && !found_.refused
            ? found_.solution
            : solve_page(items_, ways_, fitter_.weights(),
                         {guessed, std::min(most, best.cost) + kRounding}, found_.dog_leg);
    if (!page.found()) break;
    guessed = page.cost;
    std::vector<PageSolution> next = std::move(page.next);
    page.next.clear();
    keep_true(page, best);
    for (PageSolution& other : next) {
      if (other.cost < best.cost) keep_true(other, best);
    }
    if (cheapest_ <= guessed) break;  // no page that is not known yet can be cheaper
    if (guessed > most) return {};
  }
  if (best.cost > most) return {};
  best.next = next_to(best);
  return best;
}

// The cheapest pages met beside the best.
std::vector<PageSolution> LegLeveller::next_to(const PageSolution& best) {
  const auto boxes = [](const PageSolution& page) {
    std::vector<std::tuple<std::size_t, int, int, int, int>> list;
    for (const PlacedItem& p : page.placed)
      list.emplace_back(p.item, p.box.x, p.box.y, p.box.w, p.box.h);
    return list;
  };
  std::stable_sort(met_.begin(), met_.end(),
                   [](const PageSolution& a, const PageSolution& b) { return a.cost < b.cost; });
  std::set<std::vector<std::tuple<std::size_t, int, int, int, int>>> known = {boxes(best)};
  std::vector<PageSolution> next;
  for (PageSolution& page : met_) {
    if (next.size() == kToldNext) break;
    if (known.insert(boxes(page)).second) next.push_back(std::move(page));
  }
  return next;
}

// Makes the costs of the page's shapes true; `best` is the cheapest page that is so.
void LegLeveller::keep_true(PageSolution& page, PageSolution& best) {
  for (PlacedItem& placed : page.placed) learn(placed, page.cost);
  if (page.cost >= kImpossible) return;
  cheapest_ = std::min(cheapest_, page.cost);
  if (fitter_.knobs().looks) page.cost += look_cost(work_, candidates_, page);
  if (page.cost < best.cost) best = page;
  met_.push_back(std::move(page));
}

// Makes the cost of a shape true, if it is not yet; `cost` is the page's.
void LegLeveller::learn(PlacedItem& placed, double& cost) {
  const std::size_t i = placed.item;
  const int w = placed.box.w, h = placed.box.h;
  const BookedCorner& corner = placed.variant.corner;
  ShapeChoice& shape =
      corner.any() ? items_[i].dog_legs.at(static_cast<std::size_t>(h)) : items_[i].shapes.at(w, h);
  if (candidates_[i].kind != LeafKind::Nibs && known_.insert({i, w, h, corner.any()}).second)
    shape = fitter_.truest_choice(candidates_[i], w, h, area_.w, area_.h, corner);
  placed.variant = shape.variant;
  cost += shape.cost - placed.cost;
  placed.cost = shape.cost;
}

}  // namespace forme
