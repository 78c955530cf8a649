#include "makeup/leg_leveller.h"

#include <algorithm>

#include "makeup/leg_faults.h"

namespace forme {
namespace {

// What is amiss in the legs costs, in the units of the make-up weights: about as much as twenty
// rows of a column left white, so that a page is made another way but never given a hole for it.
constexpr double kShortLeg = 300, kUnevenFoot = 250, kUnevenRow = 20;
constexpr int kMostTries = 60;   // pages looked at
constexpr int kMostReserve = 8;  // rows that a picture may give to the copy

double fault_cost(const ComposedLeaf& leaf, const LeafVariant& variant) {
  if (!leaf.fits) return kImpossible;
  const LegFaults faults = leg_faults(leaf.spaces, variant.jumps);
  return kShortLeg * faults.short_legs + kUnevenFoot * faults.uneven_feet +
         kUnevenRow * faults.short_rows;
}

}  // namespace

LegLeveller::LegLeveller(const PageFitter& fitter, const PageWork& work,
                         const std::vector<PageCandidate>& candidates)
    : fitter_(fitter),
      area_(work.room.area),
      candidates_(candidates),
      ways_(decompositions(work.room)),
      others_(candidates.size()) {
  for (std::size_t i = 0; i < candidates.size(); ++i)
    items_.push_back({with_reserve(i, 0), candidates[i].priority});
}

PageSolution LegLeveller::run() {
  PageSolution best;
  for (int tries = 0; tries < kMostTries; ++tries) {
    PageSolution page = solve_page(items_, ways_);
    if (!page.found()) break;
    const double guessed = page.cost;
    for (PlacedItem& placed : page.placed) learn(placed, page.cost);
    if (page.cost < best.cost) best = page;
    if (best.cost <= guessed) break;  // no page that is not known yet can be cheaper
  }
  return best;
}

ShapeTable LegLeveller::with_reserve(std::size_t item, int rows) const {
  PageCandidate candidate = candidates_[item];
  candidate.part.reserve = rows;
  return fitter_.shapes_of(candidate, area_.w, area_.h);
}

// Makes the cost of a shape true, if it is not yet; `cost` is the page's.
void LegLeveller::learn(PlacedItem& placed, double& cost) {
  const std::size_t i = placed.item;
  const int w = placed.box.w, h = placed.box.h;
  if (candidates_[i].kind == LeafKind::Nibs || !known_.insert({i, w, h}).second) return;
  ShapeChoice& shape = items_[i].shapes.at(w, h);
  const double guessed = shape.cost;
  shape = truest(i, w, h, shape);
  placed.variant = shape.variant;
  cost += shape.cost - guessed;
}

// Of the ways to fill a shape, those that leave the copy more room among them, the best as it
// really is.
ShapeChoice LegLeveller::truest(std::size_t item, int w, int h, const ShapeChoice& first) {
  ShapeChoice best;
  std::vector<LeafVariant> seen;
  for (int reserve = 0; reserve <= kMostReserve; ++reserve) {
    ShapeChoice choice = reserve == 0 ? first : other(item, reserve).at(w, h);
    const bool known = std::find(seen.begin(), seen.end(), choice.variant) != seen.end();
    if (choice.cost >= best.cost || known) continue;
    seen.push_back(choice.variant);
    const ComposedLeaf& leaf = fitter_.compose(candidates_[item], w, h, choice.variant);
    choice.cost += fault_cost(leaf, choice.variant);
    if (choice.cost < best.cost) best = choice;
  }
  return best;
}

const ShapeTable& LegLeveller::other(std::size_t item, int reserve) {
  auto found = others_[item].find(reserve);
  if (found == others_[item].end())
    found = others_[item].emplace(reserve, with_reserve(item, reserve)).first;
  return found->second;
}

}  // namespace forme
