#include <algorithm>
#include <iterator>

#include "makeup/nibs.h"
#include "makeup/page_cost.h"
#include "makeup/page_holes.h"
#include "makeup/plan_reviser.h"

// What an earlier plan knows and has nowhere, and what is white on its pages.
namespace forme {
namespace {

constexpr double kHoleHolds = 1.2;  // of its rows, the estimates of stories that are tried in it

}  // namespace

// What leaves may make room for a story that had none, which is worth more than its neighbours made
// larger: for the most important that the room alone holds, else for the one that it is best for.
PartFit PlanReviser::best_with_waiting(std::size_t page, const PartTask& task) const {
  for (const std::size_t article : without_place()) {
    if (all_.article(article).genre == Genre::Nib || !may_take(all_.pages[page].page, article))
      continue;
    PartTask with = task;
    with.extra = all_.candidate_of(article);
    with.others_stay = true;
    if (PartFit fit = best(page, with); fit.found()) return fit;
  }
  PartFit found = best(page, task);
  double least = found.cost;
  for (const std::size_t article : without_place()) {
    const Article& a = all_.article(article);
    if (a.genre == Genre::Nib || !may_take(all_.pages[page].page, article)) continue;
    PartTask with = task;
    with.extra = all_.candidate_of(article);
    PartFit fit = best(page, with);
    const double cost = fit.cost - left_out_cost(a.id, a.priority, JudgedWeights()).cost;
    if (!fit.found() || cost >= least) continue;
    least = cost;
    found = std::move(fit);
  }
  return found;
}

// Articles of the issue that the plan knows and has nowhere: there was no room, or an editor took
// them from their page. The most important first.
std::vector<std::size_t> PlanReviser::without_place() const {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < all_.issue.articles.size(); ++i) {
    const Article& article = all_.article(i);
    if (!article.wants_place()) continue;
    if (earlier_.copy.contains(article.id) && !find(i, false)) list.push_back(i);
  }
  std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
    return all_.article(a).priority < all_.article(b).priority;
  });
  return list;
}

// What a column of nibs does not hold, where an editor made it smaller or put one more in, waits.
void PlanReviser::let_nibs_go() {
  for (PageWork& work : all_.pages) {
    for (PlanLeaf& leaf : work.page.leaves) {
      if (work.page.sent || leaf.kind != LeafKind::Nibs || !known(leaf)) continue;
      std::vector<std::size_t> nibs;
      bool as_planned = true;
      for (const std::string& id : leaf.ids) {
        nibs.push_back(all_.index_of(id));
        const auto copy = earlier_.copy.find(id);
        as_planned = as_planned && copy != earlier_.copy.end() &&
                     copy->second == all_.article(nibs.back()).hash;
      }
      if (!as_planned) continue;
      const std::size_t held = NibColumn(all_.stock, nibs).count(leaf.box.w, leaf.box.h);
      for (std::size_t n = held; n < leaf.ids.size(); ++n)
        reasons_.try_emplace(nib_name(leaf.ids[n]), "its column does not hold it");
      leaf.ids.resize(held);
    }
    std::erase_if(work.page.leaves, [](const PlanLeaf& leaf) {
      return leaf.kind == LeafKind::Nibs && leaf.ids.empty();
    });
  }
}

// Nibs that have no place, as a column for the page; none where it has one.
std::optional<PageCandidate> PlanReviser::waiting_nibs(const PlanPage& page) const {
  std::optional<PageCandidate> column;
  for (const std::size_t article : without_place()) {
    if (all_.article(article).genre != Genre::Nib) continue;
    PageCandidate nib = all_.candidate_of(article);
    if (!may_come(page, page, nib)) continue;
    if (column)
      column->articles.push_back(article);
    else
      column = std::move(nib);
  }
  if (column) column->whole = true, column->priority = kNibPriority;
  return column;
}

// Stories without a place that may come to the page: those of its section first, and of others
// where the flatplan does not say that it is of one.
std::vector<PageCandidate> PlanReviser::stories_for(const PlanPage& page) const {
  const auto& entries = all_.issue.manifest.flatplan.list;
  const bool declared = std::any_of(entries.begin(), entries.end(), [&](const FlatplanPage& entry) {
    return entry.first <= page.folio && page.folio <= entry.last && !entry.section.empty();
  });
  std::vector<PageCandidate> list, others;
  for (const std::size_t article : without_place()) {
    const Article& a = all_.article(article);
    PageCandidate c = all_.candidate_of(article);
    if (a.genre == Genre::Nib || !may_come(page, page, c)) continue;
    const bool own = page.section.empty() || page.section == a.section;
    if (own || !declared) (own ? list : others).push_back(std::move(c));
  }
  list.insert(list.end(), std::make_move_iterator(others.begin()),
              std::make_move_iterator(others.end()));
  return list;
}

// Several stories that have no place may share what is white: as many of the most important as it
// holds, and nibs beside them.
void PlanReviser::fill_holes() {
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    const PlanPage& page = all_.pages[p].page;
    std::vector<PageCandidate> list = stories_for(page);
    double rows = 0;
    for (const GridRect& hole : page_holes(page, all_.layout))
      rows = std::max(rows, kHoleHolds * hole.w * hole.h);
    std::size_t count = 0;
    while (count < list.size() && (rows -= all_.fitter.estimate(list[count])) >= 0) ++count;
    list.resize(count);
    while (!list.empty() && !fill_hole(p, list)) list.pop_back();
  }
}

// With as many nibs as may be; the whole of `stories`, or nothing.
bool PlanReviser::fill_hole(std::size_t page, const std::vector<PageCandidate>& stories) {
  std::optional<PageCandidate> nibs = waiting_nibs(all_.pages[page].page);
  for (;;) {
    if (!nibs && stories.size() == 1) return false;  // one alone has the choice of all pages
    PartTask task;
    task.unmoved = true;
    task.extra = stories.front();
    task.more.assign(stories.begin() + 1, stories.end());
    if (nibs) task.more.push_back(*nibs);
    const PartFit fit = best(page, task);
    if (fit.found()) {
      accept(page, fit, reason(stories.front().articles.front()));
      return true;
    }
    if (!nibs) return false;
    nibs->articles.resize(nibs->articles.size() / 2);
    if (nibs->articles.empty()) nibs.reset();
  }
}

}  // namespace forme
