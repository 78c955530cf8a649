#include "makeup/page_groups.h"

#include <algorithm>
#include <set>
#include <utility>

#include "makeup/jump_cuts.h"
#include "makeup/nibs.h"

namespace forme {
namespace {

constexpr std::size_t kSeeds = 10;       // pages, the emptiest, that groups are made of
constexpr std::size_t kMostPages = 4;    // of one
constexpr std::size_t kMostGroups = 12;  // of as many pages
constexpr double kNibHead = 5;           // rows of the head of a column of nibs and of its space

}  // namespace

bool in_spread(const Flatplan& flatplan, int folio) {
  return std::any_of(flatplan.list.begin(), flatplan.list.end(), [&](const FlatplanPage& page) {
    return page.spread && page.first <= folio && folio <= page.last;
  });
}

double rows_with_gaps(const PageWork& work) {
  return work.room.rows_free() + kStoryGap * work.room.area.w;
}

bool PageGroup::has(int folio) const {
  return std::find(pages.begin(), pages.end(), static_cast<std::size_t>(folio - 1)) != pages.end();
}

PageRoom open_room(const PageWork& work) {
  PageRoom room = work.room;
  room.only.clear();
  return room;
}

// Nibs may stand under a head that is there already.
double PageGroups::least_more_rows(const PageCandidate& c) {
  return least_rows(c) - (c.kind == LeafKind::Nibs ? kNibHead : 0);
}

double PageGroups::least_rows(const PageCandidate& c) {
  const auto [known, fresh] = least_.try_emplace(
      {c.articles, c.part.from.block, c.part.from.line, c.part.continued_from, c.part.continued_on},
      kImpossible);
  double& least = known->second;
  if (!fresh) return least;
  PageCandidate whole = c;
  whole.whole = c.kind == LeafKind::Nibs;
  const Grid& grid = all_.layout.grid;
  const ShapeTable shapes = all_.fitter.shapes_of(whole, grid.columns, grid.rows);
  double most = kImpossible;  // cost
  for (int w = 1; w <= grid.columns; ++w) {
    for (int h = 1; h <= grid.rows; ++h)
      most = std::min(most, shapes.at(w, h).cost + all_.fitter.weights().short_leg);
  }
  for (int w = 1; w <= grid.columns; ++w) {
    for (int h = 1; h <= grid.rows; ++h) {
      if (shapes.at(w, h).cost < most) least = std::min<double>(least, w * (h + kStoryGap));
    }
  }
  if (least == kImpossible)
    least = c.kind == LeafKind::Story && !c.part.turn() ? least_rows_parted(all_, c)
                                                        : all_.fitter.estimate(whole);
  return least;
}

// ---- groups

// What the editor put there, and what stands nowhere else.
bool PageGroups::stays(const PlanLeaf& leaf) const {
  if (!leaf.slot.empty() || (leaf.kind != LeafKind::Story && leaf.kind != LeafKind::Nibs))
    return true;
  return std::any_of(leaf.ids.begin(), leaf.ids.end(), [&](const std::string& id) {
    return all_.placed_by_editor(all_.index_of(id));
  });
}

bool PageGroups::may_remake(const PageWork& work) const {
  if (work.page.sent || !work.solved || in_spread(all_.issue.manifest.flatplan, work.page.folio))
    return false;
  return std::none_of(work.page.leaves.begin(), work.page.leaves.end(),
                      [&](const PlanLeaf& leaf) { return leaf.continued_on > 0 && stays(leaf); });
}

double PageGroups::free_rows(const PageWork& work) {
  double free = rows_with_gaps(work);
  for (const PageCandidate& c : all_.candidates_on(work)) free -= least_rows(c);
  return free;
}

double PageGroups::part_to_spare() {
  double rows = 0, room = 0;
  for (const PageWork& work : all_.pages) rows += free_rows(work), room += rows_with_gaps(work);
  for (const std::size_t i : all_.waiting) {
    if (all_.article(i).genre != Genre::Filler) rows -= least_more_rows(all_.candidate_of(i));
  }
  for (const PageCandidate& turn : all_.lost_turns) rows -= least_rows(turn);
  return rows / std::max(1.0, room);
}

// Adds the pages that stories of these jump to; false where one of them is not to be made again or
// they are too many.
bool PageGroups::close(std::vector<std::size_t>& pages) const {
  for (std::size_t n = 0; n < pages.size(); ++n) {
    const PageWork& work = all_.pages[pages[n]];
    if (pages.size() > kMostPages || !may_remake(work)) return false;
    for (const PlanLeaf& leaf : work.page.leaves) {
      if (leaf.continued_on == 0) continue;
      const auto to = static_cast<std::size_t>(leaf.continued_on - 1);
      if (std::find(pages.begin(), pages.end(), to) == pages.end()) pages.push_back(to);
    }
  }
  std::sort(pages.begin(), pages.end());
  return true;
}

std::vector<std::size_t> PageGroups::emptiest_pages(const std::vector<double>& free) const {
  std::vector<std::size_t> pages;
  for (std::size_t p = 0; p < all_.pages.size(); ++p) {
    if (may_remake(all_.pages[p])) pages.push_back(p);
  }
  std::stable_sort(pages.begin(), pages.end(),
                   [&](std::size_t a, std::size_t b) { return free[a] > free[b]; });
  if (pages.size() > kSeeds) pages.resize(kSeeds);
  return pages;
}

std::vector<PageGroup> PageGroups::list(std::size_t most, double wanted) {
  std::vector<double> free;
  for (const PageWork& work : all_.pages) free.push_back(free_rows(work));
  const std::vector<std::size_t> seeds = emptiest_pages(free);
  std::set<std::vector<std::size_t>> met;
  std::vector<PageGroup> groups;
  for (unsigned set = 1; set < 1U << seeds.size(); ++set) {
    PageGroup group;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      if (set & 1U << i) group.pages.push_back(seeds[i]);
    }
    if (group.pages.size() > most || !close(group.pages) || !met.insert(group.pages).second)
      continue;
    for (const std::size_t p : group.pages) group.free += free[p];
    if (group.free >= wanted) groups.push_back(std::move(group));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const PageGroup& a, const PageGroup& b) {
    return a.pages.size() != b.pages.size() ? a.pages.size() < b.pages.size() : a.free > b.free;
  });
  std::map<std::size_t, std::size_t> count;
  std::erase_if(groups, [&](const PageGroup& g) { return count[g.pages.size()]++ >= kMostGroups; });
  return groups;
}

// ---- pools

PagePool PageGroups::pool(const PageGroup& group, const PageCandidate& extra, bool instead) {
  PagePool pool;
  pool.task.columns = all_.layout.grid.columns;
  pool.task.begun = kJumpLeast * 1.5;  // with a head
  pool.task.turned = kTurnLeast;
  pool.task.jumps = static_cast<int>(group.pages.size()) - 1;
  pool.task.leaves = instead;
  for (std::size_t n = 0; n < group.pages.size(); ++n) {
    const PageWork& work = all_.pages[group.pages[n]];
    pool.task.room.push_back(rows_with_gaps(work));
    pool.task.one.push_back(open_room(work).rows_of_one() + kStoryGap * work.room.area.w);
    pool.staying.emplace_back();
    for (const PlanLeaf& leaf : work.page.leaves) {
      if (!carries_copy(leaf.kind)) continue;
      PageCandidate c = all_.candidate_of(leaf, *work.kind);
      if (all_.article(c.articles[0]).genre == Genre::Filler) {
        pool.fillers.push_back(c.articles[0]);
      } else if (leaf.continued_from > 0 ? !group.has(leaf.continued_from) : stays(leaf)) {
        pool.task.room.back() -= least_rows(c);
        pool.staying.back().push_back(std::move(c));
      } else if (leaf.continued_from == 0) {
        add_each(pool, group, c, static_cast<int>(n));
      }
    }
  }
  if (instead) let_go(pool, extra);
  // A turn whose story opens on a page of the group is there with all of it.
  if (!extra.part.turn() || !group.has(extra.part.continued_from)) add_each(pool, group, extra, -1);
  return pool;
}

// Nibs may part.
void PageGroups::add_each(PagePool& pool, const PageGroup& group, const PageCandidate& c,
                          int home) {
  if (c.kind != LeafKind::Nibs) return add(pool, group, c, home);
  for (const std::size_t nib : c.articles) {
    PageCandidate one = c;
    one.articles = {nib};
    add(pool, group, std::move(one), home);
  }
}

// Copy that is over when the item is left out.
int PageGroups::rows_left(const PageCandidate& c) const {
  int rows = 0;
  for (const std::size_t i : c.articles) rows += all_.stock.story(i).rows(c.part.from);
  return rows;
}

void PageGroups::let_go(PagePool& pool, const PageCandidate& extra) const {
  for (std::size_t i = 0; i < pool.items.size(); ++i) {
    const PageCandidate& c = pool.items[i];
    pool.task.items[i].may_go = c.priority > 1 && c.priority >= extra.priority && !c.part.turn() &&
                                rows_left(c) < rows_left(extra);
  }
}

void PageGroups::add(PagePool& pool, const PageGroup& group, PageCandidate c, int home) {
  const std::size_t article = c.articles[0];
  const bool nibs = c.kind == LeafKind::Nibs;
  if (c.kind == LeafKind::Story && !c.part.turn()) c = all_.candidate_of(article);
  c.whole = nibs;
  DealItem item;
  item.least = least_rows(c);
  item.rows = all_.fitter.estimate(c);
  item.home = home;
  item.shared = nibs ? kNibHead : 0;
  const bool jumps = c.kind == LeafKind::Story && !c.part.turn() &&
                     all_.stock.context().knobs.jumps &&
                     all_.stock.story(article).rows() >= kJumpLeast + kTurnLeast;
  // The splash opens on the front.
  const bool splash = home == 0 && group.pages[0] == 0 && c.priority == 1;
  for (std::size_t n = 0; n < group.pages.size(); ++n) {
    const PageWork& work = all_.pages[group.pages[n]];
    const bool suits = all_.suits(article, work);
    const bool may = static_cast<int>(n) == home ||
                     (suits && !splash && work.page.folio > c.part.continued_from);
    item.holds.push_back(may && all_.fitter.may_hold(open_room(work), c));
    item.begins.push_back(may && jumps);
    item.turns.push_back(suits);
  }
  pool.task.items.push_back(std::move(item));
  pool.items.push_back(std::move(c));
}

}  // namespace forme
