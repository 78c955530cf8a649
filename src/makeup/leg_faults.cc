#include "makeup/leg_faults.h"

#include <algorithm>

namespace forme {
namespace {

// What the feet of legs over one row are held to: the foot of the deepest, or, for a leg alone, the
// foot of its space. The jump line, of `jump_rows`, stands under the last leg and on the foot of
// the others.
class Level {
 public:
  Level(const std::vector<FilledLeg>& legs, std::size_t last, int jump_rows)
      : legs_(legs), last_(last), jump_rows_(jump_rows) {}

  int foot_of(std::size_t n) const { return legs_[n].space.row + legs_[n].space.rows + jump(n); }
  int end_of(std::size_t n) const { return legs_[n].space.row + legs_[n].used + jump(n); }

  int rows_short(std::size_t n) const {
    const int foot = foot_of(n);
    int legs = 0, deepest = 0;
    for (std::size_t i = 0; i < legs_.size(); ++i) {
      if (legs_[i].used == 0 || foot_of(i) != foot) continue;
      ++legs;
      deepest = std::max(deepest, end_of(i));
    }
    return (legs > 1 ? deepest : foot) - end_of(n);
  }

 private:
  int jump(std::size_t n) const { return n == last_ ? jump_rows_ : 0; }

  const std::vector<FilledLeg>& legs_;
  std::size_t last_;
  int jump_rows_;
};

}  // namespace

LegFaults leg_faults(const std::vector<FilledLeg>& legs, bool goes_on) {
  LegFaults faults;
  std::size_t last = legs.size();  // that holds copy
  for (std::size_t i = 0; i < legs.size(); ++i) {
    if (legs[i].used > 0) last = i, ++faults.legs;
  }
  const Level level(legs, last, goes_on ? 1 : 0);
  for (std::size_t i = 0; i < legs.size(); ++i) {
    if (legs[i].used == 0) {
      faults.short_legs += goes_on;  // there is more copy
      continue;
    }
    if (faults.legs > 1 && legs[i].used < least_rows_of_leg(legs[i].space)) ++faults.short_legs;
    const bool may_stop = i == last && !goes_on;
    const int rows = may_stop ? 0 : level.rows_short(i);
    if (rows == 0) continue;
    ++faults.uneven_feet;
    faults.short_rows += rows;
  }
  return faults;
}

}  // namespace forme
