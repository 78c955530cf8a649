#include <algorithm>
#include <utility>

#include "makeup/jump_cuts.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kMostOfPage = 0.95;  // of its room by estimate, that a story can take

// A story that takes so much of a page, by estimate, finds none when shorter ones stand everywhere.
constexpr double kLong = 0.6;

constexpr int kTurnHead = 5;  // rows over the full width of the head of a turn and its space

// Finds a page for each long story, or two where it is too long for one.
class LongStories {
 public:
  explicit LongStories(IssueWork& all) : all_(all) {}

  // What takes most of two pages has the choice of them before the rest of the splash, which takes
  // part of one.
  void run() {
    if (all_.longest_first) give_pages([&](std::size_t i) { return too_long(i); });
    start_splash();
    give_pages([&](std::size_t i) { return (all_.large_first && is_long(i)) || too_long(i); });
  }

 private:
  // Two pages that a story could open and end on.
  struct Pair {
    PageWork *from = nullptr, *to = nullptr;
    double room = 0;
  };

  // Leads find their page by their importance.
  template <typename Wanted>
  void give_pages(Wanted wanted) {
    std::vector<std::size_t> list;
    for (const std::size_t i : all_.waiting) {
      if (all_.article(i).priority > 1 && all_.candidate_of(i).kind == LeafKind::Story && wanted(i))
        list.push_back(i);
    }
    // The longest has the fewest places.
    std::stable_sort(list.begin(), list.end(),
                     [&](std::size_t a, std::size_t b) { return rows(a) > rows(b); });
    for (const std::size_t i : list) {
      if (place(i)) continue;
      const Pair pair = all_.longest_first ? closest_pair(i) : nearest_pair(i);
      if (pair.from) keep(i, *pair.from, pair.to->page.folio);
    }
  }

  double rows(std::size_t article) const {
    return all_.fitter.estimate(all_.candidate_of(article));
  }

  double room(const PageWork& work) const {
    if (work.page.sent || all_.whole_pages.contains(work.page.folio)) return 0;
    double left = work.room.rows_free() * kMostOfPage;
    for (const PageCandidate& c : work.candidates) left -= all_.fitter.estimate(c);
    return std::min<double>(left, work.room.rows_of_one());
  }

  bool is_long(std::size_t article) const {
    double rows_free = 0;
    int pages = 0;
    for (const PageWork& work : all_.pages) {
      if (all_.suits(article, work)) rows_free += work.room.rows_free(), ++pages;
    }
    return pages > 1 && rows(article) > kLong * rows_free / pages;
  }

  bool too_long(std::size_t article) const {
    return std::none_of(all_.pages.begin(), all_.pages.end(), [&](const PageWork& work) {
      return all_.suits(article, work) && room(work) >= rows(article);
    });
  }

  bool is_target(const PageWork& work) const {
    return std::any_of(all_.pages.begin(), all_.pages.end(), [&](const PageWork& from) {
      return std::any_of(
          from.candidates.begin(), from.candidates.end(),
          [&](const PageCandidate& c) { return c.part.continued_on == work.page.folio; });
    });
  }

  // The splash opens on the front even where that does not hold it.
  void start_splash() {
    PageWork& front = all_.pages.front();
    const std::vector<std::size_t> list = all_.waiting_for(front);
    if (front.page.sent || list.empty() || all_.article(list.front()).priority > 1 ||
        all_.stock.story(list.front()).rows() < kJumpLeast + kTurnLeast || front.will_jump() ||
        all_.fitter.may_hold(front.room, all_.candidate_of(list.front())) ||
        std::any_of(front.candidates.begin(), front.candidates.end(),
                    [](const PageCandidate& c) { return c.priority == 1; }))
      return;
    PageWork* best = nullptr;
    for (PageWork& work : all_.pages) {
      if (&work == &front || work.will_jump() || is_target(work)) continue;
      if (!best || room(work) > room(*best)) best = &work;
    }
    if (best) keep(list.front(), front, best->page.folio);
  }

  // The front is for leads, unless nothing else could stand there.
  bool may_begin_on(std::size_t article, const PageWork& work) const {
    if (!all_.suits(article, work) || work.will_jump() || is_target(work)) return false;
    return work.page.folio != 1 || all_.leads_alone(article);
  }

  // Puts it on the page that it fills best, its own section's if it can be.
  bool place(std::size_t article) {
    PageWork* best = nullptr;
    for (PageWork& work : all_.pages) {
      if (!may_begin_on(article, work) || room(work) < rows(article)) continue;
      if (!best || room(work) < room(*best)) best = &work;
    }
    if (!best) return false;
    keep(article, *best, 0);
    return true;
  }

  void keep(std::size_t article, PageWork& work, int continued_on) {
    PageCandidate c = all_.candidate_of(article);
    c.pinned = true;
    c.part.continued_on = continued_on;
    all_.waiting.erase(article);
    work.candidates.push_back(std::move(c));
  }

  std::vector<Pair> pairs_for(std::size_t article) {
    std::vector<Pair> pairs;
    for (PageWork& first : all_.pages) {
      if (!may_begin_on(article, first) || room(first) < kJumpLeast * 2) continue;
      for (PageWork& second : all_.pages) {
        if (second.page.folio > first.page.folio && !second.will_jump() && !is_target(second))
          pairs.push_back({&first, &second, room(first) + room(second)});
      }
    }
    return pairs;
  }

  // Of the pairs of pages that hold it the nearest, its own section's if it can be.
  Pair nearest_pair(std::size_t article) {
    Pair nearest;
    std::pair<bool, int> best{true, static_cast<int>(all_.pages.size())};
    for (const Pair& pair : pairs_for(article)) {
      const std::pair<bool, int> here{!all_.suits(article, *pair.to),
                                      pair.to->page.folio - pair.from->page.folio};
      if (pair.room >= rows(article) && here < best) best = here, nearest = pair;
    }
    return nearest;
  }

  // The pair with least room of those that hold it. Where none does as it likes to stand, the one
  // with most, if that may hold it at its smallest.
  Pair closest_pair(std::size_t article) {
    Pair closest, largest;
    const double wanted = rows(article) + kTurnHead * all_.layout.grid.columns;
    for (const Pair& pair : pairs_for(article)) {
      if (pair.room >= wanted && (!closest.from || pair.room < closest.room)) closest = pair;
      if (pair.room > largest.room) largest = pair;
    }
    if (closest.from || !largest.from) return closest;
    const double gaps = 2.0 * kStoryGap * all_.layout.grid.columns;
    return largest.room + gaps < least_rows_parted(all_, all_.candidate_of(article)) ? closest
                                                                                     : largest;
  }

  IssueWork& all_;
};

}  // namespace

void start_long_stories(IssueWork& all) {
  if (all.stock.context().knobs.jumps) LongStories(all).run();
}

}  // namespace forme
