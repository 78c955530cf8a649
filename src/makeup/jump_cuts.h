#pragma once

#include <vector>

#include "makeup/issue_work.h"

namespace forme {

// Where a story is cut that jumps follows from its rectangle, its headline and its picture. What
// goes on must find room where it turns to.

struct Turn {
  int to = 0;  // page
  PageCandidate rest;
};

// The rest of each story that jumps from the page as made. `candidates`: those that it was made of.
std::vector<Turn> turns_of(const PageWork& work, const std::vector<PageCandidate>& candidates,
                           const Attempt& made);

// Whether the pages that they turn to, where these are not made yet, have room for them.
bool turns_fit(const IssueWork& all, const PageWork& work,
               const std::vector<PageCandidate>& candidates, const Attempt& made);

// The page with more of the story that jumps from it, in the same rectangle: under a smaller
// headline or beside a smaller picture. Each is dearer than the one before, and less goes on.
std::vector<Attempt> with_later_cuts(const IssueWork& all, const PageWork& work,
                                     const std::vector<PageCandidate>& candidates,
                                     const Attempt& made);

// Column rows that the story takes at least where no page holds it: those of its copy, and of its
// head and picture at their smallest. What stands over its turn is not in it.
double least_rows_parted(const IssueWork& all, const PageCandidate& candidate);

}  // namespace forme
