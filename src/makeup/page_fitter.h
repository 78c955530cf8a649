#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "makeup/page_bound.h"
#include "makeup/page_room.h"
#include "makeup/page_solver.h"
#include "makeup/planner.h"
#include "makeup/slot_room.h"

namespace forme {

// Ways to fill one rectangle whose real legs are looked at, the cheapest first.
inline constexpr int kMostChoices = 150;

inline constexpr int kNibPriority = 7;     // of a column of nibs: it stands under everything
inline constexpr int kRunsOnPriority = 0;  // of what runs on over the gutter: over everything

// What is to stand on a page.
struct PageCandidate {
  LeafKind kind = LeafKind::Story;
  std::vector<std::size_t> articles;
  StoryPart part;
  int priority = 3;
  bool pinned = false;
  const Slot* slot = nullptr;  // of its page, that it belongs into
  bool whole = false;          // nibs: all of them or none
  // Where it stands in an earlier plan: any other rectangle costs Weights::moved.
  std::optional<GridRect> stands;

  int only_width() const;  // 0: any
  // Nibs have the columns of the layout's slot for them, and stand anywhere in these.
  bool has_width_alone() const;
};

// What the solver places for the candidate. The heading of a listing is no headline that another
// could be taken for.
PageItem item_of(const PageCandidate& candidate, ShapeTable shapes);
// Keeps the regions for the item.
void keep(PageItem& item, const KeptBoxes& kept);
// Whether what belongs into a slot stands in it.
bool keeps_slots(const std::vector<PageCandidate>& candidates, const PageSolution& page);

struct PageWork {
  PlanPage page;
  const PageKind* kind = nullptr;
  PageRoom room;
  std::vector<PageCandidate> candidates;
  std::vector<const Advert*> adverts;
  double cost = kImpossible;
  double level_cost = kImpossible;  // with what is amiss in its legs
  int spare = 0;                    // column rows that its stories leave empty
  bool solved = false;

  bool jumps() const;      // a story that stands on it turns to another page
  bool will_jump() const;  // so does a candidate
};

// A page as the solver makes it, and its leaves as they come out.
struct Attempt {
  PageSolution solution;
  std::vector<const ComposedLeaf*> leaves;  // beside solution.placed; of the fitter
  bool refused = false;                     // some shapes that were cheaper did not hold their copy
  std::optional<DogLegRoom> dog_leg;        // that was looked at
  // Where candidates belong into slots: how the room was cut round these, and the regions that are
  // kept for each; see PageItem.
  std::vector<std::vector<GridRect>> ways;
  std::vector<KeptBoxes> kept;
  double level_cost = kImpossible;  // of level_legs: with what is amiss in the legs
};

// A way of a story to fill a rectangle and go on elsewhere, and what is amiss in its legs.
struct JumpWay {
  ShapeChoice choice;
  const ComposedLeaf* leaf = nullptr;
  double faults = 0;
  int rest = 0;  // column rows that go on
};

// Tries candidates on a page, with real leg breaks.
class PageFitter {
 public:
  explicit PageFitter(const StoryStock& stock) : stock_(stock) {}
  const Weights& weights() const { return stock_.context().weights; }
  const Knobs& knobs() const { return stock_.context().knobs; }

  // Column rows that a story takes at the shape that suits it best, the space under it included.
  int estimate(const PageCandidate& candidate) const;
  // Whether some rectangle of the room holds the candidate, had it the page to itself.
  bool may_hold(const PageRoom& room, const PageCandidate& candidate) const;
  // The cheapest page whose leaves really hold their copy. A shape that does not is learned from:
  // its story asks for more room. Sorts `candidates` by importance; no solution when there are too
  // many or no page that costs less than `most` holds them. What was tried is remembered: planning
  // meets the same page again.
  Attempt attempt(const PageWork& work, std::vector<PageCandidate>& candidates,
                  double most = kImpossible) const;
  // What a candidate costs on the page by its area: no shape of that area costs less. Holds until
  // truest_choice is asked for a shape of it.
  const CostHull& hull_of(const PageWork& work, const PageCandidate& candidate) const;
  // No page of these candidates costs less; soon found.
  double least_cost(const PageWork& work, const std::vector<PageCandidate>& candidates) const;
  // The page made again with what is amiss in its legs as they really fall counted in: feet that
  // are not level, and legs too short to read. Exact while the tries last, else the best page met.
  // A page that costs more than `most` need not be found: its level_cost is kImpossible then.
  // REQUIRES: `found` came from attempt() with these candidates. ENSURES: it keeps found's cost.
  Attempt level_legs(const PageWork& work, const std::vector<PageCandidate>& candidates,
                     const Attempt& found, double most = kImpossible) const;

  // The costs of a candidate's shapes, what moving it costs included: true where truest_choice was
  // asked for one, else by estimate, which is less; and the real legs of one. Nibs have none.
  ShapeTable shapes_of(const PageCandidate& candidate, int columns, int rows) const;
  // Of the ways of a story to fill a rectangle the best as its legs really fall: what is amiss in
  // them is in its cost. With a corner: to stand in the rest of it.
  ShapeChoice truest_choice(const PageCandidate& candidate, int w, int h, int columns, int rows,
                            const BookedCorner& corner = {}) const;
  // Every way of a story to fill a rectangle of a page of columns × rows, the cheapest first.
  // With a corner: to stand in the rest of it.
  std::vector<ShapeChoice> choices(const PageCandidate& candidate, int w, int h, int columns,
                                   int rows, const BookedCorner& corner = {}) const;
  // Those of them that jump and leave no leg too short: the cheapest first, but those with feet
  // that are not level after all others.
  const std::vector<JumpWay>& jump_ways(const PageCandidate& candidate, int w, int h, int columns,
                                        int rows, const BookedCorner& corner) const;
  // The costs of a candidate as a dog-leg, by rows from 0; empty: never.
  std::vector<ShapeChoice> dog_legs_of(const PageCandidate& candidate,
                                       const DogLegRoom& room) const;
  const ComposedLeaf& compose(const PageCandidate& candidate, int w, int h,
                              const LeafVariant& variant) const;

 private:
  // What legs depend on: article, block and line where the part begins, pages of its jumps and
  // whether these run over the gutter, head drop; width and depth; the variant's choices.
  using Part = std::tuple<std::size_t, std::size_t, int, int, int, bool, double>;
  using Choices = std::tuple<int, bool, int, int, int, bool, std::array<int, 4>, LiftedQuote>;
  using LegKey = std::tuple<Part, std::pair<int, int>, Choices>;

  // What an estimate depends on: kind, articles and slot; block and line where the part begins,
  // pages of its jumps, whether the jump was asked for and runs over the gutter, head drop and
  // reserve. And the shapes: the page's columns and rows, and whether nibs must all stand.
  using EstimateKey = std::tuple<LeafKind, std::vector<std::size_t>, const Slot*, std::size_t, int,
                                 int, int, bool, bool, double, int>;
  using ShapeKey = std::tuple<EstimateKey, int, int, bool>;

  // What a page depends on: the regions of each way to cut its room, and what stands on it.
  using PageKey = std::pair<std::vector<std::vector<std::array<int, 4>>>, std::vector<ShapeKey>>;
  // A dog-leg: the story's part, the room's columns and rows, and the corner.
  using DogLegKey = std::tuple<ShapeKey, std::array<int, 4>, std::array<int, 2>>;
  // Ways to fill a rectangle: the part and its page, the rectangle, the corner, and what it costs
  // that it stood elsewhere.
  using WaysKey = std::tuple<ShapeKey, std::pair<int, int>, std::array<int, 4>, double>;
  struct Shapes {
    ShapeTable shapes{0, 0};
    std::optional<CostHull> hull;  // of these
  };
  // A page that was tried, and what it might have cost.
  struct Tried {
    Attempt attempt;
    double most = 0;
  };

  static EstimateKey key_of(const PageCandidate& candidate);
  static ShapeKey shape_key(const PageCandidate& candidate, int columns, int rows);
  static PageKey key_of(const PageWork& work, const std::vector<std::vector<GridRect>>& ways,
                        const std::vector<PageCandidate>& candidates);
  int least_area(const PageCandidate& candidate) const;
  ShapeChoice find_truest(const PageCandidate& candidate, int w, int h, int columns, int rows,
                          const BookedCorner& corner) const;
  Shapes& known_shapes(const PageCandidate& candidate, int columns, int rows) const;
  ShapeTable make_shapes(const PageCandidate& candidate, int columns, int rows) const;
  ShapeChoice cheapest_that_fits(const PageCandidate& candidate, const GridRect& box,
                                 const GridRect& area, const BookedCorner& corner) const;
  Attempt solve_with(const PageWork& work, const std::vector<std::vector<GridRect>>& ways,
                     const std::vector<PageCandidate>& candidates, double most,
                     const std::optional<DogLegRoom>& dog_leg,
                     const std::vector<KeptBoxes>& kept = {}) const;
  Attempt solve_in_slots(const PageWork& work, const std::vector<std::vector<GridRect>>& ways,
                         const std::vector<PageCandidate>& candidates, double most,
                         bool may_move) const;
  Attempt solve(const PageWork& work, const std::vector<std::vector<GridRect>>& ways,
                const std::vector<PageCandidate>& candidates, double most) const;
  Attempt level(const PageWork& work, const std::vector<PageCandidate>& candidates,
                const Attempt& found, double most) const;
  Attempt level_anew(const PageWork& work, const std::vector<PageCandidate>& candidates,
                     const Attempt& found, double most) const;

  const StoryStock& stock_;
  mutable std::map<EstimateKey, int> estimates_;
  mutable std::map<ShapeKey, Shapes> shapes_;  // of stories where they stand in no plan yet
  mutable std::map<WaysKey, ShapeChoice> truest_;
  mutable std::map<DogLegKey, std::vector<ShapeChoice>> dog_legs_;
  mutable std::map<LegKey, ComposedLeaf> composed_;  // only grows
  mutable std::map<WaysKey, std::vector<JumpWay>> jump_ways_;
  mutable std::map<PageKey, Tried> tried_;
  mutable std::map<PageKey, Tried> levelled_;
};

}  // namespace forme
