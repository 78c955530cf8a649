#pragma once

#include "makeup/context.h"

namespace forme {

// Warns of each table of the article, set over `columns`, that needs more than its place gives: it
// is set smaller.
void note_tables(const StoryContext& context, int columns, Diagnostics& diagnostics);
// Warns of each picture of the article, set over `columns`, that has fewer than it asks for.
// `lead_columns`: those of the picture that stands with its head.
void note_pictures(const StoryContext& context, int columns, int lead_columns,
                   Diagnostics& diagnostics);

}  // namespace forme
