#include "makeup/leg_faults.h"

#include <algorithm>
#include <iterator>

namespace forme {

LegFaults leg_faults(const std::vector<FilledLeg>& legs, bool goes_on) {
  std::vector<FilledLeg> filled;
  std::copy_if(legs.begin(), legs.end(), std::back_inserter(filled),
               [](const FilledLeg& leg) { return leg.used > 0; });
  LegFaults faults;
  faults.legs = static_cast<int>(filled.size());
  for (std::size_t i = 0; i < filled.size(); ++i) {
    const auto& [space, used] = filled[i];
    const bool may_stop = i + 1 == filled.size() && !goes_on;
    if (filled.size() > 1 && used < kLeastLegRows) ++faults.short_legs;
    if (may_stop || used >= space.rows) continue;
    ++faults.uneven_feet;
    faults.short_rows += space.rows - used;
  }
  return faults;
}

}  // namespace forme
