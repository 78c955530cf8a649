#pragma once

#include "content/block.h"
#include "display/display_list.h"
#include "image/picture.h"

namespace forme {

// How much of a picture is cut away, as a part of the dimension that is cut, to fill a box of
// `aspect` (width ÷ height).
double crop_loss(const PictureInfo& picture, double aspect);

// The picture in `box`, cut round its focus. No more than the figure's `crop` is cut away: where
// the box asks for more, the picture leaves room at two sides of it.
PictureItem place_picture(const Figure& figure, const PictureInfo& picture, const Rect& box,
                          NodeId node);

// Pixels per inch of the shown part, in the direction that has fewer; infinite where either has no
// extent.
double pixels_per_inch(const PictureItem& shown, const PictureInfo& picture);

}  // namespace forme
