#include "paragraph/optimum_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace forme {
namespace {

// Demerits are squares of badness, which is 100 at the limits of stretch and shrink, as in TeX.
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kLine = 10;  // of each line, so that fewer lines win
constexpr double kClash =
    2'000;  // neighbours a class of fitness apart, by the square of the classes
constexpr double kMostClash = 9 * kClash;  // of Tight and VeryLoose
constexpr double kTwoHyphens = 100'000;    // one above the other: as bad as a ratio of 1.5
constexpr double kThreeHyphens = 1e9;  // dearer than nearly any looseness, cheaper than overfull
constexpr double kPenultimateHyphen = 4'000;
constexpr double kShortLast = 1'000'000;  // a last line under two ems: about as bad as a ratio of 2
constexpr double kUnfilled = 3e8;         // a line that no space can fill, twice that when empty
constexpr double kOverfull = 1e11;
constexpr double kShortLastEms = 2;
constexpr double kShortWord = 100'000;  // one word alone, a little longer: about a ratio of 1.5
constexpr double kShortWordEms = 4;
constexpr int kHyphensInARow = 2;

// A ragged line may fall three ems short at badness 100. A balanced one a quarter of the measure;
// under 70 % full it is as bad as a word left hanging.
constexpr double kRaggedEms = 3;
constexpr double kBalancedFraction = 0.25;
constexpr double kLeastFull = 0.7;
constexpr double kUnderfull = 20'000;

double square(double x) {
  return x * x;
}

// Ratios up to which a line is of a class of fitness.
constexpr double kDecent = 0.3, kLoose = 0.8;
constexpr double kUnbearable = 4.5;  // ratio
constexpr double kBearable =
    400'000;                         // demerits of a ratio of 1.8: few paragraphs need looser lines
constexpr double kMoreBearable = 8;  // times that, where lines must be looser; then any will do
constexpr double kMuchWorse = 4;     // times the worst line: how far looseness may go,
constexpr double kForced = 41e6;     // and demerits that it may always cost: a ratio of 4
constexpr double kFullLast = 12'100;       // demerits of a last line as tight as may be
constexpr std::size_t kNodesOfABreak = 4;  // most have fewer
constexpr std::size_t kMostInLine = 4096;  // breakpoints, so that text without width costs no more
constexpr double kRounding = 1;  // unit; more than sums of floating point numbers are ever off

// TeX's cube, as far as a line can be told from a bad one; after that it only orders the
// unbearable.
double badness_of(double ratio) {
  const double size = std::fabs(ratio);
  if (size <= kUnbearable) return 100 * size * size * size;
  return 100 * kUnbearable * kUnbearable * kUnbearable * (1 + std::log(size / kUnbearable));
}

// The ratio at which a line without penalty has these demerits, at least 1; infinite when a line
// that nothing can fill is still to be had.
double ratio_of(double demerits) {
  if (demerits >= kUnfilled) return kNever;
  const double badness = std::max(std::sqrt(demerits) - kLine, 0.0);
  const double cube = badness / 100;
  if (cube <= kUnbearable * kUnbearable * kUnbearable) return std::max(std::cbrt(cube), 1.0);
  return kUnbearable * std::exp(cube / (kUnbearable * kUnbearable * kUnbearable) - 1);
}

double penalty_demerits(const Breakpoint& to) {
  return square(to.penalty);
}

LineCost overfull_cost(Length natural, Length width, bool shortest) {
  if (!shortest) return {kNever, Fitness::Decent, true};
  return {kOverfull + square((natural - width).pt()), Fitness::Decent, true};
}

double short_last_demerits(const Pen& line, bool first_line, const FitSettings& settings) {
  if (first_line) return 0;
  const Length least = settings.em * kShortLastEms;
  if (line.advance < least) return kShortLast * (1 - 0.5 * (line.advance / least));
  const bool one_word = line.spaces <= Length();
  return one_word && line.advance < settings.em * kShortWordEms ? kShortWord : 0;
}

LineCost justified_cost(const Pen& line, const Breakpoint& to, Length width, bool shortest,
                        bool first_line, const FitSettings& settings) {
  if (to.forced && line.advance <= width)
    return {square(kLine) + short_last_demerits(line, first_line, settings), Fitness::Decent,
            false};
  const double ratio = stretch_ratio(line, width, settings.limits);
  if (ratio < -1) return overfull_cost(line.advance, width, shortest);
  if (ratio > 1 && line.spaces <= Length())
    return {kUnfilled * (2 - line.advance / width) + penalty_demerits(to), Fitness::VeryLoose,
            false};
  const double badness = badness_of(ratio);
  const Fitness fitness = ratio < -kDecent   ? Fitness::Tight
                          : ratio <= kDecent ? Fitness::Decent
                          : ratio <= kLoose  ? Fitness::Loose
                                             : Fitness::VeryLoose;
  return {square(kLine + badness) + penalty_demerits(to), fitness, false};
}

LineCost ragged_cost(const Pen& line, const Breakpoint& to, Length width, bool shortest,
                     bool first_line, const FitSettings& settings) {
  if (line.advance > width) return overfull_cost(line.advance, width, shortest);
  if (to.forced)
    return {square(kLine) + short_last_demerits(line, first_line, settings), Fitness::Decent,
            false};
  const double slack = (width - line.advance) / (settings.em * kRaggedEms);
  return {square(kLine + 100 * slack * slack) + penalty_demerits(to), Fitness::Decent, false};
}

LineCost balanced_cost(const Pen& line, const Breakpoint& to, Length width, bool shortest) {
  if (line.advance > width) return overfull_cost(line.advance, width, shortest);
  const double full = line.advance / width;
  const double slack = (1 - full) / kBalancedFraction;
  const double underfull = full < kLeastFull ? kUnderfull : 0;
  return {square(kLine + 100 * slack * slack) + penalty_demerits(to) + square(to.sense) + underfull,
          Fitness::Decent, false};
}

// A best way to a breakpoint, among those that the rest of the paragraph can tell apart.
struct Node {
  double demerits = 0;
  std::uint32_t at = 0;        // breakpoint
  std::uint32_t previous = 0;  // node
  std::uint32_t line = 0;      // lines so far
  Fitness fitness = Fitness::Decent;
  std::uint8_t hyphens = 0;  // lines that ended in hyphens up to here, at most two
  bool overfull = false;
};

// How wide what stands before a breakpoint can be made, in units: a line's reach is the difference
// of two of these.
struct Reach {
  double tightest = 0;        // up to where the next line begins
  double end = 0, start = 0;  // at the loosest that is bearable, up to the line's end and the next
};

// A breakpoint that can be reached, where lines may begin; most cannot.
struct Start {
  std::uint32_t at = 0;
  std::uint32_t first_node = 0, last_node = 0;
};

}  // namespace

struct OptimumFit::Room {
  std::vector<Node> nodes;
  std::vector<Start> starts;
  std::vector<Reach> reach;  // of each breakpoint
};

namespace {

class Fit {
 public:
  Fit(const std::vector<Breakpoint>& breaks, const FitSettings& settings, OptimumFit::Room& room)
      : breaks_(breaks),
        settings_(settings),
        nodes_(room.nodes),
        starts_(room.starts),
        reach_(room.reach) {
    told_apart_ = static_cast<std::uint32_t>(settings.first.size());
    widest_ = narrowest_ = settings.rest;
    for (const Length width : settings.first) {
      widest_ = std::max(widest_, width);
      narrowest_ = std::min(narrowest_, width);
    }
    find_tightest();
  }

  std::vector<FitLine> run() {
    if (settings_.mode == FitSettings::Mode::Balanced) {
      have_at_most(fewest_lines());
      told_apart_ = kAll;
      attempt(kNever);
      wanted_ = 0;
    } else {
      find_optimum();
      if (settings_.looseness != 0) find_looser();
    }
    return lines_to(choose_last());
  }

 private:
  // A way is looked for among lines of bearable cost. Any line that costs more than that whole way
  // is on no better one; so when lines were left out that cost less, they are let in and it is done
  // again. Where there is no way at all, dearer lines are let in by steps: the more there are, the
  // longer it takes.
  void find_optimum() {
    double limit = kBearable;
    while (!attempt(limit) || nodes_[choose_last()].demerits > limit) {
      limit = reached_end() ? nodes_[choose_last()].demerits : limit * kMoreBearable;
      prune_nodes_ = true;
    }
  }

  // Ways of as many lines as are wanted, none of them much worse than the optimum's worst. A line
  // is not won by leaving a word alone at the end.
  void find_looser() {
    const std::size_t last = choose_last();
    double worst = 0;
    double worst_last = 0;
    for (std::size_t n = last; n != 0; n = nodes_[n].previous) {
      const Node& node = nodes_[n];
      const Node& before = nodes_[node.previous];
      worst = std::max(worst, node.demerits - before.demerits);
      if (breaks_[node.at].forced)
        worst_last = std::max(worst_last, line_cost(before, node.at).demerits);
    }
    last_limit_ = std::max(worst_last, kFullLast);
    wanted_ = std::max(static_cast<int>(nodes_[last].line) + settings_.looseness, 1);
    // The optimum is nearer to what is wanted than any way of more lines than either.
    have_at_most(std::max(static_cast<std::uint32_t>(wanted_), nodes_[last].line));
    told_apart_ = kAll;
    prune_nodes_ = false;
    attempt(std::max(kForced, worst * kMuchWorse));
  }

  bool reached_end() const { return first_node_ < nodes_.size(); }

  // Among lines of at most `limit` demerits; whether there is a way.
  bool attempt(double limit) {
    limit_ = limit;
    nodes_.assign(1, Node());
    nodes_.reserve(breaks_.size() * kNodesOfABreak);
    starts_.assign(1, {0, 0, 1});
    find_loosest(ratio_of(limit_));
    std::size_t active = 0;
    for (std::size_t to = 1; to < breaks_.size(); ++to) {
      first_node_ = static_cast<std::uint32_t>(nodes_.size());
      while (active < starts_.size() && starts_[active].at + 1 < to &&
             out_of_reach(starts_[active].at, to))
        ++active;
      for (std::size_t i = active; i < starts_.size(); ++i) {
        if (all_too_loose(starts_[i].at, to)) break;
        extend(starts_[i], to);
      }
      if (breaks_[to].forced) active = starts_.size();
      if (first_node_ < nodes_.size())
        starts_.push_back({static_cast<std::uint32_t>(to), first_node_,
                           static_cast<std::uint32_t>(nodes_.size())});
    }
    return reached_end();
  }

  // Overfull lines count most, then the lines.
  std::uint32_t fewest_lines() const {
    struct Count {
      std::uint32_t overfull = 0, lines = 0;
      auto operator<=>(const Count&) const = default;
    };
    std::vector<Count> best = {{}};
    std::size_t active = 0;
    for (std::size_t to = 1; to < breaks_.size(); ++to) {
      while (active + 1 < to && out_of_reach(active, to)) ++active;
      Count least{std::numeric_limits<std::uint32_t>::max(), 0};
      for (std::size_t from = active; from < to; ++from) {
        const Length natural = (breaks_[to].end - breaks_[from].start).advance;
        const bool overfull = natural > settings_.width(best[from].lines);
        if (overfull && to != from + 1) continue;
        least = std::min(least, {best[from].overfull + (overfull ? 1 : 0), best[from].lines + 1});
      }
      best.push_back(least);
      if (breaks_[to].forced) active = to;
    }
    return best.back().lines;
  }

  void find_tightest() {
    const bool justified = settings_.mode == FitSettings::Mode::Justified;
    const double letters = justified ? 1 - settings_.limits.scale / 1000.0 : 1;
    const double spaces = justified ? settings_.limits.space_min : 1;
    const double tracking = justified ? settings_.limits.tracking : 0;
    reach_.resize(breaks_.size());
    for (std::size_t i = 0; i < breaks_.size(); ++i) {
      const Pen& pen = breaks_[i].start;
      reach_[i].tightest = static_cast<double>((pen.advance - pen.spaces).units()) * letters +
                           static_cast<double>(pen.spaces.units()) * spaces -
                           static_cast<double>(pen.per_mille.units()) * tracking;
    }
  }

  // Only ways of so many lines are worth having: what stands after a breakpoint takes some of them.
  // A line holds no more than the widest measure and a space at its end, or one piece that nothing
  // divides.
  void have_at_most(std::uint32_t lines) {
    most_lines_ = lines;
    double gap = 0;
    for (const Breakpoint& b : breaks_)
      gap = std::max(gap, static_cast<double>((b.start - b.end).advance.units()));
    const double line = static_cast<double>(widest_.units()) + gap + kRounding;
    lines_after_.assign(breaks_.size(), 0);
    double left = 0;
    for (std::size_t i = breaks_.size() - 1; i-- > 0;) {
      left += std::clamp(reach_[i + 1].tightest - reach_[i].tightest, 0.0, line);
      lines_after_[i] = static_cast<std::uint32_t>(left / line);
    }
  }

  // Up to the ratio whose demerits alone pass the limit. A line without spaces may still go as far
  // as a ratio of 1.
  void find_loosest(double ratio) {
    any_is_bearable_ = ratio == kNever || settings_.mode != FitSettings::Mode::Justified;
    if (any_is_bearable_) return;
    const double all = 1 + kNoSpaceFraction + settings_.limits.scale / 1000.0;
    const double spaces = (settings_.limits.space_max - 1) * ratio;
    const double tracking = settings_.limits.tracking;
    const auto loosest = [&](const Pen& pen) {
      return static_cast<double>(pen.advance.units()) * all +
             static_cast<double>(pen.spaces.units()) * spaces +
             static_cast<double>(pen.per_mille.units()) * tracking;
    };
    for (std::size_t i = 0; i < breaks_.size(); ++i) {
      reach_[i].end = loosest(breaks_[i].end);
      reach_[i].start = loosest(breaks_[i].start);
    }
  }

  // Whether a line is so loose that its demerits alone pass the limit.
  bool too_loose(std::size_t from, std::size_t to, Length width) const {
    if (any_is_bearable_ || breaks_[to].forced) return false;
    return reach_[to].end - reach_[from].start + kRounding < static_cast<double>(width.units());
  }

  // A line from `from` or from anywhere after it is too loose, whatever its number: the later it
  // begins, the less it has to fill its measure.
  bool all_too_loose(std::size_t from, std::size_t to) const {
    return too_loose(from, to, narrowest_);
  }

  // No line from `from` can hold what stands before `to`, even at its tightest.
  bool out_of_reach(std::size_t from, std::size_t to) const {
    if (to - from > kMostInLine) return true;
    const double tightest = reach_[to - 1].tightest - reach_[from].tightest;
    return tightest > static_cast<double>(widest_.units()) + kRounding;
  }

  // Tries the line from each node of a start. Of those that lead to the same state, one after the
  // other as they mostly come, only the cheapest is handed on.
  void extend(const Start& start, std::size_t to) {
    const Breakpoint& end = breaks_[to];
    const double limit = end.forced ? std::min(limit_, last_limit_) : limit_;
    LineCost cost;
    Node best;
    best.demerits = kNever;
    std::uint32_t costed = std::numeric_limits<std::uint32_t>::max();
    for (std::size_t n = start.first_node; n < start.last_node; ++n) {
      const Node& before = nodes_[n];
      if (const std::uint32_t kind = std::min(before.line, kind_limit()); kind != costed) {
        costed = kind;
        const Length width = settings_.width(before.line);
        if (width != narrowest_ && too_loose(start.at, to, width))
          cost.demerits = kNever;
        else
          cost = line_cost(before, to);
      }
      if (cost.demerits == kNever || cost.demerits > limit) continue;
      if (!lines_after_.empty() && before.line + 1 + lines_after_[to] > most_lines_) continue;
      const Node node = node_after(n, to, cost);
      if (prune_nodes_ && node.demerits > limit_) continue;
      if (best.demerits != kNever && !same_state(best, node)) {
        add(best);
        best = node;
      } else if (node.demerits < best.demerits) {
        best = node;
      }
    }
    if (best.demerits != kNever) add(best);
  }

  Node node_after(std::size_t n, std::size_t to, const LineCost& cost) const {
    const Node& before = nodes_[n];
    const Breakpoint& end = breaks_[to];
    Node node;
    node.demerits = before.demerits + cost.demerits;
    if (before.line > 0 && settings_.mode == FitSettings::Mode::Justified)
      node.demerits += cost_of_change(before.fitness, cost.fitness, before.hyphens, end);
    node.at = static_cast<std::uint32_t>(to);
    node.previous = static_cast<std::uint32_t>(n);
    node.line = before.line + 1;
    node.fitness = cost.fitness;
    node.overfull = cost.overfull;
    if (end.flagged)
      node.hyphens = static_cast<std::uint8_t>(std::min(before.hyphens + 1, kHyphensInARow));
    return node;
  }

  // Whether the rest of the paragraph cannot tell the two apart.
  bool same_state(const Node& a, const Node& b) const {
    return a.fitness == b.fitness && a.hyphens == b.hyphens &&
           std::min(a.line, line_limit()) == std::min(b.line, line_limit());
  }

  // Whether nothing better can come of `node` than of `other` at the same breakpoint: whatever line
  // follows, its clash makes up for no more than `kMostClash`, and fewer hyphens never cost more.
  bool beats(const Node& other, const Node& node) const {
    return other.demerits + kMostClash < node.demerits && other.hyphens <= node.hyphens &&
           std::min(other.line, line_limit()) == std::min(node.line, line_limit());
  }

  // Lines from here on cost the same, whatever their number; the first line is always special.
  std::uint32_t kind_limit() const {
    return std::max<std::uint32_t>(static_cast<std::uint32_t>(settings_.first.size()), 1);
  }

  LineCost line_cost(const Node& node, std::size_t to) const {
    return cost_of_line(breaks_[node.at], breaks_[to], settings_.width(node.line),
                        to == node.at + 1, node.line == 0, settings_);
  }

  void add(const Node& node) {
    for (std::size_t i = first_node_; i < nodes_.size(); ++i) {
      Node& rival = nodes_[i];
      if (beats(rival, node)) return;
      if (!same_state(rival, node)) continue;
      if (node.demerits < rival.demerits) rival = node;
      return;
    }
    nodes_.push_back(node);
  }

  std::uint32_t line_limit() const { return std::max<std::uint32_t>(told_apart_, 1); }

  // The way with as many lines as are wanted, or nearest to that; among those, the cheapest.
  std::size_t choose_last() const {
    const auto rank = [&](std::size_t i) {
      const int off = wanted_ < 0 ? 0 : std::abs(static_cast<int>(nodes_[i].line) - wanted_);
      return std::make_tuple(wanted_ < 0 ? 0.0 : std::floor(nodes_[i].demerits / kOverfull), off,
                             nodes_[i].demerits);
    };
    std::size_t best = first_node_;
    for (std::size_t i = best; i < nodes_.size(); ++i)
      if (rank(i) < rank(best)) best = i;
    return best;
  }

  std::vector<FitLine> lines_to(std::size_t last) const {
    std::vector<FitLine> lines;
    lines.reserve(nodes_[last].line);
    for (std::size_t n = last; nodes_[n].at != 0; n = nodes_[n].previous) {
      const Node& node = nodes_[n];
      lines.push_back({nodes_[node.previous].at, node.at, 0, false, node.overfull});
    }
    std::reverse(lines.begin(), lines.end());
    if (settings_.mode == FitSettings::Mode::Justified)
      for (std::size_t i = 0; i < lines.size(); ++i) fill(lines[i], settings_.width(i));
    return lines;
  }

  void fill(FitLine& line, Length width) const {
    const Pen pen = breaks_[line.to].end - breaks_[line.from].start;
    if (breaks_[line.to].forced && pen.advance <= width) return;
    line.ratio = stretch_ratio(pen, width, settings_.limits);
    line.filled = true;
  }

  const std::vector<Breakpoint>& breaks_;
  const FitSettings& settings_;
  static constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();
  // Lines up to this number are told apart: their widths differ, or their count is asked for.
  std::uint32_t told_apart_ = 0;
  int wanted_ = -1;              // lines; none in particular
  double limit_ = kNever;        // of a line's demerits, and of a node's once a way is known
  double last_limit_ = kNever;   // of a line that must end where it does
  bool any_is_bearable_ = true;  // no line is too loose
  bool prune_nodes_ = false;
  std::uint32_t most_lines_ = kAll;         // of a whole way that is worth having
  std::vector<std::uint32_t> lines_after_;  // a breakpoint, at least; empty: nobody asks
  Length widest_, narrowest_;
  std::vector<Node>& nodes_;
  std::vector<Start>& starts_;
  std::uint32_t first_node_ = 0;  // of the breakpoint that was looked at last
  std::vector<Reach>& reach_;
};

}  // namespace

LineCost cost_of_line(const Breakpoint& from, const Breakpoint& to, Length width, bool shortest,
                      bool first_line, const FitSettings& settings) {
  const Pen line = to.end - from.start;
  switch (settings.mode) {
    case FitSettings::Mode::Justified:
      return justified_cost(line, to, width, shortest, first_line, settings);
    case FitSettings::Mode::Ragged:
      return ragged_cost(line, to, width, shortest, first_line, settings);
    case FitSettings::Mode::Balanced:
      break;
  }
  return balanced_cost(line, to, width, shortest);
}

double cost_of_change(Fitness before, Fitness after, int hyphens, const Breakpoint& to) {
  double demerits = kClash * square(static_cast<int>(before) - static_cast<int>(after));
  if (to.forced && hyphens > 0) demerits += kPenultimateHyphen;
  if (to.flagged && hyphens == 1) demerits += kTwoHyphens;
  if (to.flagged && hyphens >= kHyphensInARow) demerits += kThreeHyphens;
  return demerits;
}

OptimumFit::OptimumFit() : room_(new Room) {}
OptimumFit::~OptimumFit() = default;

std::vector<FitLine> OptimumFit::lines(const std::vector<Breakpoint>& breaks,
                                       const FitSettings& settings) {
  return Fit(breaks, settings, *room_).run();
}

std::vector<FitLine> optimum_fit(const std::vector<Breakpoint>& breaks,
                                 const FitSettings& settings) {
  return OptimumFit().lines(breaks, settings);
}

}  // namespace forme
