#include <algorithm>

#include "makeup/plan_reviser.h"

// How a page of an earlier plan that does not hold its copy any more gets rid of some of it.
namespace forme {
namespace {

constexpr std::size_t kMostWays = 3;  // ways to make room here, for which other pages are searched

// The leaf that turns to another page, if one does now that did not before.
PlanLeaf* jumping_leaf(PartFit& fit) {
  for (PlanLeaf& leaf : fit.leaves) {
    if (leaf.continued_on > 0) return &leaf;
  }
  return nullptr;
}

}  // namespace

// Whether it carries articles of the issue and nothing else: a plan may have been written by hand.
bool PlanReviser::known(const PlanLeaf& leaf) const {
  return !leaf.ids.empty() &&
         std::all_of(leaf.ids.begin(), leaf.ids.end(), [&](const std::string& id) {
           return all_.index_of(id) < all_.issue.articles.size();
         });
}

void PlanReviser::make_room(const LeafPlace& at, std::size_t article) {
  TwoPages way = by_jump(at);
  PartTask changed;
  changed.changed = {at.leaf};
  TwoPages out = by_moving_out(at.page, changed, all_.article(article).priority);
  if (out.cost < way.cost) way = std::move(out);
  if (way.cost < kImpossible) {
    accept(at.page, std::move(way), reason(article));
  } else {
    recut(at, article);
  }
}

// Stories of the page that jump go on with more, or less, where they turn to.
void PlanReviser::recut(const LeafPlace& at, std::size_t article) {
  PartTask task;
  task.changed = {at.leaf};
  task.recut = true;
  const PartFit fit = best(at.page, task);
  if (!fit.found()) return;
  accept(at.page, fit, reason(article));
  for (const PlanLeaf& leaf : fit.leaves) {
    const std::size_t other = all_.index_of(leaf.ids[0]);
    if (leaf.continued_from == 0 && other != article && find(other, true)) follow_jump(other);
  }
}

// An article that the editor gave a page goes to no other.
bool PlanReviser::may_take(const PlanPage& on, std::size_t article) const {
  return !on.sent && may_stand_on(all_.issue.manifest.flatplan, all_.article(article).id, on.folio);
}

// Whether the story may go to another page for the sake of one of that priority. A front page that
// was sent names the pages of its teasers.
bool PlanReviser::may_leave(const PageWork& work, std::size_t index, int priority) const {
  const PlanLeaf& leaf = work.page.leaves[index];
  if (leaf.continued_on > 0 || leaf.continued_from > 0 || !known(leaf)) return false;
  if (leaf.kind == LeafKind::Nibs) return leaf.slot.empty();
  if (leaf.kind != LeafKind::Story) return false;
  const std::size_t article = all_.index_of(leaf.ids[0]);
  if (all_.placed_by_editor(article)) return false;
  const auto& promos = all_.issue.manifest.promos;
  const bool promised = std::any_of(promos.begin(), promos.end(), [&](const Promo& promo) {
    return promo.article == leaf.ids[0];
  });
  const bool front_sent = !all_.pages.empty() && all_.pages.front().page.sent;
  return all_.article(article).priority >= priority && !(promised && front_sent);
}

// A turn may go to any later page, and a page has one column of nibs.
bool PlanReviser::may_come(const PlanPage& from, const PlanPage& to,
                           const PageCandidate& candidate) const {
  if (candidate.part.turn()) return !to.sent && to.folio > from.folio;
  const bool nibs = std::any_of(to.leaves.begin(), to.leaves.end(),
                                [](const PlanLeaf& leaf) { return leaf.kind == LeafKind::Nibs; });
  if (candidate.kind == LeafKind::Nibs && nibs) return false;
  return std::all_of(candidate.articles.begin(), candidate.articles.end(),
                     [&](std::size_t article) { return may_take(to, article); });
}

// Adds to the way the page where the candidate does least; a turn goes to a later page.
void PlanReviser::put_elsewhere(TwoPages& way, std::size_t page,
                                const PageCandidate& candidate) const {
  PartTask task;
  task.extra = candidate;
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    if (p == page || !may_come(all_.pages[page].page, all_.pages[p].page, candidate)) continue;
    PartFit there = best(p, task);
    const double cost = way.here.cost + there.cost + all_.fitter.weights().moved;
    if (cost >= way.cost) continue;
    way.cost = cost;
    way.other = p;
    way.there = std::move(there);
  }
}

// The changed story, or another of its page, goes on elsewhere.
PlanReviser::TwoPages PlanReviser::by_jump(const LeafPlace& at) {
  const PageWork& work = all_.pages[at.page];
  std::vector<PartFit> ways;
  for (std::size_t i = 0; i < work.page.leaves.size(); ++i) {
    const PlanLeaf& before = work.page.leaves[i];
    if (before.kind != LeafKind::Story || before.continued_from > 0 || before.continued_on > 0 ||
        !known(before))
      continue;
    if (all_.stock.story(all_.index_of(before.ids[0])).rows() < kJumpLeast + kTurnLeast) continue;
    PartTask task;
    task.changed = {at.leaf};
    if (i != at.leaf) task.also = {i};
    task.jumps = i;
    task.jump_to = work.page.folio + 1;  // or later: where the turn finds its place
    PartFit here = best(at.page, task);
    if (jumping_leaf(here)) ways.push_back(std::move(here));
  }
  std::stable_sort(ways.begin(), ways.end(),
                   [](const PartFit& a, const PartFit& b) { return a.cost < b.cost; });
  if (ways.size() > kMostWays) ways.resize(kMostWays);
  TwoPages cheapest;
  for (PartFit& here : ways) {
    TwoPages way;
    way.here = std::move(here);
    PlanLeaf& jumping = *jumping_leaf(way.here);
    put_elsewhere(way, at.page, turn_of(jumping, work));
    if (way.cost >= cheapest.cost) continue;
    jumping.continued_on = all_.pages[way.other].page.folio;
    cheapest = std::move(way);
  }
  return cheapest;
}

// What goes on of a leaf that jumps.
PageCandidate PlanReviser::turn_of(const PlanLeaf& jumping, const PageWork& work) const {
  PageCandidate rest = all_.candidate_of(jumping, *work.kind);
  const ComposedLeaf& made =
      all_.fitter.compose(rest, jumping.box.w, jumping.box.h, jumping.variant);
  rest.part = {};
  rest.part.from = made.reached;
  rest.part.continued_from = work.page.folio;
  rest.slot = nullptr;
  rest.priority = std::max(3, rest.priority);
  return rest;
}

// What stands in the leaf, as another page would see it.
PageCandidate PlanReviser::newcomer(const PlanLeaf& leaf) const {
  PageCandidate c = all_.candidate_of(all_.index_of(leaf.ids[0]));
  c.articles.clear();
  for (const std::string& id : leaf.ids) c.articles.push_back(all_.index_of(id));
  c.whole = true;
  if (c.kind == LeafKind::Nibs) c.priority = kNibPriority;
  return c;
}

PlanReviser::TwoPages PlanReviser::by_moving_out(std::size_t page, const PartTask& task,
                                                 int priority) {
  const PageWork& work = all_.pages[page];
  std::vector<std::pair<PartFit, std::size_t>> victims;  // the page without, the leaf
  for (std::size_t i = 0; i < work.page.leaves.size(); ++i) {
    if (task.changed.contains(i) || !may_leave(work, i, priority)) continue;
    PartTask without = task;
    without.also.erase(i);
    without.gone.insert(i);
    PartFit here = best(page, without);
    if (here.found()) victims.emplace_back(std::move(here), i);
  }
  std::stable_sort(victims.begin(), victims.end(),
                   [](const auto& a, const auto& b) { return a.first.cost < b.first.cost; });
  if (victims.size() > kMostWays) victims.resize(kMostWays);
  TwoPages cheapest;
  for (auto& [here, index] : victims) {
    TwoPages way;
    way.here = std::move(here);
    put_elsewhere(way, page, newcomer(work.page.leaves[index]));
    if (way.cost < cheapest.cost) cheapest = std::move(way);
  }
  return cheapest;
}

}  // namespace forme
