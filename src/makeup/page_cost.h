#pragma once

#include <string>
#include <vector>

#include "makeup/plan.h"
#include "makeup/weights.h"

namespace forme {

// What of a leaf is judged. Places are columns and rows of the page.
struct JudgedLeaf {
  std::string story;  // the id of its first article
  LeafKind kind = LeafKind::Story;
  GridRect box;
  BookedCorner corner{};  // of the box, that is not the leaf's
  // 1 to 5 of a story that opens here; 0: it has no rank among the others (turns, nibs, fillers,
  // panels).
  int priority = 0;
  int ideal_span = 0;                  // columns; 0: any
  int step = 0;                        // of the layout's headline steps, 1 the smallest; 0: none
  GridRect headline;                   // w = 0: none
  std::vector<double> headline_lines;  // the part of its measure that each line fills
  std::vector<GridRect> pictures;
  std::vector<double> crops;       // of pictures, part cut away ÷ part that may be
  std::vector<FilledLeg> legs;     // columns and rows from the leaf's top left corner
  std::vector<GridRect> resting;   // where the eye rests among them: pictures, heads, quotes, boxes
  int free_rows = 0, overset = 0;  // as in PlanLeaf
  bool jumps = false, asked_to_jump = false;
  int rest = 0;  // column rows of its turn
  bool has_lifted_quote = false;
};

struct JudgedPage {
  int columns = 0, rows = 0;  // of the grid
  double row_mm = 0;
  int room = 0;                 // column rows that are for stories
  std::vector<GridRect> holes;  // of these, those that have no leaf
  std::vector<JudgedLeaf> leaves;
};

// What the page pays, term by term, in the order of its leaves; terms of the page come last. The
// terms are those of JudgedWeights:
//   slack, jump, avoidable jump, crop, larger headline, lesser story above, tombstone, short leg,
//   long leg, uneven foot, span, lifted quote, touches advert, grey leg, thin headline; of the
//   page: no dominant picture, one-sided.
PageCost page_cost(const JudgedPage& page, const JudgedWeights& weights = {});

// What an article pays that no page has.
CostTerm left_out_cost(const std::string& article, int priority, const JudgedWeights& weights = {});

double total_cost(const std::vector<CostTerm>& terms);
// Of the pages and of what the issue pays beside them.
double total_cost(const Plan& plan);

}  // namespace forme
