#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "makeup/dog_leg.h"
#include "makeup/flow.h"
#include "style/layout.h"

namespace forme {

// What a leaf rectangle of a page carries.
enum class LeafKind : std::uint8_t { Story, Nibs, Letters, Listing, Call, Promos, Imprint, Advert };
const char* leaf_kind_name(LeafKind kind);
// Whether a leaf of the kind holds articles.
inline bool carries_copy(LeafKind kind) {
  return kind != LeafKind::Promos && kind != LeafKind::Imprint && kind != LeafKind::Advert;
}

// A sentence of the story that is set again as a pull quote, to fill room: which of those that may
// be lifted (lifted_quotes.h), and how many columns wide.
struct LiftedQuote {
  std::int16_t sentence = 0, columns = 0;
  bool any() const { return columns > 0; }
  auto operator<=>(const LiftedQuote&) const = default;
};

// The choices that fill a leaf's rectangle. All counts are columns and rows of the grid.
struct LeafVariant {
  int headline_rows = 0;  // the step; 0: no headline
  bool short_headline = false;
  int headline_lines = 0;
  int picture_columns = 0, picture_rows = 0;  // the lead picture, without its caption
  bool jumps = false;                         // takes what there is room for
  double cost = 0;
  BookedCorner corner{};  // of the rectangle, that is not the story's
  LiftedQuote quote{};
  bool operator==(const LeafVariant&) const = default;
};

// A cost as the plan's file and the proof say it: to a tenth.
inline double told_cost(double cost) {
  return std::round(cost * 10) / 10;
}

// One rectangle of a page and what stands in it. `box` leaves out the space under a story.
struct PlanLeaf {
  LeafKind kind = LeafKind::Story;
  std::vector<std::string> ids;  // articles; the advert's id
  std::string slot;
  GridRect box;
  LeafVariant variant;
  GalleyPlace from;                          // where the copy begins; not zero on a turn
  int continued_from = 0, continued_on = 0;  // pages of a jump, 0: none
  // Of a jump to or from the page that it faces: the copy runs on over both, with nothing said.
  bool over_gutter = false;
  // What make-up found; written, not read.
  std::vector<int> legs;           // lines per leg
  std::vector<FilledLeg> spaces;   // where the legs stand, rows from the leaf's top
  GridRect lifted{0, 0, 0, 0};     // where a lifted quote stands, from the leaf's top left corner,
  std::string lifted_words;        // and what it says: this is read, to tell when it is another
  int free_rows = 0, overset = 0;  // rows left empty; lines that did not fit
};

// One thing that a page pays for: see page_cost.h.
struct CostTerm {
  std::string name;
  double cost = 0;      // in the units of makeup/weights.h
  std::string story{};  // of whose leaf; empty: of the page
  bool operator==(const CostTerm&) const = default;
};

// What no page may have, and what no weight makes good.
struct ForbiddenFaults {
  int unfilled_rows = 0;  // column rows without copy
  int overset_lines = 0;
  int overlaps = 0;  // pairs of leaves
  bool operator==(const ForbiddenFaults&) const = default;
};

// What a page pays, as make-up left it.
struct PageCost {
  std::vector<CostTerm> terms;
  ForbiddenFaults forbidden{};
  double total() const;  // of the terms
};

// Another way to fill a page that planning weighed.
struct RunnerUp {
  double cost = 0;  // by the solver's weights, to hold beside `solved`
  std::vector<PlanLeaf> leaves;
};

struct PlanPage {
  int folio = 0;
  std::string kind, section;
  bool sent = false;  // to the press: it keeps every mark
  std::vector<PlanLeaf> leaves;
  std::string marks{};  // hash of what was drawn on it, see page_marks.h; empty: not known
  PageCost cost{};      // what make-up found; written, not read
  // What the page cost by the solver's weights and what the next best would have, the cheapest
  // first. Kept while the page stays as it was planned.
  double solved = 0;
  std::vector<RunnerUp> runners_up{};
};

struct Overset {
  std::string article;
  int lines = 0;
  std::string reason;
};

// White that is deep enough for a leg of copy.
struct Hole {
  int page = 0;
  GridRect box;
  std::string article;  // whose place it is part of; empty: nothing stands there
};

// Which article stands where: a value and a file. The planner makes it, the editor may edit it,
// make-up only follows it.
struct Plan {
  std::string paper, number, layout;
  std::vector<PlanPage> pages;
  std::vector<Overset> overset;             // articles that no page has room for
  std::vector<CostTerm> terms;              // what the issue pays beside its pages
  std::vector<Hole> holes;                  // what make-up left white; written, not read
  std::map<std::string, std::string> copy;  // article -> Article::hash of what was made up
};

std::string plan_to_json(const Plan& plan, const Layout& layout);
Result<Plan> plan_from_json(const std::string& json, const std::string& file);

}  // namespace forme
