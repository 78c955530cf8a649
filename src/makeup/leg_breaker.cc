#include "makeup/leg_breaker.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace forme {
namespace {

// States of the search that go on from a block; a page's story has fewer.
constexpr std::size_t kCheapest = 96, kEarliest = 32;

// Of the parts from each one on, with no rows before them. What is set again may be shorter by a
// line.
std::vector<int> least_rows_from(const std::vector<FlowPart>& parts,
                                 const std::vector<std::size_t>& indices, bool narrowed) {
  std::vector<int> rows(indices.size() + 1, 0);
  for (std::size_t i = indices.size(); i-- > 0;) {
    const FlowPart& part = parts[indices[i]];
    int least = std::numeric_limits<int>::max();
    for (std::size_t v = 0; v < part.variants(); ++v) {
      int sum = 0;
      for (const FlowLine& line : part.lines(v)) sum += line.rows;
      least = std::min(least, sum);
    }
    rows[i] = rows[i + 1] + std::max(0, least - (narrowed && part.resets() ? 1 : 0));
  }
  return rows;
}

}  // namespace

LegBreaker::LegBreaker(std::vector<FlowPart> parts, const std::vector<LegSpace>& spaces, int free,
                       bool goes_on, double most)
    : parts_(std::move(parts)),
      spaces_(spaces),
      most_(most),
      natural_(natural_rows(parts_)),
      feet_(spaces, natural_, free, goes_on),
      placer_(spaces, feet_) {
  for (std::size_t i = 0; i < parts_.size(); ++i)
    (parts_[i].block->floats ? floats_ : texts_).push_back(i);
  columns_ = floats_.size() + 1;
  starts_.reserve(spaces.size() + 1);
  starts_.push_back(0);
  for (const LegSpace& s : spaces) starts_.push_back(starts_.back() + s.rows + 1);
  // What goes on elsewhere need not fit.
  const bool narrowed = std::any_of(spaces.begin(), spaces.end(),
                                    [](const LegSpace& space) { return !space.room.empty(); });
  if (!goes_on) {
    rest_of_texts_ = least_rows_from(parts_, texts_, narrowed);
    rest_of_floats_ = least_rows_from(parts_, floats_, narrowed);
    room_from_.assign(spaces.size() + 1, 0);
    for (std::size_t i = spaces.size(); i-- > 0;)
      room_from_[i] = room_from_[i + 1] + spaces[i].rows;
  }
  run();
}

void LegBreaker::run() {
  table_.assign((texts_.size() + 1) * columns_, {});
  if (spaces_.empty() || !rest_fits(0, 0, {0, 0})) return;
  known_.assign(2 * columns_, std::vector<Known>(static_cast<std::size_t>(starts_.back())));
  table_[0].push_back({{0, 0}, 0, 0, 0, false, false});
  if (spaces_[0].may_open)
    table_[0].push_back({{0, 1}, kLegWeights.opened_space, 0, 0, false, false});
  for (std::size_t t = 0; t <= texts_.size(); ++t)
    for (std::size_t f = 0; f < columns_; ++f) expand(t, f);
}

// Of a long story's many places the cheapest go on, and the earliest, which leave most room.
void LegBreaker::prune(Layer& states) const {
  if (states.size() <= kCheapest + kEarliest) return;
  const auto rest = states.begin() + static_cast<std::ptrdiff_t>(kCheapest);
  std::nth_element(states.begin(), rest, states.end(), [this](const State& a, const State& b) {
    return a.cost != b.cost ? a.cost < b.cost : place(a.at) < place(b.at);
  });
  std::nth_element(rest, rest + kEarliest, states.end(),
                   [this](const State& a, const State& b) { return place(a.at) < place(b.at); });
  states.resize(kCheapest + kEarliest);
}

// Whether the room behind a place may hold what is not set yet.
bool LegBreaker::rest_fits(std::size_t t, std::size_t f, const LegPlace& at) const {
  return room_from_.empty() ||
         rest_of_texts_[t] + rest_of_floats_[f] <= room_from_[at.space] - at.row;
}

void LegBreaker::expand(std::size_t t, std::size_t f) {
  prune(table_[index_of(t, f)]);
  const std::size_t variants = t < texts_.size() ? parts_[texts_[t]].variants() : 0;
  const bool floats = f < floats_.size() && due(t, f);
  for (std::size_t s = 0; s < table_[index_of(t, f)].size(); ++s) {
    for (std::size_t v = 0; v < variants; ++v) add(t, f, s, {true, false, v});
    if (floats) add(t, f, s, {false, true, 0});
    for (std::size_t v = 0; floats && v < variants; ++v) add(t, f, s, {true, true, v});
  }
}

const std::vector<Step>& LegBreaker::steps_of(std::size_t t, std::size_t f, const LegPlace& at,
                                              const Move& move, double most) {
  const FlowPart* floating = move.floating ? &parts_[floats_[f]] : nullptr;
  return move.text ? placer_.put(parts_[texts_[t]], move.variant, at, floating, most)
                   : placer_.put(*floating, move.variant, at, nullptr, most);
}

// A float may be set once the text before it is.
bool LegBreaker::due(std::size_t t, std::size_t f) const {
  return t == texts_.size() || texts_[t] > floats_[f];
}

double LegBreaker::slip_cost(std::size_t t, std::size_t f) const {
  return f < floats_.size() && texts_[t] > floats_[f] ? kLegWeights.float_slip : 0;
}

void LegBreaker::add(std::size_t t, std::size_t f, std::size_t index, const Move& move) {
  const State from = table_[index_of(t, f)][index];
  const std::size_t texts = t + (move.text ? 1 : 0), floats = f + (move.floating ? 1 : 0);
  const std::size_t at = index_of(texts, floats);
  Layer& to = table_[at];
  std::vector<Known>& known = known_[(texts % 2) * columns_ + floats];
  double base = from.cost;
  if (move.text)
    base += parts_[texts_[t]].block->variants[move.variant].cost + slip_cost(t, floats);
  if (base > most_) return;
  for (const Step& step : steps_of(t, f, from.at, move, most_ - base)) {
    const double cost = base + step.cost;
    if (cost > most_ || !rest_fits(texts, floats, step.end)) continue;
    const State state{step.end,
                      cost,
                      static_cast<std::uint32_t>(index),
                      static_cast<std::uint32_t>(move.variant),
                      move.text,
                      move.floating};
    Known& rival = known[static_cast<std::size_t>(place(step.end))];
    if (rival.layer != at) {
      rival = {at, to.size()};
      to.push_back(state);
    } else if (state.cost < to[rival.state].cost) {
      to[rival.state] = state;
    }
  }
}

LegBreaker::Last LegBreaker::last(const End& end) {
  Last best;
  const auto before = [&](const std::vector<std::size_t>& parts) {
    return static_cast<std::size_t>(std::lower_bound(parts.begin(), parts.end(), end.part) -
                                    parts.begin());
  };
  best.texts = before(texts_), best.floats = before(floats_);
  const Layer& states = table_[index_of(best.texts, best.floats)];
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto weigh = [&](const LegPlace& at, double cost, const Step& step) {
      cost += feet_.cost_behind(at);
      if (cost < best.cost) best.cost = cost, best.state = i, best.step = step;
    };
    if (!end.piece.block) {
      weigh(states[i].at, states[i].cost, {});
      continue;
    }
    for (const Step& step : placer_.put(end.piece, 0, states[i].at, nullptr, kNoWay))
      weigh(step.end, states[i].cost + step.cost, step);
  }
  return best;
}

double LegBreaker::cost(const End& end) {
  return last(end).cost;
}

FlowResult LegBreaker::result(const End& end) {
  FlowResult result;
  const Last found = last(end);
  result.fits = true;
  result.cost = found.cost;
  const auto step_to = [](const std::vector<Step>& steps, const LegPlace& to) -> const Step& {
    return *std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.end == to; });
  };
  std::size_t t = found.texts, f = found.floats, index = found.state;
  if (end.piece.block) {
    const LegPlace at = table_[index_of(t, f)][index].at;
    const Step& step = step_to(placer_.put(end.piece, 0, at, nullptr, kNoWay), found.step.end);
    placer_.record(end.piece, 0, at, step, nullptr, result);
  }
  while (t > 0 || f > 0) {
    const State state = table_[index_of(t, f)][index];
    if (state.with_text) --t;
    if (state.with_float) --f;
    const Move move{state.with_text, state.with_float, state.variant};
    const LegPlace at = table_[index_of(t, f)][state.from].at;
    const Step& step = step_to(steps_of(t, f, at, move), state.at);
    const FlowPart* floating = move.floating ? &parts_[floats_[f]] : nullptr;
    const FlowPart& part = move.text ? parts_[texts_[t]] : *floating;
    placer_.record(part, move.variant, at, step, move.text ? floating : nullptr, result);
    index = state.from;
  }
  std::stable_sort(result.strips.begin(), result.strips.end(),
                   [](const PlacedStrip& a, const PlacedStrip& b) {
                     return a.block != b.block ? a.block < b.block : a.line < b.line;
                   });
  count_rows(result);
  return result;
}

void LegBreaker::count_rows(FlowResult& result) const {
  for (std::size_t i = 0; i < spaces_.size(); ++i) {
    const LegSpace& space = spaces_[i];
    int used = 0;
    for (const PlacedStrip& strip : result.strips) {
      if (strip.column == space.column && strip.row >= space.row &&
          strip.row < space.row + space.rows)
        used = std::max(used, strip.row + strip.rows - space.row);
    }
    result.legs.push_back({space, used});
    result.free_rows += space.rows - used;
    if (feet_.is_short(i, used)) ++result.short_legs;
  }
}

}  // namespace forme
