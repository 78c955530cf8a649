#pragma once

#include <string>

#include "content/issue.h"
#include "makeup/plan.h"

namespace forme {

// What is wrong with a plan that an editor gives for the issue, so that it cannot be followed:
// another paper or another number of it, pages that are not those of the issue, rectangles off the
// grid or on one another, a place that is not of its article's kind, articles and adverts that
// stand twice, booked adverts that stand nowhere, elsewhere than they are booked, or in another
// size, an imprint that is not at the foot or not as deep as its `imprint_rows`, promos in less
// than their slot. Empty when nothing is. What was taken out of the issue since the plan was made
// is no fault of pages that are not sent.
std::string fault_of(const Plan& plan, const Issue& issue, const Layout& layout, int imprint_rows);

// A jump line names the page where the turn stands, and a turn the page that it is from. What is no
// turn begins at its beginning.
void make_jumps_true(Plan& plan);

}  // namespace forme
