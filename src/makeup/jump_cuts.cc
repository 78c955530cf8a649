#include "makeup/jump_cuts.h"

#include <algorithm>
#include <utility>

#include "makeup/leg_leveller.h"

namespace forme {
namespace {

constexpr std::size_t kMostCuts = 4;  // of one story
constexpr int kLeastApart = 3;        // rows
constexpr double kSurelyHeld = 0.6;   // of a rectangle, the copy of a turn

// Most turns are far from filling their page: their shapes need not be looked at.
bool holds(const IssueWork& all, const PageRoom& room, const PageCandidate& turn) {
  const int rows = all.stock.story(turn.articles[0]).rows(turn.part.from);
  return rows < room.rows_of_one() * kSurelyHeld || all.fitter.may_hold(room, turn);
}

// All of one leaf that jumps, that differ enough.
std::vector<Attempt> later_cuts(const IssueWork& all, const PageWork& work,
                                const std::vector<PageCandidate>& candidates, const Attempt& made,
                                std::size_t leaf) {
  const PlacedItem& placed = made.solution.placed[leaf];
  const PageCandidate& c = candidates[placed.item];
  const Story& story = all.stock.story(c.articles[0]);
  const GridRect &box = placed.box, &area = work.room.area;
  int most = story.rows(made.leaves[leaf].reached) - kLeastApart;  // that may go on
  std::vector<Attempt> cuts;
  for (const ShapeChoice& choice :
       all.fitter.choices(c, box.w, box.h, area.w, area.h, placed.variant.corner)) {
    if (!choice.variant.jumps) continue;
    const ComposedLeaf& other = all.fitter.compose(c, box.w, box.h, choice.variant);
    if (fault_cost(all.fitter.weights(), other, choice.variant) > 0) continue;
    const int rest = story.rows(other.reached);
    if (rest > most) continue;
    most = rest - kLeastApart;
    Attempt& cut = cuts.emplace_back(made);
    const double dearer = choice.cost - placed.cost;
    cut.solution.placed[leaf].variant = choice.variant;
    cut.solution.placed[leaf].cost = choice.cost;
    cut.solution.cost += dearer, cut.level_cost += dearer;
    cut.leaves[leaf] = other;
  }
  return cuts;
}

}  // namespace

std::vector<Turn> turns_of(const PageWork& work, const std::vector<PageCandidate>& candidates,
                           const Attempt& made) {
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < made.solution.placed.size(); ++i) {
    if (!made.solution.placed[i].variant.jumps) continue;
    const PageCandidate& c = candidates[made.solution.placed[i].item];
    turns.push_back(
        {c.part.continued_on, IssueWork::turn_of(c, made.leaves[i].reached, work.page.folio)});
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
    if (!made.solution.placed[i].variant.jumps) continue;
    std::vector<Attempt> cuts = later_cuts(all, work, candidates, made, i);
    // Of many some, from the cheapest to the one that keeps most.
    const std::size_t count = std::min(cuts.size(), kMostCuts);
    for (std::size_t n = 1; n <= count; ++n)
      out.push_back(std::move(cuts[cuts.size() * n / count - 1]));
  }
  return out;
}

}  // namespace forme
