#pragma once

#include <vector>

#include "content/issue.h"
#include "display/display_list.h"
#include "makeup/page_cost.h"
#include "style/layout.h"

namespace forme {

// What is judged of each page, read off the pages as they are drawn: where headlines, pictures and
// what else breaks the grey really stand, how full a headline's lines came out, what of a picture
// is cut away. REQUIRES: `plan` has what make-up found, and as many pages.
std::vector<JudgedPage> judged_pages(const Plan& plan, const std::vector<DisplayPage>& pages,
                                     const Issue& issue, const Layout& layout);

// Says in the plan what its pages and the issue pay; see page_cost.h.
void tell_page_costs(Plan& plan, const std::vector<DisplayPage>& pages, const Issue& issue,
                     const Layout& layout);

}  // namespace forme
