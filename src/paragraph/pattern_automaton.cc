#include "paragraph/pattern_automaton.h"

#include <algorithm>

namespace forme {

void PatternAutomaton::add_state(char letter, std::uint32_t first_child, std::size_t children,
                                 std::uint32_t fallback, std::string_view values) {
  const auto number = static_cast<std::uint32_t>(states_.size());
  // The children of the root come right after it.
  if (number > 0 && number <= states_.front().children)
    from_root_[static_cast<unsigned char>(letter)] = number;
  states_.push_back({first_child, fallback, static_cast<std::uint32_t>(values_.size()),
                     static_cast<std::uint8_t>(children),
                     static_cast<std::uint8_t>(values.size())});
  letters_.push_back(letter);
  values_ += values;
}

// To the state of the longest suffix that goes on with `letter` (Aho and Corasick 1975).
std::uint32_t PatternAutomaton::step(std::uint32_t state, char letter) const {
  while (state != 0) {
    const State& from = states_[state];
    for (std::uint32_t child = from.first_child; child < from.first_child + from.children; ++child)
      if (letters_[child] == letter) return child;
    state = from.fallback;
  }
  return from_root_[static_cast<unsigned char>(letter)];
}

void PatternAutomaton::weigh(std::string_view word, char* out) const {
  std::fill(out, out + word.size() + 3, '0');
  // A stop stands before the word and behind it. What was read up to `at` ends with the value after
  // it; a pattern may have one more than letters.
  std::uint32_t state = 0;
  const auto read = [&](char letter, std::size_t at) {
    state = step(state, letter);
    const State& now = states_[state];
    if (state == 0 || now.value_count == 0) return;
    const char* values = values_.data() + now.values;
    char* to = out + (at + 2 - now.value_count);
    for (std::size_t i = 0; i < now.value_count; ++i) to[i] = std::max(to[i], values[i]);
  };
  read('.', 0);
  for (std::size_t i = 0; i < word.size(); ++i) read(word[i], i + 1);
  read('.', word.size() + 1);
}

}  // namespace forme
