#pragma once

#include <map>
#include <memory>
#include <vector>

#include "makeup/context.h"
#include "makeup/plan.h"
#include "makeup/story.h"

namespace forme {

// Every story of the issue as material, made when first asked for and kept: the planner and the
// page maker use the same.
class StoryStock {
 public:
  explicit StoryStock(const SettingContext& context) : context_(context) {}
  const Story& story(std::size_t article) const;
  const FlowBlock& nib(std::size_t article) const;
  const SettingContext& context() const { return context_; }

 private:
  const SettingContext& context_;
  mutable std::map<std::size_t, std::unique_ptr<Story>> stories_;
  mutable std::map<std::size_t, FlowBlock> nibs_;
};

// Makes the plan of the issue: the editor's placements are kept, the rest is filled by priority
// within its section; a story too long for its page turns to a later one. What no page has room for
// is in Plan::overset.
Plan make_plan(const StoryStock& stock, Diagnostics& diagnostics);

// What a leaf of a plan carries, for setting it again.
StoryPart part_of(const PlanLeaf& leaf, const PageKind& kind);

}  // namespace forme
