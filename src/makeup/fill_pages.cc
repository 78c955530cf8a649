#include <fmt/format.h>

#include <algorithm>

#include "makeup/jump_cuts.h"
#include "makeup/page_groups.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kFullEnough =
    0.96;  // of a page's room, by estimate: then no further story is tried
constexpr double kLeastTaken = 0.6;      // of the estimates
constexpr double kFirstEstimates = 300;  // that a guess of how much of them is taken weighs
constexpr double kLeastFull = 0.55;      // however little copy there is
// Of a page's room: what is given less has copy spread over it, and a hole is no news.
constexpr double kSpread = 0.8;
constexpr double kBadPage = 1000;     // what a page with a hole costs
constexpr double kMostOfTurn = 0.8;   // of a page's room, that a turn is given
constexpr double kMostOfFront = 0.7;  // of the front, that the splash is counted as
constexpr int kStoryTries = 16;       // stories that such a page tries

// Chooses what stands on each page.
class PageFiller {
 public:
  PageFiller(IssueWork& all, const Filling& filling)
      : all_(all), over_(filling.over), taken_(filling.taken * kFirstEstimates) {}

  void run() {
    for (std::size_t i : solving_order()) solve(all_.pages[i]);
  }

 private:
  // Column rows of copy, by estimate, that a page is given. Copy that does not fill the pages that
  // it may stand on is spread over them, so that none is left blank: each takes the share of what
  // is left that its room is of the room that is left. Estimates are of stories at their best;
  // what they came to on the pages before says how much of that a page really takes.
  double wanted(const PageWork& work) {
    double copy = 0, room = 0;
    for (const PageWork& other : all_.pages) {
      if (other.solved || other.page.section != work.page.section) continue;
      room += other.room.rows_free();
      for (const PageCandidate& c : other.candidates) copy += all_.fitter.estimate(c);
    }
    for (const std::size_t i : all_.waiting_for(work))
      copy += all_.fitter.estimate(all_.candidate_of(i));
    const double taken = std::clamp(taken_ / estimated_, kLeastTaken, 1.0);
    const double full = std::clamp(copy * taken / std::max(room, 1.0), kLeastFull, kFullEnough);
    return work.room.rows_free() * full / taken;
  }

  void learn(const PageWork& work, const std::vector<PageCandidate>& chosen, const Attempt& made) {
    for (const PageCandidate& c : chosen) {
      if (c.part.continued_on > 0) return;  // how much of it stands here is not known
    }
    for (const PageCandidate& c : chosen) estimated_ += all_.fitter.estimate(c);
    taken_ += std::max(0, work.room.rows_free() - spare_rows(made));
  }

  std::vector<std::size_t> solving_order() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all_.pages.size(); ++i) order.push_back(i);
    // The front has the first choice; pages that others turn to wait for what comes to them.
    const auto rank = [&](std::size_t i) {
      const bool jumps = all_.pages[i].will_jump();
      return i == 0 ? 0 : jumps ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
  }

  void solve(PageWork& work) {
    std::vector<PageCandidate> chosen = work.candidates;
    const double full = wanted(work);
    double used = 0;
    for (const PageCandidate& c : chosen) used += least_here(c);
    for (std::size_t index : all_.choice_for(work, full)) {
      if (used >= full || chosen.size() >= static_cast<std::size_t>(kMostItems) - 1) break;
      PageCandidate c = all_.candidate_of(index);
      double rows = all_.fitter.estimate(c);
      // The front is for the splash, however large it would like to be.
      if (work.page.folio == 1 && c.priority == 1 && !has_splash(chosen))
        rows = std::min(rows, full * kMostOfFront);
      if (used + rows > full * over_) continue;
      used += rows;
      chosen.push_back(std::move(c));
    }
    Attempt best = shrink_until_found(work, chosen);
    if (full >= work.room.rows_free() * kSpread) add_stories(work, chosen, best);
    add_fillers(work, chosen, best);
    learn(work, chosen, best);
    Attempt level = all_.fitter.level_legs(work, chosen, best);
    level_with_fillers(work, chosen, best, level);
    drop_short_legs(work, chosen, level);
    all_.take(work, chosen, with_turns_that_fit(work, chosen, level));
  }

  // Where no way of the page makes the feet of its legs level, a filler may.
  void level_with_fillers(const PageWork& work, std::vector<PageCandidate>& chosen,
                          const Attempt& best, Attempt& level) {
    if (!best.solution.found() || !all_.stock.context().knobs.fillers) return;
    const double uneven = all_.fitter.weights().uneven_foot;
    for (const std::vector<std::size_t>& fillers : all_.filler_groups()) {
      if (level.level_cost < best.solution.cost + uneven) return;
      if (!all_.all_wait(fillers)) continue;
      std::vector<PageCandidate> more = all_.with_fillers(chosen, fillers);
      if (more.size() > static_cast<std::size_t>(kMostItems)) return;
      Attempt tried = all_.fitter.attempt(work, more, level.level_cost);
      if (!tried.solution.found()) continue;
      tried = all_.fitter.level_legs(work, more, tried, level.level_cost);
      if (tried.level_cost >= level.level_cost) continue;
      level = std::move(tried);
      chosen = std::move(more);
      for (std::size_t index : fillers) all_.waiting.erase(index);
    }
  }

  // A story that this page has room for in legs too short to read alone waits for another.
  void drop_short_legs(const PageWork& work, std::vector<PageCandidate>& chosen,
                       Attempt& level) const {
    while (drop_one_short(work, chosen, level)) {
    }
  }

  bool drop_one_short(const PageWork& work, std::vector<PageCandidate>& chosen,
                      Attempt& level) const {
    for (std::size_t n = 0; n < level.leaves.size(); ++n) {
      const std::size_t item = level.solution.placed[n].item;
      if (!has_short_legs(level, n) || chosen[item].pinned || chosen.size() == 1) continue;
      std::vector<PageCandidate> fewer = chosen;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(item));
      Attempt made = all_.fitter.attempt(work, fewer);
      if (!made.solution.found()) continue;
      made = all_.fitter.level_legs(work, fewer, made, level.level_cost);
      if (made.level_cost >= level.level_cost) continue;
      level = std::move(made);
      chosen = std::move(fewer);
      return true;
    }
    return false;
  }

  // Where what goes on from the page is too long for the page that it turns to, more stays here.
  Attempt with_turns_that_fit(const PageWork& work, const std::vector<PageCandidate>& chosen,
                              Attempt made) const {
    if (turns_fit(all_, work, chosen, made)) return made;
    for (Attempt& other : with_later_cuts(all_, work, chosen, made)) {
      if (turns_fit(all_, work, chosen, other)) return std::move(other);
    }
    return made;
  }

  static bool is_among(const std::vector<PageCandidate>& chosen, std::size_t article) {
    return std::any_of(chosen.begin(), chosen.end(),
                       [&](const PageCandidate& c) { return c.articles.front() == article; });
  }

  static bool has_splash(const std::vector<PageCandidate>& chosen) {
    return std::any_of(chosen.begin(), chosen.end(),
                       [](const PageCandidate& c) { return c.priority == 1; });
  }

  // Of a story that jumps, what the page that it turns to has no room for.
  double least_here(const PageCandidate& c) const {
    const double rows = all_.fitter.estimate(c);
    if (c.part.continued_on == 0) return rows;
    double there = 0;
    for (const PageWork& other : all_.pages) {
      if (other.page.folio == c.part.continued_on) there = other.room.rows_free() * kMostOfTurn;
    }
    return std::max(kJumpLeast * 4.0, rows - there);
  }

  // A page with a hole tries a few more of the stories that wait: an estimate may have kept them
  // off.
  void add_stories(const PageWork& work, std::vector<PageCandidate>& chosen, Attempt& best) {
    int tries = kStoryTries;
    for (std::size_t index : all_.waiting_for(work)) {
      if (is_among(chosen, index)) continue;
      const bool full = chosen.size() >= static_cast<std::size_t>(kMostItems) - 1;
      if (!best.solution.found() || best.solution.cost < kBadPage || full || tries-- == 0) return;
      std::vector<PageCandidate> more = chosen;
      more.push_back(all_.candidate_of(index));
      Attempt tried = all_.fitter.attempt(work, more, best.solution.cost);
      if (tried.solution.cost >= best.solution.cost) continue;
      best = std::move(tried);
      chosen = std::move(more);
    }
  }

  // Takes the least important story away until the page can be made, the unpinned ones first;
  // before a pinned one goes, the longest story may jump.
  Attempt shrink_until_found(PageWork& work, std::vector<PageCandidate>& chosen) {
    while (true) {
      Attempt found = all_.fitter.attempt(work, chosen);
      const bool only_pinned = std::all_of(chosen.begin(), chosen.end(),
                                           [](const PageCandidate& c) { return c.pinned; });
      if (chosen.empty() ||
          (found.solution.found() && (only_pinned || turns_fit(all_, work, chosen, found))))
        return found;
      // The last that is left, and what must stand there.
      if (only_pinned || chosen.size() == 1) {
        found = with_another(work, chosen);
        if (!found.solution.found() && let_jump(work, chosen)) {
          found = all_.fitter.attempt(work, chosen);
          if (!found.solution.found()) found = with_another(work, chosen);
        }
        if (found.solution.found()) return found;
        if (only_pinned && let_out_of_slot(work, chosen)) continue;
      }
      auto victim = chosen.end();
      for (auto c = chosen.begin(); c != chosen.end(); ++c) {
        if (only_pinned
                ? (victim == chosen.end() || c->priority >= victim->priority)
                : !c->pinned && (victim == chosen.end() || c->priority >= victim->priority)) {
          victim = c;
        }
      }
      if (victim->pinned && victim->part.continued_from == 0) {
        all_.diagnostics.warning(
            all_.article(victim->articles[0]).where,
            fmt::format("'{}' does not fit on page {} with what else is placed there",
                        all_.article(victim->articles[0]).id, work.page.folio),
            "cut it, or place less on the page");
      }
      // The page that a spread ends on is its story's, which is too long for it, and nobody else's.
      if (victim->part.turn() && in_spread(all_.issue.manifest.flatplan, work.page.folio))
        all_.whole_pages.insert(work.page.folio);
      all_.give_back(*victim);
      chosen.erase(victim);
    }
  }

  // What must stand on the page may leave a hole that no shape of it fills: another story may.
  Attempt with_another(const PageWork& work, std::vector<PageCandidate>& chosen) const {
    int tries = kStoryTries;
    for (std::size_t index : all_.waiting_for(work)) {
      if (is_among(chosen, index)) continue;
      if (tries-- == 0 || chosen.size() >= static_cast<std::size_t>(kMostItems)) break;
      std::vector<PageCandidate> more = chosen;
      more.push_back(all_.candidate_of(index));
      Attempt found = all_.fitter.attempt(work, more);
      if (!found.solution.found()) continue;
      chosen = std::move(more);
      return found;
    }
    return {};
  }

  bool let_jump(const PageWork& work, std::vector<PageCandidate>& chosen) const {
    PageCandidate* longest = nullptr;
    std::pair<bool, int> most{false, kJumpLeast + kTurnLeast};  // too long for its slot; rows
    for (PageCandidate& c : chosen) {
      if (c.kind != LeafKind::Story || c.part.continued_on > 0 || c.part.turn()) continue;
      const int rows = all_.stock.story(c.articles[0]).rows();
      if (rows < kJumpLeast + kTurnLeast) continue;
      const std::pair<bool, int> here{!fits_slot(work, c), rows};
      if (here >= most) most = here, longest = &c;
    }
    const int target = next_open_page(work.page.folio, work.page.section);
    if (!longest || target == 0) return false;
    longest->part.continued_on = target;
    return true;
  }

  bool fits_slot(const PageWork& work, const PageCandidate& c) const {
    if (!c.slot || c.slot->kind != SlotKind::Fixed) return true;
    const GridRect &area = work.room.area, &box = c.slot->box;
    return box.w <= area.w && box.h <= area.h &&
           all_.fitter.shapes_of(c, area.w, area.h).at(box.w, box.h).cost < kImpossible;
  }

  // A slot that does not hold what belongs there, or leaves no room for what else must stand on the
  // page, is not kept.
  bool let_out_of_slot(const PageWork& work, std::vector<PageCandidate>& chosen) const {
    PageCandidate* out = nullptr;
    for (PageCandidate& c : chosen) {
      if (!c.slot || c.slot->kind != SlotKind::Fixed) continue;
      if (!out || fits_slot(work, *out) || !fits_slot(work, c)) out = &c;
    }
    if (!out) return false;
    out->slot = nullptr;
    return true;
  }

  // What the editor put there leaves a turn its least.
  bool has_room_for_turn(const PageWork& work) const {
    double rows = work.room.rows_free() - kTurnLeast;
    for (const PageCandidate& c : work.candidates) rows -= all_.fitter.estimate(c);
    return rows >= 0;
  }

  int next_open_page(int after, const std::string& section) const {
    int any = 0;
    for (const PageWork& other : all_.pages) {
      if (other.page.folio <= after || other.solved || !has_room_for_turn(other)) continue;
      if (other.page.section == section) return other.page.folio;
      if (any == 0) any = other.page.folio;
    }
    return any;
  }

  // Fillers stop the holes that are left, one at a time, or two that stand side by side, while the
  // page gets better for it.
  void add_fillers(const PageWork& work, std::vector<PageCandidate>& chosen, Attempt& best) {
    if (!all_.stock.context().knobs.fillers) return;
    for (const std::vector<std::size_t>& fillers : all_.filler_groups()) {
      if (all_.all_wait(fillers)) add_filler(work, fillers, chosen, best);
    }
  }

  void add_filler(const PageWork& work, const std::vector<std::size_t>& fillers,
                  std::vector<PageCandidate>& chosen, Attempt& best) {
    std::vector<PageCandidate> more = all_.with_fillers(chosen, fillers);
    int rows = 0;
    for (std::size_t n = chosen.size(); n < more.size(); ++n) rows += all_.fitter.estimate(more[n]);
    if (!best.solution.found() || more.size() > static_cast<std::size_t>(kMostItems) ||
        spare_rows(best) < rows * 2 / 3)
      return;
    Attempt tried = all_.fitter.attempt(work, more, best.solution.cost);
    if (tried.solution.cost >= best.solution.cost) return;
    best = std::move(tried);
    chosen = std::move(more);
    for (std::size_t index : fillers) all_.waiting.erase(index);
  }

  IssueWork& all_;
  double over_;
  // Column rows that stories took, and their estimates.
  double taken_, estimated_ = kFirstEstimates;
};

}  // namespace

void fill_pages(IssueWork& all, const Filling& filling) {
  PageFiller(all, filling).run();
}

}  // namespace forme
