#include <fmt/format.h>

#include <algorithm>

#include "makeup/plan_reviser.h"

// Late stories that the flatplan gives a page or a slot: there they go, or it is said why not.
namespace forme {
namespace {

const Slot* slot_of(const PageKind& kind, const std::string& id) {
  const auto found = std::find_if(kind.slots.begin(), kind.slots.end(),
                                  [&](const Slot& slot) { return slot.id == id; });
  return id.empty() || found == kind.slots.end() ? nullptr : &*found;
}

std::string pages_name(const FlatplanPage& page) {
  return page.first == page.last ? fmt::format("page {}", page.first)
                                 : fmt::format("pages {} to {}", page.first, page.last);
}

}  // namespace

std::optional<PlanReviser::Wish> PlanReviser::wish_for(std::size_t article) const {
  const std::string& id = all_.article(article).id;
  for (const FlatplanPage& page : all_.issue.manifest.flatplan.list) {
    for (const Place& place : page.places) {
      if (place.article == id) return Wish{&page, place, {}};
    }
    for (std::size_t i = 0; i < page.autos.size(); ++i) {
      if (page.autos[i] == id) return Wish{&page, {id, "", 0, page.autos_where[i]}, {}};
    }
  }
  return std::nullopt;
}

// False, and it is said why, where no page of the wish may be touched.
bool PlanReviser::may_be_had(const Wish& wish) {
  bool known = false, open = false;
  for (const PageWork& work : all_.pages) {
    if (work.page.folio < wish.page->first || work.page.folio > wish.page->last) continue;
    known = true;
    open = open || !work.page.sent;
  }
  if (open) return true;
  all_.diagnostics.warning(
      wish.place.where,
      fmt::format("'{}' came late and has no place: {} {}", wish.place.article,
                  pages_name(*wish.page), known ? "was sent" : "is not in the plan that was given"),
      known ? "give it another page, or take the page back if it can still be had: sent=\"false\""
            : "give it a page of that plan");
  return false;
}

// The page that the story is to go on on. Where that cannot be had it is said, and the wish goes.
void PlanReviser::find_turn(Wish& wish) {
  if (wish.place.jump_to == 0) return;
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    const PlanPage& page = all_.pages[p].page;
    if (page.folio == wish.place.jump_to && !page.sent) wish.turn = p;
  }
  if (wish.turn) return;
  all_.diagnostics.warning(
      wish.place.where,
      fmt::format("'{}' came late and cannot turn to page {}, which was sent or is not in the plan",
                  wish.place.article, wish.place.jump_to),
      "let it turn to another page");
}

PageCandidate PlanReviser::candidate_for(const Wish& wish, std::size_t article,
                                         const Slot* slot) const {
  PageCandidate c = all_.candidate_of(article);
  c.pinned = true;
  c.whole = true;
  if (c.kind == LeafKind::Nibs) c.priority = kNibPriority;
  c.part.asked_to_jump = wish.place.jump_to > 0;
  if (slot) {
    c.slot = slot;
    c.part.head_drop = slot->head_drop;
    // It has the head of the slot, over who had it and matters as much.
    c.priority = 0;
  }
  return c;
}

// The cheapest way to have the story on the page: among what stands there, going on elsewhere, or
// in the place of another story.
PlanReviser::TwoPages PlanReviser::by_wish(std::size_t page, const PartTask& task,
                                           const Wish& wish) {
  TwoPages way;
  way.here = best(page, task);
  way.cost = way.here.cost;
  if (!way.here.found() || wish.turn) {
    TwoPages jumping = by_late_jump(page, task, wish);
    if (jumping.cost < way.cost) way = std::move(jumping);
  }
  // The editor wants the late one there, whatever the priority of what leaves the page for it.
  return way.cost < kImpossible ? way : by_moving_out(page, task, 0);
}

// Where the flatplan says no page for the turn, to any later one.
PlanReviser::TwoPages PlanReviser::by_late_jump(std::size_t page, const PartTask& task,
                                                const Wish& wish) {
  TwoPages way;
  const PageWork& work = all_.pages[page];
  const std::size_t article = task.extra->articles[0];
  if (task.extra->kind != LeafKind::Story ||
      all_.stock.story(article).rows() < kJumpLeast + kTurnLeast)
    return way;
  PartTask jump = task;
  jump.extra->part.continued_on =
      wish.turn ? all_.pages[*wish.turn].page.folio : work.page.folio + 1;
  way.here = best(page, jump);
  const auto opening =
      std::find_if(way.here.leaves.begin(), way.here.leaves.end(), [&](const PlanLeaf& leaf) {
        return leaf.ids[0] == wish.place.article && leaf.continued_on > 0;
      });
  if (opening == way.here.leaves.end()) return {};
  if (wish.turn) {
    PartTask there;
    there.extra = turn_of(*opening, work);
    way.other = *wish.turn;
    way.there = best(*wish.turn, there);
    way.cost = way.here.cost + way.there.cost;
  } else {
    put_elsewhere(way, page, turn_of(*opening, work));
    opening->continued_on = all_.pages[way.other].page.folio;
  }
  return way;
}

// Whether stories of the page that jump may be cut elsewhere: not where the page of a turn was
// sent.
bool PlanReviser::may_recut(const PlanPage& page) const {
  return std::none_of(page.leaves.begin(), page.leaves.end(), [&](const PlanLeaf& leaf) {
    if (leaf.continued_on == 0) return false;
    return std::any_of(all_.pages.begin(), all_.pages.end(), [&](const PageWork& work) {
      return work.page.folio == leaf.continued_on && work.page.sent;
    });
  });
}

// Whether the page has the story now. Who has the slot in the earlier plan gives it up.
bool PlanReviser::place_on(std::size_t page, const Wish& wish, std::size_t article,
                           const Slot* slot) {
  PartTask task;
  task.extra = candidate_for(wish, article, slot);
  if (!may_come(all_.pages[page].page, all_.pages[page].page, *task.extra)) return false;
  task.wished = true;
  task.slot = slot;
  std::vector<PlanLeaf>& leaves = all_.pages[page].page.leaves;
  const std::vector<PlanLeaf> before = leaves;
  bool jumps = false;
  for (std::size_t i = 0; slot && i < leaves.size(); ++i) {
    if (leaves[i].slot != slot->id || !carries_copy(leaves[i].kind) || !known(leaves[i])) continue;
    leaves[i].slot.clear();
    task.also.insert(i);
    jumps = jumps || leaves[i].continued_on > 0;
  }
  TwoPages way;
  for (const bool recut : {false, true}) {
    if (way.cost < kImpossible || (recut ? !may_recut(all_.pages[page].page) : jumps)) continue;
    task.recut = recut;
    way = by_wish(page, task, wish);
  }
  if (way.cost >= kImpossible) {
    leaves = before;
    return false;
  }
  const std::vector<PlanLeaf> made = way.here.leaves;
  accept(page, std::move(way), reason(article));
  for (const PlanLeaf& leaf : made) {
    const std::size_t other = all_.index_of(leaf.ids[0]);
    if (task.recut && leaf.continued_from == 0 && other != article && find(other, true))
      follow_jump(other);
  }
  return true;
}

// Gives why not; empty: it is there.
std::string PlanReviser::place_in_slot(const Wish& wish, std::size_t article) {
  std::string why = fmt::format("{} has no slot '{}'", pages_name(*wish.page), wish.place.slot);
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    const Slot* slot = slot_of(*all_.pages[p].kind, wish.place.slot);
    if (!slot || !may_take(all_.pages[p].page, article)) continue;
    if (place_on(p, wish, article, slot)) return {};
    why = fmt::format("slot '{}' has no room for it", wish.place.slot);
  }
  return why;
}

bool PlanReviser::place_on_page(const Wish& wish, std::size_t article) {
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    if (may_take(all_.pages[p].page, article) && place_on(p, wish, article, nullptr)) return true;
  }
  return false;
}

// What the flatplan says of a late story is kept, however much of the page is made again for it.
void PlanReviser::place_wished(Wish wish, std::size_t article) {
  if (!may_be_had(wish)) return;
  find_turn(wish);
  std::string why;
  if (!wish.place.slot.empty()) {
    why = place_in_slot(wish, article);
    if (why.empty()) return;
  }
  const std::string& id = wish.place.article;
  if (!place_on_page(wish, article)) {
    all_.diagnostics.warning(
        wish.place.where,
        fmt::format("'{}' came late, and {} has no room for it, even where another story leaves",
                    id, pages_name(*wish.page)),
        "shorten it, or take a story that is placed there from the page");
  } else if (!why.empty()) {
    all_.diagnostics.warning(wish.place.where,
                             fmt::format("'{}' came late and stands elsewhere on {}: {}", id,
                                         pages_name(*wish.page), why));
  }
}

}  // namespace forme
