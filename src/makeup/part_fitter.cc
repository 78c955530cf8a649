#include "makeup/part_fitter.h"

#include <algorithm>
#include <bit>

#include "makeup/leg_faults.h"
#include "makeup/leg_leveller.h"
#include "makeup/page_holes.h"

namespace forme {
namespace {

constexpr int kSmallPart = 4;  // leaves of a part that is tried before larger ones
constexpr int kGood = 4;  // rectangles: a page that costs no more than to move these is good enough
constexpr int kLeastDeeper = 2;  // rows below a part that are worth taking
// Leaves beside those that are asked for, of which every part is tried: 4,096 of them. Later leaves
// of a fuller page stay where they are, unless the whole page is made again.
constexpr std::size_t kMostMovable = 12;
// Of a part's room by estimate, up to which one more story is tried in it.
constexpr double kWorthTrying = 1.35;

bool across(const GridRect& a, const GridRect& b) {
  return a.x < b.right() && b.x < a.right();
}

// Rows that stay clear between copy and what stands under it; an advert has its own.
int rows_over(LeafKind kind) {
  return carries_copy(kind) ? kStoryGap : kind == LeafKind::Advert ? 0 : 1;
}

// Nothing else has the slot: a leaf of the plan that had it gives it up.
bool keeps_slot(const PartTask& task, const PartFit& fit) {
  if (!task.slot) return true;
  return std::any_of(fit.leaves.begin(), fit.leaves.end(), [&](const PlanLeaf& leaf) {
    return leaf.slot == task.slot->id && stands_in(*task.slot, leaf.box);
  });
}

}  // namespace

PartFitter::PartFitter(const IssueWork& all, const PageWork& work,
                       const std::set<std::size_t>& fresh)
    : all_(all), work_(work), fresh_(fresh), standing_(work.page.leaves.size()) {}

bool PartFitter::may_move(const PartTask& task, std::size_t index) const {
  const PlanLeaf& leaf = work_.page.leaves[index];
  const bool known = std::all_of(leaf.ids.begin(), leaf.ids.end(), [&](const std::string& id) {
    return all_.index_of(id) < all_.issue.articles.size();
  });
  return carries_copy(leaf.kind) && known && !leaf.ids.empty() &&
         (leaf.continued_on == 0 || task.recut);
}

// The corner of the part's rectangle that it leaves to adverts: a dog-leg has all columns, and the
// rows at that end of the page.
BookedCorner PartFitter::corner_of(const std::set<std::size_t>& part) const {
  for (const std::size_t i : part) {
    const BookedCorner& corner = work_.page.leaves[i].variant.corner;
    if (corner.any()) return corner;
  }
  return {};
}

// The rectangle that the leaves have to themselves, but for that corner; nothing when another
// stands in it.
std::optional<GridRect> PartFitter::region_of(const std::set<std::size_t>& part) const {
  const auto& leaves = work_.page.leaves;
  GridRect box = leaves[*part.begin()].box;
  for (const std::size_t i : part) {
    const GridRect& b = leaves[i].box;
    const int x = std::min(box.x, b.x), y = std::min(box.y, b.y);
    box = {x, y, std::max(box.right(), b.right()) - x, std::max(box.bottom(), b.bottom()) - y};
  }
  const BookedCorner corner = corner_of(part);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (!part.contains(i) && overlap(leaves[i].box, leaves[i].variant.corner, box, corner))
      return std::nullopt;
  }
  return box;
}

// The same down to what stands under it.
GridRect PartFitter::deepened(GridRect region, const std::set<std::size_t>& part) const {
  const auto& leaves = work_.page.leaves;
  int foot = work_.room.area.bottom();
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const GridRect& b = leaves[i].box;
    if (part.contains(i) || !across(b, region) || b.y < region.bottom()) continue;
    foot = std::min(foot, b.y - rows_over(leaves[i].kind));
  }
  region.h = std::max(region.h, foot - region.y);
  return region;
}

// Nothing for new copy, whose cost is what it will cost; else its own and that of its legs.
double PartFitter::as_it_stands(std::size_t index) {
  std::optional<double>& cost = standing_[index];
  if (cost) return *cost;
  const PlanLeaf& leaf = work_.page.leaves[index];
  const PageCandidate c = all_.candidate_of(leaf, *work_.kind);
  const GridRect& area = work_.room.area;
  double found = kImpossible;
  if (leaf.kind == LeafKind::Nibs) {
    found = all_.fitter.shapes_of(c, area.w, area.h).at(leaf.box.w, leaf.box.h).cost;
  } else {
    for (const ShapeChoice& choice :
         all_.fitter.choices(c, leaf.box.w, leaf.box.h, area.w, area.h, leaf.variant.corner)) {
      LeafVariant same = choice.variant;
      same.cost = leaf.variant.cost;
      if (!(same == leaf.variant)) continue;
      const ComposedLeaf& made = all_.fitter.compose(c, leaf.box.w, leaf.box.h, same);
      found = choice.cost + fault_cost(all_.fitter.weights(), made, same);
      break;
    }
  }
  const bool fresh = std::any_of(c.articles.begin(), c.articles.end(),
                                 [&](std::size_t i) { return fresh_.contains(i); });
  cost = fresh || found >= kImpossible ? 0 : found;
  return *cost;
}

std::vector<PageCandidate> PartFitter::items_of(const PartTask& task,
                                                const std::set<std::size_t>& part,
                                                const std::vector<std::size_t>& dropped) const {
  std::vector<PageCandidate> items;
  for (const std::size_t i : part) {
    if (task.gone.contains(i)) continue;
    const PlanLeaf& leaf = work_.page.leaves[i];
    PageCandidate c = all_.candidate_of(leaf, *work_.kind);
    if (std::find(dropped.begin(), dropped.end(), i) != dropped.end()) continue;
    c.stands = leaf.box;
    c.whole = true;
    c.part.asked_to_jump = leaf.continued_on > 0;
    if (task.jumps == i) c.part.continued_on = task.jump_to;
    items.push_back(std::move(c));
  }
  if (task.extra) items.push_back(*task.extra);
  items.insert(items.end(), task.more.begin(), task.more.end());
  return items;
}

void PartFitter::try_items(const PartTask& task, const std::set<std::size_t>& part,
                           const std::vector<std::size_t>& dropped,
                           const std::vector<GridRect>& regions, PartFit& best) {
  std::vector<PageCandidate> items = items_of(task, part, dropped);
  if (items.empty() || items.size() > static_cast<std::size_t>(kMostItems)) return;
  const double moved = all_.fitter.weights().moved;
  double before = 0;
  for (const std::size_t i : part) {
    if (!task.changed.contains(i) && !task.gone.contains(i)) before += as_it_stands(i);
  }
  PageWork made;
  made.page.folio = work_.page.folio;
  made.kind = work_.kind;
  made.room = work_.room;
  // Beside adverts the part's rectangle is cut as a page is.
  if (regions.size() == 1 && corner_of(part).any())
    made.room.area = regions[0];
  else
    made.room.only = regions;
  Attempt found = all_.fitter.attempt(made, items);
  if (!found.solution.found()) return;
  double cost = found.solution.cost - before + moved * static_cast<double>(dropped.size());
  if (cost >= best.cost) return;  // what is amiss in the legs only adds to it
  found = all_.fitter.level_legs(made, items, found);
  cost += found.level_cost - found.solution.cost;
  PartFit fit;
  for (const PlacedItem& placed : found.solution.placed) {
    const PageCandidate& c = items[placed.item];
    PlanLeaf leaf = leaf_of(c, placed);
    for (const std::size_t i : c.articles) leaf.ids.push_back(all_.article(i).id);
    if (placed.variant.jumps) leaf.continued_on = c.part.continued_on;
    // Shapes that differ have paid in the solver; a shape that stands elsewhere has not.
    const bool shifted = c.stands && !(placed.box == *c.stands) && placed.box.w == c.stands->w &&
                         placed.box.h == c.stands->h;
    if (shifted) cost += moved;
    fit.leaves.push_back(std::move(leaf));
  }
  if (cost >= best.cost) return;
  if (!keeps_slot(task, fit)) return;
  fit.cost = cost;
  fit.again = part;
  for (const std::size_t i : dropped)
    fit.dropped.push_back(all_.index_of(work_.page.leaves[i].ids[0]));
  best = std::move(fit);
}

void PartFitter::try_part(const PartTask& task, const std::set<std::size_t>& part,
                          const std::vector<GridRect>& regions, PartFit& best) {
  std::vector<std::size_t> fillers;
  for (const std::size_t i : part) {
    if (task.gone.contains(i)) continue;
    const std::size_t article = all_.index_of(work_.page.leaves[i].ids[0]);
    if (all_.article(article).genre == Genre::Filler) fillers.push_back(i);
  }
  const bool for_it = task.wished || task.others_stay;  // at its smallest, too
  if (task.extra && !for_it && !worth_trying(items_of(task, part, fillers), regions)) return;
  try_items(task, part, {}, regions, best);
  if (!fillers.empty()) try_items(task, part, fillers, regions, best);
}

bool PartFitter::worth_trying(const std::vector<PageCandidate>& items,
                              const std::vector<GridRect>& regions) const {
  double used = 0, room = 0;
  for (const PageCandidate& c : items) used += all_.fitter.estimate(c);
  for (const GridRect& r : regions) room += r.w * r.h;
  if (regions.empty()) room = work_.room.rows_free();
  return used <= room * kWorthTrying;
}

// Where nothing stands a new story moves nothing.
void PartFitter::try_holes(const PartTask& task, PartFit& best) {
  for (GridRect hole : page_holes(work_.page, all_.layout)) {
    int foot = std::min(hole.bottom(), work_.room.area.bottom());
    for (const PlanLeaf& leaf : work_.page.leaves) {
      if (!across(leaf.box, hole)) continue;
      if (leaf.box.bottom() <= hole.y) {
        hole.y = std::max(hole.y, leaf.box.bottom() + kStoryGap);
      } else if (leaf.box.y >= foot) {
        foot = std::min(foot, leaf.box.y - rows_over(leaf.kind));
      }
    }
    hole.h = foot - hole.y;
    if (hole.h > 0) try_part(task, {}, {hole}, best);
  }
}

// The stories round adverts fill no rectangle.
void PartFitter::try_whole_page(const PartTask& task, const std::set<std::size_t>& asked,
                                PartFit& best) {
  std::set<std::size_t> part = asked;
  for (std::size_t i = 0; i < work_.page.leaves.size(); ++i) {
    if (!carries_copy(work_.page.leaves[i].kind)) continue;
    if (!may_move(task, i) && !asked.contains(i)) return;
    part.insert(i);
  }
  try_part(task, part, {}, best);
}

PartFit PartFitter::best(const PartTask& task) {
  const double good = kGood * all_.fitter.weights().moved;
  PartFit best;
  std::vector<std::size_t> movable;
  std::set<std::size_t> asked = task.changed;
  asked.insert(task.gone.begin(), task.gone.end());
  asked.insert(task.also.begin(), task.also.end());
  for (std::size_t i = 0; i < work_.page.leaves.size(); ++i) {
    if (may_move(task, i) && !asked.contains(i)) movable.push_back(i);
  }
  if (task.extra && asked.empty()) try_holes(task, best);
  if (task.unmoved) return best;
  if (movable.size() > kMostMovable) movable.resize(kMostMovable);
  std::vector<unsigned> masks;
  for (unsigned mask = 0; mask < 1U << movable.size(); ++mask) masks.push_back(mask);
  std::stable_sort(masks.begin(), masks.end(),
                   [](unsigned a, unsigned b) { return std::popcount(a) < std::popcount(b); });
  for (const unsigned mask : masks) {
    std::set<std::size_t> part = asked;
    for (std::size_t n = 0; n < movable.size(); ++n) {
      if (mask >> n & 1U) part.insert(movable[n]);
    }
    if (part.empty()) continue;
    if (task.others_stay && mask != 0) return best;
    if (part.size() > kSmallPart && best.cost <= good) break;
    const auto region = region_of(part);
    if (!region) continue;
    try_part(task, part, {*region}, best);
    const GridRect deeper = deepened(*region, part);
    if (deeper.h >= region->h + kLeastDeeper) try_part(task, part, {deeper}, best);
  }
  if (best.cost > good) try_whole_page(task, asked, best);
  return best;
}

}  // namespace forme
