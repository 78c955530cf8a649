#include "makeup/galley_builder.h"

#include <gmock/gmock.h>

#include "support/memory_issue.h"

namespace forme {
namespace {

// A crosshead, a panel or a letter as blocks of a galley in the tabloid's styles.
class GalleyBuilder : public testing::Test {
 protected:
  Galley build(const std::string& body, bool break_panels = false,
               const std::string& article_attributes = "") {
    MemoryIssue memory;
    if (!article_attributes.empty()) memory.article_attributes = article_attributes;
    memory.attributes += R"( xml:lang="en-GB")";
    memory.body = body;
    const Issue issue = memory.read();
    EXPECT_FALSE(memory.diagnostics.has_errors()) << memory.said();
    const IssueStructure structure = build_structure(issue);
    const PictureFacts pictures;
    const SettingContext all{issue, layout, setter, pictures, structure};
    GalleyMode mode;
    mode.strict_leg = break_panels ? 8 : 0;
    mode.loosen = true;
    return build_galley({all, 0}, issue.articles[0].body, layout.grid.column, mode);
  }
  // Lines of the block that come to stand in the first of two legs, with `rows` free there under
  // other copy.
  static int lines_at_foot(const FlowBlock& block, int rows) {
    constexpr int kAbove = 10;
    FlowBlock above;
    above.variants.emplace_back();
    above.variants[0].lines.resize(kAbove);
    above.keep_first = kUnbreakable;
    FlowBlock below = block;
    below.variants.resize(1);
    below.may_open = false;
    const int all = below.variants[0].rows();
    const FlowResult flow =
        flow_into_legs({above, below}, {{0, 0, kAbove + below.space_before + rows}, {1, 0, all}});
    int here = 0;
    for (const PlacedStrip& strip : flow.strips) here += strip.block == 1 && strip.column == 0;
    return here;
  }
  // The fewest of its lines that may stand at the foot of a leg.
  static int least_at_foot(const FlowBlock& block) {
    for (int rows = 1; rows < block.variants[0].rows(); ++rows)
      if (const int here = lines_at_foot(block, rows)) return here;
    return 0;
  }
  static Layout read_tabloid(const FileSystem& files) {
    Diagnostics none;
    return *read_layout(files, std::string(FORME_SOURCE_DIR) + "/layouts/tabloid", none);
  }
  static inline const std::unique_ptr<FileSystem> disk = make_disk_file_system();
  static inline const Layout layout = read_tabloid(*disk);
  static inline const FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  TextSetter setter{fonts};
};

// Single words of Russian stay with what they belong to: a line longer could be had here by one
// that holds a few letters alone.
TEST_F(GalleyBuilder, NoLineOfALongerSettingIsLeftShort) {
  const Galley galley = build(
      "<p>В 1708 году.</p><p>В 1710 году царь утвердил азбуку и собственной рукой зачеркнул в ней "
      "старые начертания. Буквы «ё» тогда ещё не было. Её предложили в 1783 году, а в печати она "
      "появилась в 1795-м, в слове «всё».</p>",
      false, R"( xml:lang="ru")");
  ASSERT_EQ(galley.size(), 2U);
  for (const FlowVariant& variant : galley[1].variants) {
    for (const FlowLine& strip : variant.lines) {
      for (const DisplayItem& item : strip.items) {
        const auto* line = std::get_if<LineItem>(&item);
        if (!line || line->last_of_paragraph) continue;
        EXPECT_GE((line->origin.x + line->width) / layout.grid.column, 0.9)
            << variant.lines.size() << " lines";
      }
    }
  }
}

const std::string kTwoLines = "<p>A fount was sold with many more of some letters.</p>";
const std::string kLong =
    "<p>Punches of hardened steel were struck into bars of copper, and the bar, once it had been "
    "made true, was the matrix from which the founder cast. A good caster made some four thousand "
    "letters a day, each of them dressed by hand before it went to the case, and a large book used "
    "up a ton of them.</p>";
const std::string kHead = "<crosshead>The founder</crosshead>";

TEST_F(GalleyBuilder, ACrossheadKeepsThreeLines) {
  const Galley galley = build(kLong + kHead + kLong);
  ASSERT_EQ(galley.size(), 2U);
  EXPECT_GE(galley[1].variants[0].lines.size(), 8U);
  EXPECT_EQ(least_at_foot(galley[1]), 1 + 3);
}

TEST_F(GalleyBuilder, ACrossheadKeepsThreeLinesAlsoOfShortParagraphs) {
  const Galley galley = build(kLong + kHead + kTwoLines + kLong);
  ASSERT_EQ(galley.size(), 2U);
  // Two lines, and of the next paragraph no orphan.
  EXPECT_EQ(least_at_foot(galley[1]), 1 + 2 + 2);
}

TEST_F(GalleyBuilder, TwoCrossheadsStayTogether) {
  const Galley galley = build(kLong + kHead + kHead + kLong);
  ASSERT_EQ(galley.size(), 2U);
  EXPECT_GE(least_at_foot(galley[1]), 2 + 3);
}

TEST_F(GalleyBuilder, WhatFloatsAfterACrossheadGoesBeforeIt) {
  const Galley galley =
      build(kLong + kHead + "<pullquote>Made true, it was the matrix</pullquote>" + kLong);
  ASSERT_EQ(galley.size(), 3U);
  EXPECT_TRUE(galley[1].floats);
  EXPECT_EQ(least_at_foot(galley[2]), 1 + 3);
}

TEST_F(GalleyBuilder, ABrokenPanelLeavesNoWidowAndNoOrphan) {
  const Galley galley =
      build("<panel><headline>Founts</headline>" + kLong + kLong + "</panel>", true);
  ASSERT_EQ(galley.size(), 1U);
  const auto& lines = galley[0].variants[0].lines;
  const int all = static_cast<int>(lines.size());
  const int paragraph = (all - 2) / 2;  // without the head and the foot
  for (int rows = 2; rows < all; ++rows) {
    const int here = lines_at_foot(galley[0], rows);
    if (here == 0 || here == all) continue;
    const int in_paragraph = (here - 1) % paragraph;
    EXPECT_NE(in_paragraph, 1) << here;
    EXPECT_NE(in_paragraph, paragraph - 1) << here;
  }
}

TEST_F(GalleyBuilder, AHyphenOfTheCopyEndsNoLegEither) {
  bool seen = false;
  for (const char* word : {"twenty-five", "narrow-boat", "printing-house"}) {
    std::string copy = "<p>";
    for (int i = 0; i < 30; ++i) copy += std::string(word) + " ";
    for (const FlowBlock& block : build(copy + "</p>"))
      for (const FlowLine& line : block.variants[0].lines) seen = seen || line.hyphen_end;
  }
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace forme
