#pragma once

#include <vector>

#include "makeup/flow.h"

namespace forme {

// What a reader sees amiss in the legs of one leaf.
struct LegFaults {
  int legs = 0;         // that hold copy
  int short_legs = 0;   // under kLeastLeg lines deep, where there are more legs than one
  int uneven_feet = 0;  // that stop short of the deepest leg beside them, or alone of their foot
  int short_rows = 0;   // rows that those stop short, together
};

// `goes_on`: the story turns to another page, and a row under its last leg is kept for the jump
// line. A story's last leg may stop short, unless it goes on.
LegFaults leg_faults(const std::vector<FilledLeg>& legs, bool goes_on);

}  // namespace forme
