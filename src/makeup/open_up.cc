#include "makeup/open_up.h"

#include <algorithm>

namespace forme {
namespace {

constexpr int kMostRows = 2;  // that a place is opened by: a third would be a hole

// Strips of one leg, downwards.
using Leg = std::vector<PlacedStrip*>;

int rows_of(const Galley& galley, const PlacedStrip& strip) {
  return galley[strip.block].variants[strip.variant].lines[strip.line].rows;
}

Leg strips_in(const LegSpace& leg, std::vector<PlacedStrip>& strips) {
  Leg inside;
  for (PlacedStrip& strip : strips) {
    const int row = strip.row - leg.row;
    if (strip.column == leg.column && row >= 0 && row < leg.rows) inside.push_back(&strip);
  }
  std::stable_sort(inside.begin(), inside.end(),
                   [](const PlacedStrip* a, const PlacedStrip* b) { return a->row < b->row; });
  return inside;
}

// Whether white may stand between the two: they are of different blocks, and one of them is no
// running copy.
bool may_open(const Galley& galley, const PlacedStrip& above, const PlacedStrip& below) {
  if (above.block == below.block || below.line != 0) return false;
  return galley[below.block].space_before > 0 || galley[above.block].floats;
}

void open_leg(const Galley& galley, const LegSpace& space, Leg& leg) {
  const int missing = space.row + space.rows - leg.back()->row - rows_of(galley, *leg.back());
  std::vector<std::size_t> places;  // strips that white may stand above
  for (std::size_t i = 1; i < leg.size(); ++i) {
    if (may_open(galley, *leg[i - 1], *leg[i])) places.push_back(i);
  }
  if (missing <= 0 || missing > kMostRows * static_cast<int>(places.size())) return;
  // A row each, the lowest first, where the leg is seen to be short; then a second.
  std::size_t place = places.size();
  for (int given = 0; given < missing; ++given) {
    if (place == 0) place = places.size();
    --place;
    for (std::size_t i = places[place]; i < leg.size(); ++i) leg[i]->row += 1;
  }
}

}  // namespace

void open_up(const Galley& galley, const std::vector<LegSpace>& legs, bool goes_on,
             FlowResult& flow) {
  std::vector<Leg> filled;
  std::vector<const LegSpace*> spaces;
  for (const LegSpace& space : legs) {
    Leg leg = strips_in(space, flow.strips);
    if (leg.empty()) continue;
    filled.push_back(std::move(leg));
    spaces.push_back(&space);
  }
  for (std::size_t i = 0; i < filled.size(); ++i) {
    if (i + 1 < filled.size() || goes_on) open_leg(galley, *spaces[i], filled[i]);
  }
}

}  // namespace forme
