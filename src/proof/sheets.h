#pragma once

#include "proof/proof.h"

namespace forme {

// Adds the flatplan: one sheet of A3 across, and further ones where more stories found no room than
// its list holds.
void add_flatplan(const ProofInput& input, TextSetter& setter, Proof& proof);

// Adds the sheet of one page, A4 upright, and further ones where its leaves are more than it holds.
void add_page_sheet(const ProofInput& input, std::size_t page, TextSetter& setter, Proof& proof);

// What every sheet has round its edge.
inline constexpr Length kSheetMargin = 10_mm;

}  // namespace forme
