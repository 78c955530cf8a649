#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "content/issue.h"
#include "display/display_list.h"
#include "makeup/plan.h"
#include "style/layout.h"

namespace forme {

// Print, screen and the cover of the EPUB show the same pages. Warns of each article and picture
// that stands on them and that one of these may not have: its room stays white there.
void note_white_room(const Issue& issue, const Plan& plan, const std::vector<DisplayPage>& pages,
                     const Grid& grid, Diagnostics& diagnostics);

}  // namespace forme
