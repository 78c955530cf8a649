#pragma once

#include "makeup/planner.h"

namespace forme::test {

// What planning is held against: an issue made up by first fit.
//
// Adverts stand where planning puts them. Then story after story, in order of priority and, within
// one, in that of the manifest, gets the first place that holds it: at the width that it likes, the
// first page from the front with so many neighbouring columns free down to so many rows, the
// leftmost of these; where no page has that, a column narrower, and so on. Its rectangle has the
// headline size that its priority asks for, its picture at its own proportions and the width that
// suits it best, and the fewest rows in which its legs, broken as planning breaks them, hold the
// copy and none is too short to read. It stands right under what stands above; what it leaves free
// beside stays free.
//
// A story that no page holds whole jumps: it fills the first place where at least kJumpLeast rows
// of it may stand, down to the foot, of those whose rest, kTurnLeast rows at least, finds a place
// on a later page by the same rule. What cannot jump either is left out. Nibs come last, as many in
// a column as the first free one holds.
//
// It looks neither back nor ahead: no story moves for another, no knob is turned. That is what a
// sub in a hurry does, and what any newspaper builder would begin with.
// REQUIRES: the editor places nothing in the issue.
Plan first_fit_plan(const StoryStock& stock);

// The knobs of such a sub: the legs' alone. The stock's context must have these.
Knobs first_fit_knobs();

}  // namespace forme::test
