#pragma once

#include <vector>

#include "makeup/page_solver.h"

namespace forme {

// The items that the region is kept for, as a set; none: it is for those that have no such.
unsigned owners_of(const GridRect& region, const std::vector<PageItem>& items);

// Whether the items fill the page by any cuts that solve_page looks at, whatever it costs: the same
// dynamic programming over sets of depths instead of costs, bit by bit, which takes a small part of
// the time. As for solve_page; without dog-legs.
bool may_fill(const std::vector<PageItem>& items,
              const std::vector<std::vector<GridRect>>& decompositions);

}  // namespace forme
