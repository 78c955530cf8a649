#pragma once

#include "makeup/story.h"

namespace forme {

// Articles of genre panel: on a tint under a red rule; with a code and over four columns or more, a
// call to action, white out of red.
ShapeTable panel_shapes(const StoryContext& context, int columns, int max_rows);
ComposedLeaf compose_panel(const StoryContext& context, int w, int h);

}  // namespace forme
