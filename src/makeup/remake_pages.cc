#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "makeup/jump_cuts.h"
#include "makeup/page_groups.h"
#include "makeup/planning_steps.h"
#include "makeup/room_cuts.h"

namespace forme {
namespace {

constexpr std::size_t kMostPages = 4, kMostInstead = 2;  // that a group is begun with
constexpr std::size_t kDeals = 1500;                     // ways to share out the stories of a group
constexpr std::size_t kFound = 5;  // of them, those that hold all, of which the best is taken
// How many pages are made, weighed by how long one of so many items takes: for one group, for one
// item, and for all of them.
constexpr int kTriesOfGroup = 150, kTriesOfItem = 300, kMostTries = 3000;
constexpr std::size_t kQuickItems = 4;  // that a page of is made in no time; each more doubles it

// Makes a few pages anew together, so that what is left over finds room on one of them. Its stories
// may change pages, and jump from one to another of them. Where that does not help, something
// smaller is left over instead, and tried in its turn.
class PageRemaker {
 public:
  explicit PageRemaker(IssueWork& all) : all_(all), groups_(all) {}

  void run() {
    for (const PageCandidate& turn : std::vector<PageCandidate>(all_.lost_turns)) {
      if (is_lost(turn) && place_at_all(turn)) forget_turn(all_.lost_turns, turn.articles);
    }
    std::set<std::size_t> hopeless;
    while (const std::optional<std::size_t> next = longest_waiting(hopeless)) {
      const PageCandidate c = all_.candidate_of(*next);
      if (!place_at_all(c) && !place(c, true)) hopeless.insert(*next);
    }
    place_nibs();
  }

 private:
  struct Page {
    std::vector<PageCandidate> list;
    Attempt made{};
    PageRoom room{};
  };
  struct Remade {
    std::vector<Page> pages;
    std::vector<std::size_t> left_out;  // articles
    double cost = 0;
  };
  using Lists = std::vector<std::vector<PageCandidate>>;
  // What stands on a page: articles, block and line where they begin, pages of their jumps.
  using Content = std::tuple<std::vector<std::size_t>, std::size_t, int, int, int>;
  using Key = std::pair<std::size_t, std::vector<Content>>;  // of a page by its index

  void place_nibs() {
    std::vector<std::size_t> nibs;
    for (const std::size_t i : all_.waiting) {
      if (all_.article(i).genre == Genre::Nib) nibs.push_back(i);
    }
    if (nibs.empty()) return;
    PageCandidate column = all_.candidate_of(nibs[0]);
    column.priority = kNibPriority;
    column.articles = nibs;
    if (nibs.size() > 1 && place(column, false)) return;
    for (const std::size_t i : nibs) {
      column.articles = {i};
      place_at_all(column);
    }
  }

  bool is_lost(const PageCandidate& turn) const {
    return std::any_of(all_.lost_turns.begin(), all_.lost_turns.end(),
                       [&](const PageCandidate& c) { return c.articles == turn.articles; });
  }

  static void forget_turn(std::vector<PageCandidate>& turns,
                          const std::vector<std::size_t>& articles) {
    std::erase_if(turns, [&](const PageCandidate& turn) { return turn.articles == articles; });
  }

  std::optional<std::size_t> longest_waiting(const std::set<std::size_t>& hopeless) const {
    std::optional<std::size_t> longest;
    for (const std::size_t i : all_.waiting) {
      const Genre genre = all_.article(i).genre;
      if (genre == Genre::Filler || genre == Genre::Nib || hopeless.contains(i)) continue;
      if (!longest || all_.stock.story(i).rows() > all_.stock.story(*longest).rows()) longest = i;
    }
    return longest;
  }

  // Pages are cut where their adverts begin, or else elsewhere.
  bool place_at_all(const PageCandidate& extra) {
    if (place(extra, false)) return true;
    elsewhere_ = true;
    const bool placed = place(extra, false);
    elsewhere_ = false;
    return placed;
  }

  // `instead`: something smaller, and no more important, is left over for it.
  bool place(const PageCandidate& extra, bool instead) {
    const int most = std::min(kTriesOfItem, left_);
    int used = 0;
    bool placed = false;
    const double wanted = instead ? 0 : groups_.least_more_rows(extra);
    for (const PageGroup& group : groups_.list(instead ? kMostInstead : kMostPages, wanted)) {
      if (placed || used >= most) break;
      const int tries = std::min(most - used, kTriesOfGroup);
      tries_ = tries;
      placed = remake(group, groups_.pool(group, extra, instead));
      used += tries - tries_;
    }
    left_ -= used;
    return placed;
  }

  bool remake(const PageGroup& group, const PagePool& pool) {
    std::optional<Remade> best;
    std::size_t found = 0;
    for (const Deal& deal : best_deals(pool.task, kDeals)) {
      std::optional<Remade> remade = make(group, pool, deal);
      if (tries_ <= 0) break;
      if (!remade) continue;
      if (!best || remade->cost < best->cost) best = std::move(remade);
      if (pool.task.leaves || ++found == kFound) break;
    }
    if (best) accept(group, pool, *best);
    return best.has_value();
  }

  std::optional<Remade> make(const PageGroup& group, const PagePool& pool, const Deal& deal) {
    Remade out;
    Lists lists = pool.staying;
    for (std::size_t i = 0; i < pool.items.size(); ++i) {
      const Share& share = deal.shares[i];
      if (share.page < 0) {
        out.left_out = pool.items[i].articles;
        continue;
      }
      std::vector<PageCandidate>& list = lists[static_cast<std::size_t>(share.page)];
      put(list, pool.items[i]);
      if (share.turns_to < 0) continue;
      const std::size_t to = group.pages[static_cast<std::size_t>(share.turns_to)];
      list.back().part.continued_on = all_.pages[to].page.folio;
    }
    if (!others_hold(group, lists, deal) || !make_from(0, group, lists, out)) return std::nullopt;
    for (std::size_t n = 0; n < group.pages.size(); ++n) {
      Page& page = out.pages[n];
      if (page.made.level_cost == kImpossible) level(group.pages[n], page);
      if (has_short_legs(page.made)) return std::nullopt;
      out.cost += page.made.level_cost;
    }
    return out;
  }

  // A page has one column of nibs.
  static void put(std::vector<PageCandidate>& list, const PageCandidate& c) {
    const auto nibs = std::find_if(list.begin(), list.end(), [](const PageCandidate& other) {
      return other.kind == LeafKind::Nibs;
    });
    if (c.kind != LeafKind::Nibs || nibs == list.end()) {
      list.push_back(c);
    } else {
      nibs->articles.insert(nibs->articles.end(), c.articles.begin(), c.articles.end());
      std::sort(nibs->articles.begin(), nibs->articles.end());
      nibs->whole = true;
    }
  }

  // Makes the pages from the n-th on. Where one that follows does not hold what turns to it, less
  // turns to it.
  bool make_from(std::size_t n, const PageGroup& group, const Lists& lists, Remade& out) {
    if (n == group.pages.size()) return true;
    if (lists[n].empty()) return false;
    const auto go_on = [&](Page page) {
      Lists then = with_turns(group, n, page, lists);
      out.pages.resize(n);
      out.pages.push_back(std::move(page));
      return make_from(n + 1, group, then, out);
    };
    const Page& page = make_page(group.pages[n], lists[n]);
    if (!page.made.solution.found()) return false;
    if (go_on(page)) return true;
    for (Attempt& cut : with_later_cuts(all_, all_.pages[group.pages[n]], page.list, page.made)) {
      if (tries_ > 0 && go_on({page.list, std::move(cut), page.room})) return true;
    }
    out.pages.resize(n);
    return false;
  }

  // Whether the pages that nothing turns to or from can be made: they are as they are, whatever
  // the others come to.
  bool others_hold(const PageGroup& group, const Lists& lists, const Deal& deal) {
    std::vector<bool> jumps(group.pages.size(), false);
    for (const Share& share : deal.shares) {
      if (share.turns_to < 0) continue;
      jumps[static_cast<std::size_t>(share.page)] = true;
      jumps[static_cast<std::size_t>(share.turns_to)] = true;
    }
    for (std::size_t n = 0; n < group.pages.size(); ++n) {
      if (!jumps[n] &&
          (lists[n].empty() || !make_page(group.pages[n], lists[n]).made.solution.found()))
        return false;
    }
    return true;
  }

  // What stands on the pages when what turns from the n-th has come to those after it.
  Lists with_turns(const PageGroup& group, std::size_t n, const Page& page, Lists lists) const {
    for (const Turn& turn : turns_of(all_.pages[group.pages[n]], page.list, page.made)) {
      for (std::size_t to = n + 1; to < group.pages.size(); ++to) {
        if (all_.pages[group.pages[to]].page.folio == turn.to) lists[to].push_back(turn.rest);
      }
    }
    return lists;
  }

  const Page& make_page(std::size_t index, const std::vector<PageCandidate>& list) {
    std::vector<Content> contents;
    bool jumps = false;
    for (const PageCandidate& c : list) {
      contents.emplace_back(c.articles, c.part.from.block, c.part.from.line, c.part.continued_from,
                            c.part.continued_on);
      jumps = jumps || c.part.continued_on > 0;
    }
    std::sort(contents.begin(), contents.end());
    const Key key{index, std::move(contents)};
    const auto before = known_.find(key);
    if (before != known_.end() && (!elsewhere_ || before->second.made.solution.found()))
      return before->second;
    const auto [known, fresh] = (elsewhere_ ? cut_elsewhere_ : known_).try_emplace(key);
    Page& page = known->second;
    if (!fresh) return page;
    tries_ -= list.size() <= kQuickItems ? 1 : 1 << (list.size() - kQuickItems);
    page.list = list;
    attempt(index, page);
    // What turns depends on how the legs fall.
    if (page.made.solution.found() && jumps) level(index, page);
    return page;
  }

  void attempt(std::size_t index, Page& page) const {
    PageWork work = all_.pages[index];
    std::vector<PageRoom> rooms = {open_room(work)};
    if (elsewhere_) {
      for (PageRoom& room : cut_elsewhere(rooms[0])) rooms.push_back(std::move(room));
    }
    for (PageRoom& room : rooms) {
      work.room = page.room = std::move(room);
      page.made = all_.fitter.attempt(work, page.list);
      if (page.made.solution.found()) return;
    }
  }

  void level(std::size_t index, Page& page) const {
    PageWork work = all_.pages[index];
    work.room = page.room;
    page.made = all_.fitter.level_legs(work, page.list, page.made);
  }

  void accept(const PageGroup& group, const PagePool& pool, const Remade& remade) {
    for (std::size_t n = 0; n < group.pages.size(); ++n) {
      PageWork& work = all_.pages[group.pages[n]];
      work.room = open_room(work);
      all_.whole_pages.erase(work.page.folio);
      all_.take(work, remade.pages[n].list, remade.pages[n].made);
    }
    for (const PageCandidate& c : pool.items) {
      for (const std::size_t i : c.articles) all_.waiting.erase(i);
      forget_turn(all_.homeless_turns, c.articles);
      forget_turn(all_.lost_turns, c.articles);
    }
    all_.waiting.insert(pool.fillers.begin(), pool.fillers.end());
    all_.waiting.insert(remade.left_out.begin(), remade.left_out.end());
  }

  IssueWork& all_;
  PageGroups groups_;
  bool elsewhere_ = false;
  // Pages as they came out, or did not; and cut elsewhere.
  std::map<Key, Page> known_, cut_elsewhere_;
  int tries_ = 0, left_ = kMostTries;  // for the group, and for all
};

}  // namespace

void remake_pages(IssueWork& all) {
  PageRemaker(all).run();
}

}  // namespace forme
