#include <algorithm>
#include <optional>
#include <tuple>

#include "makeup/page_groups.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

// Brings a story to a front that has none: what no page holds whole has two facing pages, and what
// is longer than the front a page inside, before the front is filled.
class FrontLeader {
 public:
  explicit FrontLeader(IssueWork& all) : all_(all), front_(all.pages.front()) {}

  void run() {
    if (front_.page.sent || has_story(front_)) return;
    for (const Mover& mover : movers()) {
      if (move(mover, 0) || move(mover, mover.page)) return;
    }
  }

 private:
  // A story that opens on a page inside.
  struct Mover {
    std::size_t article = 0, page = 0;
  };
  // A page as it is to be.
  struct Remade {
    std::size_t index = 0;
    PageWork work;
    std::vector<PageCandidate> list;
    Attempt made;
  };

  static bool has_story(const PageWork& work) {
    return std::any_of(work.page.leaves.begin(), work.page.leaves.end(), [](const PlanLeaf& leaf) {
      return carries_copy(leaf.kind) && leaf.kind != LeafKind::Nibs && leaf.kind != LeafKind::Call;
    });
  }

  // The most important first, of these the longest.
  std::vector<Mover> movers() const {
    std::vector<Mover> list;
    for (std::size_t p = 1; p < all_.pages.size(); ++p) {
      const PlanPage& page = all_.pages[p].page;
      if (page.sent) continue;
      for (const PlanLeaf& leaf : page.leaves) {
        if (leaf.kind != LeafKind::Story || leaf.continued_from > 0 || !leaf.slot.empty()) continue;
        const std::size_t article = all_.index_of(leaf.ids.front());
        const Genre genre = all_.article(article).genre;
        const bool leads = genre != Genre::Filler && genre != Genre::Panel;
        if (leads && !all_.placed_by_editor(article) && all_.suits(article, front_))
          list.push_back({article, p});
      }
    }
    std::stable_sort(list.begin(), list.end(), [&](const Mover& a, const Mover& b) {
      return std::tuple(all_.article(a.article).priority, -all_.stock.story(a.article).rows()) <
             std::tuple(all_.article(b.article).priority, -all_.stock.story(b.article).rows());
    });
    return list;
  }

  // Whole, or so that it goes on on the page where it was; there, too, what it had turned to.
  bool move(const Mover& mover, std::size_t to) {
    PageCandidate story = all_.candidate_of(mover.article);
    if (to > 0) {
      story.part.continued_on = all_.pages[to].page.folio;
      story.part.has_to_jump = true;
    }
    Remade front = remade(0);
    front.list.push_back(story);
    if (!make(front)) return false;
    std::optional<PageCandidate> turn;
    for (std::size_t n = 0; n < front.made.leaves.size(); ++n) {
      const PlacedItem& placed = front.made.solution.placed[n];
      if (placed.variant.jumps)
        turn = IssueWork::turn_of(front.list[placed.item], front.made.leaves[n]->reached, 1);
    }
    std::vector<Remade> pages;
    for (std::size_t p = 1; p < all_.pages.size(); ++p) {
      Remade page = remade(p);
      const std::size_t taken = std::erase_if(page.list, [&](const PageCandidate& c) {
        return c.kind == LeafKind::Story && c.articles.front() == mover.article;
      });
      if (taken == 0) continue;
      // What another story turns to would have to follow.
      if (jumps(page.list)) return false;
      if (turn && p == to) page.list.push_back(*turn);
      if (!page.list.empty() && !make(page)) return false;
      pages.push_back(std::move(page));
    }
    pages.push_back(std::move(front));
    const std::vector<PageCandidate> homeless = all_.homeless_turns;
    for (const Remade& page : pages) take(page);
    all_.homeless_turns = homeless;  // what turns has its place already
    return true;
  }

  static bool jumps(const std::vector<PageCandidate>& list) {
    return std::any_of(list.begin(), list.end(),
                       [](const PageCandidate& c) { return c.part.continued_on > 0; });
  }

  Remade remade(std::size_t index) const {
    Remade page{index, all_.pages[index], all_.candidates_on(all_.pages[index]), {}};
    page.work.room = open_room(page.work);
    return page;
  }

  bool make(Remade& page) const {
    page.made = all_.fitter.attempt(page.work, page.list);
    if (!page.made.solution.found()) return false;
    page.made = all_.fitter.level_legs(page.work, page.list, page.made);
    return page.made.solution.found();
  }

  void take(const Remade& page) {
    PageWork& work = all_.pages[page.index];
    work.room = open_room(work);
    all_.whole_pages.erase(work.page.folio);
    all_.take(work, page.list, page.made);
  }

  IssueWork& all_;
  PageWork& front_;
};

}  // namespace

void lead_front(IssueWork& all) {
  if (all.pages.size() > 1) FrontLeader(all).run();
}

}  // namespace forme
