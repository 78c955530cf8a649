#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

// One of libhyphen's pattern files, ready to divide words. Immutable: may be used from every
// thread.
class HyphenationDictionary {
 public:
  // Nothing when the bytes are no such file. `join`: the file gives Liang's patterns as they are,
  // each of which counts wherever it is found; else only the longest that ends at a letter does,
  // and the file has been prepared for that.
  static std::unique_ptr<const HyphenationDictionary> parse(std::string_view bytes, bool join);
  ~HyphenationDictionary();

  // How many letters of `lower` stand before each division, ascending, into `divisions`, whose room
  // is used again. The dictionary's own minima
  // hold. A division that would change the spelling ("Schiff-fahrt" for "Schiffahrt") is not given.
  // REQUIRES: `lower` is in lower case.
  void divide(std::u32string_view lower, std::vector<std::size_t>& divisions) const;

 private:
  struct State;
  explicit HyphenationDictionary(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace forme
