#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/issue.h"
#include "display/display_list.h"

namespace forme {

// Warns of each line on the pages that could not be made to fit its measure, with the place of its
// text. Trial settings that make-up threw away are not heard of. `of`: what follows the page's
// number.
void report_overfull(const std::vector<DisplayPage>& pages, const Issue& issue,
                     const std::string& of, Diagnostics& diagnostics);

}  // namespace forme
