#pragma once

#include <vector>

#include "makeup/flow.h"

namespace forme {

// Appends the lines of a block, by one of its variants, that becomes part of another one; what it
// keeps together stays so.
void append_kept(std::vector<FlowLine>& to, const FlowBlock& block, std::size_t variant = 0);

// Lowers a strip by `rows` of depth `row`.
void open_up(FlowLine& line, int rows, Length row);

// The block as blocks of a line each, by its first variant: nothing stays together, and no head is
// repeated.
std::vector<FlowBlock> lines_of(FlowBlock block);

// Joins each crosshead with the text after it, as many blocks as make three lines, so that no leg
// ends between them. What floats after a crosshead goes before it. `row` is the grid's.
Galley join_heads(Galley galley, Length row);

}  // namespace forme
