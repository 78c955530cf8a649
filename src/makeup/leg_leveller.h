#pragma once

#include <set>
#include <tuple>
#include <vector>

#include "makeup/page_fitter.h"

namespace forme {

// Solves a page with what is amiss in its legs counted in. Shapes get their true costs as they are
// met: the solver takes the cheapest page by what is known, the legs of its leaves are set and
// their faults added to the shapes' costs, and it looks again. Faults only add, so a page all of
// whose shapes are known is the cheapest of all.
class LegLeveller {
 public:
  LegLeveller(const PageFitter& fitter, const PageWork& work,
              const std::vector<PageCandidate>& candidates);
  // The best page met before the tries ran out; not found when no page holds its copy.
  PageSolution run();

 private:
  void learn(PlacedItem& placed, double& cost);
  ShapeChoice truest(std::size_t item, int w, int h) const;

  const PageFitter& fitter_;
  GridRect area_;
  const std::vector<PageCandidate>& candidates_;
  std::vector<std::vector<GridRect>> ways_;
  std::vector<PageItem> items_;
  std::set<std::tuple<std::size_t, int, int>> known_;
};

}  // namespace forme
