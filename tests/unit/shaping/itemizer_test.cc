#include "shaping/itemizer.h"

#include <gmock/gmock.h>

#include <string>

namespace forme {
namespace {

// "Latn0[abc ]Arab1[...]": script, level and text of each item.
std::string items(std::string_view text, bool right_to_left = false) {
  std::string out;
  std::uint32_t at = 0;
  for (const Item& item : itemize(text, right_to_left)) {
    EXPECT_EQ(item.first, at);
    at = item.last;
    for (int shift = 24; shift >= 0; shift -= 8)
      out += static_cast<char>((item.script >> shift) & 0xFF);
    out += std::to_string(item.level) + "[";
    out += text.substr(item.first, item.last - item.first);
    out += "]";
  }
  EXPECT_EQ(at, text.size());
  return out;
}

TEST(Itemizer, EmptyTextHasNoItems) {
  EXPECT_TRUE(itemize("", false).empty());
}

TEST(Itemizer, OneScriptIsOneItem) {
  EXPECT_EQ(items("Rail, 2016."), "Latn0[Rail, 2016.]");
}

TEST(Itemizer, FiguresAndStopsAloneAreLatin) {
  EXPECT_EQ(items("12.5"), "Latn0[12.5]");
}

TEST(Itemizer, CommonSignsTakeTheScriptBeforeThem) {
  EXPECT_EQ(items("day தமிழ், yes"), "Latn0[day ]Taml0[தமிழ், ]Latn0[yes]");
}

TEST(Itemizer, CommonSignsAtTheStartTakeTheScriptAfterThem) {
  EXPECT_EQ(items("“αβγ”"), "Grek0[“αβγ”]");
}

TEST(Itemizer, ACombiningMarkStaysWithItsLetter) {
  EXPECT_EQ(items("a\u0301\u0431"), "Latn0[a\u0301]Cyrl0[\u0431]");
}

TEST(Itemizer, RightToLeftWordsHaveAnOddLevel) {
  EXPECT_EQ(items("say سلام now"), "Latn0[say ]Arab1[سلام]Arab0[ ]Latn0[now]");
}

TEST(Itemizer, FiguresWithinRightToLeftTextRunLeftToRight) {
  EXPECT_EQ(items("سنة 2016 م", true), "Arab1[سنة ]Arab2[2016]Arab1[ م]");
}

TEST(Itemizer, SignsRoundAnIsolateStayOutOfIt) {
  const std::string text = "say الوقائع (1828) now";
  const auto last = static_cast<std::uint32_t>(text.find(" (1828)"));
  std::string levels;
  for (const Item& item : itemize(text, false, {{4, last, true}}))
    levels +=
        std::to_string(item.level) + "[" + text.substr(item.first, item.last - item.first) + "]";
  EXPECT_EQ(levels, "0[say ]1[الوقائع]0[ (1828) ]0[now]");
}

TEST(Itemizer, TheBaseDirectionIsAsked) {
  EXPECT_EQ(items("abc", true), "Latn2[abc]");
}

TEST(Itemizer, MalformedBytesAreCoveredToo) {
  EXPECT_EQ(items("a\xFF\xC3"), "Latn0[a\xFF\xC3]");
}

TEST(VisualOrder, ReversesRunsByLevel) {
  using testing::ElementsAre;
  EXPECT_THAT(visual_order({0, 0, 0}), ElementsAre(0, 1, 2));
  EXPECT_THAT(visual_order({0, 1, 1, 0}), ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(visual_order({1, 1, 2, 2, 1}), ElementsAre(4, 2, 3, 1, 0));
}

}  // namespace
}  // namespace forme
