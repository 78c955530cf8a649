#pragma once

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "makeup/feet.h"
#include "makeup/flow_part.h"

namespace forme {

// One way to put a part down.
struct Step {
  LegPlace end;
  double cost = 0;
  int opened = 0;               // rows more before it
  int cut = -1;                 // of the last leg that it stands in; see Placer
  std::size_t float_space = 0;  // where a float stands on top of a leg; 0: none does
};

// Puts parts of a galley down in legs, in every way that may be best. A block beside what stands
// into its legs is set again for the rows that it comes to stand in; one that cannot be stands
// below. Keeps its working room between calls.
class Placer {
 public:
  Placer(const std::vector<LegSpace>& spaces, const Feet& feet);

  // The ways by where they end, each the cheapest of its kind; until the next call of `put`. With a
  // float, those in which it stands on top of a leg that the part goes on in. None that costs more
  // than `most`.
  const std::vector<Step>& put(const FlowPart& part, std::size_t variant, LegPlace at,
                               const FlowPart* floating, double most);
  // Appends the strips of such a way to the result's. REQUIRES: `step` is of the last call of
  // `put`, which was with the same part, variant, place and float.
  void record(const FlowPart& part, std::size_t variant, LegPlace at, const Step& step,
              const FlowPart* floating, FlowResult& result) const;

 private:
  using Lines = std::span<const FlowLine>;
  // Where a leg's copy of the part stops, and the same of the leg before.
  struct Cut {
    std::size_t line = 0;
    int before = -1;
  };
  // Lines before `line` are set, and a leg begins with it.
  struct Start {
    std::size_t line = 0;
    double cost = 0;
    int opened = 0;
    int cut = -1;
    std::size_t float_space = 0;
  };

  bool put_whole(const FlowPart& part, Lines lines, LegPlace at);
  int note(std::size_t line, int before);
  void offer(const Start& start, std::size_t cut, double cost);
  void finish(const Start& start, LegPlace end, std::size_t cut);
  int first_row(const FlowPart& part, Lines lines, std::size_t next, int opened, LegPlace at) const;
  int float_rows(const FlowPart* floating, std::size_t space) const;
  int rows_of(Lines lines, std::size_t first, std::size_t last) const;
  std::size_t reach(Lines lines, std::size_t next, LegPlace at) const;
  void fill(const FlowPart& part, Lines lines, const Start& start, LegPlace at);
  void offer_cuts(const FlowPart& part, Lines lines, const Start& start, LegPlace at,
                  std::size_t longest, int longest_row);

  bool stands_beside(const FlowPart& part, LegPlace at) const;
  const FlowVariant* set_beside(const FlowBlock& block, LegPlace at) const;
  void put_beside(const FlowPart& part, Lines lines, LegPlace at);
  std::vector<LegPlace> rows_of(const FlowPart& part, Lines lines, LegPlace at) const;
  LineWidths widths_of(const std::vector<LegPlace>& rows) const;

  const std::vector<LegSpace>& spaces_;
  const Feet& feet_;
  double most_ = 0;            // of this call of `put`
  bool narrowed_ = false;      // whether anything stands into a leg
  bool one_row_each_ = false;  // the lines of this call of `put`
  std::vector<Start> starts_, next_;
  std::vector<Cut> cuts_;
  std::vector<Step> steps_;
  // What set_beside found, of the blocks.
  mutable std::map<std::tuple<const FlowBlock*, std::size_t, int>, const FlowVariant*> beside_;
};

}  // namespace forme
