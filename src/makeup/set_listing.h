#pragma once

#include "makeup/galley_builder.h"
#include "makeup/items.h"

namespace forme {

// The body of a listing over so many columns, and what stands behind it, in one piece. A table or a
// panel has all of them. A directory that is deep stands in legs of equal columns, as few as make
// it shallow, their feet as level as its entries allow.
SetBlock set_listing(const StoryContext& context, int columns);

}  // namespace forme
