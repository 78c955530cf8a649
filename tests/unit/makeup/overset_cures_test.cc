#include "makeup/overset_cures.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

PlanLeaf leaf(LeafKind kind, const std::string& id) {
  PlanLeaf out;
  out.kind = kind;
  out.ids = {id};
  return out;
}

Plan plan_of(std::vector<std::vector<PlanLeaf>> pages) {
  Plan plan;
  for (std::vector<PlanLeaf>& leaves : pages) {
    PlanPage& page = plan.pages.emplace_back();
    page.folio = static_cast<int>(plan.pages.size());
    page.leaves = std::move(leaves);
  }
  return plan;
}

TEST(OversetCures, NoPageMoreHelpsAStoryThatHasTwoToItself) {
  const PlanLeaf a = leaf(LeafKind::Story, "a"), b = leaf(LeafKind::Story, "b");
  EXPECT_TRUE(has_all_it_may(plan_of({{b}, {a}, {a}}), "a"));
  EXPECT_FALSE(has_all_it_may(plan_of({{b}, {a}, {a, b}}), "a"));
  EXPECT_FALSE(has_all_it_may(plan_of({{b}, {a}, {}}), "a"));
  EXPECT_FALSE(has_all_it_may(plan_of({{b}, {}, {}}), "a"));
}

TEST(OversetCures, APageWithoutTheAdvertMayHelpIt) {
  const PlanLeaf a = leaf(LeafKind::Story, "a"), advert = leaf(LeafKind::Advert, "fair");
  EXPECT_FALSE(has_all_it_may(plan_of({{a}, {a, advert}}), "a"));
  EXPECT_TRUE(has_all_it_may(plan_of({{a}, {a, leaf(LeafKind::Imprint, "")}}), "a"));
}

}  // namespace
}  // namespace forme
