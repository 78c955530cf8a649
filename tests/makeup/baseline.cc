#include "baseline.h"

#include <algorithm>
#include <optional>

#include "makeup/leg_faults.h"
#include "makeup/nibs.h"
#include "makeup/planning_steps.h"

namespace forme::test {
namespace {

// The columns of a page, each free from a row down to another.
struct FreeColumns {
  std::vector<int> top, foot;

  explicit FreeColumns(const PageRoom& room)
      : top(static_cast<std::size_t>(room.area.right()), 0), foot(top) {
    const auto ways = decompositions(room);
    if (ways.empty()) return;
    for (const GridRect& strip : ways.front()) {  // upright strips
      for (int x = strip.x; x < strip.right(); ++x) {
        top[static_cast<std::size_t>(x)] = strip.y;
        foot[static_cast<std::size_t>(x)] = strip.bottom();
      }
    }
  }
  int columns() const { return static_cast<int>(top.size()); }
  // What `w` columns from `x` have free in common.
  GridRect common(int x, int w) const {
    const auto from = static_cast<std::ptrdiff_t>(x), to = from + w;
    const int head = *std::max_element(top.begin() + from, top.begin() + to);
    const int end = *std::min_element(foot.begin() + from, foot.begin() + to);
    return {x, head, w, end - head};
  }
  void take(const GridRect& box) {
    for (int x = box.x; x < box.right(); ++x)
      top[static_cast<std::size_t>(x)] = box.bottom() + kStoryGap;
  }
};

struct Place {
  std::size_t page = 0;
  GridRect box;
  LeafVariant variant;
};

class FirstFit {
 public:
  explicit FirstFit(const StoryStock& stock)
      : stock_(stock), fitter_(stock), all_(stock, fitter_, said_) {
    const int said = all_.issue.manifest.flatplan.pages;
    list_pages(all_, said > 0 ? said : estimated_pages(all_));
    place_adverts(all_);
    for (PageWork& work : all_.pages) {
      work.page.leaves = work.room.booked;
      free_.emplace_back(work.room);
    }
    columns_ = all_.layout.grid.columns;
    rows_ = all_.layout.grid.rows;
  }

  Plan run() {
    std::vector<std::size_t> stories, nibs;
    for (const std::size_t i : all_.waiting) {
      if (all_.article(i).genre == Genre::Nib)
        nibs.push_back(i);
      else if (all_.article(i).genre != Genre::Filler)
        stories.push_back(i);
    }
    std::stable_sort(stories.begin(), stories.end(), [&](std::size_t a, std::size_t b) {
      return all_.article(a).priority < all_.article(b).priority;
    });
    for (const std::size_t i : stories) {
      if (const auto place = first_place(i, {}, 0))
        put(i, {}, *place);
      else
        jump(i);
    }
    put_nibs(std::move(nibs));
    return finish();
  }

 private:
  // Of each width, the fewest rows that hold the part, and the choices that do.
  struct Shape {
    int rows = 0;
    LeafVariant variant;
  };
  std::optional<Shape> shape_of(std::size_t article, const StoryPart& part,
                                const ShapeTable& shapes, int w) const {
    for (int h = 1; h <= rows_; ++h) {
      const ShapeChoice& choice = shapes.at(w, h);
      if (choice.cost >= kImpossible || choice.variant.jumps) continue;
      const ComposedLeaf made = stock_.story(article).compose(part, w, h, choice.variant, false);
      if (made.fits && leg_faults(made.spaces, false).short_legs == 0)
        return Shape{h, choice.variant};
    }
    return std::nullopt;
  }

  int liked_span(std::size_t article) const { return ideal_span(all_.article(article), columns_); }

  std::optional<Place> first_place(std::size_t article, const StoryPart& part,
                                   std::size_t first_page) const {
    const ShapeTable shapes = stock_.story(article).shapes(part, columns_, rows_);
    for (int w = liked_span(article); w >= 1; --w) {
      const auto shape = shape_of(article, part, shapes, w);
      if (!shape) continue;
      for (std::size_t p = first_page; p < free_.size(); ++p) {
        for (int x = 0; x + w <= free_[p].columns(); ++x) {
          const GridRect room = free_[p].common(x, w);
          if (room.h >= shape->rows) return Place{p, {x, room.y, w, shape->rows}, shape->variant};
        }
      }
    }
    return std::nullopt;
  }

  void jump(std::size_t article) {
    StoryPart opening;
    opening.continued_on = 1;  // somewhere
    const ShapeTable shapes = stock_.story(article).shapes(opening, columns_, rows_);
    for (int w = liked_span(article); w >= 1; --w) {
      for (std::size_t p = 0; p + 1 < free_.size(); ++p) {
        for (int x = 0; x + w <= free_[p].columns(); ++x) {
          const GridRect room = free_[p].common(x, w);
          if (room.h < 1) continue;
          const ShapeChoice& choice = shapes.at(w, std::min(room.h, rows_));
          if (choice.cost < kImpossible && choice.variant.jumps &&
              jump_from(article, {p, room, choice.variant}))
            return;
        }
      }
    }
    left_out_.push_back(article);
  }

  // Puts the story there and its rest on a later page, if one has room for it.
  bool jump_from(std::size_t article, const Place& from) {
    StoryPart opening;
    opening.continued_on = 1;
    const ComposedLeaf made =
        stock_.story(article).compose(opening, from.box.w, from.box.h, from.variant, false);
    StoryPart rest;
    rest.from = made.reached;
    rest.continued_from = all_.pages[from.page].page.folio;
    if (!made.fits || stock_.story(article).rows(rest.from) < kTurnLeast) return false;
    const auto to = first_place(article, rest, from.page + 1);
    if (!to) return false;
    opening.continued_on = all_.pages[to->page].page.folio;
    put(article, opening, from);
    put(article, rest, *to);
    return true;
  }

  void put(std::size_t article, const StoryPart& part, const Place& place) {
    PageCandidate candidate = all_.candidate_of(article);
    candidate.part = part;
    PlanLeaf leaf = leaf_of(candidate, {0, place.box, place.variant});
    leaf.ids = {all_.article(article).id};
    leaf.continued_on = part.continued_on;
    all_.pages[place.page].page.leaves.push_back(std::move(leaf));
    free_[place.page].take(place.box);
  }

  void put_nibs(std::vector<std::size_t> nibs) {
    for (std::size_t p = 0; p < free_.size() && !nibs.empty(); ++p) {
      for (int x = 0; x < free_[p].columns() && !nibs.empty(); ++x) {
        const NibColumn column(stock_, nibs);
        GridRect box = free_[p].common(x, 1);
        const std::size_t count = column.count(1, box.h);
        if (count == 0) continue;
        while (column.count(1, box.h - 1) == count) --box.h;
        PlanLeaf leaf;
        leaf.kind = LeafKind::Nibs;
        leaf.box = box;
        for (std::size_t n = 0; n < count; ++n) leaf.ids.push_back(all_.article(nibs[n]).id);
        all_.pages[p].page.leaves.push_back(std::move(leaf));
        free_[p].take(box);
        nibs.erase(nibs.begin(), nibs.begin() + static_cast<std::ptrdiff_t>(count));
      }
    }
    left_out_.insert(left_out_.end(), nibs.begin(), nibs.end());
  }

  Plan finish() {
    Plan plan;
    plan.paper = all_.issue.manifest.slug;
    plan.number = all_.issue.manifest.number;
    plan.layout = all_.layout.id;
    for (PageWork& work : all_.pages) plan.pages.push_back(std::move(work.page));
    for (const std::size_t i : left_out_) {
      plan.overset.push_back(
          {all_.article(i).id, stock_.story(i).rows(), "no page has room for it"});
    }
    return plan;
  }

  const StoryStock& stock_;
  Diagnostics said_;
  PageFitter fitter_;
  IssueWork all_;
  std::vector<FreeColumns> free_;  // by page
  std::vector<std::size_t> left_out_;
  int columns_ = 0, rows_ = 0;
};

}  // namespace

Knobs first_fit_knobs() {
  Knobs knobs;
  knobs.headline_steps = knobs.short_headlines = false;
  knobs.picture_spans = knobs.picture_crops = false;
  knobs.lifted_quotes = false;
  return knobs;
}

Plan first_fit_plan(const StoryStock& stock) {
  return FirstFit(stock).run();
}

}  // namespace forme::test
