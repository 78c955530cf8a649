#pragma once

#include <vector>

#include "display/display_list.h"

namespace forme {

// Items `factor` times as large, from the origin: type, what it stands on, and all that is drawn.
// What a picture shows stays. REQUIRES: factor > 0.
void scale(std::vector<DisplayItem>& items, double factor);

}  // namespace forme
