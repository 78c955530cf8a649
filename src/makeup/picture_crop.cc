#include "makeup/picture_crop.h"

#include <algorithm>
#include <limits>

namespace forme {
namespace {

double aspect_of(const PictureInfo& picture) {
  if (picture.width <= 0 || picture.height <= 0) return 1.5;
  return static_cast<double>(picture.width) / picture.height;
}

}  // namespace

double crop_loss(const PictureInfo& picture, double aspect) {
  const double own = aspect_of(picture);
  return own > aspect ? 1 - aspect / own : 1 - own / aspect;
}

PictureItem place_picture(const Figure& figure, const PictureInfo& picture, const Rect& box,
                          NodeId node) {
  PictureItem item;
  item.node = node;
  item.source = figure.source;
  item.box = box;
  const double own = aspect_of(picture), wanted = box.width / box.height;
  if (crop_loss(picture, wanted) > figure.crop + 1e-6) {
    // Too much would go: keep what may not be lost, and let the box shrink in its longer direction.
    const double kept = 1 - figure.crop;
    const double aspect = own > wanted ? own * kept : own / kept;
    Length width = box.width, height = box.width * (1 / aspect);
    if (height > box.height) height = box.height, width = box.height * aspect;
    item.box = {box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height};
    (own > wanted ? item.crop_width : item.crop_height) = kept;
  } else if (own > wanted) {
    item.crop_width = wanted / own;
  } else {
    item.crop_height = own / wanted;
  }
  item.crop_x = std::clamp(figure.focus_x - item.crop_width / 2, 0.0, 1 - item.crop_width);
  item.crop_y = std::clamp(figure.focus_y - item.crop_height / 2, 0.0, 1 - item.crop_height);
  return item;
}

double pixels_per_inch(const PictureItem& shown, const PictureInfo& picture) {
  if (picture.width < 1 || shown.box.width <= Length() || shown.box.height <= Length())
    return std::numeric_limits<double>::infinity();
  return 72 * std::min(picture.width * shown.crop_width / shown.box.width.pt(),
                       picture.height * shown.crop_height / shown.box.height.pt());
}

}  // namespace forme
