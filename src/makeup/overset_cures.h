#pragma once

#include <string>
#include <vector>

#include "makeup/planner.h"

namespace forme {

// What would give a story room that found none, the cheapest first: a lesser story whose place
// holds it, white that would hold it once it is cut, and leaving it out. Legs are broken for the
// first; how much is to be cut is counted. REQUIRES: `plan` has what make-up found in it.
std::vector<std::string> cures_of_unplaced(const StoryStock& stock, const Plan& plan,
                                           std::size_t article);

}  // namespace forme
