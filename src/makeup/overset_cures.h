#pragma once

#include <map>
#include <string>
#include <vector>

#include "makeup/planner.h"

namespace forme {

// What would give room to each of the stories that found none, the cheapest first: a lesser story
// whose place holds it, on a page that the flatplan lets it stand on; white that would hold it once
// it is cut; and leaving it out. A place is named for one story, the most important that it holds:
// it gets it when the plan is given back without what stands there. Legs are broken for that; how
// much is to be cut is counted. REQUIRES: `plan` has what make-up found in it.
std::map<std::size_t, std::vector<std::string>> cures_of_unplaced(
    const StoryStock& stock, const Plan& plan, std::vector<std::size_t> unplaced);

// Whether a story is over though it has two pages to itself, and so the most that one may have: no
// page more helps it.
bool has_all_it_may(const Plan& plan, const std::string& article);
// What helps it then.
inline constexpr const char* kPartIt = "part it into two articles";

}  // namespace forme
