#include "makeup/set_listing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "makeup/page_holes.h"
#include "makeup/story.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

std::string directory_of(int entries) {
  std::string body = "<directory>";
  for (int i = 0; i < entries; ++i)
    body += "<entry><name>Desk " + std::to_string(i) + "</name><phone>0113 496</phone></entry>";
  return body + "</directory>";
}

SetBlock listing_of(const std::string& body, int columns) {
  MemoryIssue parts;
  parts.article_attributes = " genre=\"listing\"";
  parts.body = body;
  SetArticle article(parts);
  return set_listing(article.context(), columns);
}

// Where lines begin.
std::set<int> left_edges(const SetBlock& set) {
  std::set<int> edges;
  for (const GlyphItem& item : glyphs_in(set.items)) {
    if (item.run.text.starts_with("Desk")) edges.insert(static_cast<int>(item.origin.x.pt()));
  }
  return edges;
}

TEST(SetListing, ADeepDirectoryStandsInLegsOfEqualColumns) {
  const SetBlock one = listing_of(directory_of(45), 1), four = listing_of(directory_of(45), 4),
                 six = listing_of(directory_of(45), 6);
  EXPECT_EQ(left_edges(one).size(), 1U);
  EXPECT_EQ(left_edges(four).size(), 4U);
  EXPECT_EQ(left_edges(six).size(), 3U);
  EXPECT_NEAR(four.rows, one.rows / 4.0, 2);
  EXPECT_NEAR(six.rows, one.rows / 3.0, 2);
}

TEST(SetListing, LosesNoEntryInLegs) {
  std::set<std::string> names;
  for (const GlyphItem& item : glyphs_in(listing_of(directory_of(45), 4).items)) {
    if (item.run.text.starts_with("Desk")) names.insert(item.run.text);
  }
  EXPECT_EQ(names.size(), 45U);
}

TEST(SetListing, AShortDirectoryHasOneLeg) {
  EXPECT_EQ(left_edges(listing_of(directory_of(8), 4)).size(), 1U);
}

std::string table_of(int rows, const std::string& entry) {
  std::string table = "<table><thead><tr><th>Name</th><th>Points</th></tr></thead><tbody>";
  for (int i = 0; i < rows; ++i) table += "<tr><td>" + entry + "</td><td>2</td></tr>";
  return table + "</tbody></table>";
}

int count_of(const SetBlock& set, const std::string& words) {
  int count = 0;
  for (const GlyphItem& item : glyphs_in(set.items)) count += item.run.text.starts_with(words);
  return count;
}

TEST(SetListing, ADeepTableStandsInLegsThatAllHaveItsHead) {
  const SetBlock set = listing_of(table_of(60, "Desk"), 4),
                 one = listing_of(table_of(60, "Desk"), 1);
  EXPECT_EQ(left_edges(set).size(), 4U);
  EXPECT_EQ(count_of(set, "Name"), 4);
  EXPECT_EQ(count_of(set, "Desk"), 60);
  EXPECT_NEAR(set.rows, one.rows / 4.0, 4);
}

TEST(SetListing, ATableTooWideForALegHasOne) {
  const std::string wide = "Deskdeskdeskdeskdeskdeskdeskdeskdeskdeskdesk";
  EXPECT_EQ(left_edges(listing_of(table_of(60, wide), 4)).size(), 2U);
}

// Twelve names and numbers are no less deep over four columns than in one.
TEST(Listing, LikesNoMoreColumnsThanItsTextNeeds) {
  constexpr int kColumns = 6, kRows = 60;
  const auto cheapest_span = [](const std::string& body) {
    const SetArticle set(body, " genre=\"listing\"");
    const ShapeTable shapes = Story(set.context()).shapes({}, kColumns, kRows);
    int best = 1;
    double least = kImpossible;
    for (int w = 1; w <= kColumns; ++w) {
      for (int h = 1; h <= kRows; ++h)
        if (shapes.at(w, h).cost < least) least = shapes.at(w, h).cost, best = w;
    }
    return best;
  };
  EXPECT_EQ(cheapest_span(directory_of(12)), 1);
  EXPECT_EQ(cheapest_span(directory_of(45)), 4);
}

TEST(Listing, SaysWhatStaysWhiteUnderIt) {
  constexpr int kColumns = 6, kRows = 60;
  const SetArticle set(directory_of(12), " genre=\"listing\"");
  const Story story(set.context());
  const ShapeTable shapes = story.shapes({}, kColumns, kRows);
  for (const int w : {1, 2, 4}) {
    int least = 1;
    while (shapes.at(w, least).cost >= kImpossible) ++least;
    const LeafVariant& variant = shapes.at(w, least).variant;
    EXPECT_EQ(story.compose({}, w, least + 3, variant).free_rows, 0) << w << ": its air";
    PlanLeaf leaf;
    leaf.box = {0, 0, w, least + 10};
    const ComposedLeaf made = story.compose({}, w, leaf.box.h, variant);
    EXPECT_TRUE(made.fits);
    EXPECT_EQ(made.free_rows, w * 10) << w;
    leaf.spaces = made.spaces;
    const std::vector<GridRect> holes = leaf_holes(leaf);
    ASSERT_EQ(holes.size(), 1U) << w;
    EXPECT_EQ(holes[0], (GridRect{0, least, w, 10}));
  }
}

}  // namespace
}  // namespace forme
