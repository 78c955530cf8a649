#include <algorithm>
#include <utility>

#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kMostOfPage = 0.95;  // of its room by estimate, that a story can take

// A story that takes so much of a page, by estimate, finds none when shorter ones stand everywhere.
constexpr double kLong = 0.6;

// Finds a page for each long story, or two where it is too long for one.
class LongStories {
 public:
  explicit LongStories(IssueWork& all) : all_(all) {}

  void run() {
    start_splash();
    std::vector<std::size_t> list;
    for (const std::size_t i : all_.waiting) {
      // Leads find their page by their importance.
      if (all_.article(i).priority > 1 && all_.candidate_of(i).kind == LeafKind::Story &&
          ((all_.large_first && is_long(i)) || too_long(i)))
        list.push_back(i);
    }
    // The longest has the fewest places.
    std::stable_sort(list.begin(), list.end(),
                     [&](std::size_t a, std::size_t b) { return rows(a) > rows(b); });
    for (const std::size_t i : list) {
      if (!place(i)) start(i);
    }
  }

 private:
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
    const std::vector<std::size_t> list = all_.waiting_for(front, false);
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

  // Puts it on the page that it fills best, its own section's if it can be; the front is for leads.
  bool place(std::size_t article) {
    PageWork* best = nullptr;
    for (PageWork& work : all_.pages) {
      if (work.page.folio == 1 || !all_.suits(article, work) || work.will_jump() ||
          is_target(work) || room(work) < rows(article))
        continue;
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

  // Of the pairs of pages that hold it the nearest, its own section's if it can be; the front is
  // for leads.
  void start(std::size_t article) {
    PageWork *from = nullptr, *to = nullptr;
    std::pair<bool, int> best{true, static_cast<int>(all_.pages.size())};
    for (PageWork& first : all_.pages) {
      if (first.page.folio == 1 || !all_.suits(article, first) || first.will_jump() ||
          is_target(first) || room(first) < kJumpLeast * 2)
        continue;
      for (PageWork& second : all_.pages) {
        if (second.page.folio <= first.page.folio || second.will_jump() || is_target(second) ||
            room(first) + room(second) < rows(article))
          continue;
        const std::pair<bool, int> here{!all_.suits(article, second),
                                        second.page.folio - first.page.folio};
        if (here < best) best = here, from = &first, to = &second;
      }
    }
    if (from) keep(article, *from, to->page.folio);
  }

  IssueWork& all_;
};

}  // namespace

void start_long_stories(IssueWork& all) {
  if (all.stock.context().knobs.jumps) LongStories(all).run();
}

}  // namespace forme
