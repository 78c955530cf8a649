#include "makeup/given_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "makeup/issue_work.h"
#include "makeup/page_room.h"

namespace forme {
namespace {

bool inside(const GridRect& box, const GridRect& area) {
  return box.w > 0 && box.h > 0 && box.w <= area.w && box.h <= area.h && box.x >= area.x &&
         box.y >= area.y && box.x <= area.right() - box.w && box.y <= area.bottom() - box.h;
}

// A dog-leg has columns beside the corner, and rows over it or under it.
bool leaves_a_dog_leg(const GridRect& box, const BookedCorner& corner) {
  const bool none = corner.columns == 0 && corner.rows == 0;
  return none ||
         (corner.columns > 0 && corner.columns < box.w && corner.rows > 0 && corner.rows < box.h);
}

std::string words(const GridRect& box) {
  return fmt::format("{} {} {} {}", box.x, box.y, box.w, box.h);
}

std::string name_of(const PlanLeaf& leaf) {
  return leaf.ids.empty() ? std::string("the ") + leaf_kind_name(leaf.kind)
                          : "'" + leaf.ids.front() + "'";
}

class Checker {
 public:
  Checker(const Plan& plan, const Issue& issue, const Layout& layout, int imprint_rows)
      : plan_(plan), issue_(issue), layout_(layout), imprint_rows_(imprint_rows) {}

  std::string run() {
    if (std::string wrong = of_paper(); !wrong.empty()) return wrong;
    for (const PlanPage& page : plan_.pages) {
      std::string wrong = of_page(page);
      if (!wrong.empty()) return fmt::format("page {}: {}", page.folio, wrong);
    }
    if (std::string wrong = of_turns(); !wrong.empty()) return wrong;
    return of_bookings();
  }

 private:
  std::string of_paper() const {
    if (!plan_.paper.empty() && plan_.paper != issue_.manifest.slug)
      return fmt::format("it is a plan of '{}', not of '{}'", plan_.paper, issue_.manifest.slug);
    if (!plan_.number.empty() && plan_.number != issue_.manifest.number)
      return fmt::format("it is a plan of number '{}', not of '{}'", plan_.number,
                         issue_.manifest.number);
    if (!plan_.layout.empty() && plan_.layout != layout_.id)
      return fmt::format("it is made for the layout '{}', not '{}'", plan_.layout, layout_.id);
    if (plan_.pages.empty()) return "it has no pages";
    for (std::size_t i = 0; i < plan_.pages.size(); ++i) {
      const int folio = plan_.pages[i].folio;
      if (folio != static_cast<int>(i) + 1)
        return fmt::format("page {} stands where page {} should", folio, i + 1);
    }
    const int said = issue_.manifest.flatplan.pages;
    if (said > 0 && said != static_cast<int>(plan_.pages.size()))
      return fmt::format("it has {} pages, and the flatplan says {}", plan_.pages.size(), said);
    return {};
  }

  bool is_sent(const PlanPage& page) const {
    const auto& list = issue_.manifest.flatplan.list;
    return page.sent || std::any_of(list.begin(), list.end(), [&](const FlatplanPage& entry) {
             return entry.sent && entry.first <= page.folio && page.folio <= entry.last;
           });
  }

  std::string of_page(const PlanPage& page) {
    Diagnostics none;
    const GridRect area = page_room(layout_.page(page.kind), layout_, {}, false, none).area;
    const GridRect grid{0, 0, layout_.grid.columns, layout_.grid.rows};
    const std::vector<Slot>& slots = layout_.page(page.kind).slots;
    for (const PlanLeaf& leaf : page.leaves) {
      std::string wrong = of_leaf(leaf, is_sent(page));
      const bool has_slot =
          leaf.slot.empty() || std::any_of(slots.begin(), slots.end(),
                                           [&](const Slot& slot) { return slot.id == leaf.slot; });
      if (wrong.empty() && !has_slot)
        wrong = fmt::format("it has no slot '{}' for {}", leaf.slot, name_of(leaf));
      if (wrong.empty() && !inside(leaf.box, grid)) {
        wrong = fmt::format("the rectangle {} of {} is outside the grid of {} x {}",
                            words(leaf.box), name_of(leaf), grid.w, grid.h);
      }
      if (wrong.empty() && carries_copy(leaf.kind) && !inside(leaf.box, area)) {
        wrong = fmt::format("the rectangle {} of {} stands on what the page has at its edges",
                            words(leaf.box), name_of(leaf));
      }
      if (wrong.empty()) wrong = of_fixed_size(leaf, area);
      if (const BookedCorner& corner = leaf.variant.corner;
          wrong.empty() && !leaves_a_dog_leg(leaf.box, corner)) {
        wrong = fmt::format("a corner of {} x {} leaves no dog-leg of {} x {}", corner.columns,
                            corner.rows, leaf.box.w, leaf.box.h);
      }
      if (!wrong.empty()) return wrong;
    }
    for (std::size_t a = 0; a < page.leaves.size(); ++a) {
      for (std::size_t b = a + 1; b < page.leaves.size(); ++b) {
        const PlanLeaf &one = page.leaves[a], &other = page.leaves[b];
        if (overlap(one.box, one.variant.corner, other.box, other.variant.corner))
          return fmt::format("{} at {} and {} at {} stand on one another", name_of(one),
                             words(one.box), name_of(other), words(other.box));
      }
    }
    for (const PlanLeaf& leaf : page.leaves) {
      if (std::string wrong = of_choices(leaf); carries_copy(leaf.kind) && !wrong.empty())
        return wrong;
      for (const std::string& id : leaf.ids) {
        const bool turn = leaf.continued_from > 0;
        const auto [before, fresh] = stands_.try_emplace({id, turn}, page.folio);
        if (!fresh) return fmt::format("'{}' stands on page {} already", id, before->second);
      }
    }
    return {};
  }

  // The imprint and the promos are drawn as the layout has them, whatever their rectangle.
  std::string of_fixed_size(const PlanLeaf& leaf, const GridRect& area) const {
    const GridRect& box = leaf.box;
    if (leaf.kind == LeafKind::Imprint) {
      const bool at_foot = box.x == area.x && box.w == area.w && box.bottom() == area.bottom();
      if (!at_foot || box.h < imprint_rows_)
        return fmt::format(
            "the imprint takes {} rows at the foot, over all columns, and has the rectangle {}",
            imprint_rows_, words(box));
    }
    if (leaf.kind == LeafKind::Promos) {
      const GridRect slot = promos_slot();
      if (box.w < slot.w || box.h < slot.h)
        return fmt::format("the promos take {} x {}, and have {} x {}", slot.w, slot.h, box.w,
                           box.h);
    }
    return {};
  }

  GridRect promos_slot() const {
    for (const PageKind& kind : layout_.pages) {
      for (const Slot& slot : kind.slots)
        if (slot.content == "promos") return slot.box;
    }
    return {};
  }

  // Headlines are of the layout's sizes, and pictures no larger than their rectangle.
  std::string of_choices(const PlanLeaf& leaf) const {
    int largest = 0;
    for (const HeadlineStep& step : layout_.headline_steps) largest = std::max(largest, step.rows);
    for (const LayoutVariant& variant : layout_.variants) {
      for (const HeadlineStep& step : variant.layout->headline_steps)
        largest = std::max(largest, step.rows);
    }
    const LeafVariant& v = leaf.variant;
    const auto outside = [&](const char* what, int value, int most) {
      return value >= 0 && value <= most ? std::string()
                                         : fmt::format("'{}' of {} is {}, and may be 0 to {}", what,
                                                       name_of(leaf), value, most);
    };
    for (const auto& [what, value, most] :
         {std::tuple{"headlineRows", v.headline_rows, largest},
          std::tuple{"headlineLines", v.headline_lines, leaf.box.h},
          std::tuple{"pictureColumns", v.picture_columns, leaf.box.w},
          std::tuple{"pictureRows", v.picture_rows, leaf.box.h}}) {
      if (std::string wrong = outside(what, value, most); !wrong.empty()) return wrong;
    }
    if (v.quote.columns < 0 || v.quote.columns > leaf.box.w)
      return fmt::format("the quote that is lifted out of {} has {} columns of its {}",
                         name_of(leaf), v.quote.columns, leaf.box.w);
    if (v.picture_rows > 0 && v.picture_columns == 0)
      return fmt::format("the picture of {} has rows and no columns", name_of(leaf));
    return {};
  }

  // A place that an editor emptied names nothing.
  std::string of_leaf(const PlanLeaf& leaf, bool sent) const {
    if (leaf.kind == LeafKind::Promos || leaf.kind == LeafKind::Imprint) return {};
    if (leaf.kind != LeafKind::Nibs && leaf.ids.size() > 1)
      return fmt::format("'{}' and '{}' have one place", leaf.ids[0], leaf.ids[1]);
    for (const std::string& id : leaf.ids) {
      const std::string wrong = of_name(id, leaf.kind, sent);
      if (!wrong.empty()) return wrong;
    }
    return {};
  }

  std::string of_name(const std::string& id, LeafKind kind, bool sent) const {
    const auto& adverts = issue_.manifest.adverts;
    const auto& calls = issue_.paper.calls;
    const auto is_it = [&](const auto& thing) { return thing.id == id; };
    const bool advert = std::any_of(adverts.begin(), adverts.end(), is_it);
    const bool call = std::any_of(calls.begin(), calls.end(), is_it);
    const Article* article = issue_.article(id);
    if (kind == LeafKind::Advert) {
      const bool another = article || call;
      return advert || (!another && !sent) ? "" : fmt::format("there is no advert '{}'", id);
    }
    if (!article && call)
      return fmt::format("'{}' is a call of the paper, which has no place on a page", id);
    if (!article) {
      const bool taken_out = !sent && !advert && plan_.copy.contains(id);
      return taken_out ? "" : fmt::format("there is no '{}'", id);
    }
    const LeafKind own = leaf_kind_of(article->genre);
    if (own == kind) return {};
    return fmt::format("'{}' has a place of the kind '{}', and is of '{}'", id,
                       leaf_kind_name(kind), leaf_kind_name(own));
  }

  std::string of_turns() const {
    for (const auto& [place, folio] : stands_) {
      const auto& [id, turn] = place;
      if (turn && !stands_.contains({id, false}))
        return fmt::format("page {}: '{}' goes on, but begins nowhere", folio, id);
      if (turn && stands_.at({id, false}) == folio)
        return fmt::format("page {}: '{}' goes on on the page where it begins", folio, id);
    }
    return {};
  }

  std::string of_bookings() const {
    for (const Advert& advert : issue_.manifest.adverts) {
      const auto found = stands_.find({advert.id, false});
      if (found == stands_.end()) {
        if (advert.house) continue;
        return fmt::format("the advert '{}' has no place in it", advert.id);
      }
      if (advert.page > 0 && advert.page != found->second)
        return fmt::format("the advert '{}' is booked for page {}, and stands on page {}",
                           advert.id, advert.page, found->second);
      if (std::string wrong = of_size(advert, found->second); !wrong.empty()) return wrong;
    }
    return {};
  }

  // The columns and the depth are paid for.
  std::string of_size(const Advert& advert, int folio) const {
    const PlanPage& page = plan_.pages[static_cast<std::size_t>(folio - 1)];
    for (const PlanLeaf& leaf : page.leaves) {
      if (leaf.kind != LeafKind::Advert || leaf.ids != std::vector<std::string>{advert.id} ||
          advert.position == AdvertPosition::Full)
        continue;
      const int columns = std::min(advert.columns, layout_.grid.columns);
      const int rows = advert_rows(advert, layout_);
      if (leaf.box.w == columns && leaf.box.h == rows) continue;
      return fmt::format(
          "the advert '{}' is booked over {} columns, and takes {} rows with the clear one; on "
          "page {} it has {} columns and {} rows",
          advert.id, columns, rows, folio, leaf.box.w, leaf.box.h);
    }
    return {};
  }

  const Plan& plan_;
  const Issue& issue_;
  const Layout& layout_;
  const int imprint_rows_;
  std::map<std::pair<std::string, bool>, int> stands_;  // by name and whether it is a turn: folio
};

}  // namespace

std::string fault_of(const Plan& plan, const Issue& issue, const Layout& layout, int imprint_rows) {
  return Checker(plan, issue, layout, imprint_rows).run();
}

void make_jumps_true(Plan& plan) {
  std::map<std::string, PlanLeaf*> openings, turns;
  std::map<const PlanLeaf*, int> folios;
  for (PlanPage& page : plan.pages) {
    for (PlanLeaf& leaf : page.leaves) {
      if (!carries_copy(leaf.kind) || leaf.kind == LeafKind::Nibs || leaf.ids.empty()) continue;
      if (leaf.continued_from == 0) leaf.from = {};
      (leaf.continued_from > 0 ? turns : openings).try_emplace(leaf.ids.front(), &leaf);
      folios[&leaf] = page.folio;
    }
  }
  for (const auto& [id, opening] : openings) {
    const auto turn = turns.find(id);
    opening->continued_on = turn == turns.end() ? 0 : folios.at(turn->second);
    const int folio = folios.at(opening);
    opening->over_gutter =
        opening->over_gutter && folio % 2 == 0 && opening->continued_on == folio + 1;
  }
  for (const auto& [id, turn] : turns) {
    const auto opening = openings.find(id);
    if (opening == openings.end()) continue;
    turn->continued_from = folios.at(opening->second);
    turn->over_gutter = opening->second->over_gutter;
  }
}

}  // namespace forme
