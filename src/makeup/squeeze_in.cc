#include <algorithm>
#include <optional>

#include "makeup/page_groups.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kNoPage = 10'000;    // what a page that could not be made costs
constexpr std::size_t kTried = 8;     // pages that an item is tried on, the emptiest of them
constexpr std::size_t kLevelled = 3;  // of them, those whose legs are set to find the best
constexpr double kParted = 0.9;       // of its estimate, that two pages must have free for a story
constexpr double kWorthTrying =
    1.15;  // of a page's room by estimate, up to which one more story is tried on it

// Finds room for what no page took.
class Squeezer {
 public:
  explicit Squeezer(IssueWork& all) : all_(all), groups_(all) {}

  void run() {
    while (place_nibs()) {
    }
    for (const PageCandidate& c : std::vector<PageCandidate>(all_.homeless_turns)) {
      if (!squeeze_in(c)) all_.lost_turns.push_back(c);
    }
    std::vector<std::size_t> list;
    for (std::size_t i : all_.waiting) {
      if (all_.article(i).genre != Genre::Filler && all_.article(i).genre != Genre::Nib)
        list.push_back(i);
    }
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return all_.article(a).priority < all_.article(b).priority;
    });
    for (std::size_t index : list) {
      if (squeeze_in(all_.candidate_of(index)) || part(index)) all_.waiting.erase(index);
    }
  }

 private:
  struct Trial {
    PageWork* work = nullptr;
    std::vector<PageCandidate> list;
    Attempt made;
    double dearer = kImpossible;
  };

  // A page has one column of nibs.
  static void join(std::vector<PageCandidate>& list, const PageCandidate& extra) {
    for (PageCandidate& c : list) {
      if (c.kind != LeafKind::Nibs || extra.kind != LeafKind::Nibs) continue;
      c.articles.insert(c.articles.end(), extra.articles.begin(), extra.articles.end());
      c.whole = extra.whole;
      return;
    }
    list.push_back(extra);
  }

  // Puts the nibs that wait into one column on one page; true when some of them found room.
  bool place_nibs() {
    PageCandidate column;
    column.kind = LeafKind::Nibs;
    column.priority = kNibPriority;
    for (std::size_t i : all_.waiting) {
      if (all_.article(i).genre == Genre::Nib) column.articles.push_back(i);
    }
    if (column.articles.empty()) return false;
    const std::size_t before = column.articles.size();
    for (std::size_t i : column.articles) all_.waiting.erase(i);
    column.whole = true;
    bool placed = squeeze_in(column);
    column.whole = false;
    if (!placed && !squeeze_in(column)) {
      for (std::size_t i : column.articles) all_.waiting.insert(i);
      return false;
    }
    std::size_t left = 0;
    for (std::size_t i : all_.waiting) left += all_.article(i).genre == Genre::Nib;
    return left > 0 && left < before;
  }

  static double known(double cost) { return std::min(cost, kNoPage); }

  // By estimate; of nibs that need not all stand together, of the first.
  int least_rows(const PageCandidate& extra) const {
    if (extra.kind != LeafKind::Nibs || extra.whole) return all_.fitter.estimate(extra);
    PageCandidate one = extra;
    one.articles.resize(1);
    return all_.fitter.estimate(one);
  }

  // How full the page would be with one more item, by estimate; nothing if it cannot be tried
  // there.
  std::optional<double> fullness(const PageWork& work, const PageCandidate& extra) const {
    // A page that a story turns from is not made again: its turn stands already.
    if (work.page.sent || work.jumps() || work.page.folio <= extra.part.continued_from)
      return std::nullopt;
    const std::vector<PageCandidate> list = all_.candidates_on(work);
    if (list.size() >= static_cast<std::size_t>(kMostItems)) return std::nullopt;
    if (list.empty() && all_.whole_pages.contains(work.page.folio)) return std::nullopt;
    if (list.empty()) return 0;
    // Its stories may have made themselves smaller than they would like to be.
    double used = 0;
    for (const PageCandidate& c : list) used += all_.fitter.estimate(c);
    used = std::min<double>(used, work.room.rows_free() - work.spare);
    return (used + least_rows(extra)) / std::max(1, work.room.rows_free());
  }

  // A turn and a column of nibs stand anywhere.
  bool suits(const PageCandidate& extra, const PageWork& work) const {
    return extra.part.turn() || extra.kind == LeafKind::Nibs ||
           all_.suits(extra.articles.front(), work);
  }

  // Pages worth trying, the emptiest first: those of its section, or all.
  std::vector<PageWork*> pages_for(const PageCandidate& extra, bool anywhere) {
    std::vector<std::pair<double, PageWork*>> list;
    for (PageWork& work : all_.pages) {
      if (!anywhere && !suits(extra, work)) continue;
      const std::optional<double> full = fullness(work, extra);
      if (full && *full <= kWorthTrying) list.emplace_back(*full, &work);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    if (list.size() > kTried) list.resize(kTried);
    std::vector<PageWork*> pages;
    for (const auto& [full, work] : list) pages.push_back(work);
    return pages;
  }

  // At their smallest. Of five hundred pages that are fuller none could be made; those of few items
  // are soon tried.
  bool may_hold(const PageWork& work, const std::vector<PageCandidate>& list) {
    if (list.size() <= kMostExact) return true;
    double rows = 0;
    for (const PageCandidate& c : list) rows += groups_.least_rows(c);
    return rows <= rows_with_gaps(work);
  }

  // Pages with the item on them, up to kLevelled that become least dearer. Those that may do so
  // come first, so that what they cost spares making the others.
  std::vector<Trial> cheapest_trials(const PageCandidate& extra, bool anywhere) {
    std::vector<Trial> trials, made;
    for (PageWork* work : pages_for(extra, anywhere)) {
      Trial trial{work, all_.candidates_on(*work), {}, 0};
      join(trial.list, extra);
      if (!may_hold(*work, trial.list)) continue;
      trial.dearer = all_.fitter.least_cost(*work, trial.list) - known(work->cost);
      trials.push_back(std::move(trial));
    }
    const auto cheaper = [](const Trial& a, const Trial& b) { return a.dearer < b.dearer; };
    std::stable_sort(trials.begin(), trials.end(), cheaper);
    for (Trial& trial : trials) {
      const double before = known(trial.work->cost);
      const double most = made.size() < kLevelled ? kImpossible : made.back().dearer + before;
      trial.made = all_.fitter.attempt(*trial.work, trial.list, most);
      if (!trial.made.solution.found()) continue;
      trial.dearer = trial.made.solution.cost - before;
      made.insert(std::upper_bound(made.begin(), made.end(), trial, cheaper), std::move(trial));
      if (made.size() > kLevelled) made.pop_back();
    }
    return made;
  }

  // On a page of another section where none that may have it holds it.
  bool squeeze_in(const PageCandidate& extra) {
    if (squeeze_in(extra, false)) return true;
    const bool strange = std::any_of(all_.pages.begin(), all_.pages.end(),
                                     [&](const PageWork& work) { return !suits(extra, work); });
    return strange && squeeze_in(extra, true);
  }

  // Puts the item on the page that it makes least dearer, the legs as they really fall.
  bool squeeze_in(const PageCandidate& extra, bool anywhere) {
    std::vector<Trial> trials = cheapest_trials(extra, anywhere);
    const Trial* best = nullptr;
    for (Trial& trial : trials) {
      const double before = known(trial.work->level_cost);
      trial.made = all_.fitter.level_legs(*trial.work, trial.list, trial.made,
                                          best ? best->dearer + before : kImpossible);
      if (trial.made.level_cost == kImpossible || has_short_legs(trial.made)) continue;
      trial.dearer = trial.made.level_cost - before;
      if (!best || trial.dearer < best->dearer) best = &trial;
    }
    if (!best) return false;
    all_.take(*best->work, best->list, best->made);
    return true;
  }

  // Rows of a page that are free, by estimate.
  double free_rows(const PageWork& work) const {
    double rows = work.room.rows_free();
    for (const PageCandidate& c : all_.candidates_on(work)) rows -= all_.fitter.estimate(c);
    return std::max<double>(rows, work.spare);
  }

  // Puts a story on two pages that have room for it together; it jumps from the first.
  bool part(std::size_t article) {
    PageCandidate c = all_.candidate_of(article);
    if (c.kind != LeafKind::Story || !all_.stock.context().knobs.jumps) return false;
    const double rows = all_.fitter.estimate(c) * kParted;
    std::vector<std::pair<PageWork*, PageWork*>> pairs;
    for (PageWork& first : all_.pages) {
      if (!fullness(first, c) || free_rows(first) < kJumpLeast) continue;
      for (PageWork& second : all_.pages) {
        if (second.page.folio > first.page.folio && fullness(second, c) &&
            free_rows(second) >= kTurnLeast && free_rows(first) + free_rows(second) >= rows)
          pairs.emplace_back(&first, &second);
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
      return a.second->page.folio - a.first->page.folio <
             b.second->page.folio - b.first->page.folio;
    });
    if (pairs.size() > kTried) pairs.resize(kTried);
    return std::any_of(pairs.begin(), pairs.end(),
                       [&](const auto& pair) { return part_over(c, *pair.first, *pair.second); });
  }

  bool part_over(PageCandidate c, PageWork& first, PageWork& second) {
    std::vector<PageCandidate> here = all_.candidates_on(first), there = all_.candidates_on(second);
    c.part.continued_on = second.page.folio;
    here.push_back(c);
    Attempt begun = all_.fitter.attempt(first, here);
    begun = all_.fitter.level_legs(first, here, begun);
    for (std::size_t i = 0; i < begun.solution.placed.size(); ++i) {
      const PlacedItem& placed = begun.solution.placed[i];
      if (!placed.variant.jumps) continue;
      there.push_back(all_.turn_of(here[placed.item], begun.leaves[i]->reached, first.page.folio));
      const Attempt ended = all_.fitter.attempt(second, there);
      if (!ended.solution.found()) return false;
      all_.take(first, here, begun);
      all_.accept(second, there, ended);
      std::erase_if(all_.homeless_turns,
                    [&](const PageCandidate& t) { return t.articles == c.articles; });
      return true;
    }
    return false;
  }

  IssueWork& all_;
  PageGroups groups_;
};

}  // namespace

void place_rest(IssueWork& all) {
  Squeezer(all).run();
}

}  // namespace forme
