#include "makeup/page_rules.h"

#include <algorithm>
#include <map>

#include "makeup/items.h"
#include "makeup/page_solver.h"

namespace forme {
namespace {

constexpr Length kStoryRule = 1_pt, kColumnRule = 0.5_pt;
constexpr Length kRuleAbove = 3_pt;  // of a story's top
constexpr Length kBelowTop = 2_pt;   // where a rule in a gutter begins: the cap height
constexpr int kShortestBeside = 3;   // rows that two neighbours have in common

bool carries_stories(const PlanLeaf& leaf) {
  return leaf.kind == LeafKind::Story || leaf.kind == LeafKind::Listing ||
         leaf.kind == LeafKind::Letters || leaf.kind == LeafKind::Nibs;
}

// Letters and nibs stand under a red rule.
bool takes_rule(const PlanLeaf& leaf) {
  return leaf.kind == LeafKind::Story || leaf.kind == LeafKind::Listing;
}

class Ruler {
 public:
  Ruler(const PlanPage& page, const Grid& grid) : grid_(grid) {
    for (const PlanLeaf& leaf : page.leaves)
      if (carries_stories(leaf)) leaves_.push_back(&leaf);
  }

  std::vector<DisplayItem> run() {
    for (const PlanLeaf* leaf : leaves_) rule_over(*leaf);
    rule_gutters();
    return std::move(items_);
  }

 private:
  // Rows that two leaves stand side by side in.
  struct Stretch {
    int top = 0, foot = 0;
    const PlanLeaf *left = nullptr, *right = nullptr;
  };

  bool stands_under(const PlanLeaf& leaf) const {
    const GridRect& b = leaf.box;
    return std::any_of(leaves_.begin(), leaves_.end(), [&](const PlanLeaf* other) {
      const GridRect& o = other->box;
      return o.bottom() <= b.y && o.x < b.right() && b.x < o.right();
    });
  }

  // It goes on over the gutter where the next story stands under such a rule as well.
  void rule_over(const PlanLeaf& leaf) {
    if (!takes_rule(leaf) || !stands_under(leaf)) return;
    const GridRect& b = leaf.box;
    const bool goes_on = std::any_of(leaves_.begin(), leaves_.end(), [&](const PlanLeaf* other) {
      return takes_rule(*other) && other->box.y == b.y && other->box.x == b.right();
    });
    append_rule(items_, grid_.left(b.x), grid_.top(b.y) - kRuleAbove,
                grid_.width(b.w) + (goes_on ? grid_.gutter : Length()), kStoryRule, "black");
  }

  void rule_gutters() {
    std::map<int, std::vector<Stretch>> gutters;  // by the column at their right
    for (const PlanLeaf* left : leaves_) {
      for (const PlanLeaf* right : leaves_) {
        if (right->box.x != left->box.right()) continue;
        const int top = std::max(left->box.y, right->box.y);
        const int foot = std::min(left->box.bottom(), right->box.bottom());
        if (foot - top >= kShortestBeside)
          gutters[right->box.x].push_back({top, foot, left, right});
      }
    }
    for (auto& [column, stretches] : gutters) {
      std::sort(stretches.begin(), stretches.end(),
                [](const Stretch& a, const Stretch& b) { return a.top < b.top; });
      for (std::size_t i = 0; i < stretches.size();) {
        const int top = stretches[i].top;
        while (i + 1 < stretches.size() && runs_on(stretches[i], stretches[i + 1])) ++i;
        const int foot = stretches[i++].foot;
        append_upright_rule(items_, grid_.left(column) - grid_.gutter / 2,
                            grid_.top(top) + kBelowTop, grid_.row * (foot - top) - kBelowTop,
                            kColumnRule, "black");
      }
    }
  }

  static bool runs_on(const Stretch& above, const Stretch& below) {
    return (above.left == below.left || above.right == below.right) &&
           below.top - above.foot <= kStoryGap;
  }

  const Grid& grid_;
  std::vector<const PlanLeaf*> leaves_;
  std::vector<DisplayItem> items_;
};

}  // namespace

std::vector<DisplayItem> page_rules(const PlanPage& page, const Grid& grid) {
  return Ruler(page, grid).run();
}

}  // namespace forme
