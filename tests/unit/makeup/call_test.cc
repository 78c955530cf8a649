#include <gtest/gtest.h>

#include <algorithm>

#include "makeup/set_call.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

constexpr int kColumns = 6, kRows = 30;

SetArticle call(const std::string& caption) {
  return SetArticle("<p>Ring us.</p><qr href=\"https://a.example/\">" +
                        (caption.empty() ? "" : "<caption>" + caption + "</caption>") + "</qr>",
                    " genre=\"panel\"");
}

Rect card_of(const ComposedLeaf& leaf) {
  for (const DisplayItem& item : leaf.items) {
    const auto* box = std::get_if<RuleItem>(&item);
    if (box && box->colour == "white") return box->box;
  }
  return {};
}

TEST(Call, ACaptionOfManyLinesStandsOnTheCard) {
  const SetArticle set = call(
      "Point a camera here and read on the small screen how the readers who own the paper came to "
      "own it, what they pay, and what they may ask for at the annual meeting in March");
  const ComposedLeaf leaf = compose_panel(set.context(), kColumns, kRows);
  const Rect card = card_of(leaf);
  const LeafId caption = set.block<Qr>(1).caption;
  int runs = 0;
  for (const GlyphItem& item : glyphs_in(leaf.items)) {
    if (item.text.leaf != caption) continue;
    EXPECT_LT(item.origin.y, card.y + card.height);
    ++runs;
  }
  EXPECT_GT(runs, 3);
}

TEST(Call, TheCardIsAsDeepWithoutACaptionAsWithALineOfOne) {
  const Rect line = card_of(compose_panel(call("Here").context(), kColumns, kRows));
  const Rect none = card_of(compose_panel(call("").context(), kColumns, kRows));
  EXPECT_GT(line.height, line.width);
  EXPECT_EQ(none.height, line.height);
}

TEST(Call, IsOverByTheRowsThatItsPlaceLacks) {
  const SetArticle set = call("Here");
  const ComposedLeaf low = compose_panel(set.context(), kColumns, 8);
  EXPECT_GT(low.overset, 0);
  EXPECT_FALSE(compose_panel(set.context(), kColumns, 8 + low.overset - 1).fits);
  EXPECT_TRUE(compose_panel(set.context(), kColumns, 8 + low.overset).fits);
}

// A plan's place may be too low for what stands in it: that is told, and nothing drawn under it.
TEST(Call, DrawsNothingUnderAPlaceThatIsTooLow) {
  const SetArticle of_call = call("Here");
  const SetArticle of_panel("<p>Eleven men painted the bridge.</p><p>Two winters.</p>",
                            " genre=\"panel\"");
  for (const SetArticle* set : {&of_call, &of_panel}) {
    const int w = set == &of_call ? kColumns : 2;
    const int rows = w == 2 ? 4 : 12;
    const ComposedLeaf low = compose_panel(set->context(), w, rows);
    EXPECT_GT(low.overset, 0);
    const Length foot = set->layout.grid.row * rows;
    for (const DisplayItem& item : low.items) {
      if (const auto* box = std::get_if<RuleItem>(&item)) {
        EXPECT_GE(box->box.y, Length());
        EXPECT_LE(box->box.bottom(), foot);
      }
      EXPECT_FALSE(std::holds_alternative<PolygonItem>(item)) << "a code that is cut";
    }
    for (const GlyphItem& item : glyphs_in(low.items)) EXPECT_LE(item.origin.y, foot);
    EXPECT_FALSE(glyphs_in(low.items).empty());
  }
}

// Of a panel article of this body, set over two columns.
ComposedLeaf panel(const SetArticle& set) {
  return compose_panel(set.context(), 2, kRows);
}
std::size_t count_rules(const ComposedLeaf& leaf) {
  return static_cast<std::size_t>(
      std::count_if(leaf.items.begin(), leaf.items.end(), [](const DisplayItem& item) {
        const auto* rule = std::get_if<RuleItem>(&item);
        return rule && rule->colour == "red";
      }));
}

TEST(PanelArticle, OfOnePanelAloneHasItsRuleAndItsHeadingOnce) {
  const SetArticle set("<panel><headline>A headline</headline><p>Copy.</p></panel>",
                       " genre=\"panel\"");
  EXPECT_EQ(words_in(panel(set).items), "A headlineCopy.");
  EXPECT_EQ(count_rules(panel(set)), 1U);
}

TEST(PanelArticle, OfOnePanelWithoutAHeadingHasItsOwn) {
  const SetArticle set("<panel><p>Copy.</p></panel>", " genre=\"panel\"");
  EXPECT_EQ(words_in(panel(set).items), "A headlineCopy.");
  EXPECT_EQ(count_rules(panel(set)), 1U);
}

TEST(PanelArticle, LosesNoHeadingOfThePanelInIt) {
  const SetArticle set("<panel><headline>Another</headline><p>Copy.</p></panel>",
                       " genre=\"panel\"");
  EXPECT_EQ(words_in(panel(set).items), "A headlineAnotherCopy.");
}

}  // namespace
}  // namespace forme
