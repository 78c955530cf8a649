#include "makeup/flow.h"

#include <algorithm>
#include <limits>

namespace forme {
namespace {

// Costs of leg breaking, in the units of the make-up weights.
constexpr double kFreeRow = 16;       // times the square of the rows free at a leg's foot
constexpr double kEarlierLeg = 0.02;  // part of that which is added in the first leg: of two shares
                                      // of the free rows the last legs take the larger
constexpr double kShortLeg =
    20000;                          // a leg under kLeastLeg rows: anything else that fits is better
constexpr double kFloatSlip = 1.5;  // a block that a float slips behind
constexpr double kSplitFew = 2;     // a break that leaves just the lines that must stay together
// A row more before a crosshead, where a sub would add it: dearer than one free row at a foot,
// cheaper than the second.
constexpr double kOpenedSpace = 30;
// How many rows more than its share a leg may be left free for the sake of level feet. What must
// stay together takes up to four.
constexpr int kWindow = 4;

struct Position {
  std::size_t space = 0;
  int row = 0;  // rows used in that space
  bool operator==(const Position&) const = default;
};

// What the foot of each leg costs.
class Feet {
 public:
  Feet(const Galley& galley, const std::vector<LegSpace>& spaces) : spaces_(spaces) {
    const int copy = natural_rows(galley);
    may_be_short_ = copy < kLeastLeg;
    int room = 0;
    for (const LegSpace& space : spaces) room += space.rows;
    const int legs = std::max(1, static_cast<int>(spaces.size()));
    window_ = std::max(0, room - copy) / legs + kWindow;
  }

  double cost(std::size_t space, int used) const {
    const double free = spaces_[space].rows - used;
    const double place = 1 - static_cast<double>(space) /
                                 static_cast<double>(std::max<std::size_t>(1, spaces_.size()));
    const bool short_leg = used > 0 && used < kLeastLeg && !may_be_short_;
    return kFreeRow * free * free * (1 + kEarlierLeg * place) + (short_leg ? kShortLeg : 0);
  }
  // Of the legs from that in which the copy ends.
  double cost_behind(const Position& end) const {
    double sum = 0;
    for (std::size_t i = end.space; i < spaces_.size(); ++i)
      sum += cost(i, i == end.space ? end.row : 0);
    return sum;
  }
  int window() const { return window_; }

 private:
  const std::vector<LegSpace>& spaces_;
  bool may_be_short_ = false;
  int window_ = kWindow;
};

// One way to put a variant down.
struct Step {
  Position end;
  double cost = 0;
  int opened = 0;                 // rows more before it
  std::vector<std::size_t> cuts;  // for each leg from the first: the line that it stops before
};

// Puts variants down, in every way that may be best. Cuts are noted only when asked for.
class Placer {
 public:
  Placer(const std::vector<LegSpace>& spaces, const Feet& feet) : spaces_(spaces), feet_(feet) {}

  // The ways by where they end, each the cheapest of its kind.
  void put(const FlowBlock& block, std::size_t variant, Position at, bool note_cuts,
           std::vector<Step>& out) {
    const std::vector<FlowLine>& lines = block.variants[variant].lines;
    note_cuts_ = note_cuts;
    out.clear();
    if (lines.empty()) {
      out.push_back({at, 0, 0, {}});
      return;
    }
    starts_.assign(1, {0, 0, 0, {}});
    if (block.may_open && at.row > 0) starts_.push_back({0, kOpenedSpace, 1, {}});
    for (std::size_t space = at.space; space < spaces_.size() && !starts_.empty(); ++space) {
      next_.clear();
      for (const Start& start : starts_) {
        const int row = space == at.space ? at.row : 0;
        fill(block, lines, start, {space, row}, out);
      }
      starts_.swap(next_);
    }
  }

  void record(const FlowBlock& block, std::size_t variant, std::size_t index, Position at,
              const Step& step, std::vector<PlacedStrip>& strips) const {
    const std::vector<FlowLine>& lines = block.variants[variant].lines;
    std::size_t line = 0, space = at.space;
    for (const std::size_t cut : step.cuts) {
      int row = space == at.space ? at.row : 0;
      if (line == 0 && row > 0) row += block.space_before + step.opened;
      for (; line < cut; ++line) {
        strips.push_back({index, variant, line, spaces_[space].column, spaces_[space].row + row});
        row += lines[line].rows;
      }
      ++space;
    }
  }

 private:
  // Lines before `line` are set, and a leg begins with it.
  struct Start {
    std::size_t line = 0;
    double cost = 0;
    int opened = 0;
    std::vector<std::size_t> cuts;
  };

  // What of the block may stand from `at` to the foot of its leg.
  void fill(const FlowBlock& block, const std::vector<FlowLine>& lines, const Start& start,
            Position at, std::vector<Step>& out) {
    const int rows = spaces_[at.space].rows;
    if (start.line == 0 || at.row == 0)  // nothing of it
      offer(start, start.line, feet_.cost(at.space, at.row));
    int row = at.row;
    if (start.line == 0 && row > 0) row += block.space_before + start.opened;
    std::size_t longest = start.line;
    int longest_row = row;
    for (std::size_t cut = start.line; cut < lines.size();) {
      row += lines[cut++].rows;
      if (row > rows) break;
      if (cut == lines.size()) {
        finish(out, start, {at.space, row}, cut);
        return offer_cuts(block, lines, start, at, longest, longest_row);
      }
      if (may_cut(block, lines, start.line, cut)) longest = cut, longest_row = row;
    }
    offer_cuts(block, lines, start, at, longest, longest_row);
  }

  // The longest beginning that may stand there, and shorter ones that leave the foot as free as
  // level feet may need.
  void offer_cuts(const FlowBlock& block, const std::vector<FlowLine>& lines, const Start& start,
                  Position at, std::size_t longest, int longest_row) {
    int row = longest_row;
    for (std::size_t cut = longest; cut > start.line; row -= lines[--cut].rows) {
      const bool level = spaces_[at.space].rows - row <= feet_.window();
      if (cut != longest && !level) break;
      if (!may_cut(block, lines, start.line, cut)) continue;
      const bool few = cut - start.line <= static_cast<std::size_t>(block.keep_first);
      offer(start, cut, feet_.cost(at.space, row) + (few ? kSplitFew : 0));
    }
  }

  void offer(const Start& start, std::size_t cut, double cost) {
    auto rival = std::find_if(next_.begin(), next_.end(),
                              [&](const Start& other) { return other.line == cut; });
    if (rival == next_.end())
      rival = next_.insert(next_.end(), {cut, std::numeric_limits<double>::infinity(), 0, {}});
    if (start.cost + cost >= rival->cost) return;
    rival->cost = start.cost + cost;
    rival->opened = start.opened;
    if (!note_cuts_) return;
    rival->cuts = start.cuts;
    rival->cuts.push_back(cut);
  }

  void finish(std::vector<Step>& out, const Start& start, Position end, std::size_t cut) const {
    auto rival = std::find_if(out.begin(), out.end(), [&](const Step& s) { return s.end == end; });
    if (rival != out.end() && rival->cost <= start.cost) return;
    if (rival == out.end()) rival = out.insert(out.end(), Step());
    rival->end = end, rival->cost = start.cost, rival->opened = start.opened;
    if (!note_cuts_) return;
    rival->cuts = start.cuts;
    rival->cuts.push_back(cut);
  }

  // Whether a leg that begins with line `first` of the block may end before line `cut`.
  static bool may_cut(const FlowBlock& block, const std::vector<FlowLine>& lines, std::size_t first,
                      std::size_t cut) {
    const FlowLine& last = lines[cut - 1];
    if (last.hyphen_end || last.keeps_next) return false;
    // Lines that continue from another leg count as a start of two.
    const long least = first == 0 ? block.keep_first : 2;
    return static_cast<long>(cut - first) >= least &&
           static_cast<long>(lines.size() - cut) >= block.keep_last;
  }

  const std::vector<LegSpace>& spaces_;
  const Feet& feet_;
  bool note_cuts_ = false;
  std::vector<Start> starts_, next_;
};

// The dynamic programme's table: a state is how many text blocks and how many floats are set, and
// where.
class LegBreaker {
 public:
  LegBreaker(const Galley& galley, const std::vector<LegSpace>& spaces)
      : galley_(galley), spaces_(spaces), feet_(galley, spaces), placer_(spaces, feet_) {
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
    Position at;
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

  void expand(std::size_t t, std::size_t f) {
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
      const Position from = layer(t, f).states[state.from].at;
      placer_.put(galley_[block], state.variant, from, true, steps_);
      const auto step = std::find_if(steps_.begin(), steps_.end(),
                                     [&](const Step& s) { return s.end == state.at; });
      placer_.record(galley_[block], state.variant, block, from, *step, result.strips);
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
        const FlowLine& line = galley_[strip.block].variants[strip.variant].lines[strip.line];
        used = std::max(used, strip.row + line.rows - space.row);
      }
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
    auto& lines = part.variants.front().lines;
    lines = std::vector<FlowLine>(lines.begin() + first, lines.begin() + last);
    if (first > 0) part.space_before = 0, part.keep_first = 2;
    if (!lines.empty()) out.push_back(std::move(part));
  }
  return out;
}

FlowResult flow_into_legs(const Galley& galley, const std::vector<LegSpace>& legs) {
  if (galley.empty()) {
    FlowResult nothing;
    nothing.fits = true;
    for (const LegSpace& leg : legs) nothing.free_rows += leg.rows;
    return nothing;
  }
  return LegBreaker(galley, legs).run();
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
          galley[b].keep_first != kUnbreakable)
        cuts.push_back({b, static_cast<int>(l)});
      rows += lines[l].rows;
    }
  }
  std::reverse(cuts.begin(), cuts.end());
  return cuts;
}

}  // namespace

FlowResult flow_prefix(const Galley& galley, const std::vector<LegSpace>& legs) {
  constexpr int kMoreTries = 12;  // cuts tried for one without a short leg, once one fits
  int room = 0, tries = 0;
  for (const LegSpace& leg : legs) room += leg.rows;
  FlowResult longest;
  for (const GalleyPlace& cut : jump_places(galley, room)) {
    FlowResult result = flow_into_legs(slice(galley, {}, cut), legs);
    if (!result.fits) continue;
    result.reached = cut;
    if (result.short_legs == 0) return result;
    if (!longest.fits) longest = std::move(result);
    if (++tries == kMoreTries) break;
  }
  return longest;
}

}  // namespace forme
