#pragma once

#include <vector>

#include "makeup/plan.h"
#include "style/layout.h"

namespace forme {

// The parts of a page's slots where no leaf stands, from the top left. The white between stories is
// none: what is not as deep as the shortest leg has no room for copy.
std::vector<GridRect> page_holes(const PlanPage& page, const Layout& layout);

}  // namespace forme
