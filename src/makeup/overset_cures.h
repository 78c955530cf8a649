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
// Why an article has no place on any page, after "it is over by 9 lines: "; and what its editor may
// do, as a hint. A nib that is deeper than a third of a page's column stands in none beside others.
std::string why_unplaced(const StoryStock& stock, std::size_t article);
std::string hint_for_overset(const StoryStock& stock, std::size_t article);
// What would help what is set in one piece, a nib, a panel or a listing, and has no place or one
// that is too low.
// REQUIRES: as above.
std::vector<std::string> cures_of_piece(const StoryStock& stock, const Plan& plan,
                                        std::size_t article);

}  // namespace forme
