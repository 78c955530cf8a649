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

  // As the standard has it, ascending; the end of the text is not among them.
  std::vector<LineBreak> untailored(std::string_view text, const std::string& language);
  std::vector<LineBreak> find(std::string_view text, const std::string& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
