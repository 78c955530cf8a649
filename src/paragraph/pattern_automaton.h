#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

// Liang's patterns ("Word hy-phen-a-tion by com-put-er", 1983) as an automaton that is small enough
// to stay near the processor: what libhyphen walks through, at a third of its size. Each state is
// known by the letters that lead to it and holds the values of the patterns that end with them.
class PatternAutomaton {
 public:
  static constexpr std::size_t kMostValues = 255;  // of a state

  // Adds the next state. REQUIRES: the first is the root; all are given by depth, so that the
  // children of a state stand together, `first_child` the first of them; `fallback` is the state of
  // its longest suffix; values.size() <= kMostValues and children <= 255.
  void add_state(char letter, std::uint32_t first_child, std::size_t children,
                 std::uint32_t fallback, std::string_view values);

  // The values between the bytes of `word`, as digits: that after byte i is out[i + 2]; what stands
  // before that is of the word's start. REQUIRES: at least word.size() + 3 of `out`.
  void weigh(std::string_view word, char* out) const;

 private:
  struct State {
    std::uint32_t first_child, fallback;
    std::uint32_t values;  // in values_
    std::uint8_t children, value_count;
  };

  std::uint32_t step(std::uint32_t state, char letter) const;

  std::vector<State> states_;
  std::vector<char> letters_;  // that lead to each state
  std::string values_;
  std::array<std::uint32_t, 256> from_root_ = {};  // by letters; 0 is the root itself
};

}  // namespace forme
