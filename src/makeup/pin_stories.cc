#include <fmt/format.h>

#include <algorithm>

#include "makeup/nibs.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kColumnOfNibs = 0.75;  // of a page's depth, that a column of nibs takes

// Gives pages what the editor placed on them.
class StoryPinner {
 public:
  explicit StoryPinner(IssueWork& all) : all_(all) {}

  void pin() {
    const Flatplan& flatplan = all_.issue.manifest.flatplan;
    for (const FlatplanPage& declared : flatplan.list) {
      if (declared.first < 1 || declared.first > static_cast<int>(all_.pages.size())) continue;
      PageWork& work = all_.pages[static_cast<std::size_t>(declared.first - 1)];
      for (const Place& place : declared.places) pin_one(work, place);
      for (const std::string& id : declared.autos) pin_one(work, {id, "", 0, declared.where});
    }
    for (PageWork& work : all_.pages) gather_nibs(work);
    if (all_.large_first && stories_wait()) spread_nibs();
  }

 private:
  void pin_one(PageWork& work, const Place& place) {
    const std::size_t index = all_.index_of(place.article);
    if (!all_.waiting.count(index)) return;
    PageCandidate c = all_.candidate_of(index);
    c.pinned = true;
    c.part.continued_on = place.jump_to;
    c.part.asked_to_jump = place.jump_to > 0;
    if (!place.slot.empty()) c.slot = slot_for(work, place);
    if (c.slot) c.part.head_drop = c.slot->head_drop;
    all_.waiting.erase(index);
    work.candidates.push_back(std::move(c));
  }

  // The slot that the place names, where it can be had; else it is said why not.
  const Slot* slot_for(const PageWork& work, const Place& place) {
    const std::vector<Slot>& slots = work.kind->slots;
    const auto slot =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.id == place.slot; });
    if (slot == slots.end()) {
      all_.diagnostics.warning(place.where,
                               fmt::format("page {} has no slot '{}': '{}' stands anywhere on it",
                                           work.page.folio, place.slot, place.article),
                               "slots are named in the layout");
      return nullptr;
    }
    if (slot->kind == SlotKind::Fixed) note_bookings(work, place, *slot);
    return &*slot;
  }

  // A slot that is fixed is a booking as an advert is.
  void note_bookings(const PageWork& work, const Place& place, const Slot& slot) {
    for (const Advert* advert : work.adverts) {
      for (const PlanLeaf& leaf : work.room.booked) {
        if (leaf.kind != LeafKind::Advert || leaf.ids.front() != advert->id ||
            !overlap(leaf.box, slot.box))
          continue;
        all_.diagnostics.error(
            place.where,
            fmt::format("advert {} and '{}' in slot '{}' ask for the same place on page {}",
                        advert_name(*advert), place.article, slot.id, work.page.folio),
            "move one of them to another page, position or slot");
      }
    }
  }

  // The nibs of a page stand in one column.
  void gather_nibs(PageWork& work) {
    PageCandidate column;
    column.kind = LeafKind::Nibs;
    column.priority = kNibPriority;
    const Slot* slot = nullptr;  // that a nib is placed in, else the one for nibs
    for (const PageCandidate& c : work.candidates) {
      if (c.kind != LeafKind::Nibs) continue;
      column.articles.insert(column.articles.end(), c.articles.begin(), c.articles.end());
      column.pinned = true;
      if (!slot) slot = c.slot;
    }
    std::erase_if(work.candidates, [](const PageCandidate& c) { return c.kind == LeafKind::Nibs; });
    for (const Slot& s : work.kind->slots) {
      if (s.content == "nibs" && !slot) slot = &s;
    }
    // A page with a slot for nibs takes those that wait, as far as they fit; where there is nothing
    // else to stand beside the slot, over its whole width.
    if (slot) {
      if (!work.candidates.empty() || stories_wait()) {
        column.slot = slot;
      }
      for (std::size_t i : all_.waiting) {
        if (all_.article(i).genre == Genre::Nib) column.articles.push_back(i);
      }
    }
    if (!column.articles.empty()) {
      for (std::size_t i : column.articles) all_.waiting.erase(i);
      work.candidates.push_back(std::move(column));
    }
  }

  // Nibs that no page has a slot for stand in columns on the pages with most room, before stories
  // take all of it. The front is for leads.
  void spread_nibs() {
    while (true) {
      PageCandidate column;
      column.kind = LeafKind::Nibs;
      column.priority = kNibPriority;
      for (std::size_t i : all_.waiting) {
        if (all_.article(i).genre == Genre::Nib) column.articles.push_back(i);
      }
      PageWork* best = nullptr;
      for (PageWork& work : all_.pages) {
        if (work.page.folio == 1 || work.page.sent || has_nibs(work)) continue;
        if (!best || work.room.rows_free() > best->room.rows_free()) best = &work;
      }
      if (column.articles.empty() || !best) return;
      const auto depth = static_cast<int>(best->room.area.h * kColumnOfNibs);
      const std::size_t count = NibColumn(all_.stock, column.articles).count(1, depth);
      if (count == 0) return;
      column.articles.resize(count);
      for (std::size_t i : column.articles) all_.waiting.erase(i);
      best->candidates.push_back(std::move(column));
    }
  }

  static bool has_nibs(const PageWork& work) {
    return std::any_of(work.candidates.begin(), work.candidates.end(),
                       [](const PageCandidate& c) { return c.kind == LeafKind::Nibs; });
  }

  bool stories_wait() const {
    return std::any_of(all_.waiting.begin(), all_.waiting.end(), [&](std::size_t i) {
      return all_.article(i).genre != Genre::Nib && all_.article(i).genre != Genre::Filler;
    });
  }

  IssueWork& all_;
};

}  // namespace

void pin_stories(IssueWork& all) {
  StoryPinner(all).pin();
}

}  // namespace forme
