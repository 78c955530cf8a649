#pragma once

#include <vector>

#include "makeup/flow.h"
#include "makeup/weights.h"

namespace forme {

// A place in the legs: rows used in one of the spaces.
struct LegPlace {
  std::size_t space = 0;
  int row = 0;
  bool operator==(const LegPlace&) const = default;
};

// What the feet of legs cost, in the units of the make-up weights, when those that stand on one row
// are to be left `free` rows short of it. A leg that stands on a row alone is to be full. The copy
// may stop anywhere in the last leg, unless it goes on elsewhere.
class Feet {
 public:
  // `natural`: rows of the copy.
  Feet(const std::vector<LegSpace>& spaces, int natural, int free, bool goes_on);
  // Of a leg whose copy ends at row `used` and goes on in the next.
  double cost(std::size_t space, int used) const {
    const double off = spaces_[space].rows - used - free_[space];
    return kLegWeights.uneven_row * off * off + (off != 0 ? kLegWeights.uneven_foot : 0) +
           (is_short(space, used) ? kLegWeights.short_leg : 0);
  }
  // Of the legs from that in which the copy ends.
  double cost_behind(const LegPlace& end) const;
  // Whether a leg of so much copy is too short for a story that has more. Where it goes on, none is
  // to stand empty over the jump line.
  bool is_short(std::size_t space, int used) const {
    return (used > 0 || goes_on_) && used < least_rows_of_leg(spaces_[space]) && !may_be_short_;
  }
  // Rows that a leg may be left free for the sake of level feet.
  int window(std::size_t space) const { return free_[space] + kWindow; }

 private:
  // How many rows more than it should a leg may be left free. What must stay together takes up to
  // four.
  static constexpr int kWindow = 4;

  const std::vector<LegSpace>& spaces_;
  std::vector<int> free_;  // by space
  bool may_be_short_ = false, goes_on_ = false;
};

// How many legs share their foot's row with others, and the last: those that free rows are shared
// out among.
int legs_that_share(const std::vector<LegSpace>& spaces);

}  // namespace forme
