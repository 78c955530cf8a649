#pragma once

#include <algorithm>

#include "makeup/weights.h"

namespace forme {

// Free column rows that are not seen under so many rows of copy in so many legs.
inline double slack_tolerance(const Weights& weights, double copy, int legs) {
  return std::max({weights.slack_least, copy * weights.slack_tolerance, legs * weights.slack_leg});
}

// Of so many free column rows.
inline double slack_cost(const Weights& weights, double rows, double tolerance) {
  const double over = rows / tolerance, bend = weights.slack_bend;
  return over <= bend ? weights.slack * over * over
                      : weights.slack * bend * bend + weights.hole_row * (rows - bend * tolerance);
}

}  // namespace forme
