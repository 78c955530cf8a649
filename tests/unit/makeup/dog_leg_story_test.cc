#include <gmock/gmock.h>

#include <cctype>
#include <iterator>

#include "makeup/story.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kColumns = 6, kRows = 100;
constexpr BookedCorner kCorners[] = {{3, 24, false, false}, {5, 40, false, false},
                                     {2, 30, false, true},  {5, 20, false, true},
                                     {2, 24, true, false},  {4, 36, true, false}};

struct Copy {
  int paragraphs = 0;
  std::string attributes{};
  bool picture = false;
  std::string between{};  // the first two paragraphs
};

MemoryIssue issue_of(const Copy& copy) {
  MemoryIssue parts;
  parts.article_attributes = copy.attributes;
  parts.head =
      "<headline>The bridge of 1881 is to be painted in its first colour</headline>"
      "<headline alt=\"short\">Bridge to be painted in first colour</headline>"
      "<standfirst>Eleven men are at it</standfirst>";
  if (copy.picture)
    parts.head += R"(<figure src="p.png" alt="x" crop="0.2"><caption>It</caption></figure>)";
  parts.body.clear();
  for (int i = 0; i < copy.paragraphs; ++i) {
    if (i == 1) parts.body += copy.between;
    parts.body +=
        "<p>In 1881 the company had the bridge painted by eleven men. The work began at its "
        "northern end in March and came to the other in the last week of October.</p>";
  }
  return parts;
}

struct StorySet : SetArticle {
  explicit StorySet(const Copy& copy) : SetArticle(issue_of(copy)) {
    for (const auto& block : article().figures) {
      PictureInfo& picture = pictures[std::get<Figure>(block.body).source];
      picture.width = 900, picture.height = 600;
    }
  }
  Length left(int column) const { return (layout.grid.column + layout.grid.gutter) * column; }
  // The columns and rows as points, from the leaf's top left corner.
  Rect place(const GridRect& box) const {
    return {left(box.x), layout.grid.row * box.y, layout.grid.width(box.w),
            layout.grid.row * box.h};
  }
};

GridRect place_of(const BookedCorner& corner, int h) {
  return {corner.left ? 0 : kColumns - corner.columns, corner.head ? 0 : h - corner.rows,
          corner.columns, corner.rows};
}

// What an item marks; text from its baseline up to the height of its small letters.
Rect marked(const DisplayItem& item) {
  const auto of = [](const auto& i) -> Rect {
    using Item = std::decay_t<decltype(i)>;
    if constexpr (std::is_same_v<Item, GlyphItem>) {
      const Length height = i.run.size * 0.5;
      return {i.origin.x, i.origin.y - height, right_of(i) - i.origin.x, height};
    } else if constexpr (std::is_same_v<Item, LineItem>) {
      return {i.origin.x, i.origin.y, i.width, 0.1_pt};
    } else if constexpr (std::is_same_v<Item, PolygonItem>) {
      const Point& at = i.contours.at(0).at(0);
      return {at.x, at.y, 0.1_pt, 0.1_pt};
    } else if constexpr (std::is_same_v<Item, DestinationItem>) {
      return {};
    } else {
      return i.box;
    }
  };
  return std::visit(of, item);
}

bool share_more_than_an_edge(const Rect& a, const Rect& b) {
  const Length edge = 0.05_pt;
  return a.x + edge < b.right() && b.x + edge < a.right() && a.y + edge < b.bottom() &&
         b.y + edge < a.bottom();
}

// Letters and figures alone: lines are broken anywhere.
std::string letters_of(const std::string& words) {
  std::string out;
  for (const char c : words)
    if (std::isalnum(static_cast<unsigned char>(c))) out += c;
  return out;
}
std::string copy_of(const Article& article) {
  std::string words;
  for (const Leaf& leaf : article.leaves)
    if (leaf.role == LeafRole::Paragraph) words += leaf.text.utf8;
  return letters_of(words);
}

std::vector<GlyphItem> of_role(const StorySet& set, const ComposedLeaf& leaf, LeafRole role) {
  std::vector<GlyphItem> out;
  for (const GlyphItem& item : glyphs_in(leaf.items))
    if (item.text.leaf != kNoLeaf && set.article().leaves[item.text.leaf].role == role)
      out.push_back(item);
  return out;
}

int headline_lines(const StorySet& set, const ComposedLeaf& leaf) {
  int lines = 0;
  for (const DisplayItem& item : leaf.items) {
    const auto* line = std::get_if<LineItem>(&item);
    if (!line || line->text.leaf == kNoLeaf) continue;
    const LeafRole role = set.article().leaves[line->text.leaf].role;
    lines += role == LeafRole::Headline || role == LeafRole::ShortHeadline;
  }
  return lines;
}

void expect_clear_of_corner(const StorySet& set, const ComposedLeaf& leaf,
                            const BookedCorner& corner, int h) {
  const GridRect booked = place_of(corner, h);
  for (const FilledLeg& leg : leaf.spaces) {
    const GridRect space{leg.space.column, leg.space.row, 1, leg.space.rows};
    EXPECT_FALSE(overlap(space, booked)) << "column " << space.x << ", row " << space.y;
    EXPECT_TRUE(space.y >= 0 && space.bottom() <= h && leg.used <= leg.space.rows);
  }
  const Rect place = set.place(booked), whole = set.place({0, 0, kColumns, h});
  for (const DisplayItem& item : leaf.items) {
    EXPECT_FALSE(share_more_than_an_edge(marked(item), place));
    EXPECT_LE(marked(item).bottom(), whole.bottom() + 0.05_pt);
  }
}

class DogLegStory : public testing::TestWithParam<std::size_t> {
 protected:
  const BookedCorner corner = kCorners[GetParam()];
};
INSTANTIATE_TEST_SUITE_P(Corners, DogLegStory, testing::Range(std::size_t{0}, std::size(kCorners)));

TEST_P(DogLegStory, HoldsItsCopyAndLeavesTheCornerFree) {
  int fit = 0, with_picture = 0, with_quote = 0;
  for (const Copy& copy :
       {Copy{40}, Copy{30, R"( priority="1")", true}, Copy{24, R"( priority="2")", true}}) {
    const StorySet set(copy);
    const Story story(set.context());
    const std::vector<ShapeChoice> shapes = story.dog_legs({}, kColumns, kRows, corner);
    for (int h = 0; h < static_cast<int>(shapes.size()); ++h) {
      const ShapeChoice& shape = shapes[static_cast<std::size_t>(h)];
      if (shape.cost >= kImpossible) continue;
      SCOPED_TRACE(h);
      EXPECT_EQ(shape.variant.corner, corner);
      EXPECT_LE(shape.variant.picture_columns, corner.head ? kColumns - corner.columns : kColumns);
      const ComposedLeaf leaf = story.compose({}, kColumns, h, shape.variant);
      if (!leaf.fits) continue;
      ++fit;
      with_picture += shape.variant.picture_rows > 0;
      with_quote += leaf.lifted.h > 0;
      EXPECT_FALSE(overlap(leaf.lifted, place_of(corner, h)));
      EXPECT_EQ(leaf.overset, 0);
      EXPECT_EQ(headline_lines(set, leaf), shape.variant.headline_lines);
      EXPECT_THAT(letters_of(words_in(leaf.items)), HasSubstr(copy_of(set.article())));
      expect_clear_of_corner(set, leaf, corner, h);
    }
  }
  EXPECT_GT(fit, 10);
  EXPECT_GT(with_picture, 5);
  EXPECT_GT(with_quote, 3);
}

// Copy goes on beside the adverts, and white rows alone are left.
TEST_P(DogLegStory, HasAllThatIsBesideTheCorner) {
  const StorySet set({40});
  const Story story(set.context());
  const std::vector<ShapeChoice> shapes = story.dog_legs({}, kColumns, kRows, corner);
  ASSERT_THAT(shapes, Not(IsEmpty()));
  for (int h = 0; h < static_cast<int>(shapes.size()); ++h) {
    const ShapeChoice& shape = shapes[static_cast<std::size_t>(h)];
    if (shape.cost >= kImpossible) continue;
    SCOPED_TRACE(h);
    const ComposedLeaf leaf = story.compose({}, kColumns, h, shape.variant);
    std::vector<int> foot(kColumns, 0);
    for (const FilledLeg& leg : leaf.spaces) {
      int& most = foot[static_cast<std::size_t>(leg.space.column)];
      most = std::max(most, leg.space.row + leg.space.rows);
    }
    const GridRect booked = place_of(corner, h);
    for (int c = 0; c < kColumns; ++c) {
      const bool over = !corner.head && c >= booked.x && c < booked.right();
      EXPECT_EQ(foot[static_cast<std::size_t>(c)], over ? booked.y : h) << "column " << c;
    }
  }
}

// Whatever depth a plan file gives it; where the picture has no room over the corner it is over.
TEST_P(DogLegStory, HasNoPictureInTheCorner) {
  const StorySet set({6, R"( priority="2")", true});
  const Story story(set.context());
  LeafVariant variant;
  variant.headline_rows = 4, variant.headline_lines = 1;
  variant.picture_columns = kColumns - 3, variant.picture_rows = 20;
  variant.corner = corner;
  int over = 0, pictures = 0;
  for (int h = corner.rows + 1; h <= kRows; ++h) {
    SCOPED_TRACE(h);
    const ComposedLeaf leaf = story.compose({}, kColumns, h, variant);
    const Rect booked = set.place(place_of(corner, h));
    for (const DisplayItem& item : leaf.items) {
      if (!std::holds_alternative<PictureItem>(item)) continue;
      ++pictures;
      EXPECT_FALSE(share_more_than_an_edge(marked(item), booked));
    }
    over += !leaf.fits;
  }
  EXPECT_GT(pictures, 10);
  if (!corner.head) {
    EXPECT_GT(over, 10);
  }
}

TEST(HeadlineOfADogLeg, StandsOverTheColumnsBesideACornerAtTheHeadAndOverAllElse) {
  const StorySet set({60, R"( priority="1")"});
  const Story story(set.context());
  const auto right_edge = [&](const BookedCorner& corner) {
    Length most;
    int looked_at = 0;
    const std::vector<ShapeChoice> shapes = story.dog_legs({}, kColumns, kRows, corner);
    for (int h = 0; h < static_cast<int>(shapes.size()); ++h) {
      if (shapes[static_cast<std::size_t>(h)].cost >= kImpossible) continue;
      const ComposedLeaf leaf =
          story.compose({}, kColumns, h, shapes[static_cast<std::size_t>(h)].variant);
      for (const GlyphItem& item : of_role(set, leaf, LeafRole::Headline)) {
        if (corner.head) {
          EXPECT_LT(item.origin.y, set.layout.grid.row * corner.rows);
        }
        most = std::max(most, right_of(item));
        ++looked_at;
      }
    }
    EXPECT_GT(looked_at, 0);
    return most;
  };
  const Grid& grid = set.layout.grid;
  EXPECT_LE(right_edge({2, 30, true, false}), grid.width(kColumns - 2));
  EXPECT_GT(right_edge({2, 30, true, false}), grid.width(kColumns - 4));
  for (const bool at_left : {false, true})
    EXPECT_GT(right_edge({2, 30, false, at_left}), grid.width(kColumns - 2));
}

TEST_P(DogLegStory, ThatJumpsSaysSoUnderItsLastLegClearOfTheCorner) {
  const StorySet set({150});
  const Story story(set.context());
  StoryPart part;
  part.continued_on = 7;
  int jumps = 0;
  const std::vector<ShapeChoice> shapes = story.dog_legs(part, kColumns, 60, corner);
  for (int h = 0; h < static_cast<int>(shapes.size()); ++h) {
    const ShapeChoice& shape = shapes[static_cast<std::size_t>(h)];
    if (shape.cost >= kImpossible) continue;
    SCOPED_TRACE(h);
    ASSERT_TRUE(shape.variant.jumps);
    const ComposedLeaf leaf = story.compose(part, kColumns, h, shape.variant);
    if (!leaf.fits) continue;
    ++jumps;
    expect_clear_of_corner(set, leaf, corner, h);
    const std::vector<GlyphItem> glyphs = glyphs_in(leaf.items);
    const auto line = std::find_if(glyphs.begin(), glyphs.end(), [](const GlyphItem& item) {
      return item.text.leaf == kNoLeaf && item.run.text.find("Continued") != std::string::npos;
    });
    ASSERT_NE(line, glyphs.end());
    // In the last row of the last column, which no copy has.
    const int foot = corner.head || corner.left ? h : h - corner.rows;
    const Grid& grid = set.layout.grid;
    EXPECT_GE(line->origin.x, set.left(kColumns - 1));
    EXPECT_GT(line->origin.y, grid.row * (foot - 1));
    EXPECT_LE(line->origin.y, grid.row * foot);
    for (const FilledLeg& leg : leaf.spaces) {
      if (leg.space.column == kColumns - 1) {
        EXPECT_LE(leg.space.row + leg.used, foot - 1);
      }
    }
  }
  EXPECT_GT(jumps, 3);
}

struct Kind {
  std::string attributes, between{};
};
bool may_be_dog_leg(const Kind& kind) {
  const StorySet set({60, kind.attributes, false, kind.between});
  EXPECT_FALSE(set.article().body.empty()) << set.said;
  const Story story(set.context());
  bool may = false;
  for (const BookedCorner& corner : kCorners)
    may = may || !story.dog_legs({}, kColumns, kRows, corner).empty();
  // Nor do their legs break round a corner that a plan file says.
  LeafVariant variant;
  variant.headline_rows = 4, variant.headline_lines = 1;
  variant.corner = kCorners[0];
  EXPECT_EQ(story.compose({}, kColumns, kRows, variant, false).fits, may);
  return may;
}

TEST(MayBeADogLeg, CopyWithOrWithoutAPicture) {
  for (const char* attributes :
       {"", " genre=\"news\"", " genre=\"column\"", " genre=\"review\"", " genre=\"obituary\""})
    EXPECT_TRUE(may_be_dog_leg({attributes})) << attributes;
}

TEST(MayBeADogLeg, NoArticleThatIsMoreThanThat) {
  for (const char* attributes :
       {" genre=\"feature\"", " genre=\"letters\"", " genre=\"listing\"", " genre=\"filler\""})
    EXPECT_FALSE(may_be_dog_leg({attributes})) << attributes;
}

TEST(MayBeADogLeg, NoStoryWithAPanel) {
  EXPECT_FALSE(may_be_dog_leg({"", "<panel><headline>Facts</headline><p>Eleven men.</p></panel>"}));
}

TEST(MayBeADogLeg, NoneThatIsReadAgainstThePaper) {
  EXPECT_FALSE(may_be_dog_leg({" xml:lang=\"he\""}));
}

}  // namespace
}  // namespace forme
