#pragma once

#include <string>
#include <vector>

#include "makeup/planner.h"

namespace forme {

// What make-up did with a story to fit it in. Rows are baseline rows of the grid.
struct FitChoices {
  int headline_lines = 0, headline_rows = 0;  // rows of each line; 0: no headline
  bool short_headline = false;
  int picture_columns = 0, picture_rows = 0;  // of the lead picture; 0: none
  double crop = 0;                            // part of it that is cut away
  int quotes = 0;                             // pull quotes among its copy
  int looseness =
      0;  // rows that paragraphs set longer (shorter: less than 0) and opened spaces take
};

// How a story fits, in rows of body copy: its lines. Words are those of so many lines of it.
struct CopyFit {
  std::string article;
  std::vector<int> pages{};
  int rows = 0;       // of copy
  int free_rows = 0;  // left empty in its rectangles
  int overset = 0;    // rows that found no room
  int room = 0;       // rows that its rectangles hold
  int words_over = 0, words_free = 0;
  FitChoices did{};
  std::vector<std::string>
      cures{};  // each would make it fit; the cheapest first, none where it does
};

// Says of each story that has `pages`, `free_rows` and `overset` the rest. `plan` has what make-up
// found in it. Legs are broken anew for a few headlines and pictures of a story that does not fit,
// and in the places of lesser stories for one that no page has; no page is made again.
void tell_copy_fit(const StoryStock& stock, const Plan& plan, std::vector<CopyFit>& fits);

}  // namespace forme
