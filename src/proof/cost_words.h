#pragma once

#include <string>
#include <vector>

#include "makeup/plan.h"

namespace forme {

// A term of PageCost in words that an editor reads without its definition at hand: "headlines of
// one size side by side" for "tombstone". A term that is not known stands under its own name.
std::string term_words(const std::string& term);

// The terms with the dearest first, those of one name and one story added up; of equals in the
// order in which they came.
std::vector<CostTerm> dearest_first(const std::vector<CostTerm>& terms);

// What the page pays for a story; for nothing of its own where `story` is empty.
double paid_for(const PageCost& cost, const std::string& story);

// "12 rows unfilled, 3 lines over, 1 overlap": what no weight makes good; empty where there is
// none.
std::string forbidden_words(const ForbiddenFaults& faults);

}  // namespace forme
