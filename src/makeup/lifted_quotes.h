#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "content/issue.h"
#include "paragraph/sentences.h"

namespace forme {

// A sentence of a story that may be lifted out of its copy and set again as a pull quote, where
// copy is short.
struct LiftedSentence {
  Text words;              // speech without its marks, and without the full stop
  std::string read;        // those in small letters, without signs: what reads alike
  double at = 0;           // where it begins in the copy, as part of all of its paragraphs
  std::size_t length = 0;  // characters
  double fit = 0;          // how ill it does: the least stands best by itself
  bool taken = false;      // set large somewhere else in the issue, or left to another story
};

// Those of its paragraphs, in the order of reading: whole sentences that stand without what is
// around them as far as their signs tell, neither too short nor too long for the size. Not the
// first of the copy, which is read anyhow, nor the last, which is kept for the end, nor what its
// head says. None of genres that are not read as a whole.
std::vector<LiftedSentence> sentences_to_lift(const Article& article, SentenceBreaker& breaker);

// The same of every article of an issue. A sentence that stands more than once may be lifted in one
// story, that which has the fewest others, and one that a writer made a pull quote of in none:
// those are `taken`, and keep their number, since plans name sentences by it. What other articles
// say is read once, when the first asks; one per thread.
class SentencesOfIssue {
 public:
  // The issue must outlive it.
  explicit SentencesOfIssue(const Issue& issue) : issue_(issue) {}
  // REQUIRES: article < issue.articles.size().
  const std::vector<LiftedSentence>& of(std::uint32_t article);

 private:
  void read();

  const Issue& issue_;
  SentenceBreaker breaker_;
  std::vector<std::vector<LiftedSentence>> found_;  // by article
};

}  // namespace forme
