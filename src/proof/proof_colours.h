#pragma once

#include <string>
#include <vector>

#include "makeup/plan.h"

namespace forme {

// Names in proof_palette().
inline constexpr const char* kInk = "proof ink";
inline constexpr const char* kQuiet = "proof quiet";
inline constexpr const char* kPaper = "proof paper";
inline constexpr const char* kSlotColour = "proof slot";
inline constexpr const char* kOver = "proof over";    // copy that found no room
inline constexpr const char* kUnder = "proof under";  // rows that are free
std::string kind_colour(LeafKind kind);

// Every kind of leaf, in the order of a key.
const std::vector<LeafKind>& leaf_kinds();

}  // namespace forme
