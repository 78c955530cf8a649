#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "makeup/placer.h"

namespace forme {

inline constexpr double kNoWay = std::numeric_limits<double>::infinity();

// Breaks copy into legs by dynamic programming: a state is how many text blocks and how many floats
// are set, and where the copy ends; of each place the cheapest is kept, and of a long story's many
// places the best. Costs only grow on the way, so places that cost more than the whole may are left
// out: what costs no more than `most` is found as by a search of all.
class LegBreaker {
 public:
  // `free`, `goes_on`: as in Feet. The spaces must outlive it.
  LegBreaker(std::vector<FlowPart> parts, const std::vector<LegSpace>& spaces, int free,
             bool goes_on, double most = kNoWay);

  // Where copy ends: before a part, or with a piece of it.
  struct End {
    std::size_t part = 0;
    FlowPart piece;  // block == nullptr: nothing of it
  };
  End end() const { return {parts_.size(), {}}; }
  // What the cheapest way to set all up to there costs; kNoWay where there is none. What is more
  // than `most` there may be a cheaper way for.
  double cost(const End& end);
  // That way. REQUIRES: it has a cost.
  FlowResult result(const End& end);

 private:
  struct State {
    LegPlace at;
    double cost;
    std::uint32_t from;  // index in the layer it came from
    std::uint32_t variant;
    bool with_text, with_float;  // what was set last
  };
  using Layer = std::vector<State>;
  // Index of a layer's state by place, of the layer that wrote it last.
  struct Known {
    std::size_t layer = std::numeric_limits<std::size_t>::max();
    std::size_t state = 0;
  };
  // The cheapest way to an end: its last state, and the step from there, if there is a piece.
  struct Last {
    double cost = kNoWay;
    std::size_t texts = 0, floats = 0, state = 0;
    Step step;
  };

  void run();
  void expand(std::size_t t, std::size_t f);
  // What is set from layer (t, f) on: the next text, the next float, or that over the rest of it.
  struct Move {
    bool text = false, floating = false;
    std::size_t variant = 0;
  };
  void add(std::size_t t, std::size_t f, std::size_t index, const Move& move);
  const std::vector<Step>& steps_of(std::size_t t, std::size_t f, const LegPlace& at,
                                    const Move& move, double most = kNoWay);
  void prune(Layer& states) const;
  bool rest_fits(std::size_t t, std::size_t f, const LegPlace& at) const;
  bool due(std::size_t t, std::size_t f) const;
  double slip_cost(std::size_t t, std::size_t f) const;
  std::size_t index_of(std::size_t t, std::size_t f) const { return t * columns_ + f; }
  int place(const LegPlace& at) const { return starts_[at.space] + at.row; }
  Last last(const End& end);
  void count_rows(FlowResult& result) const;

  std::vector<FlowPart> parts_;
  const std::vector<LegSpace>& spaces_;
  double most_;
  int natural_ = 0;
  Feet feet_;
  Placer placer_;
  std::vector<std::size_t> texts_, floats_;  // indices of parts_
  std::size_t columns_ = 1;
  std::vector<int> starts_;  // the first place in each space
  // Rows that the texts and floats from one on take at least; empty: not known. Rows of the spaces
  // from one on.
  std::vector<int> rest_of_texts_, rest_of_floats_, room_from_;
  std::vector<Layer> table_;
  std::vector<std::vector<Known>> known_;  // by parity of t and by f
};

}  // namespace forme
