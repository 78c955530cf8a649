#include <gmock/gmock.h>

#include "makeup/items.h"
#include "paragraph/set_text.h"

namespace forme {
namespace {

class Mirror : public testing::Test {
 protected:
  static inline const std::unique_ptr<FileSystem> disk = make_disk_file_system();
  static inline const FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  TextSetter setter{fonts};

  // Where each run stands, as it is seen.
  static std::vector<std::pair<Length, std::string>> places(std::vector<DisplayItem> items) {
    std::vector<std::pair<Length, std::string>> out;
    for (const DisplayItem& item : items)
      if (const auto* glyphs = std::get_if<GlyphItem>(&item))
        out.emplace_back(glyphs->origin.x, glyphs->run.text);
    return out;
  }

  std::vector<DisplayItem> set(Text text, const TextStyle& style, const LineWidths& widths) {
    std::vector<DisplayItem> items;
    append_lines(items, setter.set(text, style, widths), style, Length(), Length(), Owner{});
    return items;
  }
};

TEST_F(Mirror, TextOfColumnsFromTheRightStandsWhereItStoodBefore) {
  const char* const copies[][2] = {
      {"ar", "أنشأ محمد علي مطبعة بولاق في القاهرة سنة 1820 (Bulaq) وصدرت الوقائع سنة 1828."},
      {"he", "דניאל בומברג (Daniel Bomberg) הדפיס את התלמוד בשנים 1520–1523."},
      {"en", "A Latin paragraph in an Arabic article says مطبعة and goes on to the next line."}};
  for (const auto& [language, copy] : copies) {
    for (const Align align : {Align::Justify, Align::Start, Align::End, Align::Centre}) {
      TextStyle style;
      style.size = 9_pt;
      style.align = align;
      style.first_indent = 8_pt;
      Text text;
      text.utf8 = copy;
      text.language = language;
      const auto plain = places(set(text, style, {100_pt, {}, {}}));
      text.from_right = true;
      std::vector<DisplayItem> items = set(text, style, {100_pt, {}, {}});
      mirror(items, 100_pt);
      const auto mirrored = places(items);
      ASSERT_EQ(mirrored.size(), plain.size()) << copy;
      for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(mirrored[i].second, plain[i].second);
        // What is centred may have an odd unit to share.
        EXPECT_LE(std::abs((mirrored[i].first - plain[i].first).units()), 1) << plain[i].second;
      }
    }
  }
}

TEST_F(Mirror, LinesBesideAnInitialBeginBehindItOnTheRight) {
  TextStyle style;
  style.size = 9_pt;
  Text text;
  text.utf8 = "הספר העברי המתוארך הראשון נדפס באיטליה בשנת 1475 והוא פירוש לתורה";
  text.language = "he";
  text.from_right = true;
  std::vector<DisplayItem> items = set(text, style, {100_pt, {70_pt}, {30_pt}});
  mirror(items, 100_pt);
  Length first_right, second_right;
  for (const DisplayItem& item : items) {
    const auto* glyphs = std::get_if<GlyphItem>(&item);
    if (!glyphs) continue;
    Length right = glyphs->origin.x;
    for (const Glyph& glyph : glyphs->run.glyphs) right += glyph.advance;
    Length& edge = glyphs->origin.y < style.leading ? first_right : second_right;
    edge = std::max(edge, right);
  }
  EXPECT_EQ(first_right, 70_pt);
  EXPECT_EQ(second_right, 100_pt);
}

TEST_F(Mirror, TwiceIsAsItWas) {
  std::vector<DisplayItem> items;
  append_rule(items, 3_pt, 4_pt, 20_pt, 1_pt, "black");
  append_arrow(items, {5_pt, 6_pt}, 4_pt, "red");
  items.push_back(PictureItem{1, "gate.jpg", {10_pt, 0_pt, 30_pt, 20_pt}, 0.1, 0, 0.8, 1});
  items.push_back(LinkItem{1, {10_pt, 0_pt, 30_pt, 20_pt}, "https://a.example", "", "a"});
  items.push_back(DestinationItem{"page/1", {7_pt, 0_pt}});
  const std::vector<DisplayItem> before = items;
  mirror(items, 50_pt);
  EXPECT_NE(items, before);
  EXPECT_EQ(std::get<RuleItem>(items[0]).box.x, 27_pt);
  EXPECT_EQ(std::get<PictureItem>(items[2]).crop_x, 0.1);  // the picture itself is not turned
  mirror(items, 50_pt);
  EXPECT_EQ(items, before);
}

TEST_F(Mirror, ArrowsTurnButCodesDoNot) {
  std::vector<DisplayItem> items;
  append_arrow(items, {0_pt, 0_pt}, 4_pt, "red");
  PolygonItem code;
  code.contours = {{{10_pt, 0_pt}, {13_pt, 0_pt}, {13_pt, 1_pt}}, {{20_pt, 0_pt}, {21_pt, 2_pt}}};
  items.push_back(code);
  mirror(items, 50_pt);
  const auto& arrow = std::get<PolygonItem>(items[0]).contours[0];
  EXPECT_EQ(arrow[1].x, 46_pt);  // its point is at the left
  EXPECT_EQ(arrow[0].x, 50_pt);
  const auto& moved = std::get<PolygonItem>(items[1]).contours;
  EXPECT_EQ(moved[0][0].x, 29_pt);
  EXPECT_EQ(moved[0][1].x, 32_pt);
  EXPECT_EQ(moved[1][1].x, 40_pt);
}

}  // namespace
}  // namespace forme
