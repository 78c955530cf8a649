#pragma once

#include <map>
#include <string>
#include <vector>

#include "makeup/plan.h"

namespace forme {

// A rectangle that is not where an earlier plan had it.
struct PlanMove {
  std::string leaf;               // as leaf_name has it
  std::string article;            // its first
  int page_before = 0, page = 0;  // 0: on none
  GridRect before, after;         // columns and rows of the grid
  std::string why;                // a clause; empty when an editor did it
  bool of_nibs = false;           // a whole column, of which is told as of several
};

// What a leaf of copy is called in every plan of its issue: its article, and "turn" where the
// article goes on; the nibs of a page are one.
std::string leaf_name(const PlanLeaf& leaf);
// And one of its nibs.
std::string nib_name(const std::string& id);

// The leaves of copy that differ, in the order of the later plan's pages, then those that are gone;
// of nibs each that is on another page than it was, by the places of their columns.
// `why`: by leaf_name.
std::vector<PlanMove> plan_moves(const Plan& earlier, const Plan& later,
                                 const std::map<std::string, std::string>& why);

// "'mill' moves from page 3 (0 40, 2 x 30) to page 3 (0 46, 2 x 24), because 'rail' came late".
std::string to_text(const PlanMove& move);

}  // namespace forme
