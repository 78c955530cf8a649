#pragma once

#include <vector>

#include "makeup/page_room.h"

namespace forme {

// A page is cut across at its adverts: what stands over the full width ends where they begin. These
// are the rooms of the same page cut across a little above those at its foot, or below those at
// its head, so that what stands beside them is deeper; what is left beyond them may stay white. The
// least such white comes first. None for a page without adverts that leave room beside them.
std::vector<PageRoom> cut_elsewhere(const PageRoom& room);

}  // namespace forme
