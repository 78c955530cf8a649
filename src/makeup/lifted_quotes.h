#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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
  bool taken = false;      // said before in the story, or set large by a writer of the issue
};

// Those of its paragraphs, in the order of reading: whole sentences that stand without what is
// around them as far as their signs tell, neither too short nor too long for the size. Not the
// first of the copy, which is read anyhow, nor the last, which is kept for the end, nor what its
// head says. None of genres that are not read as a whole.
std::vector<LiftedSentence> sentences_to_lift(const Article& article, SentenceBreaker& breaker);

// The same of the articles of an issue. What a story says twice may be lifted once, and what a
// writer made a pull quote of anywhere in the issue not at all: that is `taken`, and keeps its
// number, since plans name sentences by it. One per thread.
class SentencesOfIssue {
 public:
  // The issue must outlive it.
  explicit SentencesOfIssue(const Issue& issue);
  // REQUIRES: article < issue.articles.size().
  const std::vector<LiftedSentence>& of(std::uint32_t article);

 private:
  const Issue& issue_;
  std::vector<std::string> written_;  // pull quotes, as LiftedSentence::read has them
  SentenceBreaker breaker_;
  std::vector<std::optional<std::vector<LiftedSentence>>> found_;  // by article
};

}  // namespace forme
