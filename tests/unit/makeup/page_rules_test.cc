#include "makeup/page_rules.h"

#include <gtest/gtest.h>

#include <variant>

#include "unit/makeup/made_pages.h"

namespace forme {
namespace {

Grid grid() {
  Grid grid;
  grid.columns = 6, grid.rows = 104;
  grid.column = 112.9_pt, grid.gutter = 11.34_pt, grid.row = 9.5_pt;
  return grid;
}

PlanLeaf leaf(LeafKind kind, const GridRect& box) {
  PlanLeaf leaf;
  leaf.kind = kind, leaf.box = box;
  return leaf;
}

std::vector<Rect> rules(const std::vector<PlanLeaf>& leaves, bool upright) {
  PlanPage page;
  page.leaves = leaves;
  std::vector<Rect> boxes;
  for (const DisplayItem& item : page_rules(page, grid())) {
    const Rect& box = std::get<RuleItem>(item).box;
    if ((box.height > box.width) == upright) boxes.push_back(box);
  }
  return boxes;
}

TEST(PageRules, TheRuleInAGutterRunsOnBesideAStoryThatDoes) {
  const std::vector<Rect> upright =
      rules({leaf(LeafKind::Story, {0, 3, 4, 80}), leaf(LeafKind::Story, {4, 3, 2, 40}),
             leaf(LeafKind::Story, {4, 45, 2, 38})},
            true);
  ASSERT_EQ(upright.size(), 1U);
  EXPECT_EQ(upright[0].bottom(), grid().top(83));
}

TEST(PageRules, ItStopsWhereBothSidesDo) {
  const std::vector<Rect> upright =
      rules({leaf(LeafKind::Story, {0, 3, 4, 40}), leaf(LeafKind::Story, {4, 3, 2, 40}),
             leaf(LeafKind::Story, {0, 45, 4, 38}), leaf(LeafKind::Story, {4, 45, 2, 38})},
            true);
  EXPECT_EQ(upright.size(), 2U);
}

TEST(PageRules, TheRuleOverAStoryStopsBeforeNibsAndJoinsThatOfAStory) {
  const PlanLeaf above = leaf(LeafKind::Story, {0, 3, 6, 40});
  const PlanLeaf story = leaf(LeafKind::Story, {0, 45, 4, 38});
  const GridRect beside{4, 45, 2, 38};
  const std::vector<Rect> alone = rules({above, story, leaf(LeafKind::Nibs, beside)}, false);
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone[0].width, grid().width(4));
  const std::vector<Rect> joined = rules({above, story, leaf(LeafKind::Story, beside)}, false);
  ASSERT_EQ(joined.size(), 2U);
  EXPECT_EQ(joined[0].right(), joined[1].x);
}

TEST(StoryRules, EndWhereCopyEndsInALeafThatItDoesNotFill) {
  constexpr int kColumns = 3, kRows = 60;
  MemoryIssue parts = issue_of({{20, 2}}, "");
  parts.article_attributes = " genre=\"feature\"";
  const SetArticle set(std::move(parts));
  const StoryStock stock(set.settings);
  LeafVariant variant;
  variant.headline_rows = 3, variant.headline_lines = 1;
  const ComposedLeaf leaf = stock.story(0).compose({}, kColumns, kRows, variant);
  Length rules, copy;
  for (const DisplayItem& item : leaf.items) {
    if (const auto* rule = std::get_if<RuleItem>(&item); rule && rule->box.height > rule->box.width)
      rules = std::max(rules, rule->box.bottom());
    if (const auto* line = std::get_if<LineItem>(&item)) copy = std::max(copy, line->origin.y);
  }
  EXPECT_GT(rules, Length());
  EXPECT_LT(rules, copy + set.layout.grid.row);
  EXPECT_LT(copy, set.layout.grid.row * (kRows - kLeastLeg));
}

}  // namespace
}  // namespace forme
