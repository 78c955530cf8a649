#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "makeup/headline.h"
#include "makeup/page_solver.h"
#include "makeup/planner.h"
#include "makeup/set_figure.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::Ge;
using testing::SizeIs;

constexpr int kColumns = 6, kRows = 100;

// A story with a picture, a short headline and copy that can run longer or shorter.
class KnobsOfAStory : public testing::Test {
 protected:
  KnobsOfAStory() : set_(parts()) {
    const auto& figure = std::get<Figure>(set_.article().figures.at(0).body);
    PictureInfo& picture = set_.pictures[figure.source];
    picture.width = 900, picture.height = 600;
  }
  static MemoryIssue parts() {
    MemoryIssue parts;
    parts.head =
        "<headline>The bridge of 1881 is to be painted in its first colour</headline>"
        "<headline alt=\"short\">Bridge to be painted in first colour</headline>"
        R"(<figure src="p.png" alt="x" crop="0.2"><caption>It</caption></figure>)";
    parts.body.clear();
    for (int i = 0; i < 24; ++i)
      parts.body +=
          "<p>In 1881 the company had the bridge painted by eleven men, who began at its northern "
          "end in March and came to the other in the last week of October.</p>";
    return parts;
  }
  // All ways to fill rectangles of three columns when the story may jump.
  std::vector<LeafVariant> ways() const {
    const Story story(set_.context());
    StoryPart part;
    part.continued_on = 2;
    std::vector<LeafVariant> out;
    for (int h = 1; h <= kRows; ++h) {
      for (const ShapeChoice& choice : story.choices(part, 3, h, kColumns, kRows))
        out.push_back(choice.variant);
    }
    return out;
  }
  template <class T>
  std::set<T> all(T LeafVariant::*choice) const {
    std::set<T> values;
    for (const LeafVariant& way : ways()) values.insert(way.*choice);
    return values;
  }
  // How many settings of some paragraph its galley offers.
  std::size_t settings() const {
    GalleyMode mode;
    mode.loosen = true;
    std::size_t most = 0;
    for (const FlowBlock& block :
         build_galley(set_.context(), set_.article().body, set_.layout.grid.column, mode))
      most = std::max(most, block.variants.size());
    return most;
  }

  SetArticle set_;
};

TEST_F(KnobsOfAStory, AllTurn) {
  EXPECT_THAT(all(&LeafVariant::headline_rows), SizeIs(Ge(2U)));
  EXPECT_THAT(all(&LeafVariant::short_headline), SizeIs(2));
  EXPECT_THAT(all(&LeafVariant::picture_columns), SizeIs(Ge(2U)));
  EXPECT_THAT(all(&LeafVariant::picture_rows), SizeIs(Ge(5U)));
  EXPECT_THAT(all(&LeafVariant::jumps), SizeIs(2));
  EXPECT_GE(settings(), 2U);
}

TEST_F(KnobsOfAStory, HeadlineSteps) {
  set_.settings.knobs.headline_steps = false;
  EXPECT_THAT(all(&LeafVariant::headline_rows), SizeIs(1));
}

TEST_F(KnobsOfAStory, ShortHeadlines) {
  set_.settings.knobs.short_headlines = false;
  EXPECT_EQ(all(&LeafVariant::short_headline), std::set<bool>{false});
}

TEST_F(KnobsOfAStory, PictureSpans) {
  set_.settings.knobs.picture_spans = false;
  EXPECT_THAT(all(&LeafVariant::picture_columns), SizeIs(1));
  EXPECT_THAT(all(&LeafVariant::picture_rows), SizeIs(Ge(2U)));
}

TEST_F(KnobsOfAStory, PictureCrops) {
  set_.settings.knobs.picture_crops = false;
  EXPECT_EQ(all(&LeafVariant::picture_rows).size(), all(&LeafVariant::picture_columns).size());
}

TEST_F(KnobsOfAStory, Jumps) {
  set_.settings.knobs.jumps = false;
  EXPECT_EQ(all(&LeafVariant::jumps), std::set<bool>{false});
}

TEST_F(KnobsOfAStory, Looseness) {
  set_.settings.knobs.looseness = false;
  EXPECT_EQ(settings(), 1U);
}

// Soft from 200 pixels per inch down to 150, and sent back under that.
TEST_F(KnobsOfAStory, PicturesPayForTheirPixels) {
  const auto& figure = std::get<Figure>(set_.article().figures.at(0).body);
  set_.pictures[figure.source].width = 600, set_.pictures[figure.source].height = 400;
  const auto costs = [&] {
    std::map<std::tuple<int, bool, int, int>, double> all;
    const Story story(set_.context());
    for (const ShapeChoice& c : story.choices({}, 4, 60, kColumns, kRows)) {
      const LeafVariant& v = c.variant;
      all[{v.headline_rows, v.short_headline, v.picture_columns, v.picture_rows}] = c.cost;
    }
    return all;
  };
  const auto before = costs();
  set_.settings.press = {200, 150};
  int fine = 0, soft = 0, refused = 0;
  for (const auto& [way, cost] : costs()) {
    const auto& [step, short_form, columns, rows] = way;
    const double ppi =
        pixels_per_inch(set_.context(), figure, set_.layout.grid.width(columns), rows);
    ++(ppi >= 200 ? fine : ppi >= 150 ? soft : refused);
    const double more = ppi >= 200   ? 0
                        : ppi >= 150 ? 60 * (200 - ppi) / 50
                                     : 1560 + 400 * (1 - ppi / 150);
    EXPECT_NEAR(cost, before.at(way) + more, 1e-6) << columns << " columns, " << rows << " rows";
  }
  EXPECT_GT(std::min({fine, soft, refused}), 0);
}

// Of what is shown, cut as far as it may be; a drawing is as fine as can be.
TEST_F(KnobsOfAStory, PixelsPerInchAreThoseOfWhatIsShown) {
  const auto& figure = std::get<Figure>(set_.article().figures.at(0).body);
  PictureInfo& picture = set_.pictures[figure.source];
  const Length width = set_.layout.grid.width(3);
  const auto ppi = [&] { return pixels_per_inch(set_.context(), figure, width, 20); };
  const auto set_size = [&](int w, double aspect) {
    picture.width = w, picture.height = static_cast<int>(std::lround(w / aspect));
  };
  const double depth = (set_.layout.grid.row * 20).pt() - 3.5, aspect = width.pt() / depth;
  set_size(850, aspect * 0.9);
  EXPECT_NEAR(ppi(), 850 * 72 / width.pt(), 0.5) << "what is too tall is cut to the width";
  set_size(850, aspect * 1.1);
  EXPECT_NEAR(ppi(), picture.height * 72 / depth, 0.5) << "what is too wide to the depth";
  set_size(850, aspect * 2);
  EXPECT_NEAR(ppi(), 0.8 * 850 * 72 / width.pt(), 0.5) << "of a fifth that may be cut no more is";
  picture.format = "svg";
  EXPECT_EQ(ppi(), std::numeric_limits<double>::infinity());
}

TEST_F(KnobsOfAStory, WhatATermWeighsIsInTheCosts) {
  // Of the ways to stand over all columns, which are three more than the story likes.
  const auto least = [&] {
    const Story story(set_.context());
    const ShapeTable shapes = story.shapes({}, kColumns, kRows);
    double cost = kImpossible;
    for (int h = 1; h <= kRows; ++h) cost = std::min(cost, shapes.at(kColumns, h).cost);
    return cost;
  };
  const double before = least();
  set_.settings.weights.span = 0;
  EXPECT_NEAR(least(), before - 25, 1e-9);
}

TEST(WeightsOfAPage, TombstonesCostWhatTheyAreSaidTo) {
  ShapeTable shapes(2, 10);
  shapes.at(1, 10).cost = 5;
  shapes.at(1, 10).variant.headline_rows = 3;
  const std::vector<PageItem> items(2, PageItem{shapes});
  const std::vector<std::vector<GridRect>> page = {{{0, 0, 2, 10}}};
  Weights weights;
  weights.tombstone = 7;
  EXPECT_EQ(solve_page(items, page, weights).cost, 17);
  weights.tombstone = 0;
  EXPECT_EQ(solve_page(items, page, weights).cost, 10);
}

}  // namespace
}  // namespace forme
