#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "makeup/flow.h"

namespace forme {

// A place in the legs: rows used in one of the spaces.
struct LegPlace {
  std::size_t space = 0;
  int row = 0;
  bool operator==(const LegPlace&) const = default;
};

// What the feet of legs cost, in the units of the make-up weights, when each but the last is to be
// left `free` rows short of its space's foot.
class Feet {
 public:
  Feet(const Galley& galley, const std::vector<LegSpace>& spaces, int free);
  // Of a leg whose copy ends at row `used` and goes on in the next.
  double cost(std::size_t space, int used) const;
  // Of the legs from that in which the copy ends.
  double cost_behind(const LegPlace& end) const;
  // Rows that a leg may be left free for the sake of level feet.
  int window() const { return window_; }

 private:
  const std::vector<LegSpace>& spaces_;
  bool may_be_short_ = false;
  int free_ = 0, window_ = 0;
};

// One way to put a block down.
struct Step {
  LegPlace end;
  double cost = 0;
  int opened = 0;                 // rows more before it
  std::vector<std::size_t> cuts;  // for each leg from the first: the line that it stops before
};

// Puts blocks down in legs, in every way that may be best. A block beside what stands into its legs
// is set again for the rows that it comes to stand in; one that cannot be stands below. Keeps its
// working room between calls.
class Placer {
 public:
  Placer(const std::vector<LegSpace>& spaces, const Feet& feet) : spaces_(spaces), feet_(feet) {}

  // The ways by where they end, each the cheapest of its kind. Cuts are noted only when asked for.
  void put(const FlowBlock& block, std::size_t variant, LegPlace at, bool note_cuts,
           std::vector<Step>& out);
  // The strips of such a way, whose cuts were noted, appended to the result's.
  void record(const Galley& galley, std::size_t index, std::size_t variant, LegPlace at,
              const Step& step, FlowResult& result) const;

 private:
  using Lines = std::vector<FlowLine>;
  // Lines before `line` are set, and a leg begins with it.
  struct Start {
    std::size_t line = 0;
    double cost = 0;
    int opened = 0;
    std::vector<std::size_t> cuts;
  };

  void offer(const Start& start, std::size_t cut, double cost);
  void finish(std::vector<Step>& out, const Start& start, LegPlace end, std::size_t cut) const;
  int first_row(const FlowBlock& block, const Lines& lines, std::size_t next, int opened,
                LegPlace at) const;
  void fill(const FlowBlock& block, const Lines& lines, const Start& start, LegPlace at,
            std::vector<Step>& out);
  void offer_cuts(const FlowBlock& block, const Lines& lines, const Start& start, LegPlace at,
                  std::size_t longest, int longest_row);

  bool stands_beside(const FlowBlock& block, LegPlace at) const;
  const FlowVariant* set_beside(const FlowBlock& block, LegPlace at) const;
  std::optional<Step> step_beside(const FlowBlock& block, const Lines& lines, LegPlace at) const;
  std::vector<LegPlace> rows_of(const FlowBlock& block, const Lines& lines, LegPlace at) const;
  LineWidths widths_of(const std::vector<LegPlace>& rows) const;

  const std::vector<LegSpace>& spaces_;
  const Feet& feet_;
  bool note_cuts_ = false;
  std::vector<Start> starts_, next_;
  mutable std::map<std::tuple<const FlowBlock*, std::size_t, int>, FlowVariant> beside_;
};

}  // namespace forme
