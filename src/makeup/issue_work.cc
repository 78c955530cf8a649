#include "makeup/issue_work.h"

#include <algorithm>

#include "makeup/furniture.h"
#include "makeup/leg_faults.h"
#include "makeup/nibs.h"

namespace forme {
LeafKind leaf_kind_of(Genre genre) {
  switch (genre) {
    case Genre::Nib:
      return LeafKind::Nibs;
    case Genre::Letters:
      return LeafKind::Letters;
    case Genre::Listing:
      return LeafKind::Listing;
    case Genre::Panel:
      return LeafKind::Call;
    default:
      return LeafKind::Story;
  }
}

IssueWork::IssueWork(const StoryStock& stories, const PageFitter& tried, Diagnostics& told)
    : stock(stories),
      fitter(tried),
      issue(stories.context().issue),
      layout(stories.context().layout),
      diagnostics(told),
      imprint_rows(forme::imprint_rows(stories.context())) {}

std::size_t IssueWork::index_of(const std::string& id) const {
  for (std::size_t i = 0; i < issue.articles.size(); ++i) {
    if (issue.articles[i].id == id) return i;
  }
  return issue.articles.size();
}

PageCandidate IssueWork::candidate_of(std::size_t index) const {
  PageCandidate c;
  c.kind = leaf_kind_of(article(index).genre);
  c.articles = {index};
  c.priority = article(index).genre == Genre::Panel ? 6 : article(index).priority;
  return c;
}

PageCandidate IssueWork::candidate_of(const PlanLeaf& leaf, const PageKind& kind) const {
  PageCandidate c;
  c.kind = leaf.kind;
  for (const std::string& id : leaf.ids) c.articles.push_back(index_of(id));
  c.part = part_of(leaf, kind);
  c.pinned = true;
  c.priority = leaf.kind == LeafKind::Nibs ? kNibPriority : candidate_of(c.articles[0]).priority;
  if (c.part.turn()) c.priority = std::max(3, c.priority);
  // Where an editor moved it out of its slot it stands as she wants.
  for (const Slot& s : kind.slots) {
    if (leaf.slot.empty() || s.id != leaf.slot) continue;
    c.slot = &s;
    if (!c.has_width_alone() && !stands_in(s, leaf.box)) c.slot = nullptr;
  }
  return c;
}

bool IssueWork::placed_by_editor(std::size_t index) const {
  const std::vector<FlatplanPage>& list = issue.manifest.flatplan.list;
  return std::any_of(list.begin(), list.end(), [&](const FlatplanPage& page) {
    return has_place_for(page, article(index).id);
  });
}

bool has_place_for(const FlatplanPage& page, const std::string& article) {
  return std::find(page.autos.begin(), page.autos.end(), article) != page.autos.end() ||
         std::any_of(page.places.begin(), page.places.end(),
                     [&](const Place& place) { return place.article == article; });
}

bool may_stand_on(const Flatplan& flatplan, const std::string& article, int folio) {
  bool given = false;
  for (const FlatplanPage& page : flatplan.list) {
    if (!has_place_for(page, article)) continue;
    if (page.first <= folio && folio <= page.last) return true;
    given = true;
  }
  return !given;
}

bool IssueWork::leads_alone(std::size_t index) const {
  return pages.front().candidates.empty() &&
         std::all_of(waiting.begin(), waiting.end(), [&](std::size_t other) {
           return other == index || article(other).genre == Genre::Filler;
         });
}

std::vector<PageCandidate> IssueWork::candidates_on(const PageWork& work) const {
  std::vector<PageCandidate> list;
  for (const PlanLeaf& leaf : work.page.leaves) {
    if (carries_copy(leaf.kind)) list.push_back(candidate_of(leaf, *work.kind));
  }
  return list;
}

PageRoom IssueWork::room_of(std::size_t page, const std::vector<const Advert*>& adverts,
                            Diagnostics& clashes) const {
  const bool promos = page == 0 && !issue.manifest.promos.empty();
  PageRoom room = page_room(*pages[page].kind, layout, adverts, promos, clashes);
  if (page == imprint_page) book_imprint(room, imprint_rows);
  return room;
}

bool IssueWork::takes_slot(std::size_t page, const PageRoom& room) const {
  const auto taken = [&](const Slot& slot) {
    return slot.kind == SlotKind::Fixed &&
           std::any_of(room.booked.begin(), room.booked.end(), [&](const PlanLeaf& leaf) {
             return leaf.kind == LeafKind::Advert && overlap(leaf.box, slot.box);
           });
  };
  for (const FlatplanPage& entry : issue.manifest.flatplan.list) {
    if (entry.first != pages[page].page.folio) continue;
    for (const Place& place : entry.places) {
      for (const Slot& slot : pages[page].kind->slots)
        if (!place.slot.empty() && slot.id == place.slot && taken(slot)) return true;
    }
  }
  return false;
}

const PageWork* IssueWork::facing(const PageWork& work) const {
  const int folio = work.page.folio ^ 1;  // an even page is a left one
  const auto found = std::find_if(pages.begin(), pages.end(),
                                  [&](const PageWork& p) { return p.page.folio == folio; });
  return found == pages.end() ? nullptr : &*found;
}

const Advert* IssueWork::rival_near(const Advert& advert, const PageWork& work) const {
  if (advert.keep_apart.empty()) return nullptr;
  for (const PageWork* page : {&work, facing(work)}) {
    if (!page) continue;
    for (const Advert* other : page->adverts) {
      if (other->keep_apart == advert.keep_apart) return other;
    }
  }
  return nullptr;
}

std::vector<std::vector<std::size_t>> IssueWork::filler_groups() const {
  std::vector<std::size_t> fillers;
  for (std::size_t i : waiting) {
    if (article(i).genre == Genre::Filler) fillers.push_back(i);
  }
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t n = 0; n < fillers.size(); ++n) {
    groups.push_back({fillers[n]});
    if (n + 1 < fillers.size()) groups.push_back({fillers[n], fillers[n + 1]});
  }
  return groups;
}

bool IssueWork::all_wait(const std::vector<std::size_t>& articles) const {
  return std::all_of(articles.begin(), articles.end(),
                     [&](std::size_t i) { return waiting.contains(i); });
}

std::vector<PageCandidate> IssueWork::with_fillers(std::vector<PageCandidate> chosen,
                                                   const std::vector<std::size_t>& fillers) const {
  for (std::size_t index : fillers) {
    chosen.push_back(candidate_of(index));
    chosen.back().priority = 5;
  }
  return chosen;
}

void IssueWork::give_back(const PageCandidate& c) {
  if (c.part.continued_from > 0) {
    homeless_turns.push_back(c);
    return;
  }
  for (std::size_t i : c.articles) waiting.insert(i);
}

PlanLeaf leaf_of(const PageCandidate& c, const PlacedItem& placed) {
  PlanLeaf leaf;
  leaf.kind = c.kind;
  if (c.slot) leaf.slot = c.slot->id;
  leaf.box = placed.box;
  leaf.variant = placed.variant;
  leaf.from = c.part.from;
  leaf.continued_from = c.part.continued_from;
  leaf.over_gutter = c.part.over_gutter && (c.part.turn() || placed.variant.jumps);
  return leaf;
}

int spare_rows(const Attempt& made) {
  int spare = 0;
  for (const ComposedLeaf* leaf : made.leaves) spare += leaf->free_rows;
  for (const GridRect& hole : made.solution.holes) spare += hole.w * hole.h;
  return spare;
}

bool has_short_legs(const Attempt& made, std::size_t n) {
  return leg_faults(made.leaves[n]->spaces, made.solution.placed[n].variant.jumps).short_legs > 0;
}

bool has_short_legs(const Attempt& made) {
  for (std::size_t n = 0; n < made.leaves.size(); ++n)
    if (has_short_legs(made, n)) return true;
  return false;
}

void IssueWork::accept(PageWork& work, const std::vector<PageCandidate>& chosen,
                       const Attempt& found) {
  take(work, chosen, fitter.level_legs(work, chosen, found));
}

void IssueWork::take(PageWork& work, const std::vector<PageCandidate>& chosen,
                     const Attempt& best) {
  work.solved = true;
  work.cost = best.solution.cost;
  work.level_cost = best.level_cost;
  work.spare = spare_rows(best);
  forget_turns_from(work.page.folio);
  work.page.leaves = work.room.booked;
  work.page.solved = best.level_cost < kImpossible ? best.level_cost : best.solution.cost;
  work.page.runners_up.clear();
  for (const PageSolution& next : best.solution.next) {
    RunnerUp& other = work.page.runners_up.emplace_back();
    other.cost = next.cost;
    for (const PlacedItem& placed : next.placed) {
      other.leaves.push_back(leaf_of(chosen[placed.item], placed));
      for (std::size_t i : chosen[placed.item].articles)
        other.leaves.back().ids.push_back(article(i).id);
    }
  }
  for (const PageCandidate& c : chosen) {
    if (!c.pinned) {
      for (std::size_t i : c.articles) waiting.erase(i);
    }
  }
  for (std::size_t n = 0; n < best.solution.placed.size(); ++n) {
    const PlacedItem& placed = best.solution.placed[n];
    const PageCandidate& c = chosen[placed.item];
    PlanLeaf leaf = leaf_of(c, placed);
    std::vector<std::size_t> here = c.articles;
    if (c.kind == LeafKind::Nibs) {
      const std::size_t fit = NibColumn(stock, c.articles).count(placed.box.w, placed.box.h);
      for (std::size_t i = fit; i < here.size(); ++i) waiting.insert(here[i]);
      here.resize(fit);
    }
    for (std::size_t i : here) leaf.ids.push_back(article(i).id);
    if (placed.variant.jumps) {
      leaf.continued_on = c.part.continued_on;
      turn(c, best.leaves[n]->reached, work.page.folio);
    }
    if (c.part.turn()) note_turn(c, work.page.folio);
    work.page.leaves.push_back(std::move(leaf));
  }
}

PageCandidate IssueWork::turn_of(const PageCandidate& from, GalleyPlace reached, int page) {
  PageCandidate rest = from;
  rest.part = {};
  rest.part.from = reached;
  rest.part.continued_from = page;
  rest.part.over_gutter = from.part.over_gutter;
  rest.slot = nullptr;
  rest.pinned = true;
  // What runs on over the gutter stands before everything else of its page; on the page that faces
  // its beginning a turn stands as that does.
  const bool faces = page % 2 == 0 && from.part.continued_on == page + 1;
  rest.priority = from.part.over_gutter ? kRunsOnPriority
                  : faces               ? from.priority
                                        : std::max(3, from.priority);
  return rest;
}

// What turned from a page when it was made otherwise, and stands nowhere yet.
void IssueWork::forget_turns_from(int page) {
  const auto turned = [&](const PageCandidate& c) { return c.part.continued_from == page; };
  for (PageWork& work : pages) {
    if (!work.solved) std::erase_if(work.candidates, turned);
  }
  std::erase_if(homeless_turns, turned);
}

// A turn that its page had no room for stands on another: its beginning says so.
void IssueWork::note_turn(const PageCandidate& turn, int page) {
  for (PageWork& work : pages) {
    if (work.page.folio != turn.part.continued_from) continue;
    for (PlanLeaf& leaf : work.page.leaves) {
      if (leaf.continued_on > 0 && leaf.ids.front() == article(turn.articles.front()).id)
        leaf.continued_on = page;
    }
  }
}

void IssueWork::turn(const PageCandidate& from, GalleyPlace reached, int page) {
  const PageCandidate rest = turn_of(from, reached, page);
  for (PageWork& work : pages) {
    if (work.page.folio == from.part.continued_on && !work.solved) {
      work.candidates.push_back(rest);
      return;
    }
  }
  homeless_turns.push_back(rest);
}

}  // namespace forme
