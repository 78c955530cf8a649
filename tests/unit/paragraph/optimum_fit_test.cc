#include "paragraph/optimum_fit.h"

#include <gmock/gmock.h>

#include <random>

namespace forme {
namespace {

// Words of a made-up face: each letter 5 pt wide, a space 3 pt, a hyphen 3 pt.
struct Words {
  std::vector<Breakpoint> breaks = {Breakpoint()};
  Pen pen;

  static Pen letters(int n) {
    return {Length::from_pt(5 * n), Length(), Length::from_pt(0.01 * n)};
  }
  void word(int n) { pen = pen + letters(n); }
  void space() {
    Breakpoint b;
    b.end = pen;
    pen = pen + Pen{3_pt, 3_pt, Length()};
    b.start = pen;
    breaks.push_back(b);
  }
  void hyphen(int penalty = 50) {
    Breakpoint b;
    b.end = pen + Pen{3_pt, Length(), Length::from_pt(0.01)};
    b.start = pen;
    b.penalty = penalty;
    b.flagged = b.inserts_hyphen = true;
    breaks.push_back(b);
  }
  void end() {
    Breakpoint b;
    b.end = b.start = pen;
    b.forced = true;
    breaks.push_back(b);
  }
};

Words paragraph(std::mt19937& random, std::size_t most_breaks) {
  Words words;
  const std::size_t count = 2 + random() % (most_breaks - 1);
  while (words.breaks.size() < count) {
    words.word(1 + static_cast<int>(random() % 9));
    if (random() % 3 == 0)
      words.hyphen();
    else
      words.space();
  }
  words.word(1 + static_cast<int>(random() % 9));
  words.end();
  return words;
}

FitSettings settings(Length width) {
  FitSettings s;
  s.rest = width;
  s.em = 10_pt;
  return s;
}

// The demerits of lines that end at these breakpoints, as optimum_fit counts them.
double total(const std::vector<Breakpoint>& breaks, const std::vector<std::size_t>& ends,
             const FitSettings& s) {
  double sum = 0;
  std::size_t from = 0;
  Fitness before = Fitness::Decent;
  int hyphens = 0;
  for (std::size_t line = 0; line < ends.size(); ++line) {
    const Breakpoint& to = breaks[ends[line]];
    const LineCost cost =
        cost_of_line(breaks[from], to, s.width(line), ends[line] == from + 1, line == 0, s);
    sum += cost.demerits;
    if (line > 0 && s.mode == FitSettings::Mode::Justified)
      sum += cost_of_change(before, cost.fitness, hyphens, to);
    hyphens = to.flagged ? std::min(hyphens + 1, 2) : 0;
    before = cost.fitness;
    from = ends[line];
  }
  return sum;
}

std::vector<std::size_t> ends_of(const std::vector<FitLine>& lines) {
  std::vector<std::size_t> ends;
  for (const FitLine& line : lines) ends.push_back(line.to);
  return ends;
}

// The least demerits of all ways to break, with `lines` lines when that is not 0.
double brute_force(const std::vector<Breakpoint>& breaks, const FitSettings& s,
                   std::size_t lines = 0) {
  double best = std::numeric_limits<double>::infinity();
  const std::size_t inner = breaks.size() - 2;
  for (std::uint32_t chosen = 0; chosen < (1U << inner); ++chosen) {
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < inner; ++i)
      if (chosen & (1U << i)) ends.push_back(i + 1);
    ends.push_back(breaks.size() - 1);
    if (lines == 0 || ends.size() == lines) best = std::min(best, total(breaks, ends, s));
  }
  return best;
}

// Of at most 14 places to break.
TEST(OptimumFit, EqualsBruteForceOnSmallParagraphs) {
  std::mt19937 random(1981);
  for (int i = 0; i < 200; ++i) {
    const Words words = paragraph(random, 15);
    FitSettings s = settings(Length::from_pt(60 + static_cast<int>(random() % 80)));
    if (i % 3 == 0) s.first = {s.rest - 15_pt};
    if (i % 5 == 0) s.first = {s.rest - 25_pt, s.rest - 25_pt, s.rest + 5_pt};
    const auto fit = optimum_fit(words.breaks, s);
    EXPECT_NEAR(total(words.breaks, ends_of(fit), s), brute_force(words.breaks, s), 1e-6) << i;
  }
}

TEST(OptimumFit, EqualsBruteForceInRaggedText) {
  std::mt19937 random(7);
  for (int i = 0; i < 100; ++i) {
    const Words words = paragraph(random, 13);
    FitSettings s = settings(Length::from_pt(60 + static_cast<int>(random() % 80)));
    s.mode = FitSettings::Mode::Ragged;
    const auto fit = optimum_fit(words.breaks, s);
    EXPECT_NEAR(total(words.breaks, ends_of(fit), s), brute_force(words.breaks, s), 1e-6) << i;
  }
}

TEST(OptimumFit, BalancesTheFewestLines) {
  std::mt19937 random(11);
  for (int i = 0; i < 100; ++i) {
    const Words words = paragraph(random, 12);
    FitSettings s = settings(Length::from_pt(70 + static_cast<int>(random() % 80)));
    s.mode = FitSettings::Mode::Balanced;
    const auto fit = optimum_fit(words.breaks, s);
    std::size_t fewest = 1;
    while (brute_force(words.breaks, s, fewest) >= 1e11 && fewest < fit.size()) ++fewest;
    ASSERT_EQ(fit.size(), fewest) << i;
    EXPECT_NEAR(total(words.breaks, ends_of(fit), s), brute_force(words.breaks, s, fewest), 1e-6);
  }
}

TEST(OptimumFit, IsNeverCostlierThanFirstFit) {
  std::mt19937 random(3);
  for (int i = 0; i < 2'000; ++i) {
    const Words words = paragraph(random, 120);
    const FitSettings s = settings(Length::from_pt(80 + static_cast<int>(random() % 80)));
    std::vector<std::size_t> first_fit;
    for (std::size_t from = 0; from + 1 < words.breaks.size();) {
      std::size_t to = from + 1;
      while (to + 1 < words.breaks.size() &&
             words.breaks[to + 1].end.advance - words.breaks[from].start.advance <= s.rest)
        ++to;
      first_fit.push_back(to);
      from = to;
    }
    const auto fit = optimum_fit(words.breaks, s);
    EXPECT_LE(total(words.breaks, ends_of(fit), s),
              total(words.breaks, first_fit, s) * (1 + 1e-12));
  }
}

TEST(OptimumFit, CoversTheParagraphOnceInOrder) {
  std::mt19937 random(5);
  const Words words = paragraph(random, 80);
  std::size_t at = 0;
  for (const FitLine& line : optimum_fit(words.breaks, settings(100_pt))) {
    EXPECT_EQ(line.from, at);
    EXPECT_GT(line.to, line.from);
    at = line.to;
  }
  EXPECT_EQ(at, words.breaks.size() - 1);
}

TEST(OptimumFit, AWordWiderThanTheMeasureIsMarkedAndStandsAlone) {
  Words words;
  words.word(3);
  words.space();
  words.word(40);
  words.space();
  words.word(3);
  words.end();
  const auto fit = optimum_fit(words.breaks, settings(100_pt));
  ASSERT_EQ(fit.size(), 3U);
  EXPECT_FALSE(fit[0].overfull);
  EXPECT_TRUE(fit[1].overfull);
  EXPECT_FALSE(fit[2].overfull);
}

TEST(OptimumFit, AForcedBreakEndsItsLine) {
  Words words;
  words.word(4);
  words.space();
  words.breaks.back().forced = true;
  words.word(4);
  words.space();
  words.word(4);
  words.end();
  EXPECT_THAT(ends_of(optimum_fit(words.breaks, settings(300_pt))), testing::ElementsAre(1, 3));
}

TEST(OptimumFit, NeverThreeHyphensInARowWhenItCanBeHelped) {
  std::mt19937 random(23);
  int hyphens = 0;
  for (int i = 0; i < 200; ++i) {
    Words words;
    for (int w = 0; w < 60; ++w) {
      words.word(3 + static_cast<int>(random() % 3));
      words.hyphen();
      words.word(3 + static_cast<int>(random() % 3));
      words.space();
    }
    words.word(5);
    words.end();
    int row = 0;
    for (const FitLine& line : optimum_fit(words.breaks, settings(130_pt))) {
      row = words.breaks[line.to].flagged ? row + 1 : 0;
      hyphens += row > 0 ? 1 : 0;
      EXPECT_LE(row, 2);
    }
  }
  EXPECT_GT(hyphens, 100);  // else the rule was not tried
}

TEST(OptimumFit, LoosenessGivesALineMoreOrFewerWhereThereAreSuch) {
  std::mt19937 random(17);
  int longer = 0, shorter = 0;
  for (int i = 0; i < 30; ++i) {
    const Words words = paragraph(random, 120);
    FitSettings s = settings(150_pt);
    const auto plain = static_cast<int>(optimum_fit(words.breaks, s).size());
    s.looseness = 1;
    const auto loose = static_cast<int>(optimum_fit(words.breaks, s).size());
    s.looseness = -1;
    const auto tight = static_cast<int>(optimum_fit(words.breaks, s).size());
    EXPECT_THAT(loose - plain, testing::AnyOf(0, 1));
    EXPECT_THAT(tight - plain, testing::AnyOf(0, -1));
    longer += loose - plain;
    shorter += plain - tight;
  }
  EXPECT_GT(longer, 10);
  EXPECT_GT(shorter, 0);
}

TEST(OptimumFit, LoosenessOfALongRaggedParagraphLooksAtFewNumbersOfLines) {
  // Told apart by every number of lines that short lines could make, this would take hours.
  std::mt19937 random(18);
  const Words words = paragraph(random, 20'000);
  FitSettings s = settings(150_pt);
  s.mode = FitSettings::Mode::Ragged;
  const std::size_t plain = optimum_fit(words.breaks, s).size();
  s.looseness = 1;
  EXPECT_EQ(optimum_fit(words.breaks, s).size(), plain + 1);
}

TEST(OptimumFit, LoosenessLeavesNoWordAloneAtTheEnd) {
  std::mt19937 random(29);
  int tried = 0;
  for (int i = 0; i < 200; ++i) {
    const Words words = paragraph(random, 60);
    FitSettings s = settings(150_pt);
    const auto length = [&](const std::vector<FitLine>& lines) {
      return words.breaks.back().end.advance - words.breaks[lines.back().from].start.advance;
    };
    const auto plain = optimum_fit(words.breaks, s);
    if (plain.size() < 2 || length(plain) < 45_pt) continue;
    ++tried;
    for (const int looseness : {-1, 1}) {
      s.looseness = looseness;
      EXPECT_GE(length(optimum_fit(words.breaks, s)), 20_pt) << i;  // two ems
    }
  }
  EXPECT_GT(tried, 50);
}

TEST(OptimumFit, AShortLastLineIsAvoided) {
  Words words;
  for (int i = 0; i < 12; ++i) {
    words.word(5);
    words.space();
  }
  words.word(1);
  words.end();
  const auto fit = optimum_fit(words.breaks, settings(109_pt));  // four words fill a line
  EXPECT_LT(fit.back().from, words.breaks.size() - 2);
}

TEST(StretchRatio, IsAtTheLimitsWhenAllThreeAre) {
  const Pen line{100_pt, 10_pt, Length::from_pt(0.2)};
  const JustifyLimits limits{0.8, 1.5, 10, 30};
  EXPECT_NEAR(stretch_ratio(line, Length::from_pt(100 + 5 + 2 + 2.7), limits), 1, 1e-4);
  EXPECT_NEAR(stretch_ratio(line, Length::from_pt(100 - 2 - 2 - 2.7), limits), -1, 1e-4);
  EXPECT_EQ(stretch_ratio(line, 100_pt, limits), 0);
}

TEST(StretchRatio, RelaxesSpacesThenTrackingThenScalingThenSpacesAgain) {
  const JustifyLimits limits;
  EXPECT_EQ(justification_at(0.04, limits).tracking, 0);
  EXPECT_GT(justification_at(0.2, limits).tracking, 0);
  EXPECT_EQ(justification_at(0.2, limits).scale, 0);
  EXPECT_EQ(justification_at(0.4, limits).tracking, limits.tracking);
  EXPECT_GT(justification_at(0.4, limits).scale, 0);
  EXPECT_EQ(justification_at(0.6, limits).scale, limits.scale);
  EXPECT_EQ(justification_at(5, limits).tracking, limits.tracking);
  EXPECT_EQ(justification_at(-5, limits).scale, -limits.scale);
}

TEST(StretchRatio, TellsHowWideTheSpacesBecome) {
  const Pen line{100_pt, 10_pt, Length::from_pt(0.2)};
  const JustifyLimits limits{0.8, 1.5, 10, 30};
  for (double width = 94; width < 120; width += 0.7) {
    const double ratio = stretch_ratio(line, Length::from_pt(width), limits);
    const Justification letters = justification_at(ratio, limits);
    const double spaces = width - 90 * (1 + letters.scale / 1000.0) - 0.2 * letters.tracking;
    const double expected = 10 * (1 + (ratio > 0 ? 0.5 : 0.2) * ratio);
    EXPECT_NEAR(spaces, expected, 0.15) << width;  // letters move by whole thousandths
  }
}

TEST(StretchRatio, GrowsWithTheMeasure) {
  const Pen line{100_pt, 10_pt, Length::from_pt(0.2)};
  double before = -100;
  for (int width = 60; width < 200; ++width) {
    const double ratio = stretch_ratio(line, Length::from_pt(width), JustifyLimits());
    EXPECT_GT(ratio, before);
    before = ratio;
  }
}

}  // namespace
}  // namespace forme
