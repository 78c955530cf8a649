#include "makeup/revise_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/names.h"
#include "makeup/headline.h"
#include "makeup/nibs.h"
#include "makeup/plan_reviser.h"
#include "makeup/story_material.h"

namespace forme {
PlanReviser::PlanReviser(const StoryStock& stock, const Plan& earlier, Diagnostics& diagnostics)
    : fitter_(stock), all_(stock, fitter_, diagnostics), earlier_(earlier) {}

RevisedPlan PlanReviser::run() {
  list_pages();
  for (std::size_t p = 0; p < all_.pages.size(); ++p) take_out(p);
  let_nibs_go();
  find_fresh();
  for (const std::size_t i : fresh_) {
    if (!late_.contains(i)) settle(i, false);
  }
  std::vector<std::size_t> late(late_.begin(), late_.end());
  std::stable_sort(late.begin(), late.end(), [&](std::size_t a, std::size_t b) {
    return all_.article(a).priority < all_.article(b).priority;
  });
  fill_holes();
  for (const std::size_t i : late) {
    if (find(i, false)) continue;
    if (all_.article(i).genre == Genre::Nib) {
      place_nib(i);
    } else {
      place_late(i);
    }
  }
  RevisedPlan revised;
  revised.plan = earlier_;
  revised.plan.pages.clear();
  for (const PageWork& work : all_.pages) revised.plan.pages.push_back(work.page);
  revised.moves = plan_moves(earlier_, revised.plan, reasons_);
  tell_other_pages();
  return revised;
}

void PlanReviser::list_pages() {
  for (const PlanPage& page : earlier_.pages) {
    PageWork work;
    work.page = page;
    work.kind = &all_.layout.page(page.kind);
    for (PlanLeaf& leaf : work.page.leaves) complete(leaf, *work.kind);
    Diagnostics none;
    work.room = page_room(*work.kind, all_.layout, {}, false, none);
    for (const PlanLeaf& leaf : page.leaves) {
      if (carries_copy(leaf.kind) || is_taken_out(leaf)) continue;
      work.room.booked.push_back(leaf);
      if (leaf.kind == LeafKind::Imprint)
        work.room.area.h = std::max(0, leaf.box.y - 1 - work.room.area.y);
    }
    // A place that an editor emptied is white.
    std::erase_if(work.page.leaves, [&](const PlanLeaf& leaf) {
      return is_taken_out(leaf) || (carries_copy(leaf.kind) && leaf.ids.empty());
    });
    work.solved = true;
    all_.pages.push_back(std::move(work));
  }
}

// A headline of which the plan does not say how large it is has the size that is asked for first.
void PlanReviser::complete(PlanLeaf& leaf, const PageKind& kind) {
  if (!carries_copy(leaf.kind) || leaf.kind == LeafKind::Nibs || !known(leaf)) return;
  const std::size_t article = all_.index_of(leaf.ids.front());
  if (all_.article(article).genre == Genre::Panel) return;
  const StoryContext& context = all_.stock.story(article).context();
  LeafVariant& v = leaf.variant;
  const int span = leaf.box.w - (v.corner.head ? v.corner.columns : 0);
  const StoryPart part = all_.candidate_of(leaf, kind).part;
  if (part.runs_on()) {
    v.headline_rows = v.headline_lines = 0;
    return;
  }
  const bool turn = part.turn();
  if (v.headline_rows == 0) {
    const HeadlineFit asked = headline_fits(context, span, turn).front();
    v.headline_rows = asked.step_rows, v.short_headline = asked.short_form;
    if (!turn) headless_.insert(article);
  }
  const HeadlineFit head = headline_fit(context, span, v.headline_rows, v.short_headline, turn);
  v.headline_lines = static_cast<int>(head.lines.size());
}

// An advert that the issue does not have any more.
bool PlanReviser::is_taken_out(const PlanLeaf& leaf) const {
  const std::vector<Advert>& adverts = all_.issue.manifest.adverts;
  return leaf.kind == LeafKind::Advert && !leaf.ids.empty() &&
         std::none_of(adverts.begin(), adverts.end(),
                      [&](const Advert& advert) { return advert.id == leaf.ids.front(); });
}

// What is not in the issue any more leaves its page.
void PlanReviser::take_out(std::size_t page) {
  std::vector<PlanLeaf>& leaves = all_.pages[page].page.leaves;
  const auto unknown = [&](const std::string& id) {
    return all_.index_of(id) == all_.issue.articles.size() && earlier_.copy.contains(id);
  };
  PartTask task;
  std::string why;
  for (std::size_t l = 0; l < leaves.size(); ++l) {
    PlanLeaf& leaf = leaves[l];
    if (!carries_copy(leaf.kind) || std::none_of(leaf.ids.begin(), leaf.ids.end(), unknown))
      continue;
    why += fmt::format("{}'{}'", why.empty() ? "" : " and ", leaf.ids.front());
    if (std::all_of(leaf.ids.begin(), leaf.ids.end(), unknown))
      task.gone.insert(l);
    else
      std::erase_if(leaf.ids, unknown);
  }
  if (task.gone.empty()) return;
  PartFit fit = best_with_waiting(page, task);
  if (!fit.found()) fit.again = task.gone;
  accept(page, fit, why + " left the issue");
}

// Says of what the flatplan puts on a page that the plan has it on another.
void PlanReviser::tell_other_pages() const {
  const auto tell = [&](const FlatplanPage& entry, const std::string& id, const Location& where) {
    const std::size_t article = all_.index_of(id);
    if (article == all_.issue.articles.size() || late_.contains(article)) return;
    const auto at = find(article, false);
    if (!at) return;
    const int folio = all_.pages[at->page].page.folio;
    if (entry.first <= folio && folio <= entry.last) return;
    all_.diagnostics.warning(
        where,
        fmt::format("the flatplan has '{}' on page {}, and the plan on page {}: the plan is kept",
                    id, entry.first, folio),
        "take it out of the plan, and it comes where the flatplan has it");
  };
  for (const FlatplanPage& entry : all_.issue.manifest.flatplan.list) {
    for (const Place& place : entry.places) tell(entry, place.article, place.where);
    for (std::size_t n = 0; n < entry.autos.size(); ++n)
      tell(entry, entry.autos[n], entry.autos_where[n]);
  }
}

void PlanReviser::find_fresh() {
  if (earlier_.copy.empty()) return;
  for (std::size_t i = 0; i < all_.issue.articles.size(); ++i) {
    const Article& article = all_.article(i);
    if ((article.outputs & (kPrint | kScreen)) == 0) continue;
    const auto known = earlier_.copy.find(article.id);
    const bool stands = find(i, false) || find(i, true);
    if (const std::string lack = stands ? lack_of(i) : ""; !lack.empty()) {
      fresh_.insert(i);
      lacks_[i] = lack;
      continue;
    }
    const bool same = known != earlier_.copy.end() && known->second == article.hash;
    if (stands && (same || known == earlier_.copy.end())) continue;
    if (!stands && article.genre == Genre::Filler) continue;
    fresh_.insert(i);
    if (!stands) late_.insert(i);
  }
}

// What it does not have where an editor put it: a picture where another stood that has none, or a
// headline. Empty: nothing.
std::string PlanReviser::lack_of(std::size_t article) const {
  const auto at = find(article, false);
  if (!at) return {};
  if (headless_.contains(article)) return "headline";
  const bool bare = leaf(*at).kind == LeafKind::Story && leaf(*at).variant.picture_rows == 0;
  return bare && lead_figure(all_.article(article)) ? "picture" : "";
}

std::optional<PlanReviser::LeafPlace> PlanReviser::find(std::size_t article, bool turn) const {
  const std::string& id = all_.article(article).id;
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    const std::vector<PlanLeaf>& leaves = all_.pages[p].page.leaves;
    for (std::size_t l = 0; l < leaves.size(); ++l) {
      const std::vector<std::string>& ids = leaves[l].ids;
      if (carries_copy(leaves[l].kind) && (leaves[l].continued_from > 0) == turn &&
          std::find(ids.begin(), ids.end(), id) != ids.end())
        return LeafPlace{p, l};
    }
  }
  return std::nullopt;
}

const PlanLeaf& PlanReviser::leaf(const LeafPlace& at) const {
  return all_.pages[at.page].page.leaves[at.leaf];
}

PartFit PlanReviser::best(std::size_t page, const PartTask& task) const {
  return PartFitter(all_, all_.pages[page], fresh_).best(task);
}

std::string PlanReviser::reason(std::size_t article) const {
  const std::string& id = all_.article(article).id;
  if (late_.contains(article))
    return fmt::format("'{}' {}", id, earlier_.copy.contains(id) ? "had no place" : "came late");
  if (const auto lack = lacks_.find(article); lack != lacks_.end())
    return fmt::format("the place of '{}' had no {}", id, lack->second);
  if (all_.article(article).genre == Genre::Nib) return fmt::format("'{}' has new copy", id);
  return fmt::format("'{}' has new copy, now {}", id,
                     counted(all_.stock.story(article).rows(), "line"));
}

// What stays keeps its place among the leaves, since that is the order of reading.
void PlanReviser::accept(std::size_t page, const PartFit& fit, const std::string& why) {
  std::vector<PlanLeaf>& leaves = all_.pages[page].page.leaves;
  std::vector<PlanLeaf> now, fresh = fit.leaves;
  for (const PlanLeaf& leaf : fresh) reasons_.try_emplace(leaf_name(leaf), why);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (!fit.again.contains(i)) {
      now.push_back(std::move(leaves[i]));
      continue;
    }
    reasons_.try_emplace(leaf_name(leaves[i]), why);
    const auto same = std::find_if(fresh.begin(), fresh.end(), [&](const PlanLeaf& leaf) {
      return leaf_name(leaf) == leaf_name(leaves[i]);
    });
    if (same == fresh.end()) continue;
    now.push_back(std::move(*same));
    fresh.erase(same);
  }
  std::move(fresh.begin(), fresh.end(), std::back_inserter(now));
  leaves = std::move(now);
  // What was weighed for the page as it stood says nothing of it now.
  all_.pages[page].page.solved = 0;
  all_.pages[page].page.runners_up.clear();
}

void PlanReviser::accept(std::size_t page, TwoPages way, const std::string& why) {
  accept(page, way.here, why);
  if (way.there.found()) accept(way.other, way.there, why);
}

// Gives new copy its room, with as little else made again as can be.
void PlanReviser::settle(std::size_t article, bool turn) {
  const auto at = find(article, turn);
  if (!at || !known(leaf(*at))) return;
  if (!all_.pages[at->page].page.sent) {
    PartTask task;
    task.changed = {at->leaf};
    const PartFit fit = best(at->page, task);
    if (fit.found()) {
      accept(at->page, fit, reason(article));
    } else if (leaf(*at).kind == LeafKind::Nibs) {
      shed_nibs(*at);
    } else {
      make_room(*at, article);
    }
  }
  if (!turn) follow_jump(article);
}

// Where a story is cut now its turn begins; where it does not jump any more, its turn goes.
void PlanReviser::follow_jump(std::size_t article) {
  const auto opening = find(article, false), rest = find(article, true);
  if (!opening || !rest) return;
  PlanLeaf& turn = all_.pages[rest->page].page.leaves[rest->leaf];
  const PlanLeaf& from = leaf(*opening);
  if (from.continued_on == 0) {
    if (all_.pages[rest->page].page.sent) return;
    PartTask task;
    task.gone = {rest->leaf};
    PartFit fit = best(rest->page, task);
    if (!fit.found()) fit.again = task.gone;
    accept(rest->page, fit, reason(article));
    return;
  }
  const PageCandidate c = all_.candidate_of(from, *all_.pages[opening->page].kind);
  const ComposedLeaf& made = all_.fitter.compose(c, from.box.w, from.box.h, from.variant);
  if (!made.fits) return;
  turn.from = made.reached;
  settle(article, true);
}

// Nibs that their column does not hold any more look for another.
void PlanReviser::shed_nibs(const LeafPlace& at) {
  PlanLeaf& column = all_.pages[at.page].page.leaves[at.leaf];
  std::vector<std::size_t> nibs;
  for (const std::string& id : column.ids) nibs.push_back(all_.index_of(id));
  const std::size_t fit = NibColumn(all_.stock, nibs).count(column.box.w, column.box.h);
  if (fit == 0) {
    PartTask task;
    task.gone = {at.leaf};
    PartFit without = best(at.page, task);
    if (!without.found()) without.again = task.gone;
    accept(at.page, without, reason(nibs.front()));
  } else {
    column.ids.resize(fit);
  }
  const std::string why =
      fmt::format("the nibs of page {} have new copy", all_.pages[at.page].page.folio);
  for (std::size_t i = fit; i < nibs.size(); ++i) {
    reasons_.try_emplace(nib_name(all_.article(nibs[i]).id), why);
    place_nib(nibs[i]);
  }
}

// Whether the plan knows it and has it nowhere. It may come where white is, but moves nothing: the
// editor has seen that it is left out.
bool PlanReviser::is_waiting(std::size_t article) const {
  return late_.contains(article) && earlier_.copy.contains(all_.article(article).id);
}

// Whether nothing but the leaf is made again, where it stands, down into white if need be.
bool PlanReviser::only_deeper(const PartFit& fit, const PlanLeaf& leaf) {
  if (fit.leaves.size() != 1) return false;
  const GridRect &now = fit.leaves[0].box, &before = leaf.box;
  return now.x == before.x && now.y == before.y && now.w == before.w && now.h >= before.h;
}

// In the column of nibs that it changes least.
void PlanReviser::place_nib(std::size_t article) {
  PartFit best_fit;
  std::size_t best_page = 0;
  PartTask task;
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    if (!may_take(all_.pages[p].page, article)) continue;
    std::vector<PlanLeaf>& leaves = all_.pages[p].page.leaves;
    for (std::size_t l = 0; l < leaves.size(); ++l) {
      if (leaves[l].kind != LeafKind::Nibs) continue;
      leaves[l].ids.push_back(all_.article(article).id);
      task.changed = {l};
      task.others_stay = is_waiting(article);
      PartFit fit = best(p, task);
      leaves[l].ids.pop_back();
      if (is_waiting(article) && !only_deeper(fit, leaves[l])) continue;
      if (fit.cost < best_fit.cost) best_fit = std::move(fit), best_page = p;
    }
  }
  reasons_.try_emplace(nib_name(all_.article(article).id), reason(article));
  if (best_fit.found()) {
    accept(best_page, best_fit, reason(article));
  } else if (const auto wish = wish_for(article);
             wish && late_.contains(article) && !is_waiting(article)) {
    place_wished(*wish, article);
  } else if (!place_late_in(article, true)) {
    place_late_in(article, false);
  }
}

void PlanReviser::place_late(std::size_t article) {
  const auto wish = wish_for(article);
  if (wish && !is_waiting(article)) {
    place_wished(*wish, article);
    return;
  }
  if (wish && !wish->place.slot.empty()) return;
  if (!place_late_in(article, true)) place_late_in(article, false);
}

bool PlanReviser::place_late_in(std::size_t article, bool own_section) {
  PartFit best_fit;
  std::size_t best_page = 0;
  PartTask task;
  task.extra = all_.candidate_of(article);
  task.unmoved = is_waiting(article);
  if (task.extra->kind == LeafKind::Nibs)
    task.extra->whole = true, task.extra->priority = kNibPriority;
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    const std::string& section = all_.pages[p].page.section;
    const bool own = section.empty() || section == all_.article(article).section;
    if (own != own_section || !may_come(all_.pages[p].page, all_.pages[p].page, *task.extra))
      continue;
    PartFit fit = best(p, task);
    if (fit.cost < best_fit.cost) best_fit = std::move(fit), best_page = p;
  }
  if (best_fit.found()) accept(best_page, best_fit, reason(article));
  return best_fit.found();
}

RevisedPlan revise_plan(const StoryStock& stock, const Plan& earlier, Diagnostics& diagnostics) {
  return PlanReviser(stock, earlier, diagnostics).run();
}

}  // namespace forme
