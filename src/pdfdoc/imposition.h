#pragma once

#include <string>
#include <vector>

namespace forme {

// Pages that stand side by side on one piece of paper, from left to right: one or two, counted from
// 1. A sheet's side has two.
struct Spread {
  std::vector<int> pages;
};
inline constexpr int kBlankPage = 0;

// As a reader meets them: 1, 2-3, 4-5, and so on. A paper that is read from the right has 3-2.
std::vector<Spread> reader_spreads(int pages, bool from_right);

// As a press prints them: the sides of sheets that are folded once and lie in one another, the
// front of the outermost first, then its back: n-1, 2-(n-1), (n-2)-3, and so on. Each section of
// `section` pages is a nest of its own; 0: the paper is one. Blank pages fill the last sheet of a
// section, at its end.
// REQUIRES: section is a multiple of 4.
std::vector<Spread> printer_spreads(int pages, int section, bool from_right);

}  // namespace forme
