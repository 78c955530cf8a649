#include "makeup/planner.h"

#include <iterator>

#include "makeup/planning_steps.h"

namespace forme {
namespace {

// Ways to fill pages, the one that does best on most papers first.
constexpr Filling kFillings[] = {{0.9, 1.08}, {1, 1.02}, {0.8, 1.08}, {1, 1.15}};

// A jump line names the page where the turn really stands.
void make_jumps_true(Plan& plan) {
  for (PlanPage& from : plan.pages) {
    for (PlanLeaf& leaf : from.leaves) {
      if (leaf.continued_on == 0) continue;
      leaf.continued_on = 0;
      for (const PlanPage& to : plan.pages) {
        for (const PlanLeaf& rest : to.leaves) {
          if (rest.continued_from == from.folio && rest.ids == leaf.ids)
            leaf.continued_on = to.folio;
        }
      }
    }
  }
}

Plan finish(IssueWork& all) {
  Plan plan;
  plan.paper = all.issue.manifest.slug;
  plan.number = all.issue.manifest.number;
  plan.layout = all.layout.id;
  for (PageWork& work : all.pages) plan.pages.push_back(std::move(work.page));
  make_jumps_true(plan);
  for (std::size_t i : all.waiting) {
    if (all.article(i).genre == Genre::Filler) continue;
    plan.overset.push_back(
        {all.article(i).id, all.stock.story(i).rows(), "no page has room for it"});
  }
  for (const PageCandidate& c : all.lost_turns) {
    plan.overset.push_back({all.article(c.articles[0]).id,
                            all.stock.story(c.articles[0]).rows(c.part.from),
                            "no page has room for its turn"});
  }
  return plan;
}

}  // namespace

const Story& StoryStock::story(std::size_t article) const {
  auto& slot = stories_[article];
  if (!slot)
    slot = std::make_unique<Story>(StoryContext{context_, static_cast<std::uint32_t>(article)});
  return *slot;
}

StoryPart part_of(const PlanLeaf& leaf, const PageKind& kind) {
  StoryPart part;
  part.from = leaf.from;
  part.continued_from = leaf.continued_from;
  part.continued_on = leaf.continued_on;
  for (const Slot& slot : kind.slots) {
    if (!leaf.slot.empty() && slot.id == leaf.slot) part.head_drop = slot.head_drop;
  }
  return part;
}

namespace {

// A plan and what was said of it.
struct Planned {
  Plan plan;
  Diagnostics said;
  int overset_lines() const {
    int lines = 0;
    for (const Overset& story : plan.overset) lines += story.lines;
    return lines;
  }
};

Planned plan_once(const StoryStock& stock, const Filling& filling) {
  Planned out;
  IssueWork all(stock, out.said);
  list_pages(all);
  place_adverts(all);
  pin_stories(all);
  fill_pages(all, filling);
  place_rest(all);
  if (stock.context().knobs.house_adverts) place_house_adverts(all);
  out.plan = finish(all);
  return out;
}

}  // namespace

// How full pages are made is a guess. Where a story is left over by it another is tried.
Plan make_plan(const StoryStock& stock, Diagnostics& diagnostics) {
  Planned best = plan_once(stock, kFillings[0]);
  const std::size_t tries = stock.context().knobs.fillings ? std::size(kFillings) : 1;
  for (std::size_t i = 1; i < tries && best.overset_lines() > 0; ++i) {
    Planned other = plan_once(stock, kFillings[i]);
    if (other.overset_lines() < best.overset_lines()) best = std::move(other);
  }
  diagnostics.append(best.said);
  return std::move(best.plan);
}

}  // namespace forme
