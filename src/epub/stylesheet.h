#pragma once

#include <string>
#include <vector>

#include "epub/font_subset.h"

namespace forme {

// The package's one stylesheet. It has no colours, so that a dark page stays dark, and no sizes but
// relative ones, so that the reader's own size rules.
std::string stylesheet(const std::vector<BookFont>& fonts);

}  // namespace forme
