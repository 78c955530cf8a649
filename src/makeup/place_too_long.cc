#include <algorithm>
#include <optional>
#include <utility>

#include "makeup/headline.h"
#include "makeup/planning_steps.h"

namespace forme {
namespace {

constexpr int kMostOver = 20;  // times a page's depth, that a story is looked at
constexpr int kDeeper = 2;     // rows from one try to the next

// Puts on pages that would stay white what is too long for them: the editor sees by how much.
class TooLong {
 public:
  explicit TooLong(IssueWork& all) : all_(all) {}

  void run() {
    for (const PageCandidate& turn : std::vector<PageCandidate>(all_.lost_turns)) {
      PageWork* page = white_page(turn.articles[0], turn.part.continued_from);
      if (!page) continue;
      end_on(*page, turn);
      std::erase_if(all_.lost_turns,
                    [&](const PageCandidate& c) { return c.articles == turn.articles; });
    }
    std::vector<std::size_t> list;
    for (const std::size_t i : all_.waiting) {
      const Genre genre = all_.article(i).genre;
      const LeafKind kind = leaf_kind_of(genre);
      const bool flows = kind == LeafKind::Story || kind == LeafKind::Letters;
      if (flows && genre != Genre::Filler && genre != Genre::Panel) list.push_back(i);
    }
    std::stable_sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return all_.article(a).priority < all_.article(b).priority;
    });
    for (const std::size_t i : list) place(i);
  }

 private:
  // The first after that folio that has room and no copy, and may have the article's; null: none.
  PageWork* white_page(std::size_t article, int after) {
    const auto white = [&](const PageWork& work) {
      return work.page.folio > after && !work.page.sent && all_.suits(article, work) &&
             work.room.rows_of_one() >= kTurnLeast &&
             std::none_of(work.page.leaves.begin(), work.page.leaves.end(),
                          [](const PlanLeaf& leaf) { return carries_copy(leaf.kind); });
    };
    const auto found = std::find_if(all_.pages.begin(), all_.pages.end(), white);
    return found == all_.pages.end() ? nullptr : &*found;
  }

  // The front and another; else two that face one another, or the first two, or one.
  std::pair<PageWork*, PageWork*> white_pages(std::size_t article) {
    PageWork* first = white_page(article, 0);
    if (!first) return {};
    if (first->page.folio == 1) return {first, white_page(article, 1)};
    for (PageWork* left = first; left; left = white_page(article, left->page.folio)) {
      PageWork* right = white_page(article, left->page.folio);
      if (right && all_.facing(*left) == right) return {left, right};
    }
    return {first, white_page(article, first->page.folio)};
  }

  // Letters end on their page.
  void place(std::size_t article) {
    auto [first, second] = white_pages(article);
    if (!first) return;
    PageCandidate c = all_.candidate_of(article);
    if (c.kind == LeafKind::Letters || !all_.stock.context().knobs.jumps) second = nullptr;
    GridRect box = first->room.largest();
    if (second) {
      c.part.continued_on = second->page.folio;
      // As much as there is may leave too little for a turn.
      for (GridRect shorter = box; shorter.h > box.h / 2; --shorter.h) {
        const std::optional<LeafVariant> opening = cheapest_opening(*first, c, shorter);
        if (!opening) continue;
        add(*first, c, shorter, *opening);
        all_.waiting.erase(article);
        const GalleyPlace reached = all_.fitter.compose(c, shorter.w, shorter.h, *opening).reached;
        end_on(*second, IssueWork::turn_of(c, reached, first->page.folio));
        return;
      }
      c.part.continued_on = 0;
    }
    if (const std::optional<LeafVariant> whole = variant_for_more(*first, c, box)) {
      add(*first, c, box, *whole);
      all_.waiting.erase(article);
    }
  }

  // What fills the rectangle and goes on elsewhere.
  std::optional<LeafVariant> cheapest_opening(const PageWork& work, const PageCandidate& c,
                                              const GridRect& box) const {
    const GridRect& area = work.room.area;
    for (const ShapeChoice& choice : all_.fitter.choices(c, box.w, box.h, area.w, area.h)) {
      const LeafVariant& v = choice.variant;
      if (v.jumps && all_.fitter.compose(c, box.w, box.h, v).fits) return v;
    }
    return std::nullopt;
  }

  // How it would stand were the rectangle as deep as it is long.
  std::optional<LeafVariant> variant_for_more(const PageWork& work, const PageCandidate& c,
                                              const GridRect& box) const {
    const GridRect& area = work.room.area;
    for (int h = box.h; h < box.h * kMostOver; h += kDeeper) {
      const std::vector<ShapeChoice> choices = all_.fitter.choices(c, box.w, h, area.w, area.h);
      if (!choices.empty()) return choices.front().variant;
    }
    return std::nullopt;
  }

  // All of it where the page holds it, else as much as it holds.
  void end_on(PageWork& work, const PageCandidate& turn) {
    std::vector<PageCandidate> alone = {turn};
    const Attempt found = all_.fitter.attempt(work, alone);
    if (found.solution.found()) {
      all_.accept(work, alone, found);
      return;
    }
    const GridRect box = work.room.largest();
    LeafVariant variant;
    if (!turn.part.runs_on()) {
      const StoryContext& context = all_.stock.story(turn.articles[0]).context();
      const HeadlineFit head = headline_fits(context, box.w, true).front();
      variant.headline_rows = head.step_rows, variant.short_headline = head.short_form;
      variant.headline_lines = static_cast<int>(head.lines.size());
    }
    add(work, turn, box, variant);
    all_.note_turn(turn, work.page.folio);
  }

  void add(PageWork& work, const PageCandidate& c, const GridRect& box,
           const LeafVariant& variant) const {
    PlanLeaf leaf = leaf_of(c, {0, box, variant});
    leaf.ids = {all_.article(c.articles[0]).id};
    leaf.variant.jumps = variant.jumps && c.part.continued_on > 0;
    leaf.continued_on = c.part.continued_on;
    work.page.leaves.push_back(std::move(leaf));
    work.solved = true;
  }

  IssueWork& all_;
};

}  // namespace

void place_too_long(IssueWork& all) {
  TooLong(all).run();
}

}  // namespace forme
