#include "makeup/jump_cuts.h"

#include <algorithm>

#include "makeup/leg_leveller.h"

namespace forme {
namespace {

constexpr std::size_t kMostCuts = 4;  // of one story
constexpr int kLeastApart = 3;        // rows
constexpr int kMostOpenings = 40;     // ways to open a story that are looked at, of one width
constexpr double kSurelyHeld = 0.6;   // of a rectangle, the copy of a turn

// Most turns are far from filling their page: their shapes need not be looked at.
bool holds(const IssueWork& all, const PageRoom& room, const PageCandidate& turn) {
  const int rows = all.stock.story(turn.articles[0]).rows(turn.part.from);
  return rows < room.rows_of_one() * kSurelyHeld || all.fitter.may_hold(room, turn);
}

// The ways to fill the rectangle of one leaf that jumps that keep more and more of it, and differ
// enough. Legs that are not level are for more than all others keep.
std::vector<const JumpWay*> later_cuts(const IssueWork& all, const PageWork& work,
                                       const PageCandidate& candidate, const PlacedItem& placed,
                                       GalleyPlace reached) {
  const GridRect &box = placed.box, &area = work.room.area;
  int most = all.stock.story(candidate.articles[0]).rows(reached) - kLeastApart;  // that may go on
  std::vector<const JumpWay*> cuts;
  for (const JumpWay& way :
       all.fitter.jump_ways(candidate, box.w, box.h, area.w, area.h, placed.variant.corner)) {
    if (way.rest > most) continue;
    most = way.rest - kLeastApart;
    cuts.push_back(&way);
  }
  return cuts;
}

Attempt cut_so(const Attempt& made, std::size_t leaf, const JumpWay& way) {
  Attempt cut = made;
  PlacedItem& placed = cut.solution.placed[leaf];
  const double dearer = way.choice.cost - placed.cost;
  placed.variant = way.choice.variant, placed.cost = way.choice.cost;
  cut.solution.cost += dearer, cut.level_cost += dearer + way.faults;
  cut.leaves[leaf] = way.leaf;
  return cut;
}

}  // namespace

std::vector<Turn> turns_of(const PageWork& work, const std::vector<PageCandidate>& candidates,
                           const Attempt& made) {
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < made.solution.placed.size(); ++i) {
    if (!made.solution.placed[i].variant.jumps) continue;
    const PageCandidate& c = candidates[made.solution.placed[i].item];
    turns.push_back(
        {c.part.continued_on, IssueWork::turn_of(c, made.leaves[i]->reached, work.page.folio)});
  }
  return turns;
}

bool turns_fit(const IssueWork& all, const PageWork& work,
               const std::vector<PageCandidate>& candidates, const Attempt& made) {
  const std::vector<Turn> turns = turns_of(work, candidates, made);
  return std::all_of(turns.begin(), turns.end(), [&](const Turn& turn) {
    return std::all_of(all.pages.begin(), all.pages.end(), [&](const PageWork& to) {
      return to.page.folio != turn.to || to.solved || holds(all, to.room, turn.rest);
    });
  });
}

std::vector<Attempt> with_later_cuts(const IssueWork& all, const PageWork& work,
                                     const std::vector<PageCandidate>& candidates,
                                     const Attempt& made) {
  std::vector<Attempt> out;
  for (std::size_t i = 0; i < made.solution.placed.size(); ++i) {
    const PlacedItem& placed = made.solution.placed[i];
    if (!placed.variant.jumps) continue;
    const std::vector<const JumpWay*> cuts =
        later_cuts(all, work, candidates[placed.item], placed, made.leaves[i]->reached);
    // Of many some, from the cheapest to the one that keeps most.
    const std::size_t count = std::min(cuts.size(), kMostCuts);
    for (std::size_t n = 1; n <= count; ++n)
      out.push_back(cut_so(made, i, *cuts[cuts.size() * n / count - 1]));
  }
  return out;
}

double least_rows_parted(const IssueWork& all, const PageCandidate& candidate) {
  const Grid& grid = all.layout.grid;
  const Story& story = all.stock.story(candidate.articles[0]);
  const int copy = story.rows(candidate.part.from);
  PageCandidate c = candidate;
  c.part.continued_on = static_cast<int>(all.pages.size());
  double least = kImpossible;  // what it takes beside its copy
  for (int w = (grid.columns + 1) / 2; w <= grid.columns; ++w) {
    const int h = grid.rows / w;
    int tries = 0;
    for (const ShapeChoice& choice : all.fitter.choices(c, w, h, grid.columns, grid.rows)) {
      if (!choice.variant.jumps) continue;
      if (++tries > kMostOpenings) break;
      const ComposedLeaf& leaf = all.fitter.compose(c, w, h, choice.variant);
      if (fault_cost(all.fitter.weights(), leaf, choice.variant) > 0) continue;
      const int stays = copy - story.rows(leaf.reached);
      least = std::min<double>(least, w * (h + kStoryGap) - stays);
    }
  }
  return least < kImpossible ? copy + least : all.fitter.estimate(candidate);
}

}  // namespace forme
