#include "makeup/gallery.h"

#include <gtest/gtest.h>

#include <numeric>

#include "makeup/story.h"
#include "unit/makeup/made_pages.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

constexpr int kColumns = 6, kRows = 98;

std::string figures(int count, const std::string& columns) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    const std::string asked = columns.empty() ? "" : " columns=\"" + columns + "\"";
    out += "<figure src=\"" + std::to_string(i) + ".png\" alt=\"A bed\"" + asked +
           "><caption>The bed</caption></figure>";
  }
  return out;
}

MemoryIssue story_of(int pictures, int sentences, const std::string& in_body = "") {
  MemoryIssue parts;
  parts.article_attributes = " genre=\"feature\" priority=\"2\"";
  parts.head = "<headline>The press at work</headline>" + figures(pictures, "3");
  parts.body = (sentences > 0 ? body_of(sentences) : "") + in_body;
  return parts;
}

std::vector<Rect> pictures_in(const ComposedLeaf& leaf) {
  std::vector<Rect> boxes;
  for (const DisplayItem& item : leaf.items) {
    if (const auto* picture = std::get_if<PictureItem>(&item)) boxes.push_back(picture->box);
  }
  return boxes;
}

// Over the page's columns, as deep as a page.
ComposedLeaf page_of(const SetArticle& set) {
  const Story story(set.context());
  const ShapeTable shapes = story.shapes({}, kColumns, kRows);
  EXPECT_LT(shapes.at(kColumns, kRows).cost, kImpossible);
  return story.compose({}, kColumns, kRows, shapes.at(kColumns, kRows).variant);
}

void expect_apart(const std::vector<Rect>& boxes, const SetArticle& set) {
  const Length width = set.context().grid().width(kColumns) + 0.01_pt;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_GE(boxes[i].x, Length());
    EXPECT_LE(boxes[i].x + boxes[i].width, width);
    EXPECT_LE(boxes[i].y + boxes[i].height, set.context().grid().row * kRows);
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      const Rect &a = boxes[i], &b = boxes[j];
      EXPECT_TRUE(a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y ||
                  b.y + b.height < a.y);
    }
  }
}

TEST(Gallery, HasItsPicturesAboutAsWideAsTheyAsk) {
  const SetArticle set(story_of(6, 10));
  const ComposedLeaf page = page_of(set);
  EXPECT_TRUE(page.fits);
  const std::vector<Rect> boxes = pictures_in(page);
  ASSERT_EQ(boxes.size(), 6U);
  expect_apart(boxes, set);
  const Grid& grid = set.context().grid();
  Length widths;
  for (const Rect& box : boxes) {
    EXPECT_GE(box.width, grid.width(2) - 1_pt);
    widths += box.width;
  }
  EXPECT_GE(widths, grid.width(3) * 5);
}

TEST(Gallery, StandsInTheBodyAsUnderTheHeadline) {
  const SetArticle set(story_of(0, 10, figures(6, "3")));
  const ComposedLeaf page = page_of(set);
  EXPECT_TRUE(page.fits);
  ASSERT_EQ(pictures_in(page).size(), 6U);
  expect_apart(pictures_in(page), set);
}

TEST(Gallery, MayBePicturesAlone) {
  const SetArticle set(story_of(6, 0));
  const ComposedLeaf page = page_of(set);
  EXPECT_TRUE(page.fits);
  EXPECT_EQ(pictures_in(page).size(), 6U);
  expect_apart(pictures_in(page), set);
}

TEST(Gallery, PaysMoreInOneColumn) {
  const SetArticle set(story_of(6, 10));
  const ShapeTable shapes = Story(set.context()).shapes({}, kColumns, kRows);
  double one = kImpossible, wide = kImpossible;
  for (int h = 1; h <= kRows; ++h) {
    one = std::min(one, shapes.at(1, h).cost);
    wide = std::min(wide, shapes.at(kColumns, h).cost);
  }
  EXPECT_GT(one, wide);
}

TEST(Gallery, IsNoStoryOfMoreCopyThanPictures) {
  const SetArticle set(story_of(3, 150));
  const ShapeTable shapes = Story(set.context()).shapes({}, kColumns, kRows);
  bool jumps = false;
  StoryPart part;
  part.continued_on = 3;
  const ShapeTable parted = Story(set.context()).shapes(part, kColumns, kRows);
  for (int h = 1; h <= kRows; ++h) jumps = jumps || parted.at(kColumns, h).variant.jumps;
  EXPECT_TRUE(jumps);
}

// Pictures of three by two, two and three of which stand side by side.
TEST(GalleryBands, FillTheWidthInTheOrderOfTheList) {
  const SetArticle set(story_of(5, 10));
  std::vector<GalleryPicture> pictures;
  for (const Block& block : set.article().figures)
    pictures.push_back(gallery_picture(set.context(), std::get<Figure>(block.body), kColumns));
  const GalleryBands bands(pictures, kColumns, kRows, 14, true);
  for (int rows = 30; rows <= kRows; ++rows) {
    if (bands.cost(5, rows) >= kImpossible) continue;
    std::vector<GalleryPlace> places = bands.places(5, rows);
    ASSERT_EQ(places.size(), 5U);
    std::sort(places.begin(), places.end(), [](const GalleryPlace& a, const GalleryPlace& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    int column = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      EXPECT_EQ(places[i].figure, pictures[i].figure) << rows;
      EXPECT_EQ(places[i].column, column) << rows;
      column = (column + places[i].columns) % kColumns;
      EXPECT_LE(places[i].row + places[i].rows, rows);
    }
    EXPECT_EQ(column, 0);
  }
}

}  // namespace
}  // namespace forme
