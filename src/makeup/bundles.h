#pragma once

#include <map>
#include <memory>
#include <vector>

#include "makeup/page_solver.h"

namespace forme {

// Indices of items that stand together. Groups and lists of groups are in order of importance.
using Group = std::vector<std::size_t>;
using Grouping = std::vector<Group>;

// Ways to put the items into `count` groups that are worth trying: neighbours in importance, of one
// size, or the largest with the smallest. The most important stay alone, and what has regions kept
// for it.
std::vector<Grouping> groupings(const std::vector<PageItem>& items, std::size_t count);

// A page of many small stories is solved as one of fewer, if need be: stories of little importance
// are put together by twos or threes, and each bundle stands in one rectangle as its stories best
// share it. That leaves out pages on which the stories of a bundle stand apart.
class BundledPages {
 public:
  // As for solve_page.
  BundledPages(const std::vector<PageItem>& items,
               const std::vector<std::vector<GridRect>>& decompositions, const Weights& weights,
               SolveLimits limits);
  ~BundledPages();
  PageSolution run();

 private:
  struct Bundle;

  const Bundle& bundle_of(const Group& members);
  PageSolution page_in(const Grouping& groups, const SolveLimits& limits);
  void unpack(const std::vector<const Bundle*>& bundles, PageSolution& page) const;

  const std::vector<PageItem>& items_;
  const std::vector<std::vector<GridRect>>& decompositions_;
  const Weights& weights_;
  SolveLimits limits_;
  int columns_ = 1, rows_ = 1;
  std::map<Group, std::unique_ptr<Bundle>> bundles_;  // their tables look at their items
};

}  // namespace forme
