#pragma once

#include "proof/annotator.h"
#include "proof/proof.h"

namespace forme {

// Where a page stands on a sheet.
struct SmallPage {
  const PlanPage& plan;
  const DisplayPage& page;
  Point at;  // its top left corner
  double scale = 1;
  Rect box() const { return {at.x, at.y, page.trim.width * scale, page.trim.height * scale}; }
};

// How much is said of the leaves.
enum class Detail : std::uint8_t {
  Names,  // what stands where and whether it fits, for a flatplan
  All,    // slots, legs, priorities and costs too
};

// Draws the page and, over it, its plan. Leaves are numbered from 1 in the order of the plan.
void draw_small_page(Annotator& out, const ProofInput& input, const SmallPage& small,
                     Detail detail);

}  // namespace forme
