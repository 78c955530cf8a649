#pragma once

#include <memory>
#include <vector>

#include "makeup/page_solver.h"

namespace forme {

class PageBound;
class SlicingTable;

// A page of many small stories is solved as one of few: stories of little importance are put
// together by twos or threes, and each bundle stands in one rectangle as its stories best share it.
// That leaves out pages on which the stories of a bundle stand apart.
class Bundles {
 public:
  // `groups`: indices of items, each group and the list of groups in order of importance.
  Bundles(const std::vector<PageItem>& items, std::vector<std::vector<std::size_t>> groups,
          const Weights& weights, int columns, int rows);
  ~Bundles();

  // One for each group.
  const std::vector<PageItem>& items() const { return bundled_; }
  // A page of the bundles as a page of the items.
  void unpack(PageSolution& page) const;

 private:
  struct Group;
  std::vector<std::unique_ptr<Group>> groups_;  // their tables look at their items
  std::vector<PageItem> bundled_;
};

// Ways to put the items into `count` groups that are worth trying: neighbours in importance, of one
// size, or the largest with the smallest. The most important stay alone.
std::vector<std::vector<std::vector<std::size_t>>> groupings(const std::vector<PageItem>& items,
                                                             std::size_t count);

}  // namespace forme
