#pragma once

#include <vector>

#include "display/display_list.h"
#include "makeup/plan.h"
#include "style/layout.h"

namespace forme {

// The rules of a page between its stories: one over each story that stands under another, and one
// in the gutter between neighbours. Where a neighbour ends and the next begins beside the same
// story, the rule in the gutter runs on.
std::vector<DisplayItem> page_rules(const PlanPage& page, const Grid& grid);

}  // namespace forme
