#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "base/length.h"
#include "paragraph/breakpoint.h"
#include "paragraph/justification.h"

namespace forme {

// What a line is judged by.
struct FitSettings {
  enum class Mode : std::uint8_t {
    Justified,
    Ragged,   // lines of natural width, their ends as even as the words allow
    Balanced  // the fewest lines that hold the text, the last as full as the rest, ended by sense
  };
  Mode mode = Mode::Justified;
  JustifyLimits limits;
  Length em;                  // of the text's size
  std::vector<Length> first;  // widths of the first lines
  Length rest;                // and of all others
  int looseness = 0;          // lines more than the optimum, or fewer, as near as can be
  Length width(std::size_t line) const { return line < first.size() ? first[line] : rest; }
};

// How open a line is: neighbours clash by how many classes they are apart.
enum class Fitness : std::uint8_t { Tight, Decent, Loose, VeryLoose };

// The cost of one line by itself.
struct LineCost {
  double demerits = 0;  // infinite: not to be had
  Fitness fitness = Fitness::Decent;
  bool overfull = false;
};
// `shortest`: no breakpoint stands between the two, so the line is taken even when overfull.
LineCost cost_of_line(const Breakpoint& from, const Breakpoint& to, Length width, bool shortest,
                      bool first_line, const FitSettings& settings);
// What is added for standing after a line: `hyphens` of them ended in hyphens up to here.
double cost_of_change(Fitness before, Fitness after, int hyphens, const Breakpoint& to);

struct FitLine {
  std::size_t from = 0, to = 0;  // breakpoints
  double ratio = 0;              // of a justified line that is filled; else 0
  bool filled = false;           // stretched to the measure
  bool overfull = false;
};

// Chooses the lines of least total demerits (Knuth and Plass, "Breaking paragraphs into lines",
// 1981). Departures: every break can be reached, so there is no second pass and no tolerance; lines
// with letters tracked and scaled are among the candidates; the third hyphen in a row costs more
// than any looseness; the last line is judged too. REQUIRES: at least two breakpoints, the last of
// them forced.
std::vector<FitLine> optimum_fit(const std::vector<Breakpoint>& breaks,
                                 const FitSettings& settings);

// The same for one paragraph after the other, in room that is used again.
class OptimumFit {
 public:
  OptimumFit();
  ~OptimumFit();
  OptimumFit(const OptimumFit&) = delete;
  OptimumFit& operator=(const OptimumFit&) = delete;

  std::vector<FitLine> lines(const std::vector<Breakpoint>& breaks, const FitSettings& settings);

  struct Room;

 private:
  std::unique_ptr<Room> room_;
};

}  // namespace forme
