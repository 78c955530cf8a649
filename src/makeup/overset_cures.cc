#include "makeup/overset_cures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace forme {
namespace {

constexpr std::size_t kMostPlaces = 2;  // of lesser stories that are named
constexpr int kLeastKept = 20;          // lines that a cut leaves of a story

struct Place {
  const PlanLeaf* leaf = nullptr;
  int page = 0, priority = 0;
};

class UnplacedStory {
 public:
  UnplacedStory(const StoryStock& stock, const Plan& plan, std::size_t article)
      : story_(stock.story(article)),
        issue_(stock.context().issue),
        grid_(stock.context().layout.grid),
        plan_(plan) {}

  std::vector<std::string> cures() const {
    std::vector<std::string> list;
    for (const Place& place : lesser_places()) {
      if (list.size() == kMostPlaces) break;
      if (!fits(place.leaf->box)) continue;
      list.push_back(fmt::format("take '{}' (priority {}) on page {} out for it",
                                 place.leaf->ids[0], place.priority, place.page));
    }
    add_cut(list);
    list.push_back("leave it out");
    return list;
  }

 private:
  // Of stories that are less important, the least first.
  std::vector<Place> lesser_places() const {
    std::vector<Place> places;
    for (const PlanPage& page : plan_.pages) {
      for (const PlanLeaf& leaf : page.leaves) {
        if (leaf.kind != LeafKind::Story || leaf.ids.size() != 1 || leaf.continued_on > 0 ||
            leaf.continued_from > 0 || page.sent || !leaf.slot.empty())
          continue;
        const Article* other = issue_.article(leaf.ids[0]);
        if (other && other->genre != Genre::Filler && other->priority > story_.article().priority)
          places.push_back({&leaf, page.folio, other->priority});
      }
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.priority > b.priority; });
    return places;
  }

  bool fits(const GridRect& box) const {
    for (const ShapeChoice& choice : story_.choices({}, box.w, box.h, grid_.columns, grid_.rows)) {
      if (story_.compose({}, box.w, box.h, choice.variant, false).fits) return true;
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
    list.push_back(fmt::format("cut {} line{}: the white on page {} ({} x {}) holds the rest",
                               least, least == 1 ? "" : "s", best->page, best->box.w, best->box.h));
  }

  const Story& story_;
  const Issue& issue_;
  const Grid& grid_;
  const Plan& plan_;
};

}  // namespace

std::vector<std::string> cures_of_unplaced(const StoryStock& stock, const Plan& plan,
                                           std::size_t article) {
  return UnplacedStory(stock, plan, article).cures();
}

}  // namespace forme
