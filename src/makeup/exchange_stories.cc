#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kGoodPage = 250;  // what a page costs that is not looked at again
constexpr double kWorthIt = 25;    // that two pages must become cheaper by
constexpr int kMostTries = 8;      // exchanges tried for one page
constexpr int kMostRounds = 2;     // exchanges made for one page

// The white that pages were left with is the same whatever stands where, but a page that has much
// of it has a hole, and one that has little hides it in its headlines and pictures. Stories change
// places, or move, so that it is shared out.
class Exchanger {
 public:
  explicit Exchanger(IssueWork& all) : all_(all), ranks_(section_ranks(all)) {}

  void run() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all_.pages.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return all_.pages[a].level_cost > all_.pages[b].level_cost;
    });
    for (const std::size_t page : order) {
      for (int round = 0; round < kMostRounds; ++round) {
        if (!improve(page)) break;
      }
    }
    if (all_.stock.context().knobs.fillers)
      for (const std::size_t page : order) stop_holes(all_.pages[page]);
  }

 private:
  // Stories that leave two pages for each other; the second may be none.
  struct Exchange {
    std::size_t page = 0, other = 0;
    std::size_t goes = 0, comes = 0;  // articles; kNobody: none
    double unsuited = 0;              // how far it is from sharing the white out, in column rows
  };
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  bool may_change(const PageWork& work) const {
    return !work.page.sent && work.solved && work.cost < kImpossible && !work.jumps();
  }

  // Whole stories that the editor did not put on the page.
  std::vector<std::size_t> movable(const PageWork& work) const {
    std::vector<std::size_t> list;
    for (const PlanLeaf& leaf : work.page.leaves) {
      if (leaf.kind != LeafKind::Story || leaf.continued_from > 0 || !leaf.slot.empty()) continue;
      const std::size_t index = all_.index_of(leaf.ids.front());
      const bool pinned =
          std::any_of(work.candidates.begin(), work.candidates.end(),
                      [&](const PageCandidate& c) { return c.articles.front() == index; });
      if (!pinned && all_.article(index).genre != Genre::Filler) list.push_back(index);
    }
    return list;
  }

  // A page of no section has only what belongs with something that it has.
  bool suits(std::size_t article, const PageWork& to) const {
    const std::string& section = all_.article(article).section;
    if (!all_.takes_any_section(to)) return section == to.page.section;
    // What has a page of its own stays there.
    if (!section.empty() && std::any_of(all_.pages.begin(), all_.pages.end(),
                                        [&](const auto& w) { return w.page.section == section; }))
      return false;
    if (!all_.by_section || to.page.folio == 1) return true;
    const std::vector<std::size_t> there = movable(to);
    return there.empty() || std::any_of(there.begin(), there.end(), [&](std::size_t other) {
             return rank_of(other) == rank_of(article);
           });
  }
  int rank_of(std::size_t article) const {
    const auto found = ranks_.find(all_.article(article).section);
    return found == ranks_.end() ? 0 : found->second;
  }

  // A page keeps stories of the importance that it was given; the front those of the same.
  bool alike(std::size_t a, std::size_t b, const Exchange& e) const {
    const int apart = std::abs(all_.article(a).priority - all_.article(b).priority);
    return apart <= (e.page == 0 || e.other == 0 ? 0 : 1);
  }

  double rows_of(std::size_t article) const {
    return article == kNobody ? 0 : all_.fitter.estimate(all_.candidate_of(article));
  }

  double used(const PageWork& work) const {
    double rows = 0;
    for (const PageCandidate& c : all_.candidates_on(work)) rows += all_.fitter.estimate(c);
    return rows;
  }

  // What comes to `page` more than goes, so that both pages are as full.
  double wanted(const PageWork& page, const PageWork& other) const {
    const double room = page.room.rows_free(), other_room = other.room.rows_free();
    const double full = (used(page) + used(other)) / std::max(1.0, room + other_room);
    return full * room - used(page);
  }

  std::vector<Exchange> exchanges_for(std::size_t index) const {
    std::vector<Exchange> list;
    const PageWork& page = all_.pages[index];
    const std::vector<std::size_t> here = movable(page);
    for (std::size_t i = 0; i < all_.pages.size(); ++i) {
      const PageWork& other = all_.pages[i];
      if (i == index || !may_change(other)) continue;
      const double more = wanted(page, other);
      for (const std::size_t there : movable(other)) {
        if (!suits(there, page)) continue;
        // A story that moves alone leaves its page, or comes to it, whatever else stands there.
        if (index != 0 && i != 0)
          list.push_back({index, i, kNobody, there, std::abs(rows_of(there) - more)});
        for (const std::size_t goes : here) {
          Exchange e{index, i, goes, there, 0};
          if (!suits(goes, other) || !alike(goes, there, e)) continue;
          e.unsuited = std::abs(rows_of(there) - rows_of(goes) - more);
          list.push_back(e);
        }
      }
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Exchange& a, const Exchange& b) { return a.unsuited < b.unsuited; });
    if (list.size() > kMostTries) list.resize(kMostTries);
    return list;
  }

  // What stands on the page when one story has left it and another has come.
  std::vector<PageCandidate> changed(const PageWork& work, std::size_t goes,
                                     std::size_t comes) const {
    std::vector<PageCandidate> list;
    for (PageCandidate& c : all_.candidates_on(work)) {
      if (c.articles.front() == goes && !c.part.turn()) continue;
      c.whole = true;
      list.push_back(std::move(c));
    }
    if (comes != kNobody) {
      list.push_back(all_.candidate_of(comes));
      list.back().pinned = true;
    }
    return list;
  }

  bool improve(std::size_t index) {
    PageWork& page = all_.pages[index];
    if (!may_change(page) || page.level_cost < kGoodPage) return false;
    for (const Exchange& e : exchanges_for(index)) {
      if (make(e)) return true;
    }
    return false;
  }

  // What other pages took from this one may have left a hole for the fillers that still wait.
  void stop_holes(PageWork& work) {
    if (!may_change(work)) return;
    for (const std::vector<std::size_t>& fillers : all_.filler_groups()) {
      if (work.level_cost < kGoodPage) return;
      if (!all_.all_wait(fillers)) continue;
      std::vector<PageCandidate> more = all_.with_fillers(changed(work, kNobody, kNobody), fillers);
      if (more.size() > static_cast<std::size_t>(kMostItems)) return;
      Attempt tried = all_.fitter.attempt(work, more, work.level_cost - kWorthIt);
      if (!tried.solution.found()) continue;
      tried = all_.fitter.level_legs(work, more, tried);
      if (tried.level_cost < work.level_cost - kWorthIt) all_.take(work, more, tried);
    }
  }

  // Both pages for no more than `most`, as far as the first of them leaves it to the second.
  bool attempt_both(const PageWork& page, std::vector<PageCandidate>& on_page,
                    const PageWork& other, std::vector<PageCandidate>& on_other, double most,
                    Attempt& first, Attempt& second) const {
    first = all_.fitter.attempt(page, on_page, most - all_.fitter.least_cost(other, on_other));
    if (!first.solution.found()) return false;
    second = all_.fitter.attempt(other, on_other, most - first.solution.cost);
    return second.solution.found();
  }

  bool make(const Exchange& e) {
    PageWork &page = all_.pages[e.page], &other = all_.pages[e.other];
    std::vector<PageCandidate> here = changed(page, e.goes, e.comes),
                               there = changed(other, e.comes, e.goes);
    if (here.size() > static_cast<std::size_t>(kMostItems) ||
        there.size() > static_cast<std::size_t>(kMostItems) || there.empty())
      return false;
    // The page that is sooner made comes first: what it costs may decide.
    const double most = page.cost + other.cost - kWorthIt;
    const bool turned = there.size() < here.size();
    Attempt first, second;
    if (!attempt_both(turned ? other : page, turned ? there : here, turned ? page : other,
                      turned ? here : there, most, turned ? second : first,
                      turned ? first : second))
      return false;
    first = all_.fitter.level_legs(page, here, first);
    second = all_.fitter.level_legs(other, there, second);
    if (first.level_cost + second.level_cost > page.level_cost + other.level_cost - kWorthIt)
      return false;
    all_.take(page, here, first);
    all_.take(other, there, second);
    return true;
  }

  IssueWork& all_;
  std::map<std::string, int> ranks_;  // of sections
};

}  // namespace

void exchange_stories(IssueWork& all) {
  Exchanger(all).run();
}

}  // namespace forme
