#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forme {

// Text folded for comparing without regard to case, in any script.
std::string fold_case(std::string_view text);

// The candidate that is most likely meant by a misspelt `name`: the fewest letters changed, added,
// left out or swapped with a neighbour, and at most a third of them. The first of several equals;
// empty when none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

// "did you mean X?", or nothing when no candidate is near.
std::string nearest_hint(std::string_view name, const std::vector<std::string>& candidates);

// "1 line", "3 lines".
std::string counted(int count, std::string_view singular);

// A name for files and links: [a-z0-9][a-z0-9-]{0,63}, or nothing when no letter can be kept.
std::string make_slug(std::string_view text);
bool is_slug(std::string_view text);

}  // namespace forme
