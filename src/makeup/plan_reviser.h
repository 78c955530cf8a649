#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "makeup/part_fitter.h"
#include "makeup/revise_plan.h"

namespace forme {

// What revise_plan works on: the pages of the earlier plan, and what is new of their copy.
class PlanReviser {
 public:
  PlanReviser(const StoryStock& stock, const Plan& earlier, Diagnostics& diagnostics);
  RevisedPlan run();

 private:
  // A leaf by its page and its place on it.
  struct LeafPlace {
    std::size_t page = 0, leaf = 0;
  };
  // A way to make room on one page by what goes to another.
  struct TwoPages {
    double cost = kImpossible;
    std::size_t other = 0;
    PartFit here, there;
  };

  // What the flatplan says of where a late story stands.
  struct Wish {
    const FlatplanPage* page = nullptr;
    Place place;                      // of `auto` articles without slot
    std::optional<std::size_t> turn;  // the page that it turns to, where one is said
  };

  void list_pages();
  void complete(PlanLeaf& leaf, const PageKind& kind);
  bool is_taken_out(const PlanLeaf& leaf) const;
  void take_out(std::size_t page);
  PartFit best_with_waiting(std::size_t page, const PartTask& task) const;
  std::vector<std::size_t> without_place() const;
  void let_nibs_go();
  std::optional<PageCandidate> waiting_nibs(const PlanPage& page) const;
  std::vector<PageCandidate> stories_for(const PlanPage& page) const;
  void fill_holes();
  bool fill_hole(std::size_t page, const std::vector<PageCandidate>& stories);
  void tell_other_pages() const;
  void find_fresh();
  std::optional<LeafPlace> find(std::size_t article, bool turn) const;
  const PlanLeaf& leaf(const LeafPlace& at) const;
  bool known(const PlanLeaf& leaf) const;

  void settle(std::size_t article, bool turn);
  void place_nib(std::size_t article);
  void place_late(std::size_t article);
  bool place_late_in(std::size_t article, bool own_section);
  bool is_waiting(std::size_t article) const;
  static bool only_deeper(const PartFit& fit, const PlanLeaf& leaf);
  void follow_jump(std::size_t article);

  // Where the flatplan says a page or a slot.
  std::optional<Wish> wish_for(std::size_t article) const;
  void place_wished(Wish wish, std::size_t article);
  bool may_be_had(const Wish& wish);
  void find_turn(Wish& wish);
  std::string place_in_slot(const Wish& wish, std::size_t article);
  bool place_on_page(const Wish& wish, std::size_t article);
  std::string lack_of(std::size_t article) const;
  bool place_on(std::size_t page, const Wish& wish, std::size_t article, const Slot* slot);
  PageCandidate candidate_for(const Wish& wish, std::size_t article, const Slot* slot) const;
  bool may_recut(const PlanPage& page) const;
  TwoPages by_wish(std::size_t page, const PartTask& task, const Wish& wish);
  TwoPages by_late_jump(std::size_t page, const PartTask& task, const Wish& wish);
  void accept(std::size_t page, const PartFit& fit, const std::string& why);
  void accept(std::size_t page, TwoPages way, const std::string& why);
  PartFit best(std::size_t page, const PartTask& task) const;
  void shed_nibs(const LeafPlace& at);
  bool may_take(const PlanPage& on, std::size_t article) const;
  bool may_come(const PlanPage& from, const PlanPage& to, const PageCandidate& candidate) const;
  PageCandidate newcomer(const PlanLeaf& leaf) const;
  bool may_leave(const PageWork& work, std::size_t leaf, int priority) const;
  std::string reason(std::size_t article) const;

  // The ways out when a page cannot hold its copy.
  void make_room(const LeafPlace& at, std::size_t article);
  void recut(const LeafPlace& at, std::size_t article);
  TwoPages by_jump(const LeafPlace& at);
  PageCandidate turn_of(const PlanLeaf& jumping, const PageWork& work) const;
  // A story that matters no more than `priority` leaves the page.
  TwoPages by_moving_out(std::size_t page, const PartTask& task, int priority);
  void put_elsewhere(TwoPages& way, std::size_t page, const PageCandidate& candidate) const;

  PageFitter fitter_;
  IssueWork all_;
  const Plan& earlier_;
  std::set<std::size_t> fresh_;                 // articles whose copy the plan was not made of
  std::set<std::size_t> late_;                  // those of them that stand nowhere in it
  std::set<std::size_t> headless_;              // to which it gave no headline
  std::map<std::size_t, std::string> lacks_;    // what their places did not have
  std::map<std::string, std::string> reasons_;  // name of a leaf -> why it is another now
};

}  // namespace forme
