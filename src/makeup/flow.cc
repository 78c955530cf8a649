#include "makeup/flow.h"

#include <algorithm>
#include <memory>

#include "makeup/flow_part.h"
#include "makeup/leg_breaker.h"
#include "makeup/leg_faults.h"

namespace forme {
namespace {

constexpr int kFootRows = 4;      // rows of copy worth leaving for the turn, to level a foot
constexpr int kShortLegFeet = 3;  // feet that are not level, as bad as one leg that is too short
// Rows more or less than their share that feet are left free, to find them level.
constexpr int kShares[] = {0, 1, -1, 2, -2};
constexpr int kTakenUp = 2;        // rows of each leg that looser paragraphs may take up
constexpr int kBeyond = 3;         // rows that tighter variants may gain
constexpr std::size_t kCuts = 15;  // cuts weighed against each other
// What breaking into legs may cost, tried one after the other.
constexpr double kMost[] = {60, 240, 960, kNoWay};
constexpr double kRounding = 1e-6;

int amiss(const FlowResult& result, bool goes_on) {
  const LegFaults faults = leg_faults(result.legs, goes_on);
  return faults.uneven_feet + kShortLegFeet * faults.short_legs;
}

FlowResult flow_nothing(const std::vector<LegSpace>& legs) {
  FlowResult nothing;
  nothing.fits = true;
  nothing.reached = kGalleyEnd;
  for (const LegSpace& leg : legs) {
    nothing.free_rows += leg.rows;
    nothing.legs.push_back({leg, 0});
  }
  return nothing;
}

// The breaker whose cheapest way, as `cost_of` says it, is the cheapest of all. Most copy breaks at
// little cost, and a search of what costs little is short; a way that costs more than was searched
// for bounds the next search. None where there is no way.
template <typename CostOf>
std::unique_ptr<LegBreaker> break_cheaply(const std::vector<FlowPart>& parts,
                                          const std::vector<LegSpace>& legs, int free, bool goes_on,
                                          CostOf cost_of) {
  for (const double most : kMost) {
    auto breaker = std::make_unique<LegBreaker>(parts, legs, free, goes_on, most);
    const double cost = cost_of(*breaker);
    if (cost <= most && cost != kNoWay) return breaker;
    if (cost == kNoWay) continue;
    auto all = std::make_unique<LegBreaker>(parts, legs, free, goes_on, cost + kRounding);
    return cost_of(*all) <= cost ? std::move(all) : std::move(breaker);
  }
  return nullptr;
}

int share_of(int free, const std::vector<LegSpace>& legs) {
  return free / std::max(1, legs_that_share(legs));
}

}  // namespace

int FlowVariant::rows() const {
  int sum = 0;
  for (const FlowLine& line : lines) sum += line.rows;
  return sum;
}

const FlowVariant& BlockReset::at(LineWidths widths) const {
  // Lines of the whole measure at the end are as those after them.
  widths.first_left.resize(widths.first.size());
  while (!widths.first.empty() && widths.first.back() == widths.rest &&
         widths.first_left.back() == Length())
    widths.first.pop_back(), widths.first_left.pop_back();
  const auto [known, fresh] = known_->try_emplace({widths.rest, widths.first, widths.first_left});
  if (fresh) known->second = set_(widths);
  return known->second;
}

int natural_rows(const Galley& galley, GalleyPlace from, GalleyPlace to) {
  return natural_rows(parts_between(galley, from, to));
}

int least_rows(const FlowBlock& block) {
  int least = block.variants.front().rows();
  for (const FlowVariant& variant : block.variants) least = std::min(least, variant.rows());
  return least;
}

int least_rows(const Galley& galley) {
  int sum = 0;
  for (const FlowBlock& block : galley) sum += least_rows(block);
  return sum;
}

int rows_to_spare(const Galley& galley, GalleyPlace from) {
  int sum = 0;
  for (std::size_t b = from.line > 0 ? from.block + 1 : from.block; b < galley.size(); ++b)
    sum += galley[b].variants.front().rows() - least_rows(galley[b]);
  return sum;
}

int room_of(const std::vector<LegSpace>& legs) {
  int rows = 0;
  for (const LegSpace& leg : legs) rows += leg.rows;
  return rows;
}

namespace {

// What a reader sees of the rows that are left free, and what it cost to leave no more.
double cost_with_white(const FlowResult& flow) {
  return flow.cost + kLegWeights.free_row * flow.free_rows;
}

}  // namespace

// Each leg is left as many rows short of its foot as makes the feet level: the share of all the
// rows that are free comes first, then the shares about it. Looser paragraphs may then take up some
// of those rows.
FlowResult flow_into_legs(const Galley& galley, const std::vector<LegSpace>& legs,
                          GalleyPlace from) {
  const std::vector<FlowPart> parts = parts_between(galley, from, kGalleyEnd);
  if (parts.empty()) return flow_nothing(legs);
  const int share = share_of(std::max(0, room_of(legs) - natural_rows(parts)), legs);
  const auto broken_at = [&](int free) {
    const auto breaker = break_cheaply(
        parts, legs, free, false, [](LegBreaker& broken) { return broken.cost(broken.end()); });
    return breaker ? breaker->result(breaker->end()) : FlowResult{};
  };
  FlowResult best;
  int least = 0;
  for (const int more : kShares) {
    if (share + more < 0) continue;
    FlowResult result = broken_at(share + more);
    if (!result.fits) return best;
    const int found = amiss(result, false);
    if (!best.fits || found < least) best = std::move(result), least = found;
    if (least == 0) break;
  }
  for (int less = share - 1; least == 0 && less >= std::max(0, share - kTakenUp); --less) {
    FlowResult fuller = broken_at(less);
    if (fuller.fits && amiss(fuller, false) == 0 && cost_with_white(fuller) < cost_with_white(best))
      best = std::move(fuller);
  }
  best.reached = {galley.size(), 0};
  return best;
}

bool fits_legs(const Galley& galley, const std::vector<LegSpace>& legs, GalleyPlace from) {
  LegBreaker breaker(parts_between(galley, from, kGalleyEnd), legs, 0, false);
  return breaker.cost(breaker.end()) != kNoWay;
}

namespace {

// A table is cut between its rows only where the copy before it fills less than this part of the
// room: it is better read in one piece.
constexpr int kBeforeTable = 3;

struct CutPlace {
  GalleyPlace at;
  LegBreaker::End end;
};

// Where the copy may be cut, the last first, no further than a little beyond `room` rows. The parts
// are cut down to those that stand before.
std::vector<CutPlace> cut_places(const Galley& galley, std::vector<FlowPart>& parts, int room) {
  std::vector<CutPlace> cuts;
  int rows = 0;
  std::size_t i = 0;
  for (; i < parts.size() && rows <= room + kBeyond; ++i) {
    const FlowPart& part = parts[i];
    const std::span<const FlowLine> lines = part.lines(0);
    rows += part.space_before;
    const bool table = part.block->repeat_to > 0;
    const bool breaks = part.keep_first != kUnbreakable && (!table || rows * kBeforeTable < room);
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const auto after = static_cast<long>(lines.size() - l);
      if (breaks && l > 0 && static_cast<long>(l) >= part.keep_first &&
          after >= part.block->keep_last && !lines[l - 1].hyphen_end && !lines[l - 1].keeps_next) {
        const std::size_t stop = part.first + l;
        cuts.push_back({{part.index, static_cast<int>(stop)},
                        {i, part_of(galley, part.index, part.first, stop)}});
      }
      rows += lines[l].rows;
    }
  }
  parts.resize(i);
  std::reverse(cuts.begin(), cuts.end());
  return cuts;
}

// The cheapest of the last cuts; of those before where none of them fits. None when none does.
const CutPlace* cheapest_cut(LegBreaker& breaker, const std::vector<CutPlace>& cuts) {
  const CutPlace* best = nullptr;
  double least = kNoWay;
  for (std::size_t i = 0; i < cuts.size() && (!best || i % kCuts > 0); ++i) {
    const double cost = breaker.cost(cuts[i].end);
    if (cost < least) least = cost, best = &cuts[i];
  }
  return best;
}

}  // namespace

FlowResult flow_prefix(const Galley& galley, const std::vector<LegSpace>& legs, GalleyPlace from) {
  std::vector<FlowPart> parts = parts_between(galley, from, kGalleyEnd);
  const std::vector<CutPlace> cuts = cut_places(galley, parts, room_of(legs));
  FlowResult best;
  best.reached = from;
  int least = 0;
  for (const int free : {0, 1, 2}) {
    const auto breaker = break_cheaply(parts, legs, free, true, [&](LegBreaker& broken) {
      const CutPlace* cut = cheapest_cut(broken, cuts);
      return cut ? broken.cost(cut->end) : kNoWay;
    });
    if (!breaker) break;
    const CutPlace* cut = cheapest_cut(*breaker, cuts);
    FlowResult result = breaker->result(cut->end);
    result.reached = cut->at;
    const int faults = amiss(result, true), found = kFootRows * faults + result.free_rows;
    if (!best.fits || found < least) best = std::move(result), least = found;
    if (faults == 0) break;
  }
  return best;
}

}  // namespace forme
