#pragma once

#include "makeup/context.h"

namespace forme {

// Warns of each table of the article, set over `columns`, that needs more than its place gives: it
// is set smaller.
void note_tables(const StoryContext& context, int columns, Diagnostics& diagnostics);

}  // namespace forme
