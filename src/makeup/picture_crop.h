#pragma once

#include "content/block.h"
#include "display/display_list.h"
#include "image/picture.h"

namespace forme {

// How much of a picture is cut away, as a part of the dimension that is cut, to fill a box of
// `aspect` (width ÷ height).
double crop_loss(const PictureInfo& picture, double aspect);

// The picture in `box`, cut round its focus. A loss above the figure's `crop` is not cut: the
// picture then stands whole, centred in the box.
PictureItem place_picture(const Figure& figure, const PictureInfo& picture, const Rect& box,
                          NodeId node);

}  // namespace forme
