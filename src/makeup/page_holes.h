#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/issue.h"
#include "makeup/plan.h"
#include "style/layout.h"

namespace forme {

// The parts of a page's slots where no leaf stands, from the top left. The white between stories is
// none: what is not as deep as the shortest leg has no room for copy.
std::vector<GridRect> page_holes(const PlanPage& page, const Layout& layout);

// Where the legs of a leaf leave as much white or more: places on its page.
std::vector<GridRect> leaf_holes(const PlanLeaf& leaf);

// All of both. REQUIRES: the plan has what make-up found.
std::vector<Hole> find_holes(const Plan& plan, const Layout& layout);

// A warning for each page that has holes, which says where they are.
void report_holes(const std::vector<Hole>& holes, const Issue& issue, Diagnostics& diagnostics);

}  // namespace forme
