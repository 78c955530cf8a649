#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "makeup/items.h"

namespace forme {

// Lines of several styles that stand under one another in a place that is no deeper for them.
class BoundedLines {
 public:
  // The place begins at `top` and ends at `foot`.
  BoundedLines(std::vector<DisplayItem>& items, Length x, Length top, Length foot)
      : items_(items), x_(x), y_(top), foot_(foot) {}

  // Appends what fits above `foot`, less `kept` for what follows.
  void add(std::vector<Line> lines, const TextStyle& style, Length kept = {});
  void skip(Length depth) { y_ += depth; }

  Length reached() const { return y_; }
  int left_out() const { return left_out_; }  // lines that did not fit

  // Warns of the lines that are left out, if there are any: `what` says of which piece.
  void warn(const Location& where, const std::string& what, Diagnostics& diagnostics) const;

 private:
  std::vector<DisplayItem>& items_;
  Length x_, y_, foot_;
  int left_out_ = 0;
};

}  // namespace forme
