#include "makeup/picture_cost.h"

#include <algorithm>
#include <cmath>

#include "makeup/set_figure.h"

namespace forme {
namespace {

double crop_cost(const Weights& weights, int rows, int ideal, double allowed) {
  const double part = static_cast<double>(rows) / ideal;
  const double loss = rows < ideal ? 1 - part : 1 - 1 / part;
  return weights.crop * (loss / allowed) * (loss / allowed);
}

double coarseness_cost(const Weights& weights, const PictureNeeds& press, double ppi) {
  if (ppi >= press.asked) return 0;
  if (ppi >= press.least)
    return weights.coarse_picture * (press.asked - ppi) / (press.asked - press.least);
  return weights.coarse_picture + weights.refused_picture +
         weights.refused_lack * (1 - ppi / press.least);
}

}  // namespace

PictureDepths picture_depths(const StoryContext& context, const Figure& figure, int columns) {
  PictureDepths depths;
  depths.ideal = ideal_picture_rows(context, figure, context.grid().width(columns));
  const double kept = context.all.knobs.picture_crops ? 1 - allowed_crop(figure) : 1;
  depths.least = std::max(kLeastPicture, static_cast<int>(std::ceil(depths.ideal * kept)));
  depths.most = std::max(depths.least, static_cast<int>(std::floor(depths.ideal / kept)));
  return depths;
}

double picture_cost(const StoryContext& context, const Figure& figure, const PictureDepths& depths,
                    int columns, int rows) {
  const Weights& weights = context.all.weights;
  const Length width = context.grid().width(columns);
  const double ppi = pixels_per_inch(context, figure, width, rows);
  return crop_cost(weights, rows, depths.ideal, allowed_crop(figure)) +
         coarseness_cost(weights, context.all.press, ppi) +
         (is_legible(context, figure, width, rows) ? 0 : weights.illegible_drawing);
}

}  // namespace forme
