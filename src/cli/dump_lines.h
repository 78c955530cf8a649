#pragma once

#include <string>
#include <vector>

#include "content/issue.h"
#include "display/display_list.h"

namespace forme {

// The copy as it was broken into lines, in the order of the articles: for each leaf and page
// "ARTICLE/LEAF-ID page N", then its lines there. An inserted hyphen is U+00AD. Furniture is left
// out.
std::string lines_text(const std::vector<DisplayPage>& pages, const Issue& issue);

}  // namespace forme
