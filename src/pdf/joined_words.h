#pragma once

#include <map>
#include <string>

#include "display/display_list.h"

namespace forme {

// How the words at the ends of a run go on in its neighbours.
struct RunJoints {
  bool continues = false;  // its first word began in the run before
  bool goes_on = false;    // its last word ends in a run after it
  std::string word;        // the whole of the word that begins here and goes on; else empty
  // A run on the baseline of these words; itself, if it is on it.
  const GlyphRun* base = nullptr;
};
using JoinedWords = std::map<const GlyphRun*, RunJoints>;

// The words of a page whose baseline shifts within them, such as a date with raised letters made
// smaller. Readers end a word where the baseline shifts.
// The runs are those of `page`, left to right, neighbours on one line and in the copy, of one node
// and language; words that read as something else (GlyphRun::reads_as) are left out.
JoinedWords find_joined_words(const DisplayPage& page);

}  // namespace forme
