#pragma once

#include <string>
#include <vector>

#include "makeup/context.h"
#include "makeup/items.h"

namespace forme {

// What a handout says under its article, over the whole width: where its links lead, where the
// article stands and the code of that; a free row above. In as few blocks as are of at most
// `most_rows`: mostly one, for the foot of the last page; none where there is nothing to say.
// REQUIRES: `most_rows` holds the code.
std::vector<SetBlock> handout_notes(const StoryContext& context, int most_rows);

// An address as it is read: "example.org/1".
std::string without_scheme(const std::string& url);

}  // namespace forme
