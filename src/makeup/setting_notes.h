#pragma once

#include "makeup/plan.h"
#include "makeup/story.h"

namespace forme {

// Warns of each table of the article, set over `columns`, that needs more than its place gives: it
// is set smaller.
void note_tables(const StoryContext& context, int columns, Diagnostics& diagnostics);
// Warns of each picture of the story that has fewer columns in the leaf, where the story opens,
// than it asks for.
void note_pictures(const Story& story, const PlanLeaf& leaf, Diagnostics& diagnostics);

}  // namespace forme
