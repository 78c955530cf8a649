#pragma once

#include <algorithm>

#include "makeup/context.h"

namespace forme {

// Part of a picture that is not to be cut that may be, to come to whole rows.
inline constexpr double kLeastCrop = 0.02;
// The largest part of either dimension that may be cut away.
inline double allowed_crop(const Figure& figure) {
  return std::max(figure.crop, kLeastCrop);
}

inline constexpr int kLeastPicture = 4;  // rows

// Depths worth trying for a figure at some width, in rows of the grid: from what its crop leaves of
// it when it loses head and foot, to what it leaves when it loses its sides.
struct PictureDepths {
  int ideal = 0;  // with nothing cut away
  int least = 0, most = 0;
};
PictureDepths picture_depths(const StoryContext& context, const Figure& figure, int columns);

// What a figure of such depths costs `rows` deep over `columns`, in the units of Weights: for what
// is cut away, where it has fewer pixels than the press asks for, and where its letters are too
// small to read.
double picture_cost(const StoryContext& context, const Figure& figure, const PictureDepths& depths,
                    int columns, int rows);

}  // namespace forme
