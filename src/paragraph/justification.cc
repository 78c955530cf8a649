#include "paragraph/justification.h"

#include <algorithm>
#include <cmath>

namespace forme {
namespace {

// The ratios from which tracking and then scaling join the spaces, and where both are spent.
// Letters keep still while the spaces alone can do it unseen (a space 2.5 % wider, a line 0.5 %
// longer). Spent at a half, they keep a line of six words from ever showing it between two good
// ones: a word space a quarter wider is seen sooner than a letter 3 % wider.
constexpr double kTrackingFrom = 0.05;
constexpr double kScaleFrom = 0.25;
constexpr double kLettersSpent = 0.5;

double part_of(double ratio, double from, double to) {
  return std::clamp((ratio - from) / (to - from), 0.0, 1.0);
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

  // The sum of the three is linear between the ratios where one joins or is spent.
  const double at_tracking = spaces * kTrackingFrom;
  const double at_scale = spaces * kScaleFrom + tracking;
  const double at_spent = spaces * kLettersSpent + tracking + scale;
  double ratio = 0;
  if (need > at_spent)
    ratio = kLettersSpent + (need - at_spent) / spaces;
  else if (need > at_scale)
    ratio = kScaleFrom + (kLettersSpent - kScaleFrom) * (need - at_scale) / (at_spent - at_scale);
  else if (need > at_tracking)
    ratio = kTrackingFrom +
            (kScaleFrom - kTrackingFrom) * (need - at_tracking) / (at_scale - at_tracking);
  else
    ratio = need / spaces;
  return grows ? ratio : -ratio;
}

Justification justification_at(double ratio, const JustifyLimits& limits) {
  const double size = std::fabs(ratio);
  const int sign = ratio < 0 ? -1 : 1;
  const double tracking = limits.tracking * part_of(size, kTrackingFrom, kScaleFrom);
  const double scale = limits.scale * part_of(size, kScaleFrom, kLettersSpent);
  return {sign * static_cast<int>(std::lround(tracking)),
          sign * static_cast<int>(std::lround(scale))};
}

}  // namespace forme
