#pragma once

#include <cstddef>
#include <vector>

#include "content/article.h"
#include "paragraph/sentences.h"

namespace forme {

// A sentence of a story that may be lifted out of its copy and set again as a pull quote, where
// copy is short.
struct LiftedSentence {
  Text words;              // speech without its marks, and without the full stop
  double at = 0;           // where it begins in the copy, as part of all of its paragraphs
  std::size_t length = 0;  // characters
  double fit = 0;          // how ill it does: the least stands best by itself
};

// Those of its paragraphs, in the order of reading: whole sentences that stand without what is
// around them as far as their signs tell, neither too short nor too long for the size. None of
// genres that are not read as a whole.
std::vector<LiftedSentence> sentences_to_lift(const Article& article, SentenceBreaker& breaker);

}  // namespace forme
