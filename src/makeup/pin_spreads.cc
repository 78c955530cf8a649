#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr double kMostHeld = 0.95;  // of the room of two pages, the estimate of a story on them

// Puts a story over two facing pages: it opens on the left one and goes on on the right one.
class SpreadPinner {
 public:
  explicit SpreadPinner(IssueWork& all) : all_(all) {}

  void run() {
    for (const FlatplanPage& declared : all_.issue.manifest.flatplan.list) {
      if (declared.spread) pin_declared(declared);
    }
    if (all_.longest_first) return;  // start_long_stories finds two pages that need not face
    std::vector<std::size_t> list;
    for (const std::size_t i : all_.waiting) {
      if (is_story(i) && too_long_for_a_page(i)) list.push_back(i);
    }
    // The longest has the fewest places.
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return all_.fitter.estimate(all_.candidate_of(a)) >
             all_.fitter.estimate(all_.candidate_of(b));
    });
    for (const std::size_t i : list) {
      if (!is_splash(i) && !may_begin_on_front(i)) pin_long(i);
    }
  }

 private:
  bool is_story(std::size_t i) const {
    return all_.candidate_of(i).kind == LeafKind::Story && all_.article(i).genre != Genre::Filler;
  }

  // The story that the editor put there, else the best of the section.
  void pin_declared(const FlatplanPage& declared) {
    if (declared.last > static_cast<int>(all_.pages.size())) return;
    PageWork& left = page(declared.first);
    const auto placed =
        std::find_if(left.candidates.begin(), left.candidates.end(),
                     [](const PageCandidate& c) { return c.kind == LeafKind::Story; });
    if (placed != left.candidates.end()) {
      PageCandidate story = *placed;
      left.candidates.erase(placed);
      spread(left, std::move(story), declared);
    } else if (const std::optional<std::size_t> best = best_for(left)) {
      all_.waiting.erase(*best);
      spread(left, all_.candidate_of(*best), declared);
    }
  }

  void spread(PageWork& left, PageCandidate story, const FlatplanPage& declared) {
    const Article& article = all_.article(story.articles[0]);
    if (rows_of(story) < kJumpLeast + kTurnLeast) {
      all_.diagnostics.warning(
          declared.where,
          fmt::format("'{}' is too short for the spread {}-{}", article.id, declared.first,
                      declared.last),
          fmt::format("at least {} lines stand on the left page and {} on the right one",
                      kJumpLeast, kTurnLeast));
      story.pinned = true;
      left.candidates.push_back(std::move(story));
      return;
    }
    story.part.over_gutter = true;
    open(left, std::move(story));
  }

  // A feature before others, then by importance; of those that are long enough.
  std::optional<std::size_t> best_for(const PageWork& left) const {
    std::optional<std::size_t> best;
    for (const std::size_t i : all_.waiting_for(left)) {
      if (!is_story(i) || rows_of(all_.candidate_of(i)) < kJumpLeast + kTurnLeast) continue;
      const bool feature = all_.article(i).genre == Genre::Feature;
      if (!best || (feature && all_.article(*best).genre != Genre::Feature)) best = i;
    }
    return best;
  }

  // Whether no page has room for it, had it the page to itself.
  bool too_long_for_a_page(std::size_t i) const {
    const PageCandidate story = all_.candidate_of(i);
    return std::none_of(all_.pages.begin(), all_.pages.end(), [&](const PageWork& work) {
      return rows_of(story) <= work.room.rows_of_one() && all_.fitter.may_hold(work.room, story);
    });
  }

  // What the front is for: it opens there and turns, but for a feature.
  bool is_splash(std::size_t i) const {
    const std::vector<std::size_t> list = all_.waiting_for(all_.pages.front());
    return !list.empty() && list.front() == i && all_.article(i).priority == 1 &&
           all_.article(i).genre != Genre::Feature;
  }

  // Nothing else would stand there, and it holds the story together with another page.
  bool may_begin_on_front(std::size_t i) const {
    int most = 0;
    for (std::size_t n = 1; n < all_.pages.size(); ++n)
      if (may_open(all_.pages[n], i)) most = std::max(most, all_.pages[n].room.rows_of_one());
    const PageWork& front = all_.pages.front();
    return all_.leads_alone(i) && may_open(front, i) &&
           front.room.rows_of_one() + most >= all_.fitter.estimate(all_.candidate_of(i));
  }

  // On the two facing pages with most room; of those with as much, a feature in the middle of the
  // paper and other stories early on.
  void pin_long(std::size_t i) {
    const bool feature = all_.article(i).genre == Genre::Feature;
    const int middle = static_cast<int>(all_.pages.size()) / 2;
    PageWork* best = nullptr;
    int most = 0, nearest = 0;
    for (PageWork& left : all_.pages) {
      const PageWork* right = all_.facing(left);
      if (left.page.folio % 2 != 0 || !right || !may_open(left, i) || !may_open(*right, i))
        continue;
      const int rows = left.room.rows_of_one() + right->room.rows_of_one();
      const int away = feature ? std::abs(left.page.folio - middle) : left.page.folio;
      if (rows * kMostHeld < all_.fitter.estimate(all_.candidate_of(i))) continue;
      if (best && (rows < most || (rows == most && away >= nearest))) continue;
      best = &left, most = rows, nearest = away;
    }
    if (!best) return;
    all_.waiting.erase(i);
    open(*best, all_.candidate_of(i));
  }

  bool may_open(const PageWork& work, std::size_t i) const {
    return !work.page.sent && work.candidates.empty() &&
           !all_.whole_pages.contains(work.page.folio) && all_.suits(i, work);
  }

  void open(PageWork& left, PageCandidate story) {
    story.pinned = true;
    story.part.continued_on = left.page.folio + 1;
    story.part.asked_to_jump = story.part.has_to_jump = true;
    give_room(left, story);
    left.candidates.push_back(std::move(story));
  }

  // All that adverts leave of the page, if it fills that and goes on; else over the full width what
  // leaves about as much for the other page, with room for others under it.
  void give_room(PageWork& left, const PageCandidate& story) {
    const GridRect& area = left.room.area;
    const ShapeTable shapes = all_.fitter.shapes_of(story, area.w, area.h);
    for (std::vector<GridRect> way : decompositions(left.room)) {
      const GridRect region = way[0];
      if (region.w < area.w) continue;
      int least = 0, most = 0;
      for (int h = 1; h <= region.h; ++h) {
        if (shapes.at(region.w, h).cost >= kImpossible) continue;
        if (least == 0) least = h;
        most = h;
      }
      if (most == 0) continue;
      if (most == region.h) {
        if (way.size() == 1) all_.whole_pages.insert(left.page.folio);
        return;
      }
      const int depth = (least + most) / 2, under = depth + kStoryGap;
      way[0].h = depth;
      if (region.h > under) way.push_back({region.x, region.y + under, region.w, region.h - under});
      left.room.only = std::move(way);
      return;
    }
  }

  int rows_of(const PageCandidate& story) const {
    return all_.stock.story(story.articles[0]).rows();
  }
  PageWork& page(int folio) { return all_.pages[static_cast<std::size_t>(folio - 1)]; }

  IssueWork& all_;
};

}  // namespace

void pin_spreads(IssueWork& all) {
  SpreadPinner(all).run();
}

}  // namespace forme
