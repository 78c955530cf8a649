#include "paragraph/justification.h"

#include <algorithm>
#include <cmath>

namespace forme {
namespace {

// Letters keep still while the spaces alone can do it unseen: a space 3 % wider, a line 1 %
// tighter.
constexpr double kTrackingFrom = 0.05;
constexpr double kScaleFrom = 0.1;
// A line without a word space has to be measured by something beyond its letters' limits.
constexpr double kNoSpaceFraction = 0.01;  // of its advance

double part_of(double ratio, double from) {
  return std::clamp((ratio - from) / (1 - from), 0.0, 1.0);
}

}  // namespace

double stretch_ratio(const Pen& line, Length width, const JustifyLimits& limits) {
  const double delta = static_cast<double>((width - line.advance).units());
  if (delta == 0) return 0;
  const bool grows = delta > 0;
  const double need = std::fabs(delta);
  const double per_unit = grows ? limits.space_max - 1 : 1 - limits.space_min;
  double spaces = static_cast<double>(line.spaces.units()) * per_unit;
  const double tracking = static_cast<double>(line.per_mille.units()) * limits.tracking;
  const double scale =
      static_cast<double>((line.advance - line.spaces).units()) * limits.scale / 1000.0;
  if (spaces <= 0) spaces = static_cast<double>(line.advance.units()) * kNoSpaceFraction + 1;

  // The sum of the three is linear between the points where the next one joins.
  const double at_tracking = spaces * kTrackingFrom;
  const double slope_tracking = spaces + tracking / (1 - kTrackingFrom);
  const double at_scale = at_tracking + slope_tracking * (kScaleFrom - kTrackingFrom);
  const double slope_scale = slope_tracking + scale / (1 - kScaleFrom);
  const double at_limit = spaces + tracking + scale;
  double ratio = 0;
  if (need <= at_tracking)
    ratio = need / spaces;
  else if (need <= at_scale)
    ratio = kTrackingFrom + (need - at_tracking) / slope_tracking;
  else if (need <= at_limit)
    ratio = kScaleFrom + (need - at_scale) / slope_scale;
  else
    ratio = 1 + (need - at_limit) / spaces;
  return grows ? ratio : -ratio;
}

Justification justification_at(double ratio, const JustifyLimits& limits) {
  const double size = std::fabs(ratio);
  const int sign = ratio < 0 ? -1 : 1;
  return {sign * static_cast<int>(std::lround(limits.tracking * part_of(size, kTrackingFrom))),
          sign * static_cast<int>(std::lround(limits.scale * part_of(size, kScaleFrom)))};
}

}  // namespace forme
