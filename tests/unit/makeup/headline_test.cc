#include "makeup/headline.h"

#include <gmock/gmock.h>

#include "unit/makeup/set_article.h"

namespace forme {
namespace {

MemoryIssue with_headline(const std::string& headline, const std::string& brief = "") {
  MemoryIssue parts;
  parts.head = "<headline>" + headline + "</headline>";
  if (!brief.empty()) parts.head += "<headline alt=\"short\">" + brief + "</headline>";
  return parts;
}

double least_full(const HeadlineFit& fit, Length measure) {
  double least = 1;
  for (const Line& line : fit.lines) least = std::min(least, line.width / measure);
  return least;
}

// True headlines about printing and railways, of all lengths.
const std::vector<std::string> kHeadlines = {
    "Rail crews stand firm",
    "The bridge of 1881 is to be painted in its first colour",
    "Tables with spans and a very wide one",
    "Baskerville had his sheets pressed between heated plates of copper",
    "Nine journeys in ten were third class by the First World War",
    "Garamond’s punches are kept in Antwerp",
    "Last hot metal line is cast at York",
    "A penny a mile, and a roof over it"};

TEST(Headline, TheBestFitFillsItsLinesToSevenTenths) {
  int filled = 0, all = 0;
  for (const std::string& headline : kHeadlines) {
    const SetArticle set{with_headline(headline)};
    for (int span = 2; span <= 6; ++span, ++all) {
      const std::vector<HeadlineFit> fits = headline_fits(set.context(), span, false);
      ASSERT_FALSE(fits.empty());
      filled += least_full(fits.front(), set.layout.grid.width(span)) >= 0.7;
    }
  }
  EXPECT_GE(filled, all * 85 / 100);
}

TEST(Headline, AFitThatLeavesALineShortCostsMoreThanAnyThatDoesNot) {
  for (const std::string& headline : kHeadlines) {
    const SetArticle set{with_headline(headline)};
    for (int span = 2; span <= 6; ++span) {
      const Length measure = set.layout.grid.width(span);
      double dearest_full = 0, cheapest_short = 1e9;
      for (const HeadlineFit& fit : headline_fits(set.context(), span, false)) {
        if (least_full(fit, measure) >= 0.7)
          dearest_full = std::max(dearest_full, fit.cost);
        else
          cheapest_short = std::min(cheapest_short, fit.cost);
      }
      if (dearest_full > 0) {
        EXPECT_GT(cheapest_short, 100);
      }
    }
  }
}

TEST(Headline, AListingHasTheSizeOfAHeadingWhateverItsSpan) {
  MemoryIssue parts = with_headline("Dates to keep in March");
  parts.article_attributes = R"( genre="listing")";
  const SetArticle set{parts};
  for (int span = 1; span <= 6; ++span) {
    const std::vector<HeadlineFit> fits = headline_fits(set.context(), span, false);
    ASSERT_EQ(fits.size(), 1U);
    EXPECT_EQ(fits.front().step_rows, 2) << span;
    EXPECT_EQ(fits.front().cost, 0) << span;
  }
}

TEST(Headline, ADisplayLineLeavesRoomForWhatHangsUnderIt) {
  const auto display = [](const std::string& words) {
    MemoryIssue parts = with_headline(words);
    parts.article_attributes = " genre=\"feature\"";
    const SetArticle set{std::move(parts)};
    return headline_fits(set.context(), 6, false).front();
  };
  const HeadlineFit plain = display("Set in the lead"), hanging = display("Set by the page");
  ASSERT_EQ(plain.lines.size(), 1U);
  EXPECT_EQ(plain.rows(), plain.step_rows);
  EXPECT_GT(hanging.rows(), hanging.step_rows);
}

TEST(Headline, TheShortFormIsTakenWhereItSetsBetter) {
  const SetArticle set{
      with_headline("The longest of all tunnels under the river is to be opened to the public for "
                    "one day in March by the company that bored it",
                    "Tunnel opens for a day")};
  const std::vector<HeadlineFit> fits = headline_fits(set.context(), 3, false);
  EXPECT_TRUE(fits.front().short_form);
}

TEST(Headline, EveryFitIsOfTheScaleAndWholeRowsDeep) {
  const SetArticle set{with_headline(kHeadlines[1])};
  for (const HeadlineFit& fit : headline_fits(set.context(), 4, false)) {
    const auto& steps = set.layout.headline_steps;
    EXPECT_TRUE(std::any_of(steps.begin(), steps.end(), [&](const HeadlineStep& step) {
      return step.rows == fit.step_rows && set.layout.style(step.style).size == fit.style.size;
    }));
    EXPECT_EQ(fit.style.leading, set.layout.grid.row * fit.step_rows);
  }
}

}  // namespace
}  // namespace forme
