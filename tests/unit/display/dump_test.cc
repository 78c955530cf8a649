#include <gtest/gtest.h>

#include "display/display_list.h"
#include "display/structure.h"

namespace forme {
namespace {

TEST(DisplayDump, SaysOneItemALineInPoints) {
  DisplayPage page;
  page.folio = 3;
  page.trim = {100_pt, 200_pt};
  page.items.push_back(RuleItem{kArtifact, {1_pt, 2_pt, 30_pt, 0.5_pt}, "black"});
  GlyphItem glyphs;
  glyphs.node = 7;
  glyphs.text = {1, 2, 0, 4};
  glyphs.origin = {10_pt, 20.25_pt};
  glyphs.run.size = 8.4_pt;
  glyphs.run.colour = "red";
  glyphs.run.text = "Rail";
  page.items.push_back(glyphs);
  page.items.insert(page.items.begin() + 1,
                    LineItem{{1, 2, 0, 5}, {10_pt, 20.25_pt}, 30_pt, 1.25, true, false, false});
  EXPECT_EQ(to_text(page),
            "page 3 100 200 bleed=0\n"
            "  fill artifact 1 2 30 0.5 black\n"
            "  line leaf=1:2 [0,5) at 10 20.25 width=30 space=1.25 hyphenated\n"
            "  glyphs node=7 at 10 20.25 face=0 size=8.4 colour=red n=0 leaf=1:2 [0,4) \"Rail\"\n");
}

TEST(DisplayDump, SaysHowMuchShowsThroughAFill) {
  DisplayPage page;
  RuleItem veil{kArtifact, {1_pt, 2_pt, 30_pt, 5_pt}, "white"};
  veil.opacity = 0.6;
  page.items.push_back(veil);
  EXPECT_EQ(to_text(page), "page 0 0 0 bleed=0\n  fill artifact 1 2 30 5 white opacity=0.6\n");
}

TEST(StructureTree, AChildKnowsItsParentAndStandsInOrder) {
  StructureTree tree;
  tree.add(0, Node{});
  Node heading;
  heading.role = NodeRole::Heading;
  heading.heading_level = 2;
  const NodeId a = tree.add(0, heading);
  Node paragraph;
  paragraph.role = NodeRole::Paragraph;
  const NodeId b = tree.add(0, paragraph);
  EXPECT_EQ(tree.nodes[0].children, (std::vector<NodeId>{a, b}));
  EXPECT_EQ(tree.nodes[b].parent, 0U);
  EXPECT_EQ(to_text(tree), "0 document\n  1 heading level=2\n  2 paragraph\n");
}

}  // namespace
}  // namespace forme
