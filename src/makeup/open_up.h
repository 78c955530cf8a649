#pragma once

#include "makeup/flow.h"

namespace forme {

// Vertical justification: a leg that stops short of its foot is opened where a sub would open it, a
// row or two above a crosshead, and above and below a quotation, a picture or a table. Lines of
// copy keep their leading, and all that follows in the leg stays on the grid. A leg that its places
// cannot fill is left as it is, and so is the last, unless the copy goes on elsewhere. REQUIRES:
// `flow` sets `galley` into `legs`.
void open_up(const Galley& galley, const std::vector<LegSpace>& legs, bool goes_on,
             FlowResult& flow);

}  // namespace forme
