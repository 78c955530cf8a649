#pragma once

#include <map>
#include <vector>

#include "makeup/page_solver.h"

namespace forme {

// Column rows that a story takes of a page, with the space under it. Areas add up exactly: two
// stories side by side or one above the other take what their rectangle takes.
inline int area_with_gap(int w, int h) {
  return w * (h + kStoryGap);
}

// A convex function of the area, as far as it is finite: pieces of rising slope.
struct CostHull {
  struct Piece {
    float slope = 0;
    int length = 0;
  };
  int from = 0;  // the least area
  float at_from = 0;
  std::vector<Piece> pieces;
};

// The lower convex hull of an item's costs by area, those as a dog-leg included.
CostHull hull_of(const PageItem& item, const std::optional<DogLegRoom>& dog_leg = {});

// The cheapest way to share an area out among several.
CostHull sum_of(const std::vector<const CostHull*>& items);

// The least that items can cost on the room that is left to them, whatever their shapes: for every
// set of items and every area the cheapest way to share the area out. The costs of each item by
// area are taken at their lower convex hull, so that a set's are found by merging slopes; what
// comes out is never more than the true cost.
class PageBound {
 public:
  // `decompositions`: as for solve_page; what it costs to leave a region of one empty counts.
  PageBound(const std::vector<PageItem>& items,
            const std::vector<std::vector<GridRect>>& decompositions, const Weights& weights,
            const std::optional<DogLegRoom>& dog_leg = {});

  // Areas that a page can have for its items, and what the regions cost that it then leaves empty.
  using Rooms = std::map<int, float>;

  static Rooms rooms_of(const std::vector<std::vector<GridRect>>& decompositions,
                        const Weights& weights);

  // What all of the items cost at least: least() without the rest.
  static float least_of(const std::vector<const CostHull*>& items, const Rooms& rooms);

  // The bound that knows nothing: for so many items, up to an area.
  static PageBound of_nothing(std::size_t items, int most_area);

  // Of the whole page.
  float least() const { return rest(0, 0); }
  // Of what stands beside the items of `set` when they have `area` of the page.
  float rest(unsigned set, int area) const {
    return rest_[static_cast<std::size_t>(set) * static_cast<std::size_t>(areas_) +
                 static_cast<std::size_t>(area)];
  }

  // The same, whatever area they have.
  float least_rest(unsigned set) const { return least_rest_[set]; }

  // The areas that a set can have on a page that costs no more than `limit`: none are outside of
  // these; none at all when least > most.
  struct Areas {
    int least = 0, most = -1;
  };
  Areas areas(unsigned set, float limit) const;

 private:
  PageBound() = default;
  void fill(std::size_t others, const CostHull& hull, const Rooms& rooms);

  int areas_ = 1;            // 0 to that of the largest page
  std::vector<float> rest_;  // by set and area taken
  std::vector<float> least_rest_;
  // By set and stretch of kStretch areas, the least of it; what areas() looks at first.
  static constexpr int kStretch = 32;
  int stretches_ = 1;
  std::vector<float> least_of_stretch_;
};

}  // namespace forme
