#pragma once

#include <vector>

#include "makeup/plan_moves.h"
#include "makeup/planner.h"

namespace forme {

struct RevisedPlan {
  Plan plan;
  std::vector<PlanMove> moves;  // in the order of the pages
};

// Late news: the earlier plan for the copy as it is now. Its rectangles stay where they are but for
// stories whose copy is not what the plan says it was made of (Plan::copy), and stories that it
// does not know. Such a story keeps its rectangle where headline, picture and looseness can make it
// fit; else as few leaves of its page as possible are made again; else it turns to another page, or
// a lesser story moves to one. Where nothing of that holds it, it stays and is overset. A late
// story goes where it moves least, or where the flatplan says: to its page, slot and turn, or a
// warning says why not. Pages that were sent are not touched. A plan that says nothing
// of its copy, and what an editor changed in it, is followed as it is.
RevisedPlan revise_plan(const StoryStock& stock, const Plan& earlier, Diagnostics& diagnostics);

}  // namespace forme
