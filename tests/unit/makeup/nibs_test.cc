#include "makeup/nibs.h"

#include <gtest/gtest.h>

#include "makeup/slack.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

constexpr int kColumns = 3, kRows = 60;

class Nibs : public testing::Test {
 protected:
  Nibs()
      : set_("<p>The mill at Wookey Hole made paper by hand until 1972.</p>", R"( genre="nib")") {}

  // A column of the same nib so many times.
  ShapeTable shapes(std::size_t nibs) const {
    const StoryStock stock(set_.settings);
    return NibColumn(stock, std::vector<std::size_t>(nibs, 0)).shapes(kColumns, kRows, 0, true);
  }
  // The least rows that hold it.
  static int least(const ShapeTable& shapes, int columns) {
    int rows = 1;
    while (rows <= kRows && shapes.at(columns, rows).cost >= kImpossible) ++rows;
    return rows;
  }

  SetArticle set_;
};

TEST_F(Nibs, WhiteAtTheirFootCostsAsUnderAStory) {
  const ShapeTable one = shapes(1);
  const int rows = least(one, 1);
  ASSERT_LT(rows, kRows - 20);
  const Weights& weights = set_.settings.weights;
  for (const int white : {1, 3, 6, 12, 20}) {
    EXPECT_NEAR(one.at(1, rows + white).cost - one.at(1, rows).cost,
                slack_cost(weights, white, weights.slack_least), 1e-9)
        << white;
  }
}

TEST_F(Nibs, StandInLevelColumnsAsShallowAsTheyCome) {
  const ShapeTable three = shapes(3);
  EXPECT_LT(least(three, 3), least(three, 2));
  EXPECT_LT(least(three, 2), least(three, 1));
  EXPECT_LT(three.at(3, least(three, 3)).cost, set_.settings.weights.uneven_foot);
}

TEST_F(Nibs, AreSetOnce) {
  const StoryStock stock(set_.settings);
  EXPECT_EQ(&stock.nib(0), &stock.nib(0));
}

}  // namespace
}  // namespace forme
