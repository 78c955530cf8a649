#include "makeup/leg_faults.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace forme {
namespace {

// What the feet of legs over one row are held to: the foot of the deepest, or, for a leg alone, the
// foot of its space.
class Level {
 public:
  explicit Level(const std::vector<FilledLeg>& legs) {
    for (const FilledLeg& leg : legs) {
      Group& group = groups_[leg.space.row + leg.space.rows];
      ++group.legs;
      group.deepest = std::max(group.deepest, leg.space.row + leg.used);
    }
  }
  int rows_short(const FilledLeg& leg) const {
    const int foot = leg.space.row + leg.space.rows;
    const Group& group = groups_.at(foot);
    return (group.legs > 1 ? group.deepest : foot) - leg.space.row - leg.used;
  }

 private:
  struct Group {
    int legs = 0, deepest = 0;
  };
  std::map<int, Group> groups_;  // by the row of the foot
};

}  // namespace

LegFaults leg_faults(const std::vector<FilledLeg>& legs, bool goes_on) {
  std::vector<FilledLeg> filled;
  std::copy_if(legs.begin(), legs.end(), std::back_inserter(filled),
               [](const FilledLeg& leg) { return leg.used > 0; });
  // The jump line stands under the last leg and on the foot of the others.
  if (goes_on && !filled.empty()) ++filled.back().space.rows, ++filled.back().used;
  const Level level(filled);
  LegFaults faults;
  faults.legs = static_cast<int>(filled.size());
  for (std::size_t i = 0; i < filled.size(); ++i) {
    const bool may_stop = i + 1 == filled.size() && !goes_on;
    if (filled.size() > 1 && filled[i].used < least_rows_of_leg(filled[i].space))
      ++faults.short_legs;
    const int rows = may_stop ? 0 : level.rows_short(filled[i]);
    if (rows == 0) continue;
    ++faults.uneven_feet;
    faults.short_rows += rows;
  }
  return faults;
}

}  // namespace forme
