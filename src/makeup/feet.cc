#include "makeup/feet.h"

#include <algorithm>

namespace forme {
namespace {

bool alone(const std::vector<LegSpace>& spaces, const LegSpace& space) {
  return std::none_of(spaces.begin(), spaces.end(), [&](const LegSpace& other) {
    return &other != &space && other.row + other.rows == space.row + space.rows;
  });
}

}  // namespace

int legs_that_share(const std::vector<LegSpace>& spaces) {
  int legs = 0;
  for (const LegSpace& space : spaces) legs += &space == &spaces.back() || !alone(spaces, space);
  return legs;
}

Feet::Feet(const std::vector<LegSpace>& spaces, int natural, int free, bool goes_on)
    : spaces_(spaces),
      may_be_short_(!spaces.empty() && natural < least_rows_of_leg(spaces[0])),
      goes_on_(goes_on) {
  free_.reserve(spaces.size());
  for (const LegSpace& space : spaces) {
    const bool last = &space == &spaces.back() && !goes_on;
    free_.push_back(last || !alone(spaces, space) ? free : 0);
  }
}

double Feet::cost_behind(const LegPlace& end) const {
  double sum = 0;
  for (std::size_t i = end.space; i < spaces_.size(); ++i) {
    const int used = i == end.space ? end.row : 0;
    if (goes_on_) {
      sum += cost(i, used);
      continue;
    }
    const double off = spaces_[i].rows - used - free_[i];
    sum += kLegWeights.last_row * off * off + (off < 0 ? kLegWeights.uneven_foot : 0) +
           (is_short(i, used) ? kLegWeights.short_leg : 0);
  }
  return sum;
}

}  // namespace forme
