#include "makeup/jump_cuts.h"

#include <algorithm>
#include <utility>

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

// A rectangle's ways to be filled, and what is amiss in the legs of each.
struct Cut {
  const ShapeChoice* choice = nullptr;
  const ComposedLeaf* leaf = nullptr;
  double faults = 0;
  int rest = 0;  // rows that go on
};

// All of one leaf that jumps, that differ enough. Legs that are not level are for more than all
// others keep.
std::vector<Attempt> later_cuts(const IssueWork& all, const PageWork& work,
                                const std::vector<PageCandidate>& candidates, const Attempt& made,
                                std::size_t leaf) {
  const PlacedItem& placed = made.solution.placed[leaf];
  const PageCandidate& c = candidates[placed.item];
  const Story& story = all.stock.story(c.articles[0]);
  const GridRect &box = placed.box, &area = work.room.area;
  std::vector<Cut> list;
  const std::vector<ShapeChoice> choices =
      all.fitter.choices(c, box.w, box.h, area.w, area.h, placed.variant.corner);
  for (const ShapeChoice& choice : choices) {
    if (!choice.variant.jumps) continue;
    const ComposedLeaf& other = all.fitter.compose(c, box.w, box.h, choice.variant);
    const double faults = fault_cost(all.fitter.weights(), other, choice.variant);
    if (faults < all.fitter.weights().real_short_leg)
      list.push_back({&choice, &other, faults, story.rows(other.reached)});
  }
  std::stable_partition(list.begin(), list.end(), [](const Cut& cut) { return cut.faults == 0; });
  int most = story.rows(made.leaves[leaf].reached) - kLeastApart;  // that may go on
  std::vector<Attempt> cuts;
  for (const Cut& other : list) {
    if (other.rest > most) continue;
    most = other.rest - kLeastApart;
    Attempt& cut = cuts.emplace_back(made);
    const double dearer = other.choice->cost - placed.cost;
    cut.solution.placed[leaf].variant = other.choice->variant;
    cut.solution.placed[leaf].cost = other.choice->cost;
    cut.solution.cost += dearer, cut.level_cost += dearer + other.faults;
    cut.leaves[leaf] = *other.leaf;
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
