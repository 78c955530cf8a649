#include "display/scale.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

DisplayItem scaled(DisplayItem item, double factor) {
  std::vector<DisplayItem> items = {std::move(item)};
  scale(items, factor);
  return items.front();
}

TEST(Scale, BoxesAndStrokesAreSmaller) {
  EXPECT_EQ(scaled(RuleItem{7, {10_pt, 20_pt, 30_pt, 4_pt}, "red"}, 0.5),
            DisplayItem(RuleItem{7, {5_pt, 10_pt, 15_pt, 2_pt}, "red"}));
  EXPECT_EQ(scaled(FrameItem{7, {10_pt, 20_pt, 30_pt, 4_pt}, 2_pt, "red"}, 0.5),
            DisplayItem(FrameItem{7, {5_pt, 10_pt, 15_pt, 2_pt}, 1_pt, "red"}));
  EXPECT_EQ(scaled(AdvertItem{7, "fair.pdf", {10_pt, 20_pt, 30_pt, 4_pt}}, 2),
            DisplayItem(AdvertItem{7, "fair.pdf", {20_pt, 40_pt, 60_pt, 8_pt}}));
}

TEST(Scale, PictureShowsTheSamePart) {
  PictureItem picture;
  picture.box = {10_pt, 20_pt, 30_pt, 4_pt};
  picture.crop_x = 0.25, picture.crop_width = 0.5;
  PictureItem wanted = picture;
  wanted.box = {5_pt, 10_pt, 15_pt, 2_pt};
  EXPECT_EQ(scaled(picture, 0.5), DisplayItem(wanted));
}

TEST(Scale, TypeKeepsItsGlyphsTextAndProportions) {
  GlyphItem item;
  item.node = 3, item.text = {1, 2, 0, 4}, item.origin = {10_pt, 20_pt};
  item.run.size = 8_pt, item.run.rise = 2_pt, item.run.scale_x = 0.98, item.run.text = "Rail";
  item.run.glyphs = {{17, 4_pt, 1_pt, 3_pt, 0}, {18, 5_pt, {}, {}, 1}};
  GlyphItem wanted = item;
  wanted.origin = {5_pt, 10_pt};
  wanted.run.size = 4_pt, wanted.run.rise = 1_pt;
  wanted.run.glyphs = {{17, 2_pt, 0.5_pt, 1.5_pt, 0}, {18, 2.5_pt, {}, {}, 1}};
  EXPECT_EQ(scaled(item, 0.5), DisplayItem(wanted));
}

TEST(Scale, ShapesAndPlacesMoveTowardsTheOrigin) {
  const PolygonItem arrow{7, {{{4_pt, 8_pt}, {2_pt, 6_pt}}}, "red"};
  const PolygonItem small{7, {{{2_pt, 4_pt}, {1_pt, 3_pt}}}, "red"};
  EXPECT_EQ(scaled(arrow, 0.5), DisplayItem(small));
  EXPECT_EQ(scaled(DestinationItem{"page/5", {4_pt, 8_pt}}, 0.5),
            DisplayItem(DestinationItem{"page/5", {2_pt, 4_pt}}));
  LinkItem link;
  link.box = {10_pt, 20_pt, 30_pt, 4_pt};
  LinkItem small_link = link;
  small_link.box = {5_pt, 10_pt, 15_pt, 2_pt};
  EXPECT_EQ(scaled(link, 0.5), DisplayItem(small_link));
  EXPECT_EQ(scaled(LineItem{{}, {4_pt, 8_pt}, 30_pt}, 0.5),
            DisplayItem(LineItem{{}, {2_pt, 4_pt}, 15_pt}));
}

}  // namespace
}  // namespace forme
