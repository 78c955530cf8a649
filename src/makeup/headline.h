#pragma once

#include <vector>

#include "makeup/context.h"

namespace forme {

// One way to set an article's headline over a width.
struct HeadlineFit {
  int step_rows = 0;   // rows of one line
  int clear_rows = 0;  // under them, for what hangs below a display line
  bool short_form = false;
  std::vector<Line> lines;
  TextStyle style;
  double cost = 0;  // make-up weight: how far from what priority and measure ask for
  int rows() const { return step_rows * static_cast<int>(lines.size()) + clear_rows; }
};

// The ways worth trying, best first: the step that priority and span ask for and its neighbours,
// the short headline where it is given. Never empty: a headline that fits none is set at the
// smallest step.
std::vector<HeadlineFit> headline_fits(const StoryContext& context, int span, bool turn);

// The fit that a plan names.
HeadlineFit headline_fit(const StoryContext& context, int span, int step_rows, bool short_form,
                         bool turn);

}  // namespace forme
