#include "cli/dump_lines.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

GlyphItem run(LeafId leaf, std::uint32_t first, const std::string& text, Length y,
              Length rise = Length()) {
  GlyphItem item;
  item.text = {0, leaf, first, first + static_cast<std::uint32_t>(text.size())};
  item.origin = {10_pt, y};
  item.run.text = text;
  item.run.rise = rise;
  return item;
}

Issue issue_with_leaves() {
  Article article;
  article.id = "rail";
  article.leaves = {{"h", LeafRole::Headline, {}}, {"p1", LeafRole::Paragraph, {}}};
  Issue issue;
  issue.articles.push_back(article);
  return issue;
}

TEST(LinesText, ShowsEachLeafWithItsLinesInReadingOrder) {
  DisplayPage page;
  page.folio = 1;
  page.items = {run(1, 9, "moving", 30_pt), run(1, 0, "The hill ", 20_pt), run(0, 0, "Slip", 5_pt)};
  EXPECT_EQ(lines_text({page}, issue_with_leaves()),
            "rail/h page 1\n  Slip\n"
            "rail/p1 page 1\n  The hill \n  moving\n");
}

TEST(LinesText, KeepsARaisedFigureOnItsLine) {
  DisplayPage page;
  page.folio = 1;
  page.items = {run(1, 0, "4", 20_pt), run(1, 1, "th", 17_pt, 3_pt)};
  EXPECT_EQ(lines_text({page}, issue_with_leaves()), "rail/p1 page 1\n  4th\n");
}

TEST(LinesText, LeavesOutFurniture) {
  DisplayPage page;
  page.items = {run(kNoLeaf, 0, "The Courier", 5_pt)};
  EXPECT_EQ(lines_text({page}, issue_with_leaves()), "");
}

}  // namespace
}  // namespace forme
