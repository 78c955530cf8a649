#pragma once

#include <string>

#include "content/issue.h"
#include "makeup/plan.h"
#include "style/layout.h"

namespace forme {

// What a leaf carries: the ids of its articles, or its kind.
std::string names_of(const PlanLeaf& leaf);
// "news, priority 1" of one article; how many articles there are of more.
std::string genre_of(const PlanLeaf& leaf, const Issue& issue);
// "4×64 at 0,13": columns and rows, and where they begin.
std::string place_of(const PlanLeaf& leaf);
// "headline 2 lines of 5 rows, short; picture 3×31; on to page 5".
std::string choices_of(const PlanLeaf& leaf);
// "fits", "under by 3 lines" (of body copy, which are rows of a column) or "over 12 lines"; nothing
// of leaves without copy.
std::string fit_of(const PlanLeaf& leaf);
std::string cost_words(double cost);    // "cost 42.5"
std::string pays_words(double cost);    // "pays 42.5"
std::string amount_words(double cost);  // "42.5", as the plan's file has it

int overset_of(const PlanPage& page);
// The same words of all leaves of a page together, and of the rows, counted column by column, where
// it has no leaf.
std::string fit_of(const PlanPage& page, const Layout& layout);
// Rows that are free in leaves.
int free_rows_of(const PlanPage& page);
int rows_without_leaf(const PlanPage& page, const Layout& layout);
// "front, News, sent".
std::string kind_of(const PlanPage& page);

// Lines of all stories together that found no room.
int overset_lines(const Plan& plan);

// "1 row", "3 rows".
std::string counted(int count, const char* one, const char* many);

}  // namespace forme
