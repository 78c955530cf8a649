#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

// A sentence: bytes [first, last) of a text, without the space behind it.
struct Sentence {
  std::uint32_t first = 0, last = 0;
  bool operator==(const Sentence&) const = default;
};

// Parts texts into sentences by UAX #29 (ICU); the abbreviations that CLDR knows in a language end
// none. One per thread: what a language needs is loaded once.
class SentenceBreaker {
 public:
  SentenceBreaker();
  ~SentenceBreaker();
  SentenceBreaker(const SentenceBreaker&) = delete;
  SentenceBreaker& operator=(const SentenceBreaker&) = delete;

  // Of a text in UTF-8; `language` is a BCP 47 tag.
  std::vector<Sentence> find(std::string_view text, const std::string& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
