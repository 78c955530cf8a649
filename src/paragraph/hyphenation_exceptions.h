#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace forme {

// Words that a paper divides in its own way, by language; a layout's hyphenation.txt. A word that
// is there is divided where it says and nowhere else.
class HyphenationExceptions {
 public:
  // Letters before each division, by the word in small letters.
  using Words = std::map<std::u32string, std::vector<std::size_t>>;

  // Adds a file's words: a line "[en-GB]" begins a language, the lines under it hold words with
  // their divisions shown by hyphens ("ta-ble", "Leeds"), set apart by white space; "#" begins a
  // comment. What is wrong becomes an error of `diagnostics`, with its line in `file`, and is left
  // out. A word that is there already is replaced.
  void add_file(std::string_view bytes, const std::string& file, Diagnostics& diagnostics);

  // How the word is divided in a language (a BCP 47 tag); null when nothing is said of it. What is
  // said of "en-GB" goes before what is said of "en".
  // REQUIRES: `lower` is in small letters.
  const std::vector<std::size_t>* find(std::string_view language,
                                       const std::u32string& lower) const;
  bool empty() const { return by_language_.empty(); }

 private:
  std::map<std::string, Words, std::less<>> by_language_;  // tags in small letters
};

}  // namespace forme
