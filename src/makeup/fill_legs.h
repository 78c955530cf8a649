#pragma once

#include <vector>

#include "makeup/flow.h"

namespace forme {

// Copy in its legs, as a page shows it.
struct FilledLegs {
  FlowResult flow;
  std::vector<FilledLeg> legs;
};

// Sets the whole galley into `legs`, so that their feet are level if that can be had: breaks and
// variants as flow_into_legs chooses them, white where open_up puts it, and where the copy leaves
// rows free, feet that stand a few rows higher all along the leaf, so that the last leg is not left
// with a line or two. What does not fit is not set.
FilledLegs fill_legs(const Galley& galley, const std::vector<LegSpace>& legs);

// As much of the galley as the legs hold, for copy that goes on elsewhere.
FilledLegs fill_prefix(const Galley& galley, const std::vector<LegSpace>& legs);

}  // namespace forme
