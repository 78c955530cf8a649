#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "paragraph/hyphenation_dictionary.h"
#include "paragraph/hyphenation_exceptions.h"

namespace forme {

// The hyphenation dictionaries of the system (libhyphen's pattern files), each read when first
// asked for and never let go, and the exceptions of the paper. May be used from every thread; share
// one.
class HyphenationDictionaries {
 public:
  // REQUIRES: `fs` outlives this.
  explicit HyphenationDictionaries(const FileSystem& fs, std::string folder = "/usr/share/hyphen");
  HyphenationDictionaries(const FileSystem& fs, HyphenationExceptions exceptions,
                          std::string folder = "/usr/share/hyphen");
  ~HyphenationDictionaries();

  // That of a BCP 47 tag: of its region, else of its language; nothing when none is installed.
  const HyphenationDictionary* find(std::string_view language) const;
  // The Debian package that would bring the language's own; empty when it is there, or when there
  // is no such package.
  std::string missing_package(std::string_view language) const;
  const HyphenationExceptions& exceptions() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Finds where words may be divided. One per thread.
class Hyphenator {
 public:
  explicit Hyphenator(const HyphenationDictionaries& dictionaries);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  // Bytes of `word` before which it may be divided, ascending; `left` and `right` letters are kept.
  // A division that would change the spelling is not offered: "asz-szony" for Hungarian "asszony",
  // "oma-tje" for Dutch "omaatje", "co-efficiënt" for "coëfficiënt". A line adds
  // but a hyphen to its text, so that what is copied out of the PDF is what was written. A word of
  // the exceptions is divided where they say and nowhere else. What is given is good until the next
  // call. REQUIRES: `word` is letters and marks.
  const std::vector<std::uint16_t>& points(std::string_view language, std::string_view word,
                                           int left, int right);
  // A warning for each language that lacks its dictionary, with the package; then forgets them.
  Diagnostics take_diagnostics();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
