#include "makeup/fill_legs.h"

#include <algorithm>

#include "makeup/leg_faults.h"
#include "makeup/open_up.h"

namespace forme {
namespace {

// Rows that the feet of a story may stand higher than its place: more is a hole.
constexpr int kMostHigher = 3;

// The leg that the strip stands in reaches at least down to its foot.
void fill(std::vector<FilledLeg>& legs, const PlacedStrip& strip, int rows) {
  for (auto& [space, used] : legs) {
    const int from = strip.row - space.row;
    if (space.column == strip.column && from >= 0 && from < space.rows)
      used = std::max(used, from + rows);
  }
}

FilledLegs filled(const Galley& galley, const std::vector<LegSpace>& legs, bool goes_on,
                  FlowResult flow) {
  open_up(galley, legs, goes_on, flow);
  FilledLegs result{std::move(flow), {}};
  for (const LegSpace& leg : legs) result.legs.push_back({leg, 0});
  for (const PlacedStrip& strip : result.flow.strips)
    fill(result.legs, strip, galley[strip.block].variants[strip.variant].lines[strip.line].rows);
  return result;
}

// The legs that reach the foot of the leaf, `rows` shorter.
std::vector<LegSpace> with_higher_feet(std::vector<LegSpace> legs, int rows) {
  int foot = 0;
  for (const LegSpace& leg : legs) foot = std::max(foot, leg.row + leg.rows);
  for (LegSpace& leg : legs) {
    if (leg.row + leg.rows == foot) leg.rows -= rows;
  }
  std::erase_if(legs, [](const LegSpace& leg) { return leg.rows < 1; });
  return legs;
}

int faults_of(const FilledLegs& legs) {
  const LegFaults faults = leg_faults(legs.legs, false);
  return faults.short_legs + faults.uneven_feet;
}

}  // namespace

FilledLegs fill_legs(const Galley& galley, const std::vector<LegSpace>& legs) {
  FilledLegs best = filled(galley, legs, false, flow_into_legs(galley, legs));
  if (!best.flow.fits) return best;
  int fewest = faults_of(best);
  const int all_free = best.flow.free_rows;
  for (int rows = 1; rows <= kMostHigher && fewest > 0; ++rows) {
    const std::vector<LegSpace> shorter = with_higher_feet(legs, rows);
    FlowResult flow = flow_into_legs(galley, shorter);
    if (!flow.fits) break;
    FilledLegs tried = filled(galley, shorter, false, std::move(flow));
    const int faults = faults_of(tried);
    if (faults >= fewest) continue;
    fewest = faults;
    best = std::move(tried);
    best.flow.free_rows = all_free;
  }
  return best;
}

FilledLegs fill_prefix(const Galley& galley, const std::vector<LegSpace>& legs) {
  return filled(galley, legs, true, flow_prefix(galley, legs));
}

}  // namespace forme
