#include "makeup/flow.h"

#include <algorithm>
#include <limits>

#include "makeup/leg_faults.h"
#include "makeup/placer.h"

namespace forme {
namespace {

// Costs of leg breaking, in the units of the make-up weights.
constexpr double kFloatSlip = 1.5;  // a block that a float slips behind
// States of the search that go on from a block; a page's story has fewer.
constexpr std::size_t kCheapest = 96, kEarliest = 32;
constexpr int kFootRows = 4;      // rows of copy worth leaving for the turn, to level a foot
constexpr int kShortLegFeet = 3;  // feet that are not level, as bad as one leg that is too short

// The dynamic programme's table: a state is how many text blocks and how many floats are set, and
// where.
class LegBreaker {
 public:
  LegBreaker(const Galley& galley, const std::vector<LegSpace>& spaces, int free)
      : galley_(galley), spaces_(spaces), feet_(galley, spaces, free), placer_(spaces, feet_) {
    for (std::size_t i = 0; i < galley.size(); ++i)
      (galley[i].floats ? floats_ : texts_).push_back(i);
    starts_.reserve(spaces.size() + 1);
    starts_.push_back(0);
    for (const LegSpace& s : spaces) starts_.push_back(starts_.back() + s.rows + 1);
  }

  FlowResult run() {
    const std::size_t columns = floats_.size() + 1;
    table_.assign((texts_.size() + 1) * columns, {});
    layer(0, 0).states.push_back({{0, 0}, 0, kNone, 0, false});
    for (std::size_t t = 0; t <= texts_.size(); ++t) {
      for (std::size_t f = 0; f < columns; ++f) expand(t, f);
    }
    return best();
  }

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  struct State {
    LegPlace at;
    double cost;
    std::size_t from;  // index in the layer it came from
    std::size_t variant;
    bool by_float;
  };
  // States of as many blocks; of each place the cheapest.
  struct Layer {
    std::vector<State> states;
    std::vector<int> by_place;  // index of `states`, -1: none
  };
  Layer& layer(std::size_t texts, std::size_t floats) {
    return table_[texts * (floats_.size() + 1) + floats];
  }

  // Of a long story's many places the cheapest go on, and the earliest, which leave most room.
  void prune(std::vector<State>& states) const {
    if (states.size() <= kCheapest + kEarliest) return;
    const auto rest = states.begin() + static_cast<std::ptrdiff_t>(kCheapest);
    std::stable_sort(states.begin(), states.end(),
                     [](const State& a, const State& b) { return a.cost < b.cost; });
    std::stable_sort(rest, states.end(), [&](const State& a, const State& b) {
      return starts_[a.at.space] + a.at.row < starts_[b.at.space] + b.at.row;
    });
    states.resize(kCheapest + kEarliest);
  }

  void expand(std::size_t t, std::size_t f) {
    prune(layer(t, f).states);
    const std::vector<State>& states = layer(t, f).states;
    for (std::size_t s = 0; s < states.size(); ++s) {
      if (t < texts_.size()) {
        // Text goes on only while no float has fallen more than a few blocks behind.
        for (std::size_t v = 0; v < galley_[texts_[t]].variants.size(); ++v) {
          add(layer(t + 1, f), states[s], s, texts_[t], v, false, slip_cost(t, f));
        }
      }
      if (f < floats_.size() && due(t, f))
        add(layer(t, f + 1), states[s], s, floats_[f], 0, true, 0);
    }
  }
  // A float may be set once the text before it is.
  bool due(std::size_t t, std::size_t f) const {
    return t == texts_.size() || texts_[t] > floats_[f];
  }
  double slip_cost(std::size_t t, std::size_t f) const {
    return f < floats_.size() && texts_[t] > floats_[f] ? kFloatSlip : 0;
  }

  void add(Layer& to, const State& from, std::size_t index, std::size_t block, std::size_t variant,
           bool by_float, double extra) {
    placer_.put(galley_[block], variant, from.at, false, steps_);
    for (const Step& step : steps_) {
      const double cost = from.cost + step.cost + extra + galley_[block].variants[variant].cost;
      keep_cheapest(to, {step.end, cost, index, variant, by_float});
    }
  }
  void keep_cheapest(Layer& to, const State& state) const {
    if (to.by_place.empty()) to.by_place.assign(static_cast<std::size_t>(starts_.back()) + 1, -1);
    const int place = starts_[state.at.space] + state.at.row;
    int& known = to.by_place[static_cast<std::size_t>(place)];
    if (known < 0) {
      known = static_cast<int>(to.states.size());
      to.states.push_back(state);
    } else if (state.cost < to.states[static_cast<std::size_t>(known)].cost) {
      to.states[static_cast<std::size_t>(known)] = state;
    }
  }

  FlowResult best() {
    FlowResult result;
    const std::vector<State>& last = layer(texts_.size(), floats_.size()).states;
    double least = std::numeric_limits<double>::infinity();
    std::size_t chosen = kNone;
    for (std::size_t i = 0; i < last.size(); ++i) {
      const double cost = last[i].cost + feet_.cost_behind(last[i].at);
      if (cost < least) least = cost, chosen = i;
    }
    if (chosen == kNone) return result;
    result.fits = true;
    result.cost = least;
    trace(chosen, result);
    count_rows(result);
    result.reached = {galley_.size(), 0};
    return result;
  }

  void trace(std::size_t chosen, FlowResult& result) {
    std::size_t t = texts_.size(), f = floats_.size(), index = chosen;
    while (t > 0 || f > 0) {
      const State state = layer(t, f).states[index];
      const std::size_t block = state.by_float ? floats_[--f] : texts_[--t];
      const LegPlace from = layer(t, f).states[state.from].at;
      placer_.put(galley_[block], state.variant, from, true, steps_);
      const auto step = std::find_if(steps_.begin(), steps_.end(),
                                     [&](const Step& s) { return s.end == state.at; });
      placer_.record(galley_, block, state.variant, from, *step, result);
      index = state.from;
    }
    std::stable_sort(result.strips.begin(), result.strips.end(),
                     [](const PlacedStrip& a, const PlacedStrip& b) {
                       return a.block != b.block ? a.block < b.block : a.line < b.line;
                     });
  }

  void count_rows(FlowResult& result) const {
    const bool may_be_short = natural_rows(galley_) < kLeastLeg;
    for (const LegSpace& space : spaces_) {
      int used = 0;
      for (const PlacedStrip& strip : result.strips) {
        if (strip.column != space.column || strip.row < space.row ||
            strip.row >= space.row + space.rows)
          continue;
        const FlowLine& line = result.line(galley_, strip);
        used = std::max(used, strip.row + line.rows - space.row);
      }
      result.legs.push_back({space, used});
      result.free_rows += space.rows - used;
      if (used > 0 && used < kLeastLeg && !may_be_short) ++result.short_legs;
    }
  }

  const Galley& galley_;
  const std::vector<LegSpace>& spaces_;
  Feet feet_;
  Placer placer_;
  std::vector<Step> steps_;  // of the block in hand
  std::vector<std::size_t> texts_, floats_;
  std::vector<int> starts_;
  std::vector<Layer> table_;
};

}  // namespace

int FlowVariant::rows() const {
  int sum = 0;
  for (const FlowLine& line : lines) sum += line.rows;
  return sum;
}

int natural_rows(const Galley& galley) {
  int sum = 0;
  for (std::size_t i = 0; i < galley.size(); ++i) {
    sum += galley[i].variants.front().rows() + (i > 0 ? galley[i].space_before : 0);
  }
  return sum;
}

int least_rows(const Galley& galley) {
  int sum = 0;
  for (const FlowBlock& block : galley) {
    int least = block.variants.front().rows();
    for (const FlowVariant& variant : block.variants) least = std::min(least, variant.rows());
    sum += least;
  }
  return sum;
}

int room_of(const std::vector<LegSpace>& legs) {
  int rows = 0;
  for (const LegSpace& leg : legs) rows += leg.rows;
  return rows;
}

Galley slice(const Galley& galley, GalleyPlace from, GalleyPlace to) {
  Galley out;
  for (std::size_t b = from.block; b < galley.size(); ++b) {
    if (b > to.block || (b == to.block && to.line == 0)) break;
    const auto all = static_cast<int>(galley[b].variants.front().lines.size());
    const int last = b == to.block ? std::clamp(to.line, 0, all) : all;
    const int first = b == from.block ? std::clamp(from.line, 0, last) : 0;
    if (first == 0 && last == all) {
      out.push_back(galley[b]);
      continue;
    }
    FlowBlock part = galley[b];
    part.variants.resize(1);
    part.reset = nullptr;
    part.repeat_from = part.repeat_to = 0;
    auto& lines = part.variants.front().lines;
    lines = std::vector<FlowLine>(lines.begin() + first, lines.begin() + last);
    if (first > 0) part.space_before = 0, part.keep_first = 2;
    if (!lines.empty()) out.push_back(std::move(part));
  }
  return out;
}

namespace {

FlowResult flow_nothing(const std::vector<LegSpace>& legs) {
  FlowResult nothing;
  nothing.fits = true;
  for (const LegSpace& leg : legs) {
    nothing.free_rows += leg.rows;
    nothing.legs.push_back({leg, 0});
  }
  return nothing;
}

int amiss(const FlowResult& result) {
  const LegFaults faults = leg_faults(result.legs, false);
  return faults.uneven_feet + kShortLegFeet * faults.short_legs;
}

// With each leg but the last left as many rows short of its foot as makes the feet level: the share
// of all the rows that are free comes first, then the shares about it.
FlowResult level_flow(const Galley& galley, const std::vector<LegSpace>& legs) {
  const int free = std::max(0, room_of(legs) - natural_rows(galley));
  const int share = free / std::max(1, static_cast<int>(legs.size()));
  FlowResult best;
  int least = 0;
  for (const int rows : {share, share + 1, share - 1}) {
    if (rows < 0) continue;
    FlowResult result = LegBreaker(galley, legs, rows).run();
    if (!result.fits) return result;
    const int found = amiss(result);
    if (!best.fits || found < least) best = std::move(result), least = found;
    if (least == 0) break;
  }
  return best;
}

}  // namespace

FlowResult flow_into_legs(const Galley& galley, const std::vector<LegSpace>& legs) {
  return galley.empty() ? flow_nothing(legs) : level_flow(galley, legs);
}

namespace {

// Where the copy may be cut for a jump, the last first; no further than a little beyond `room`
// rows.
std::vector<GalleyPlace> jump_places(const Galley& galley, int room) {
  constexpr int kBeyond = 3;  // rows that tighter variants may gain
  std::vector<GalleyPlace> cuts;
  int rows = 0;
  for (std::size_t b = 0; b < galley.size() && rows <= room + kBeyond; ++b) {
    rows += galley[b].space_before;
    const auto& lines = galley[b].variants.front().lines;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const auto after = static_cast<long>(lines.size() - l);
      if (l > 0 && static_cast<long>(l) >= galley[b].keep_first && after >= galley[b].keep_last &&
          !lines[l - 1].hyphen_end && !lines[l - 1].keeps_next &&
          galley[b].keep_first != kUnbreakable && galley[b].repeat_to == 0)
        cuts.push_back({b, static_cast<int>(l)});
      rows += lines[l].rows;
    }
  }
  std::reverse(cuts.begin(), cuts.end());
  return cuts;
}

}  // namespace

FlowResult flow_prefix(const Galley& galley, const std::vector<LegSpace>& legs) {
  constexpr int kMoreTries = 8;  // cuts tried for level feet and no short leg, once one fits
  int tries = 0, least = 0;
  FlowResult best;
  for (const GalleyPlace& cut : jump_places(galley, room_of(legs))) {
    const Galley part = slice(galley, {}, cut);
    FlowResult result = LegBreaker(part, legs, 0).run();
    if (!result.fits) continue;
    result.reached = cut;
    const int found = kFootRows * amiss(result) + result.free_rows;
    if (!best.fits || found < least) best = std::move(result), least = found;
    if (least == 0 || ++tries == kMoreTries) break;
  }
  return best;
}

}  // namespace forme
