#include "makeup/page_cost.h"

#include <algorithm>
#include <cmath>

#include "makeup/leg_faults.h"

namespace forme {
namespace {

int area_of(const GridRect& box) {
  return box.w * box.h;
}

double square(double x) {
  return x * x;
}

// Whether they share rows, or columns.
bool side_by_side(const GridRect& a, const GridRect& b) {
  return a.y < b.bottom() && b.y < a.bottom();
}
bool over_each_other(const GridRect& a, const GridRect& b) {
  return a.x < b.right() && b.x < a.right();
}

constexpr int kBetween = 2;  // rows between two leaves

// Whether nothing but a gutter, or the rows between two leaves, is between them.
bool touch(const GridRect& a, const GridRect& b) {
  if (side_by_side(a, b)) return a.right() == b.x || b.right() == a.x;
  return over_each_other(a, b) && a.y - b.bottom() <= kBetween && b.y - a.bottom() <= kBetween;
}

class Judge {
 public:
  Judge(const JudgedPage& page, const JudgedWeights& weights) : page_(page), weights_(weights) {}

  PageCost run() {
    cost_.forbidden.unfilled_rows = bare_rows();
    for (std::size_t i = 0; i < page_.leaves.size(); ++i) {
      const JudgedLeaf& leaf = page_.leaves[i];
      if (carries_copy(leaf.kind)) judge(leaf);
      for (std::size_t other = i + 1; other < page_.leaves.size(); ++other)
        judge(leaf, page_.leaves[other]);
    }
    judge_pictures();
    judge_balance();
    return std::move(cost_);
  }

 private:
  void pay(const char* name, double cost, const std::string& story = {}) {
    if (cost > 0) cost_.terms.push_back({name, cost, story});
  }

  void judge(const JudgedLeaf& leaf) {
    cost_.forbidden.overset_lines += leaf.overset;
    judge_white(leaf);
    judge_jump(leaf);
    for (const double crop : leaf.crops) pay("crop", weights_.crop * square(crop), leaf.story);
    judge_rank(leaf);
    judge_legs(leaf);
    if (leaf.ideal_span > 0) {
      const double off = std::abs(leaf.box.w - leaf.ideal_span);
      pay("span", weights_.span * off / leaf.ideal_span, leaf.story);
    }
    if (leaf.has_lifted_quote) pay("lifted quote", weights_.lifted_quote, leaf.story);
    for (const double full : leaf.headline_lines) {
      pay("thin headline", weights_.thin_headline * (weights_.headline_full - full), leaf.story);
    }
    judge_adverts(leaf);
  }

  // Of copy; a leaf that has none in legs, as a listing, is full of it but for what is free.
  static int rows_of(const JudgedLeaf& leaf) {
    int rows = 0;
    for (const FilledLeg& leg : leaf.legs) rows += leg.used;
    return rows > 0 ? rows : area_of(leaf.box) - leaf.free_rows;
  }

  // Whether copy of the leaf ends straight over the column of a hole.
  static bool ends_over(const JudgedLeaf& leaf, const GridRect& hole, int column) {
    return carries_copy(leaf.kind) && leaf.box.x <= column && column < leaf.box.right() &&
           hole.y >= leaf.box.bottom() && hole.y - leaf.box.bottom() <= kBetween;
  }

  // A reader sees no rectangles: white below a story is its white, wherever its leaf ends.
  int white_under(const JudgedLeaf& leaf) const {
    int rows = 0;
    for (const GridRect& hole : page_.holes) {
      for (int column = hole.x; column < hole.right(); ++column)
        rows += ends_over(leaf, hole, column) ? hole.h : 0;
    }
    return rows;
  }

  // White that is below no story.
  int bare_rows() const {
    int rows = 0;
    for (const GridRect& hole : page_.holes) {
      for (int column = hole.x; column < hole.right(); ++column) {
        const bool below =
            std::any_of(page_.leaves.begin(), page_.leaves.end(),
                        [&](const JudgedLeaf& leaf) { return ends_over(leaf, hole, column); });
        rows += below ? 0 : hole.h;
      }
    }
    return rows;
  }

  void judge_white(const JudgedLeaf& leaf) {
    const int copy = rows_of(leaf), white = leaf.free_rows + white_under(leaf);
    const double tolerance = std::max(
        {weights_.slack_least, copy * weights_.slack_tolerance, leaf.box.w * weights_.slack_leg});
    const double seen = std::min<double>(white, tolerance * weights_.slack_bend);
    pay("slack", weights_.slack * square(seen / tolerance), leaf.story);
    cost_.forbidden.unfilled_rows += static_cast<int>(white - seen);
  }

  void judge_jump(const JudgedLeaf& leaf) {
    if (!leaf.jumps || leaf.asked_to_jump) return;
    pay("jump", weights_.jump, leaf.story);
    int room = leaf.free_rows;
    for (const GridRect& hole : page_.holes) room += area_of(hole);
    for (const JudgedLeaf& other : page_.leaves) {
      if (other.priority <= leaf.priority) continue;
      for (const GridRect& part : parts_of(other.box, other.corner)) room += area_of(part);
    }
    if (room >= leaf.rest) pay("avoidable jump", weights_.avoidable_jump, leaf.story);
  }

  // Against those on the page that matter more.
  void judge_rank(const JudgedLeaf& leaf) {
    if (leaf.priority == 0) return;
    int larger = 0, above = 0;
    for (const JudgedLeaf& other : page_.leaves) {
      if (other.priority == 0 || other.priority >= leaf.priority) continue;
      if (other.step > 0) larger = std::max(larger, leaf.step - other.step);
      if (over_each_other(leaf.box, other.box) && leaf.box.bottom() <= other.box.y)
        above = std::max(above, leaf.priority - other.priority);
    }
    pay("larger headline", weights_.larger_headline * larger, leaf.story);
    pay("lesser story above", weights_.lesser_above * above, leaf.story);
  }

  void judge_legs(const JudgedLeaf& leaf) {
    const LegFaults faults = leg_faults(leaf.legs, leaf.jumps);
    pay("short leg", weights_.short_leg * faults.short_legs, leaf.story);
    pay("uneven foot", weights_.uneven_foot * faults.uneven_feet, leaf.story);
    int deep = 0, grey = 0;
    for (const FilledLeg& leg : leaf.legs) {
      deep += leg.used > weights_.most_leg;
      grey += longest_grey(leaf, leg) * page_.row_mm > weights_.grey_mm;
    }
    pay("long leg", weights_.long_leg * deep, leaf.story);
    pay("grey leg", weights_.grey_leg * grey, leaf.story);
  }

  // Rows of a leg in which the eye finds nothing to rest on.
  static int longest_grey(const JudgedLeaf& leaf, const FilledLeg& leg) {
    const int column = leaf.box.x + leg.space.column, top = leaf.box.y + leg.space.row;
    const int foot = top + leg.used;
    std::vector<std::pair<int, int>> rests = {{foot, foot}};
    for (const GridRect& rest : leaf.resting) {
      const bool here = rest.x <= column && column < rest.right() && rest.y < foot;
      if (here && rest.bottom() > top) rests.emplace_back(rest.y, rest.bottom());
    }
    std::sort(rests.begin(), rests.end());
    int longest = 0, from = top;
    for (const auto& [begin, end] : rests) {
      longest = std::max(longest, begin - from);
      from = std::max(from, end);
    }
    return longest;
  }

  void judge_adverts(const JudgedLeaf& leaf) {
    int touching = 0;
    for (const JudgedLeaf& advert : page_.leaves) {
      if (advert.kind != LeafKind::Advert) continue;
      touching += leaf.headline.w > 0 && touch(leaf.headline, advert.box);
      touching += static_cast<int>(
          std::count_if(leaf.pictures.begin(), leaf.pictures.end(),
                        [&](const GridRect& picture) { return touch(picture, advert.box); }));
    }
    pay("touches advert", weights_.touches_advert * touching, leaf.story);
  }

  void judge(const JudgedLeaf& a, const JudgedLeaf& b) {
    if (overlap(a.box, a.corner, b.box, b.corner)) ++cost_.forbidden.overlaps;
    const bool heads = a.step > 0 && a.step == b.step && a.headline.w > 0 && b.headline.w > 0;
    if (heads && side_by_side(a.headline, b.headline) && touch(a.headline, b.headline))
      pay("tombstone", weights_.tombstone, b.story);
  }

  void judge_pictures() {
    if (page_.room * 2 < page_.columns * page_.rows) return;
    const GridRect none;
    const GridRect* first = &none;
    const GridRect* second = &none;
    for (const JudgedLeaf& leaf : page_.leaves) {
      for (const GridRect& picture : leaf.pictures) {
        if (area_of(picture) > area_of(*first)) {
          second = first;
          first = &picture;
        } else if (area_of(picture) > area_of(*second)) {
          second = &picture;
        }
      }
    }
    const bool dominant = first->w >= weights_.dominant_span * page_.columns &&
                          area_of(*first) >= weights_.dominant_lead * area_of(*second);
    pay("no dominant picture", dominant ? 0 : weights_.no_dominant);
  }

  void judge_balance() {
    double area = 0, moment = 0;
    const auto weigh = [&](const GridRect& box) {
      area += area_of(box);
      moment += area_of(box) * (box.x + box.w / 2.0);
    };
    for (const JudgedLeaf& leaf : page_.leaves) {
      weigh(leaf.headline);
      for (const GridRect& picture : leaf.pictures) weigh(picture);
      if (leaf.kind == LeafKind::Advert || leaf.kind == LeafKind::Call) weigh(leaf.box);
    }
    if (area == 0) return;
    const double middle = page_.columns / 2.0;
    const double off = std::abs(moment / area - middle) / middle;
    pay("one-sided", weights_.one_sided * (off - weights_.balanced) / (1 - weights_.balanced));
  }

  const JudgedPage& page_;
  const JudgedWeights& weights_;
  PageCost cost_;
};

}  // namespace

PageCost page_cost(const JudgedPage& page, const JudgedWeights& weights) {
  return Judge(page, weights).run();
}

CostTerm left_out_cost(const std::string& article, int priority, const JudgedWeights& weights) {
  return {"left out", weights.left_out * std::max(1, 6 - priority), article};
}

double total_cost(const std::vector<CostTerm>& terms) {
  double sum = 0;
  for (const CostTerm& term : terms) sum += term.cost;
  return sum;
}

double total_cost(const Plan& plan) {
  double sum = total_cost(plan.terms);
  for (const PlanPage& page : plan.pages) sum += page.cost.total();
  return sum;
}

double PageCost::total() const {
  return total_cost(terms);
}

}  // namespace forme
