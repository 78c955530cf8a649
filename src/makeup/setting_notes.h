#pragma once

#include "makeup/context.h"

namespace forme {

// Warns of figures and articles that only one of print and screen is to have: the two show the same
// pages.
void note_shared_pages(const Issue& issue, Diagnostics& diagnostics);

// Warns of each table of the article, set over `columns`, that needs more than its place gives: it
// is set smaller.
void note_tables(const StoryContext& context, int columns, Diagnostics& diagnostics);

}  // namespace forme
