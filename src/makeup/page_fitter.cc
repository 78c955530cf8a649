#include "makeup/page_fitter.h"

#include <algorithm>

#include "makeup/leg_leveller.h"
#include "makeup/nibs.h"
#include "makeup/page_bound.h"

namespace forme {
namespace {

constexpr int kMostTries = 24;   // shapes that the real leg breaks may refuse on one page
constexpr int kHeadOfLong = 14;  // rows over the full width, of a story that no page holds
// What a page costs that is not looked at for a dog-leg, how much that must save, and of how many
// items one may be.
constexpr double kFillsWell = 300, kDogLegWorth = 25;
constexpr std::size_t kMostBesideDogLeg = 4;
// Rows of a line of the headline that the copy of a spread stands under on both pages: as large as
// any.
constexpr std::int8_t kHeadOfSpread = 8;
constexpr int kReserveStep = 2;  // rows of room more that a refused story asks for next time

// What it costs that the candidate gets a rectangle of w columns and h rows.
double moving_cost(const Weights& weights, const PageCandidate& c, int w, int h) {
  return !c.stands || (c.stands->w == w && c.stands->h == h) ? 0 : weights.moved;
}

std::array<int, 4> numbers_of(const BookedCorner& corner) {
  return {corner.columns, corner.rows, corner.head, corner.left};
}

// Leaves the shapes that the candidate may have.
void limit(const Weights& weights, ShapeTable& shapes, const PageCandidate& c) {
  for (int w = 1; w <= shapes.columns(); ++w) {
    for (int h = 1; h <= shapes.rows(); ++h) {
      double& cost = shapes.at(w, h).cost;
      const bool wide = c.only_width() == 0 || w == c.only_width() || c.kind == LeafKind::Nibs;
      const bool deep = !c.slot || c.slot->kind != SlotKind::Fixed || h == c.slot->box.h;
      cost = wide && deep ? cost + moving_cost(weights, c, w, h) : kImpossible;
    }
  }
}

}  // namespace

int PageCandidate::only_width() const {
  return slot && slot->kind != SlotKind::Auto ? slot->box.w : 0;
}

PageItem item_of(const PageCandidate& candidate, ShapeTable shapes) {
  PageItem item{std::move(shapes)};
  if (candidate.kind == LeafKind::Listing) item.heads.resize(item.shapes.size());
  // None is as large as the one that its copy stands under.
  if (candidate.part.runs_on()) item.heads.assign(item.shapes.size(), {0, 0, kHeadOfSpread});
  return item;
}

void keep(PageItem& item, const KeptBoxes& kept) {
  item.kept = kept.boxes;
  item.shares = kept.shared;
}

bool PageCandidate::has_width_alone() const {
  return kind == LeafKind::Nibs && slot && slot->content == "nibs" && slot->kind != SlotKind::Fixed;
}

bool keeps_slots(const std::vector<PageCandidate>& candidates, const PageSolution& page) {
  return std::all_of(page.placed.begin(), page.placed.end(), [&](const PlacedItem& placed) {
    const PageCandidate& c = candidates[placed.item];
    return !c.slot || c.has_width_alone() || stands_in(*c.slot, placed.box);
  });
}

bool PageWork::jumps() const {
  return std::any_of(page.leaves.begin(), page.leaves.end(),
                     [](const PlanLeaf& leaf) { return leaf.continued_on > 0; });
}

bool PageWork::will_jump() const {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const PageCandidate& c) { return c.part.continued_on > 0; });
}

bool PageFitter::may_hold(const PageRoom& room, const PageCandidate& candidate) const {
  const Grid& grid = stock_.context().layout.grid;
  const ShapeTable shapes = shapes_of(candidate, grid.columns, grid.rows);
  const auto holds = [&](const GridRect& region) {
    for (int w = 1; w <= region.w; ++w) {
      for (int h = 1; h <= region.h; ++h)
        if (shapes.at(w, h).cost < kImpossible) return true;
    }
    return false;
  };
  const std::vector<std::vector<GridRect>> ways = decompositions(room);
  return std::any_of(ways.begin(), ways.end(), [&](const std::vector<GridRect>& way) {
    return std::any_of(way.begin(), way.end(), holds);
  });
}

PageFitter::EstimateKey PageFitter::key_of(const PageCandidate& c) {
  const StoryPart& part = c.part;
  return {c.kind,
          c.articles,
          c.slot,
          part.from.block,
          part.from.line,
          part.continued_from,
          part.continued_on,
          part.asked_to_jump,
          part.over_gutter,
          part.head_drop,
          part.reserve};
}

PageFitter::ShapeKey PageFitter::shape_key(const PageCandidate& c, int columns, int rows) {
  return {key_of(c), columns, rows, c.whole && c.kind == LeafKind::Nibs};
}

int PageFitter::estimate(const PageCandidate& candidate) const {
  auto [found, fresh] = estimates_.try_emplace(key_of(candidate), 0);
  if (fresh) found->second = least_area(candidate);
  return found->second;
}

int PageFitter::least_area(const PageCandidate& candidate) const {
  const int columns = stock_.context().layout.grid.columns,
            rows = stock_.context().layout.grid.rows;
  const ShapeTable shapes = shapes_of(candidate, columns, rows);
  double least = kImpossible;
  // What no page holds at once takes its copy's rows and a head.
  int area = columns * rows / 2;
  if (candidate.kind == LeafKind::Story)
    area = stock_.story(candidate.articles[0]).rows(candidate.part.from) + kHeadOfLong * columns;
  for (int w = 1; w <= columns; ++w) {
    for (int h = 1; h <= rows; ++h) {
      if (shapes.at(w, h).cost < least) least = shapes.at(w, h).cost, area = w * (h + kStoryGap);
    }
  }
  return area;
}

ShapeTable PageFitter::shapes_of(const PageCandidate& c, int columns, int rows) const {
  return c.stands ? make_shapes(c, columns, rows) : known_shapes(c, columns, rows).shapes;
}

PageFitter::Shapes& PageFitter::known_shapes(const PageCandidate& c, int columns, int rows) const {
  auto [known, fresh] = shapes_.try_emplace(shape_key(c, columns, rows));
  if (fresh) known->second.shapes = make_shapes(c, columns, rows);
  return known->second;
}

ShapeChoice PageFitter::truest_choice(const PageCandidate& c, int w, int h, int columns, int rows,
                                      const BookedCorner& corner) const {
  auto [known, fresh] = truest_.try_emplace(WaysKey{
      shape_key(c, columns, rows), {w, h}, numbers_of(corner), moving_cost(weights(), c, w, h)});
  ShapeChoice& choice = known->second;
  if (!fresh) return choice;
  choice = find_truest(c, w, h, columns, rows, corner);
  if (corner.any() || c.stands) return choice;
  Shapes& shapes = known_shapes(c, columns, rows);
  shapes.shapes.at(w, h) = choice;
  shapes.hull.reset();
  return choice;
}

// The choices come the cheapest first: what is amiss in the legs only adds to their costs.
ShapeChoice PageFitter::find_truest(const PageCandidate& c, int w, int h, int columns, int rows,
                                    const BookedCorner& corner) const {
  ShapeChoice best;
  int tries = 0;
  for (ShapeChoice choice : choices(c, w, h, columns, rows, corner)) {
    if (choice.cost >= best.cost || ++tries > kMostChoices) break;
    const ComposedLeaf& leaf = compose(c, w, h, choice.variant);
    choice.cost += fault_cost(weights(), leaf, choice.variant);
    if (choice.cost < best.cost) best = choice;
  }
  return best;
}

ShapeTable PageFitter::make_shapes(const PageCandidate& c, int columns, int rows) const {
  ShapeTable shapes =
      c.kind == LeafKind::Nibs
          ? NibColumn(stock_, c.articles).shapes(columns, rows, c.only_width(), c.whole)
          : stock_.story(c.articles[0]).shapes(c.part, columns, rows);
  if (c.slot || c.stands) limit(weights(), shapes, c);
  return shapes;
}

std::vector<ShapeChoice> PageFitter::choices(const PageCandidate& c, int w, int h, int columns,
                                             int rows, const BookedCorner& corner) const {
  std::vector<ShapeChoice> list =
      stock_.story(c.articles[0]).choices(c.part, w, h, columns, rows, corner);
  for (ShapeChoice& choice : list) choice.cost += moving_cost(weights(), c, w, h);
  return list;
}

const std::vector<JumpWay>& PageFitter::jump_ways(const PageCandidate& c, int w, int h, int columns,
                                                  int rows, const BookedCorner& corner) const {
  const auto [found, fresh] = jump_ways_.try_emplace(WaysKey{
      shape_key(c, columns, rows), {w, h}, numbers_of(corner), moving_cost(weights(), c, w, h)});
  std::vector<JumpWay>& ways = found->second;
  if (!fresh) return ways;
  const Story& story = stock_.story(c.articles[0]);
  for (const ShapeChoice& choice : choices(c, w, h, columns, rows, corner)) {
    if (!choice.variant.jumps) continue;
    const ComposedLeaf& leaf = compose(c, w, h, choice.variant);
    const double faults = fault_cost(weights(), leaf, choice.variant);
    if (faults < weights().real_short_leg)
      ways.push_back({choice, &leaf, faults, story.rows(leaf.reached)});
  }
  std::stable_partition(ways.begin(), ways.end(),
                        [](const JumpWay& way) { return way.faults == 0; });
  return ways;
}

std::vector<ShapeChoice> PageFitter::dog_legs_of(const PageCandidate& c,
                                                 const DogLegRoom& room) const {
  const BookedCorner& corner = room.corner;
  const int w = room.area.w, rows = room.area.h;
  if (c.kind != LeafKind::Story || (c.only_width() > 0 && c.only_width() != w)) return {};
  const auto [found, fresh] =
      dog_legs_.try_emplace({shape_key(c, w, rows), numbers_of(corner), {w, rows}});
  if (fresh) found->second = stock_.story(c.articles[0]).dog_legs(c.part, w, rows, corner);
  std::vector<ShapeChoice> shapes = found->second;
  for (std::size_t h = 0; h < shapes.size(); ++h)
    shapes[h].cost += moving_cost(weights(), c, w, static_cast<int>(h));
  return shapes;
}

const ComposedLeaf& PageFitter::compose(const PageCandidate& c, int w, int h,
                                        const LeafVariant& v) const {
  static const ComposedLeaf nothing;
  if (c.kind == LeafKind::Nibs) return nothing;
  StoryPart part = c.part;
  if (!v.jumps) part.continued_on = 0;
  const LegKey key{{c.articles[0], part.from.block, part.from.line, part.continued_from,
                    part.continued_on, part.over_gutter, part.head_drop},
                   {w, h},
                   {v.headline_rows, v.short_headline, v.headline_lines, v.picture_columns,
                    v.picture_rows, v.jumps, numbers_of(v.corner), v.quote}};
  auto found = composed_.find(key);
  if (found == composed_.end()) {
    found = composed_.emplace(key, stock_.story(c.articles[0]).compose(part, w, h, v, false)).first;
  }
  return found->second;
}

PageFitter::PageKey PageFitter::key_of(const PageWork& work,
                                       const std::vector<std::vector<GridRect>>& ways,
                                       const std::vector<PageCandidate>& candidates) {
  PageKey key;
  for (const std::vector<GridRect>& way : ways) {
    auto& regions = key.first.emplace_back();
    for (const GridRect& box : way) regions.push_back({box.x, box.y, box.w, box.h});
  }
  for (const PageCandidate& c : candidates)
    key.second.push_back(shape_key(c, work.room.area.w, work.room.area.h));
  return key;
}

namespace {

bool same_choices(LeafVariant a, const LeafVariant& b) {
  a.cost = b.cost;
  return a == b;
}

// What a candidate costs where it stands in an earlier plan is no part of the key.
bool may_be_remembered(const std::vector<PageCandidate>& candidates) {
  return std::none_of(candidates.begin(), candidates.end(),
                      [](const PageCandidate& c) { return c.stands.has_value(); });
}

}  // namespace

Attempt PageFitter::attempt(const PageWork& work, std::vector<PageCandidate>& candidates,
                            double most) const {
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const PageCandidate& a, const PageCandidate& b) { return a.priority < b.priority; });
  if (candidates.size() > static_cast<std::size_t>(kMostItems)) return {};
  const auto ways = decompositions(work.room);
  if (ways.empty()) return {};
  if (!may_be_remembered(candidates)) return solve(work, ways, candidates, most);
  auto [found, fresh] = tried_.try_emplace(key_of(work, ways, candidates));
  Tried& tried = found->second;
  if (fresh || (!tried.attempt.solution.found() && tried.most < most))
    tried = {solve(work, ways, candidates, most), most};
  return tried.attempt.solution.cost <= most ? tried.attempt : Attempt();
}

ShapeChoice PageFitter::cheapest_that_fits(const PageCandidate& c, const GridRect& box,
                                           const GridRect& area, const BookedCorner& corner) const {
  int tries = 0;
  for (const ShapeChoice& choice : choices(c, box.w, box.h, area.w, area.h, corner)) {
    if (++tries > kMostChoices) break;
    if (compose(c, box.w, box.h, choice.variant).fits) return choice;
  }
  return {};
}

// A page that fills well needs no dog-leg.
Attempt PageFitter::solve(const PageWork& work, const std::vector<std::vector<GridRect>>& ways,
                          const std::vector<PageCandidate>& candidates, double most) const {
  const bool slots = std::any_of(candidates.begin(), candidates.end(), [](const PageCandidate& c) {
    return c.slot && !c.has_width_alone();
  });
  if (slots) {
    Attempt out = solve_in_slots(work, ways, candidates, most, false);
    if (out.solution.found() && keeps_slots(candidates, out.solution)) return out;
    // However dear: the editor wants it there.
    Attempt kept = solve_in_slots(work, ways, candidates, kImpossible, true);
    if (!kept.solution.found()) return out;
    return kept.solution.cost <= most ? kept : Attempt();
  }
  Attempt out = solve_with(work, ways, candidates, most, std::nullopt);
  if (out.solution.cost < kFillsWell || candidates.size() > kMostBesideDogLeg) return out;
  const std::optional<DogLegRoom> room = dog_leg_room(work.room);
  if (!room || !knobs().dog_legs) return out;
  Attempt other =
      solve_with(work, ways, candidates, std::min(most, out.solution.cost - kDogLegWorth), room);
  return other.solution.found() ? other : out;
}

// A slot that is fixed is cut out of the page's room. So is one whose cuts may move, where the page
// did not come to have what belongs there in it (`may_move`).
Attempt PageFitter::solve_in_slots(const PageWork& work,
                                   const std::vector<std::vector<GridRect>>& ways,
                                   const std::vector<PageCandidate>& candidates, double most,
                                   bool may_move) const {
  const GridRect& area = work.room.area;
  std::vector<KeptBoxes> kept(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Slot* slot = candidates[i].slot;
    if (slot && !candidates[i].has_width_alone() && (may_move || slot->kind == SlotKind::Fixed))
      kept[i] = {boxes_in(*slot, shapes_of(candidates[i], area.w, area.h), area),
                 slot->kind == SlotKind::Fixed, slot->kind == SlotKind::Auto};
  }
  const auto round = ways_round(ways, kept);
  return round.empty() ? Attempt() : solve_with(work, round, candidates, most, std::nullopt, kept);
}

Attempt PageFitter::solve_with(const PageWork& work, const std::vector<std::vector<GridRect>>& ways,
                               const std::vector<PageCandidate>& candidates, double most,
                               const std::optional<DogLegRoom>& dog_leg,
                               const std::vector<KeptBoxes>& kept) const {
  Attempt out;
  out.dog_leg = dog_leg;
  if (!kept.empty()) out.ways = ways, out.kept = kept;
  std::vector<PageItem> items;
  for (const PageCandidate& c : candidates) {
    items.push_back(item_of(c, shapes_of(c, work.room.area.w, work.room.area.h)));
    if (!c.stands) items.back().hull = &hull_of(work, c);
    if (dog_leg) items.back().dog_legs = dog_legs_of(c, *dog_leg);
    if (!kept.empty()) keep(items.back(), kept[items.size() - 1]);
  }
  std::vector<int> refused(candidates.size(), 0);
  // What really fills a rectangle that was refused, by item and rectangle.
  std::map<std::pair<std::size_t, std::pair<int, int>>, ShapeChoice> known;
  double at_least = 0;  // a shape that is refused makes the page dearer
  for (int tries = 0; tries < kMostTries; ++tries) {
    out.solution = solve_page(items, ways, weights(), {at_least, most}, dog_leg);
    at_least = out.solution.cost;
    out.leaves.clear();
    if (!out.solution.found()) return out;
    bool all_fit = true;
    for (const PlacedItem& placed : out.solution.placed) {
      const PageCandidate& c = candidates[placed.item];
      out.leaves.push_back(&compose(c, placed.box.w, placed.box.h, placed.variant));
      if (c.kind != LeafKind::Nibs && !out.leaves.back()->fits && placed.variant.corner.any()) {
        items[placed.item].dog_legs[static_cast<std::size_t>(placed.box.h)] =
            cheapest_that_fits(c, placed.box, work.room.area, placed.variant.corner);
        all_fit = false;
      } else if (c.kind != LeafKind::Nibs && !out.leaves.back()->fits) {
        refused[placed.item] += kReserveStep;
        items[placed.item].hull = nullptr;
        PageCandidate roomier = c;
        roomier.part.reserve = refused[placed.item];
        items[placed.item].shapes = shapes_of(roomier, work.room.area.w, work.room.area.h);
        // Where the rectangle is far too large, its story asks for the same again.
        for (const auto& [place, choice] : known) {
          if (place.first == placed.item)
            items[placed.item].shapes.at(place.second.first, place.second.second) = choice;
        }
        ShapeChoice& shape = items[placed.item].shapes.at(placed.box.w, placed.box.h);
        if (same_choices(shape.variant, placed.variant)) {
          shape = cheapest_that_fits(c, placed.box, work.room.area, {});
          known[{placed.item, {placed.box.w, placed.box.h}}] = shape;
        }
        all_fit = false;
      }
    }
    if (all_fit) return out;
    out.refused = true;
  }
  return {};
}

const CostHull& PageFitter::hull_of(const PageWork& work, const PageCandidate& c) const {
  Shapes& shapes = known_shapes(c, work.room.area.w, work.room.area.h);
  if (!shapes.hull) shapes.hull = forme::hull_of({shapes.shapes});
  return *shapes.hull;
}

double PageFitter::least_cost(const PageWork& work,
                              const std::vector<PageCandidate>& candidates) const {
  std::vector<const CostHull*> items;
  for (const PageCandidate& c : candidates) items.push_back(&hull_of(work, c));
  return PageBound::least_of(items, PageBound::rooms_of(decompositions(work.room), weights()));
}

Attempt PageFitter::level_legs(const PageWork& work, const std::vector<PageCandidate>& candidates,
                               const Attempt& found, double most) const {
  if (!found.solution.found() || !knobs().levelling) {
    Attempt same = found;
    same.level_cost = found.solution.cost;
    return same;
  }
  if (!may_be_remembered(candidates)) return level(work, candidates, found, most);
  auto [known, fresh] = levelled_.try_emplace(key_of(work, decompositions(work.room), candidates));
  Tried& tried = known->second;
  if (fresh || (tried.attempt.level_cost == kImpossible && tried.most < most))
    tried = {level_anew(work, candidates, found, most), most};
  return tried.attempt;
}

// The legs of a page with a dog-leg may fall worse than those of the page without.
Attempt PageFitter::level_anew(const PageWork& work, const std::vector<PageCandidate>& candidates,
                               const Attempt& found, double most) const {
  Attempt best = level(work, candidates, found, most);
  if (!found.dog_leg) return best;
  most = std::min(most, best.level_cost);
  const Attempt plain = solve_with(work, decompositions(work.room), candidates, most, std::nullopt);
  if (!plain.solution.found()) return best;
  Attempt other = level(work, candidates, plain, most);
  return other.level_cost < best.level_cost ? other : best;
}

Attempt PageFitter::level(const PageWork& work, const std::vector<PageCandidate>& candidates,
                          const Attempt& found, double most) const {
  PageSolution better = LegLeveller(*this, work, candidates, found).run(most);
  if (better.found() && keeps_slots(candidates, found.solution) &&
      !keeps_slots(candidates, better)) {
    const Attempt kept =
        solve_in_slots(work, decompositions(work.room), candidates, kImpossible, true);
    better = {};
    if (kept.solution.found()) return level(work, candidates, kept, most);
  }
  if (!better.found()) {
    Attempt same = found;
    same.level_cost = most < kImpossible ? kImpossible : found.solution.cost;
    return same;
  }
  Attempt level;
  level.dog_leg = found.dog_leg;
  level.ways = found.ways, level.kept = found.kept;
  level.solution = std::move(better);
  for (const PlacedItem& placed : level.solution.placed) {
    level.leaves.push_back(
        &compose(candidates[placed.item], placed.box.w, placed.box.h, placed.variant));
  }
  level.level_cost = level.solution.cost;
  level.solution.cost = found.solution.cost;
  return level;
}

}  // namespace forme
