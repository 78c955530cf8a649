#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

// A place where a line may end: before byte `at` of the text.
struct LineBreak {
  std::uint32_t at = 0;
  bool mandatory = false;
  int penalty = 0;  // how unwelcome, on the scale of a hyphen's 50; 0 is a word space
  bool operator==(const LineBreak&) const = default;
};

// Line breaking by UAX #14 (ICU), with the tailorings of tailoring.h. One per thread.
class LineBreaker {
 public:
  LineBreaker();
  ~LineBreaker();
  LineBreaker(const LineBreaker&) = delete;
  LineBreaker& operator=(const LineBreaker&) = delete;

  // What is given is good until the next call.
  //
  // As the standard has it, ascending; the end of the text is not among them. ICU 72 departs from
  // the test of Unicode 15 by rules of its own, all of them in line_break_test.cc:
  //  I1 a hyphen that begins a word stays with it (LB20a of Unicode 16)
  //  I2 a stop or comma before a figure begins it: " .35", "a.2" (LB15c and LB25 of Unicode 15.1)
  //  I3 in Japanese, small kana may begin a line (`line-break: normal` of CSS)
  const std::vector<LineBreak>& untailored(std::string_view text, const std::string& language);
  const std::vector<LineBreak>& find(std::string_view text, const std::string& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
