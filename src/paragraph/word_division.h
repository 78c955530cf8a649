#pragma once

#include <vector>

#include "paragraph/breakpoint.h"

namespace forme {

// A place where a line may end once words may be divided.
struct Candidate {
  std::uint32_t at = 0;
  int penalty = 0;
  bool mandatory = false;
  bool inserts_hyphen = false;
};

// The line breaks of the text together with the divisions of its words, in order.
std::vector<Candidate> divide_words(const ParagraphText& paragraph,
                                    const std::vector<LineBreak>& breaks,
                                    const BreakSettings& settings, Hyphenator& hyphenator);

}  // namespace forme
