#include <algorithm>
#include <cmath>

#include "makeup/exchanges.h"
#include "makeup/jump_cuts.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kGoodPage = 250;  // what a page costs that is not looked at again
constexpr double kWorthIt = 25;    // that two pages must become cheaper by
// What they must promise for each item of the larger: what they can cost at least leaves out how
// shapes fit together, and that is seldom less.
constexpr double kPromise = 140;
constexpr double kMostTries = 36;      // exchanges of pages of kUsualItems, for one page at a time,
constexpr double kTryEach = 20;        // one for so much that the page costs
constexpr int kUsualItems = 6;         // each more doubles the effort, each less halves it,
constexpr double kLeastEffort = 0.25;  // down to this
constexpr int kMostItemsMore = 6;      // and up to these
constexpr double kEffortPerPage = 36;  // of the issue, spent on its dearest pages
constexpr int kMostRounds = 4;         // exchanges made for one page

// The white that pages were left with is the same whatever stands where, but a page that has much
// of it has a hole, and one that has little hides it in its headlines and pictures. Stories change
// places, or move, so that it is shared out.
class Exchanger {
 public:
  explicit Exchanger(IssueWork& all)
      : all_(all), exchanges_(all), left_(kEffortPerPage * static_cast<double>(all.pages.size())) {}

  // The dearest page comes first. One for which nothing is found may have another look when a page
  // beside it has changed.
  void run() {
    std::vector<int> rounds(all_.pages.size(), 0);
    std::vector<bool> stuck(all_.pages.size(), false);
    for (;;) {
      PageWork* dearest = nullptr;
      for (PageWork& work : all_.pages) {
        const std::size_t i = index_of(work);
        if (stuck[i] || rounds[i] >= kMostRounds) continue;
        if (!dearest || work.level_cost > dearest->level_cost) dearest = &work;
      }
      if (!dearest) break;
      const std::vector<std::size_t> changed = improve(index_of(*dearest));
      stuck[index_of(*dearest)] = changed.empty();
      if (!changed.empty()) ++rounds[index_of(*dearest)];
      for (const std::size_t i : changed) stuck[i] = false;
    }
    if (all_.stock.context().knobs.fillers) stop_holes();
  }

 private:
  // A page of an exchange, as it would be.
  struct Remade {
    std::size_t index = 0;
    std::vector<PageCandidate> list;
    Attempt made;
  };

  std::size_t index_of(const PageWork& work) const {
    return static_cast<std::size_t>(&work - all_.pages.data());
  }

  // The pages that an exchange changed; none: nothing was found.
  std::vector<std::size_t> improve(std::size_t index) {
    const PageWork& page = all_.pages[index];
    if (!exchanges_.may_change(page) || page.level_cost < kGoodPage) return {};
    double tries = std::min({page.level_cost / kTryEach, kMostTries, left_});
    const auto most = static_cast<std::size_t>(tries / kLeastEffort);
    for (const Exchange& e : exchanges_.of(index, kPromise, most)) {
      if (tries < kLeastEffort) break;
      tries -= effort(e), left_ -= effort(e);
      if (std::vector<std::size_t> changed = make(e); !changed.empty()) return changed;
    }
    return {};
  }

  // Of making its pages.
  static double effort(const Exchange& e) {
    const int more = std::min(static_cast<int>(e.items) - kUsualItems, kMostItemsMore);
    return std::max(kLeastEffort, std::exp2(more));
  }

  // What other pages took from one may have left a hole for the fillers that still wait.
  void stop_holes() {
    std::vector<PageWork*> dearest;
    for (PageWork& work : all_.pages) dearest.push_back(&work);
    std::stable_sort(dearest.begin(), dearest.end(), [](const PageWork* a, const PageWork* b) {
      return a->level_cost > b->level_cost;
    });
    for (PageWork* work : dearest) stop_holes(*work);
  }

  void stop_holes(PageWork& work) {
    if (!exchanges_.may_change(work) || work.jumps()) return;
    for (const std::vector<std::size_t>& fillers : all_.filler_groups()) {
      if (work.level_cost < kGoodPage) return;
      if (!all_.all_wait(fillers)) continue;
      std::vector<PageCandidate> more =
          all_.with_fillers(exchanges_.changed(work, {}, {}), fillers);
      if (more.size() > static_cast<std::size_t>(kMostItems)) return;
      Attempt tried = all_.fitter.attempt(work, more, work.level_cost - kWorthIt);
      if (!tried.solution.found()) continue;
      tried = all_.fitter.level_legs(work, more, tried, work.level_cost - kWorthIt);
      if (tried.level_cost < work.level_cost - kWorthIt) all_.take(work, more, tried);
    }
  }

  // The two pages, and those that their stories go on on.
  std::vector<Remade> pages_of(const Exchange& e) const {
    std::vector<Remade> list;
    list.push_back({e.page, exchanges_.changed(all_.pages[e.page], e.goes, e.comes), {}});
    list.push_back({e.other, exchanges_.changed(all_.pages[e.other], e.comes, e.goes), {}});
    bool jumps = false;
    for (std::size_t n = 0; n < 2; ++n) {
      for (const PageCandidate& c : list[n].list) {
        if (c.part.continued_on == 0) continue;
        jumps = true;
        const auto to = std::find_if(all_.pages.begin(), all_.pages.end(), [&](const auto& work) {
          return work.page.folio == c.part.continued_on;
        });
        if (to == all_.pages.end()) return {};
        const bool known = std::any_of(list.begin(), list.end(), [&](const Remade& page) {
          return page.index == index_of(*to);
        });
        if (known) continue;
        if (to->jumps() || !exchanges_.may_change(*to)) return {};
        list.push_back({index_of(*to), exchanges_.changed(*to, {}, {}), {}});
      }
    }
    // What goes on from a page is known when it is made. Else the page that is sooner made comes
    // first: what it costs may decide.
    std::stable_sort(list.begin(), list.end(), [&](const Remade& a, const Remade& b) {
      return jumps ? a.index < b.index : a.list.size() < b.list.size();
    });
    return list;
  }

  // Makes the pages for less than they cost now; what one costs leaves the others less.
  bool make_cheaper(std::vector<Remade>& pages) const {
    double most = -kWorthIt, most_level = -kWorthIt;
    for (const Remade& page : pages) {
      most += all_.pages[page.index].cost;
      most_level += all_.pages[page.index].level_cost;
    }
    std::vector<double> least;
    for (const Remade& page : pages) {
      least.push_back(all_.fitter.least_cost(all_.pages[page.index], page.list));
      most -= least.back();
    }
    for (std::size_t n = 0; n < pages.size(); ++n) {
      Remade& page = pages[n];
      const PageWork& work = all_.pages[page.index];
      if (page.list.empty()) return false;
      page.made = all_.fitter.attempt(work, page.list, most + least[n]);
      if (!page.made.solution.found()) return false;
      most += least[n] - page.made.solution.cost;
      if (jumps(page)) {
        page.made = all_.fitter.level_legs(work, page.list, page.made);
        if (!hand_on(page, n, pages)) return false;
      }
    }
    for (std::size_t n = 0; n < pages.size(); ++n) {
      if (pages[n].made.level_cost < kImpossible)
        most_level -= pages[n].made.level_cost;
      else
        most_level -= (least[n] = least_level(pages[n]));
    }
    for (std::size_t n = 0; n < pages.size(); ++n) {
      Remade& page = pages[n];
      if (page.made.level_cost < kImpossible) continue;
      if (most_level < 0) return false;
      page.made = all_.fitter.level_legs(all_.pages[page.index], page.list, page.made,
                                         most_level + least[n]);
      most_level += least[n] - page.made.level_cost;
    }
    return most_level >= 0;
  }

  // What a page costs at least when its legs are level: it was found without, or is no less than
  // its copy asks for, where shapes were refused on guesses or a beam found it.
  double least_level(const Remade& page) const {
    return page.made.refused || page.list.size() > kMostExact
               ? all_.fitter.least_cost(all_.pages[page.index], page.list)
               : page.made.solution.cost;
  }

  static bool jumps(const Remade& page) {
    return std::any_of(page.list.begin(), page.list.end(),
                       [](const PageCandidate& c) { return c.part.continued_on > 0; });
  }

  // Gives the pages after the n-th what turns to them from it, in place of what did.
  bool hand_on(const Remade& from, std::size_t n, std::vector<Remade>& pages) const {
    const PageWork& work = all_.pages[from.index];
    std::vector<Turn> turns = turns_of(work, from.list, from.made);
    for (std::size_t to = 0; to < pages.size(); ++to) {
      const int folio = all_.pages[pages[to].index].page.folio;
      std::vector<PageCandidate>& list = pages[to].list;
      const std::size_t taken = std::erase_if(
          list, [&](const PageCandidate& c) { return c.part.continued_from == work.page.folio; });
      for (Turn& turn : turns) {
        if (turn.to == folio) list.push_back(std::move(turn.rest));
      }
      if (to <= n && taken > 0) return false;
    }
    return true;
  }

  std::vector<std::size_t> make(const Exchange& e) {
    std::vector<Remade> pages = pages_of(e);
    if (pages.empty() || !make_cheaper(pages)) return {};
    std::vector<std::size_t> changed;
    const std::vector<PageCandidate> homeless = all_.homeless_turns;
    for (const Remade& page : pages) {
      all_.take(all_.pages[page.index], page.list, page.made);
      changed.push_back(page.index);
    }
    all_.homeless_turns = homeless;  // what turns has its place already
    return changed;
  }

  IssueWork& all_;
  Exchanges exchanges_;
  double left_;  // of the effort
};

}  // namespace

void exchange_stories(IssueWork& all) {
  Exchanger(all).run();
}

}  // namespace forme
