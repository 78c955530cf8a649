#include "makeup/flow.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace forme {
namespace {

// Costs of leg breaking, in the units of the make-up weights.
constexpr double kShortRow = 24;    // a free row at the foot of a leg: feet are no longer level
constexpr double kFreeRow = 6;      // a free row behind the last line
constexpr double kFloatSlip = 1.5;  // a block that a float slips behind
constexpr int kRounds = 6;          // of setting a block beside what stands in its legs
constexpr double kSplitFew = 2;     // a break that leaves just the lines that must stay together

struct Position {
  std::size_t space = 0;
  int row = 0;  // rows used in that space
};

struct Step {
  Position end;
  double cost = 0;
  bool fits = false;
  std::vector<PlacedStrip> strips;
};

// Puts one variant down from `at`. Strips are recorded only when asked for.
class Placer {
 public:
  explicit Placer(const std::vector<LegSpace>& spaces) : spaces_(spaces) {}

  Step put(const FlowBlock& block, std::size_t variant, Position at, bool record) const {
    const bool beside = block.reset && narrowed_from(at, block.variants.front().rows() * 2);
    if (!beside) return put_lines(block, block.variants[variant].lines, variant, at, record);
    const FlowVariant* set = variant == 0 ? set_beside(block, at) : nullptr;
    return set ? put_lines(block, set->lines, variant, at, record) : Step();
  }
  // The block as it is set from `at` on, where that is not as the galley has it; else null.
  const FlowVariant* reset_at(const FlowBlock& block, Position at) const {
    const bool beside = block.reset && narrowed_from(at, block.variants.front().rows() * 2);
    return beside ? set_beside(block, at) : nullptr;
  }

 private:
  Step put_lines(const FlowBlock& block, const std::vector<FlowLine>& lines, std::size_t variant,
                 Position at, bool record) const {
    Step step;
    std::size_t next = 0;
    Position p = at;
    while (next < lines.size()) {
      if (p.space >= spaces_.size()) return step;
      const LegSpace& space = spaces_[p.space];
      int row = p.row;
      if (next == 0 && row > 0) row += block.space_before;
      if (!block.reset) {
        const int below = below_narrowed(space, row, lines, next);
        step.cost += kFreeRow * (below - row);
        row = below;
      }
      const int again = next > 0 ? repeated_rows(block, lines) : 0;
      const std::size_t cut = longest_start(block, lines, next, space.rows - row - again);
      int used = row;
      if (cut > next && again > 0) {
        for (int i = block.repeat_from; i < block.repeat_to; ++i) {
          const auto line = static_cast<std::size_t>(i);
          if (record)
            step.strips.push_back({0, variant, line, space.column, space.row + used, -1, true});
          used += lines[line].rows;
        }
      }
      for (std::size_t i = next; i < cut; ++i) {
        if (record) step.strips.push_back({0, variant, i, space.column, space.row + used});
        used += lines[i].rows;
      }
      if (cut == lines.size()) {
        step.end = {p.space, used};
        step.fits = true;
        return step;
      }
      const int reached = cut == next ? p.row : used;
      step.cost += kShortRow * (space.rows - reached);
      if (cut > next)
        step.cost += kSplitFew * (cut - next <= static_cast<std::size_t>(block.keep_first));
      next = cut;
      p = {p.space + 1, 0};
    }
    step.end = p;
    step.fits = true;
    return step;
  }
  static int repeated_rows(const FlowBlock& block, const std::vector<FlowLine>& lines) {
    int rows = 0;
    for (int i = block.repeat_from; i < block.repeat_to; ++i)
      rows += lines[static_cast<std::size_t>(i)].rows;
    return rows;
  }

  // Whether any of `rows` rows from `at` on, over leg ends, is not whole.
  bool narrowed_from(Position at, int rows) const {
    for (std::size_t s = at.space; s < spaces_.size() && rows > 0; ++s) {
      const int first = s == at.space ? at.row : 0;
      const int last = std::min(spaces_[s].rows, first + rows);
      if (!whole(spaces_[s], first, last)) return true;
      rows -= spaces_[s].rows - first;
    }
    return false;
  }
  static bool whole(const LegSpace& space, int first, int last) {
    last = std::min(last, static_cast<int>(space.room.size()));
    for (int row = first; row < last; ++row) {
      if (!space.room[static_cast<std::size_t>(row)].whole) return false;
    }
    return true;
  }
  // The first row from `row` on where what must have the whole measure may stand.
  static int below_narrowed(const LegSpace& space, int row, const std::vector<FlowLine>& lines,
                            std::size_t next) {
    if (space.room.empty()) return row;
    int deep = 0;
    for (std::size_t i = next; i < lines.size(); ++i) deep += lines[i].rows;
    while (row < space.rows && !whole(space, row, std::min(space.rows, row + deep))) ++row;
    return row;
  }

  // Where each line stands when leg ends part the lines as they may be parted.
  std::vector<Position> rows_of(const FlowBlock& block, const std::vector<FlowLine>& lines,
                                Position at) const {
    std::vector<Position> rows;
    std::size_t next = 0;
    for (Position p = at; next < lines.size() && p.space < spaces_.size(); ++p.space, p.row = 0) {
      int row = p.row;
      if (next == 0 && row > 0) row += block.space_before;
      const std::size_t cut = longest_start(block, lines, next, spaces_[p.space].rows - row);
      for (; next < cut; ++next) rows.push_back({p.space, row++});
    }
    return rows;
  }
  LineWidths widths_of(const std::vector<Position>& rows) const {
    LineWidths widths;
    for (const Position& p : rows) {
      const RowRoom& room = spaces_[p.space].room[static_cast<std::size_t>(p.row)];
      widths.first.push_back(room.width);
      widths.first_left.push_back(room.left);
      widths.rest = std::max(widths.rest, room.width);
    }
    return widths;
  }
  // The block for the rows that it comes to stand in. Where its lines end depends on how wide they
  // are, and how wide they are on where they stand: a few rounds settle it, else it may not begin
  // here. REQUIRES: every space has its rooms.
  const FlowVariant* set_beside(const FlowBlock& block, Position at) const {
    const auto key = std::make_tuple(&block, at.space, at.row);
    auto [found, fresh] = beside_.try_emplace(key);
    if (!fresh) return found->second.lines.empty() ? nullptr : &found->second;
    std::vector<FlowLine> lines(block.variants.front().lines.size() * 2 + 4);
    std::vector<Position> assumed = rows_of(loose(block), lines, at);
    for (int round = 0; round < kRounds && !assumed.empty(); ++round) {
      FlowVariant set = block.reset(widths_of(assumed));
      const std::vector<Position> rows = rows_of(block, set.lines, at);
      if (rows.size() < set.lines.size()) break;
      const bool settled =
          assumed.size() >= rows.size() && std::equal(rows.begin(), rows.end(), assumed.begin(),
                                                      [](const Position& a, const Position& b) {
                                                        return a.space == b.space && a.row == b.row;
                                                      });
      if (settled) {
        found->second = std::move(set);
        break;
      }
      assumed = rows;
    }
    return found->second.lines.empty() ? nullptr : &found->second;
  }
  // A block that may be parted anywhere: for the first guess of where lines stand.
  static FlowBlock loose(const FlowBlock& block) {
    FlowBlock out;
    out.space_before = block.space_before;
    out.keep_first = out.keep_last = 1;
    return out;
  }

  // The most lines from `next` that may stand in `rows`; `next` when none may.
  static std::size_t longest_start(const FlowBlock& block, const std::vector<FlowLine>& lines,
                                   std::size_t next, int rows) {
    std::size_t fit = next;
    int used = 0;
    while (fit < lines.size() && used + lines[fit].rows <= rows) used += lines[fit++].rows;
    if (fit == lines.size()) return fit;
    for (std::size_t cut = fit; cut > next; --cut) {
      const auto before = static_cast<long>(cut - next),
                 after = static_cast<long>(lines.size() - cut);
      // Lines that continue from another leg count as a start of two.
      const long least = next == 0 ? block.keep_first : 2;
      if (before >= least && after >= block.keep_last && !lines[cut - 1].hyphen_end) return cut;
    }
    return next;
  }

  const std::vector<LegSpace>& spaces_;
  mutable std::map<std::tuple<const FlowBlock*, std::size_t, int>, FlowVariant> beside_;
};

// The dynamic programme's table: a state is how many text blocks and how many floats are set, and
// where.
class LegBreaker {
 public:
  LegBreaker(const Galley& galley, const std::vector<LegSpace>& spaces)
      : galley_(galley), spaces_(spaces), placer_(spaces) {
    for (std::size_t i = 0; i < galley.size(); ++i)
      (galley[i].floats ? floats_ : texts_).push_back(i);
    starts_.reserve(spaces.size() + 1);
    starts_.push_back(0);
    for (const LegSpace& s : spaces) starts_.push_back(starts_.back() + s.rows + 1);
  }

  FlowResult run() {
    const std::size_t columns = floats_.size() + 1;
    table_.assign((texts_.size() + 1) * columns, {});
    layer(0, 0).push_back({{0, 0}, 0, kNone, 0, false});
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
  std::vector<State>& layer(std::size_t texts, std::size_t floats) {
    return table_[texts * (floats_.size() + 1) + floats];
  }

  void expand(std::size_t t, std::size_t f) {
    std::vector<State> states = std::move(layer(t, f));
    prune(states);
    layer(t, f) = states;
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

  void add(std::vector<State>& to, const State& from, std::size_t index, std::size_t block,
           std::size_t variant, bool by_float, double extra) {
    const Step step = placer_.put(galley_[block], variant, from.at, false);
    if (!step.fits) return;
    to.push_back({step.end, from.cost + step.cost + extra + galley_[block].variants[variant].cost,
                  index, variant, by_float});
  }

  // Keeps the cheapest state for each place.
  void prune(std::vector<State>& states) const {
    auto key = [&](const State& s) { return starts_[s.at.space] + s.at.row; };
    std::stable_sort(states.begin(), states.end(), [&](const State& a, const State& b) {
      return key(a) != key(b) ? key(a) < key(b) : a.cost < b.cost;
    });
    states.erase(std::unique(states.begin(), states.end(),
                             [&](const State& a, const State& b) { return key(a) == key(b); }),
                 states.end());
  }

  int free_behind(const Position& p) const {
    int rows = -p.row;
    for (std::size_t i = p.space; i < spaces_.size(); ++i) rows += spaces_[i].rows;
    return rows;
  }

  FlowResult best() {
    FlowResult result;
    std::vector<State>& last = layer(texts_.size(), floats_.size());
    double least = std::numeric_limits<double>::infinity();
    std::size_t chosen = kNone;
    for (std::size_t i = 0; i < last.size(); ++i) {
      const double cost = last[i].cost + kFreeRow * free_behind(last[i].at);
      if (cost < least) least = cost, chosen = i;
    }
    if (chosen == kNone) return result;
    result.fits = true;
    result.cost = least;
    result.free_rows = free_behind(last[chosen].at);
    trace(chosen, result);
    result.reached = {galley_.size(), 0};
    return result;
  }

  void trace(std::size_t chosen, FlowResult& result) {
    std::size_t t = texts_.size(), f = floats_.size(), index = chosen;
    while (t > 0 || f > 0) {
      const State state = layer(t, f)[index];
      const std::size_t block = state.by_float ? floats_[--f] : texts_[--t];
      const Position from = layer(t, f)[state.from].at;
      Step step = placer_.put(galley_[block], state.variant, from, true);
      const FlowVariant* set = placer_.reset_at(galley_[block], from);
      for (PlacedStrip& strip : step.strips) {
        strip.block = block;
        if (set) strip.reset = static_cast<int>(result.reset.size());
      }
      if (set) result.reset.push_back(*set);
      result.strips.insert(result.strips.end(), step.strips.begin(), step.strips.end());
      result.short_rows += static_cast<int>(step.cost / kShortRow);
      index = state.from;
    }
    std::stable_sort(result.strips.begin(), result.strips.end(),
                     [](const PlacedStrip& a, const PlacedStrip& b) {
                       return a.block != b.block ? a.block < b.block : a.line < b.line;
                     });
  }

  const Galley& galley_;
  const std::vector<LegSpace>& spaces_;
  Placer placer_;
  std::vector<std::size_t> texts_, floats_;
  std::vector<int> starts_;
  std::vector<std::vector<State>> table_;
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
    part.reset = nullptr;
    part.repeat_from = part.repeat_to = 0;
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

FlowResult flow_prefix(const Galley& galley, const std::vector<LegSpace>& legs) {
  // Longest prefix, found from the back: the copy is cut inside a paragraph if one can be cut.
  int room = 0;
  for (const LegSpace& leg : legs) room += leg.rows;
  std::vector<GalleyPlace> cuts;
  int rows = 0;
  for (std::size_t b = 0; b < galley.size() && rows <= room + 3; ++b) {
    rows += galley[b].space_before;
    const auto& lines = galley[b].variants.front().lines;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const auto after = static_cast<long>(lines.size() - l);
      if (l > 0 && static_cast<long>(l) >= galley[b].keep_first && after >= galley[b].keep_last &&
          !lines[l - 1].hyphen_end && galley[b].keep_first != kUnbreakable &&
          galley[b].repeat_to == 0) {
        cuts.push_back({b, static_cast<int>(l)});
      }
      rows += lines[l].rows;
    }
  }
  for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {
    FlowResult result = flow_into_legs(slice(galley, {}, *cut), legs);
    if (result.fits) {
      result.reached = *cut;
      return result;
    }
  }
  return {};
}

}  // namespace forme
