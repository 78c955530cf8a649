#include "makeup/page_look.h"

#include <algorithm>

#include "makeup/page_cost.h"

namespace forme {
namespace {

constexpr int kKickerRows = 1;  // over a headline
// A headline straight under another of its size, from so many rows on: neighbours differ by a step.
constexpr double kSameBelow = 20;
constexpr int kLargeHeadline = 3;
// Each row that a headline is larger than one somewhere above it in its columns: sizes shrink down
// the page, whatever matters more.
constexpr double kLargerBelow = 30;
// Another headline as large as the largest: a page has one lead.
constexpr double kSecondLead = 50;

// Where the headline stands and the picture under it, as Story::geometry puts them.
JudgedLeaf as_judged(const PageCandidate& candidate, const PlacedItem& placed) {
  const LeafVariant& v = placed.variant;
  JudgedLeaf leaf;
  leaf.kind = candidate.kind;
  leaf.box = placed.box;
  leaf.corner = v.corner;
  leaf.priority = candidate.priority;
  if (candidate.kind != LeafKind::Story || v.headline_rows == 0) return leaf;
  const int columns = placed.box.w - (v.corner.head ? v.corner.columns : 0);
  const int top = placed.box.y + kKickerRows, rows = v.headline_rows * v.headline_lines;
  leaf.step = v.headline_rows;
  leaf.headline = {placed.box.x, top, columns, rows};
  if (v.picture_rows > 0) {
    const int span = std::min(columns, v.picture_columns);
    leaf.pictures.push_back({placed.box.x + columns - span, top + rows + 1, span, v.picture_rows});
  }
  return leaf;
}

JudgedPage as_judged(const PageWork& work, const std::vector<PageCandidate>& candidates,
                     const PageSolution& page) {
  JudgedPage judged;
  judged.columns = work.room.area.w, judged.rows = work.room.area.h;
  judged.room = work.room.rows_free();
  for (const PlanLeaf& booked : work.room.booked) {
    JudgedLeaf& leaf = judged.leaves.emplace_back();
    leaf.kind = booked.kind, leaf.box = booked.box;
  }
  for (const PlacedItem& placed : page.placed)
    judged.leaves.push_back(as_judged(candidates[placed.item], placed));
  return judged;
}

// What stands straight above a rectangle, at its left corner; null: the edge of its region.
const PlacedItem* above(const PageSolution& page, const GridRect& box) {
  for (const PlacedItem& p : page.placed) {
    const bool over = p.box.x <= box.x && box.x < p.box.right();
    if (over && p.box.bottom() + kStoryGap == box.y) return &p;
  }
  return nullptr;
}

// Those that the solver has in its cost: of leaves that one cut divides from top to top.
int tombstones_paid(const PageSolution& page) {
  int count = 0;
  for (const PlacedItem& a : page.placed) {
    for (const PlacedItem& b : page.placed) {
      count += a.box.right() == b.box.x && a.box.y == b.box.y && a.variant.headline_rows > 0 &&
               a.variant.headline_rows == b.variant.headline_rows &&
               above(page, a.box) == above(page, b.box);
    }
  }
  return count;
}

int heads_alike_below(const PageSolution& page) {
  return static_cast<int>(
      std::count_if(page.placed.begin(), page.placed.end(), [&](const PlacedItem& p) {
        const PlacedItem* over = above(page, p.box);
        return over && p.variant.headline_rows >= kLargeHeadline &&
               over->variant.headline_rows == p.variant.headline_rows;
      }));
}

double larger_heads_below(const PageSolution& page) {
  int rows = 0;
  for (const PlacedItem& over : page.placed) {
    for (const PlacedItem& p : page.placed) {
      if (over.variant.headline_rows == 0 || over.box.bottom() > p.box.y ||
          over.box.right() <= p.box.x || p.box.right() <= over.box.x)
        continue;
      rows += std::max(0, p.variant.headline_rows - over.variant.headline_rows);
    }
  }
  return kLargerBelow * rows;
}

// Of a page of one story there is no other.
double second_leads(const PageSolution& page) {
  int largest = 0, count = 0;
  for (const PlacedItem& p : page.placed) {
    const int rows = p.variant.headline_rows;
    if (rows > largest) largest = rows, count = 0;
    count += rows > 0 && rows == largest;
  }
  return kSecondLead * std::max(0, count - 1);
}

}  // namespace

double look_cost(const PageWork& work, const std::vector<PageCandidate>& candidates,
                 const PageSolution& page) {
  const JudgedWeights weights;
  double cost =
      kSameBelow * heads_alike_below(page) + larger_heads_below(page) + second_leads(page);
  // The solver has paid for some of the larger headlines as well; to count them twice does no harm.
  for (const CostTerm& term : page_cost(as_judged(work, candidates, page), weights).terms) {
    for (const char* name : {"touches advert", "tombstone", "no dominant picture", "one-sided",
                             "larger headline", "lesser story above"})
      if (term.name == name) cost += term.cost;
  }
  return std::max(0.0, cost - weights.tombstone * tombstones_paid(page));
}

}  // namespace forme
