#include "makeup/overset_cures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/names.h"
#include "makeup/issue_work.h"
#include "makeup/leg_leveller.h"

namespace forme {
namespace {

constexpr std::size_t kMostPlaces = 2;  // of lesser stories that are named
constexpr int kLeastKept = 20;          // lines that a cut leaves of a story
constexpr int kNibsOfColumn = 3;        // that a page's column of nibs has room for, at least
constexpr int kHeadOfNews = 8;          // rows that the head of a story takes of each column

struct Standing {
  const PlanLeaf* leaf = nullptr;
  int page = 0, priority = 0;
};

// Places of single stories that stand whole, the least important first.
std::vector<Standing> places_of(const Plan& plan, const Issue& issue) {
  std::vector<Standing> places;
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (leaf.kind != LeafKind::Story || leaf.ids.size() != 1 || leaf.continued_on > 0 ||
          leaf.continued_from > 0 || page.sent || !leaf.slot.empty())
        continue;
      const Article* article = issue.article(leaf.ids[0]);
      if (article && article->genre != Genre::Filler)
        places.push_back({&leaf, page.folio, article->priority});
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Standing& a, const Standing& b) { return a.priority > b.priority; });
  return places;
}

class UnplacedStory {
 public:
  UnplacedStory(const StoryStock& stock, const Plan& plan, std::size_t article)
      : story_(stock.story(article)),
        issue_(stock.context().issue),
        grid_(stock.context().layout.grid),
        weights_(stock.context().weights),
        plan_(plan) {}

  bool may_have(const Standing& place) const {
    return place.priority > story_.article().priority &&
           may_stand_on(issue_.manifest.flatplan, story_.article().id, place.page) &&
           fits(place.leaf->box);
  }

  std::vector<std::string> cures(const std::vector<Standing>& places) const {
    std::vector<std::string> list;
    for (const Standing& place : places) {
      list.push_back(fmt::format("take '{}' (priority {}) on page {} out for it",
                                 place.leaf->ids[0], place.priority, place.page));
    }
    add_cut(list);
    list.push_back("leave it out");
    return list;
  }

 private:
  bool fits(const GridRect& box) const {
    for (const ShapeChoice& choice : story_.choices({}, box.w, box.h, grid_.columns, grid_.rows)) {
      const ComposedLeaf leaf = story_.compose({}, box.w, box.h, choice.variant, false);
      if (leaf.fits && fault_cost(weights_, leaf, choice.variant) < weights_.real_short_leg)
        return true;
    }
    return false;
  }

  // White takes so much of it that the least is to be cut.
  void add_cut(std::vector<std::string>& list) const {
    const int rows = story_.rows();
    int least = rows - kLeastKept + 1;
    const Hole* best = nullptr;
    const ShapeTable shapes = story_.shapes({}, grid_.columns, grid_.rows);
    for (const Hole& hole : plan_.holes) {
      const int w = hole.box.w;
      int needed = 1;
      while (needed <= grid_.rows && shapes.at(w, needed).cost >= kImpossible) ++needed;
      if (needed > grid_.rows) continue;
      // The foot of each leg but the last may lose a row to lines that stay together.
      const int cut = w * std::max(0, needed - hole.box.h) + w - 1;
      if (cut < least) least = cut, best = &hole;
    }
    if (!best) return;
    list.push_back(fmt::format("cut {}: the white on page {} ({} x {}) holds the rest",
                               counted(least, "line"), best->page, best->box.w, best->box.h));
  }

  const Story& story_;
  const Issue& issue_;
  const Grid& grid_;
  const Weights& weights_;
  const Plan& plan_;
};

bool is_too_long_for_nib(const StoryStock& stock, std::size_t article) {
  const SettingContext& context = stock.context();
  return context.issue.articles[article].genre == Genre::Nib &&
         stock.nib(article).variants.front().rows() * kNibsOfColumn > context.layout.grid.rows;
}

// Whether one hole has room for it as a story, by what it holds.
bool has_room_as_news(const StoryStock& stock, const Plan& plan, std::size_t article) {
  const int rows = stock.story(article).rows();
  return std::any_of(plan.holes.begin(), plan.holes.end(), [&](const Hole& hole) {
    return hole.box.w * (hole.box.h - kHeadOfNews) >= rows;
  });
}

}  // namespace

bool has_all_it_may(const Plan& plan, const std::string& article) {
  int pages = 0;
  for (const PlanPage& page : plan.pages) {
    bool has = false, shares = false;
    for (const PlanLeaf& leaf : page.leaves) {
      const bool own = carries_copy(leaf.kind) && leaf.ids == std::vector<std::string>{article};
      has = has || own;
      shares = shares || (!own && (carries_copy(leaf.kind) || leaf.kind == LeafKind::Advert));
    }
    if (has && shares) return false;
    pages += has;
  }
  return pages == 2;
}

std::string why_unplaced(const StoryStock& stock, std::size_t article) {
  return is_too_long_for_nib(stock, article) ? "it is too long for a nib"
                                             : "no page has room for it";
}

std::string hint_for_overset(const StoryStock& stock, std::size_t article) {
  return is_too_long_for_nib(stock, article)
             ? "make it genre=\"news\", which is set in legs, or cut it"
             : "cut it, take another story out, or add a page";
}

std::vector<std::string> cures_of_piece(const StoryStock& stock, const Plan& plan,
                                        std::size_t article) {
  std::vector<std::string> cures;
  for (const PlanPage& page : plan.pages) {
    for (const PlanLeaf& leaf : page.leaves) {
      if (leaf.overset > 0 && leaf.ids.front() == stock.context().issue.articles[article].id)
        cures.push_back(fmt::format("give it {} more", counted(leaf.overset, "row")));
    }
  }
  if (is_too_long_for_nib(stock, article) && has_room_as_news(stock, plan, article))
    cures.emplace_back("make it genre=\"news\"");
  cures.emplace_back("leave it out");
  return cures;
}

std::map<std::size_t, std::vector<std::string>> cures_of_unplaced(
    const StoryStock& stock, const Plan& plan, std::vector<std::size_t> unplaced) {
  const Issue& issue = stock.context().issue;
  std::stable_sort(unplaced.begin(), unplaced.end(), [&](std::size_t a, std::size_t b) {
    return issue.articles[a].priority < issue.articles[b].priority;
  });
  std::vector<UnplacedStory> stories;
  for (const std::size_t article : unplaced) stories.emplace_back(stock, plan, article);
  std::vector<std::vector<Standing>> named(stories.size());
  for (const Standing& place : places_of(plan, issue)) {
    const auto best = std::find_if(stories.begin(), stories.end(), [&](const UnplacedStory& story) {
      return story.may_have(place);
    });
    if (best == stories.end()) continue;
    std::vector<Standing>& places = named[static_cast<std::size_t>(best - stories.begin())];
    if (places.size() < kMostPlaces) places.push_back(place);
  }
  std::map<std::size_t, std::vector<std::string>> cures;
  for (std::size_t i = 0; i < stories.size(); ++i) cures[unplaced[i]] = stories[i].cures(named[i]);
  return cures;
}

}  // namespace forme
