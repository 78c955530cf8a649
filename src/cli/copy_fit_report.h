#pragma once

#include <string>
#include <vector>

#include "makeup/copy_fit.h"

namespace forme {

// A line an article: lines of its copy, room for them, over (+) or under (-) in lines and words,
// what make-up did to fit it, and the cheapest change that would.
std::string copy_fit_table(const std::vector<CopyFit>& fits);
// The same as the report has it, a JSON array; its form is in ARCHITECTURE.md.
std::string copy_fit_json(const std::vector<CopyFit>& fits);

}  // namespace forme
