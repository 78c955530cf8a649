#pragma once

#include <optional>
#include <set>
#include <vector>

#include "makeup/issue_work.h"

namespace forme {

// What is asked of a page of an earlier plan. Leaves are counted as in PlanPage::leaves.
struct PartTask {
  std::set<std::size_t> changed;       // carry copy that is new
  std::set<std::size_t> also;          // are made again with them
  std::set<std::size_t> gone;          // leave the page
  std::optional<PageCandidate> extra;  // comes to the page
  std::vector<PageCandidate> more;     // so do these, with that
  bool unmoved = false;                // only where nothing stands
  bool others_stay = false;            // none but those that are asked for are made again
  bool wished = false;                 // here of all pages: also where there seems to be no room
  const Slot* slot = nullptr;          // where it must stand; null: anywhere
  std::optional<std::size_t> jumps;    // may turn to another page
  int jump_to = 0;                     // this one
  bool recut = false;                  // stories that jump may be cut elsewhere
};

// One way to make a part of a page again.
struct PartFit {
  double cost = kImpossible;  // more than the page as it stands, Weights::moved for each rectangle
  std::set<std::size_t> again;       // leaves that are made again, or go
  std::vector<PlanLeaf> leaves;      // what stands there then
  std::vector<std::size_t> dropped;  // fillers that gave way
  bool found() const { return cost < kImpossible; }
};

// Makes as little of a page again as its new copy asks for. The leaves that fill a rectangle
// together, or all of it but the corner that a dog-leg leaves, are solved anew in it, whatever else
// is on the page stays as it is: every such part that holds the changed leaves is tried, the
// changed leaf alone in its own rectangle first of all, and the whole page last. Where all of that
// is dearer, fillers give way. Leaves that jump are touched only when asked for, since the pages
// that they turn to have to follow.
class PartFitter {
 public:
  // `fresh`: articles whose copy is not that of the plan.
  PartFitter(const IssueWork& all, const PageWork& work, const std::set<std::size_t>& fresh);
  PartFit best(const PartTask& task);

 private:
  bool may_move(const PartTask& task, std::size_t leaf) const;
  BookedCorner corner_of(const std::set<std::size_t>& part) const;
  std::optional<GridRect> region_of(const std::set<std::size_t>& part) const;
  GridRect deepened(GridRect region, const std::set<std::size_t>& part) const;
  double as_it_stands(std::size_t leaf);
  std::vector<PageCandidate> items_of(const PartTask& task, const std::set<std::size_t>& part,
                                      const std::vector<std::size_t>& dropped) const;
  void try_part(const PartTask& task, const std::set<std::size_t>& part,
                const std::vector<GridRect>& regions, PartFit& best);
  void try_items(const PartTask& task, const std::set<std::size_t>& part,
                 const std::vector<std::size_t>& dropped, const std::vector<GridRect>& regions,
                 PartFit& best);
  void try_holes(const PartTask& task, PartFit& best);
  bool worth_trying(const std::vector<PageCandidate>& items,
                    const std::vector<GridRect>& regions) const;
  void try_whole_page(const PartTask& task, const std::set<std::size_t>& asked, PartFit& best);

  const IssueWork& all_;
  const PageWork& work_;
  const std::set<std::size_t>& fresh_;
  std::vector<std::optional<double>> standing_;  // what each leaf costs as it stands
};

}  // namespace forme
