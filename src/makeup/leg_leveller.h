#pragma once

#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "makeup/page_fitter.h"

namespace forme {

// What is amiss in the legs of a leaf; kImpossible when it does not hold its copy.
double fault_cost(const Weights& weights, const ComposedLeaf& leaf, const LeafVariant& variant);

// Solves a page with what is amiss in its legs counted in. Shapes get their true costs as they are
// met, on this page or an earlier one: the solver takes the cheapest page by what is known, the
// legs of its leaves are set and their faults added to the shapes' costs, and it looks again.
// Faults only add, so a page all of whose shapes are known is the cheapest of all. Of the pages
// that were met on the way the best is taken by what it looks like as a whole: page_look.h.
class LegLeveller {
 public:
  // `found`: of PageFitter::attempt, with the same candidates; if no shape was refused, it is
  // looked at first. All outlive it.
  LegLeveller(const PageFitter& fitter, const PageWork& work,
              const std::vector<PageCandidate>& candidates, const Attempt& found);
  // The best page met before the tries ran out; not found when no page holds its copy, or none that
  // costs no more than `most`.
  PageSolution run(double most = kImpossible);

 private:
  std::vector<PageSolution> next_to(const PageSolution& best);
  void keep_depth(const PlacedItem& placed);
  void keep_true(PageSolution& page, PageSolution& best);
  void learn(PlacedItem& placed, double& cost);

  const PageFitter& fitter_;
  const PageWork& work_;
  const Attempt& found_;
  GridRect area_;
  const std::vector<PageCandidate>& candidates_;
  std::vector<std::vector<GridRect>> ways_;
  std::vector<PageItem> items_;
  std::set<std::tuple<std::size_t, int, int, bool>> known_;
  std::vector<PageSolution> met_;  // whose shapes have their true costs
  double cheapest_ = kImpossible;  // of these, without its look
};

}  // namespace forme
