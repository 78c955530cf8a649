#pragma once

#include "makeup/context.h"
#include "makeup/flow.h"

namespace forme {

// Caption and credit of a figure, one text after the other on the same lines where they fit; that
// of a puzzle's solution says so first.
SetBlock set_caption(const StoryContext& context, const Figure& figure, Length measure);

// Rows that the figure takes at `width` with no part cut away.
int ideal_picture_rows(const StoryContext& context, const Figure& figure, Length width);

// Pixels per inch of the figure when it fills `width` and `rows`, in the direction that has fewer;
// infinite for a drawing, which has none.
double pixels_per_inch(const StoryContext& context, const Figure& figure, Length width, int rows);

// Whether a drawing that fills `width` and `rows` has no letters under kLeastLettering, as far as
// they are known.
bool is_legible(const StoryContext& context, const Figure& figure, Length width, int rows);

// The fewest columns of the page in which it is, uncut and no deeper than half of that; 1 where
// none are enough.
int legible_columns(const StoryContext& context, const Figure& figure);

// Rows of a figure of whole columns that stands in the body, uncut where it is not too deep.
int inset_picture_rows(const StoryContext& context, const Figure& figure, Length width);

// The picture `rows` deep over its caption, with a free row after it; drawn in the figure's outputs
// alone.
SetBlock set_figure(const StoryContext& context, const Figure& figure, Length width, int rows);

// A code that leads to qr.href, with its caption, set to the left of `width`.
SetBlock set_qr(const StoryContext& context, const Qr& qr, Length width);

}  // namespace forme
