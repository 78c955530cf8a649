#include "makeup/headline.h"

#include <algorithm>
#include <cmath>

#include "makeup/ink_reach.h"

namespace forme {
namespace {

// Rows that a line of a headline may be smaller or larger than asked, to fill its measure or the
// page.
constexpr int kStepsAway = 3;
// Rows that it may be larger without shouting down the stories round it, and rows of a line of any
// story but the splash's, whose sizes tell a reader which page is the first.
constexpr int kLarger = 2, kLargestLesser = 5;
constexpr int kListingStep = 2;       // rows of the heading of a listing
constexpr std::size_t kMostFits = 6;  // that a story offers; more cost time and hardly ever win
constexpr double kFeatureLeast =
    60.0 / 87.0;  // a feature headline shrinks from 87 pt to 60 pt to fill its line

bool is_feature_display(const StoryContext& context, int span, bool turn) {
  return !turn && context.article().genre == Genre::Feature &&
         span >= std::min(5, context.grid().columns) &&
         context.layout().styles.count("feature-headline") > 0;
}

// The step that the art direction gives a priority over a span.
int asked_step(int priority, int span, bool turn) {
  if (span <= 1 || priority >= 5) return 2;
  if (turn) return span >= 4 ? 4 : 3;
  if (priority <= 1) return span >= 5 ? 8 : span >= 4 ? 7 : span == 3 ? 5 : 4;
  if (priority == 2) return span >= 4 ? 5 : span == 3 ? 5 : 4;
  if (priority == 3) return span >= 4 ? 4 : 3;
  return span >= 3 ? 3 : 2;
}

// A listing is found by its rules and columns: its heading names it, as a panel's does.
bool is_listing(const StoryContext& context) {
  return context.article().genre == Genre::Listing;
}

int most_lines(int span) {
  return span <= 1 ? 4 : span == 2 ? 3 : 2;
}

// `full`: of the measure, what a line should fill.
double width_cost(const Weights& weights, const std::vector<Line>& lines, Length measure,
                  double full) {
  double cost = 0;
  for (const Line& line : lines) {
    if (line.overfull) cost += weights.headline_overfull;
    cost += weights.headline_empty * std::max(0.0, full - line.width / measure);
  }
  return cost;
}

HeadlineFit fit(const StoryContext& context, const HeadlineStep& step, LeafId leaf, Length measure,
                bool whole_words) {
  HeadlineFit out;
  out.step_rows = step.rows;
  out.style = context.layout().style(step.style);
  SetOptions options;
  options.balance = true;
  options.whole_words = whole_words;
  out.lines = context.set(leaf, out.style, measure, options);
  const Weights& weights = context.all.weights;
  const double full = is_listing(context) ? 0 : weights.headline_full;
  out.cost = width_cost(weights, out.lines, measure, full);
  return out;
}

// One line of display type, made smaller until it fits; empty when it would be smaller than 60 pt.
HeadlineFit feature_fit(const StoryContext& context, LeafId leaf, Length measure) {
  HeadlineFit out;
  out.style = context.layout().style("feature-headline");
  out.step_rows = rows_for(out.style.leading, context.grid());
  const Length natural = context.all.setter.set_line(context.article().text(leaf), out.style).width;
  const double scale = std::min(1.0, measure / natural * 0.998);
  if (scale < kFeatureLeast) return out;
  out.style.size = out.style.size * scale;
  out.lines = {context.all.setter.set_line(context.article().text(leaf), out.style)};
  // A descender of this size would cross the standfirst.
  const Length foot =
      first_baseline(out.style) + ink_reach(out.lines[0], context.all.setter.fonts()).under;
  out.clear_rows = std::max(0, rows_for(foot, context.grid()) - out.step_rows);
  const double full = out.lines[0].width / measure;
  const Weights& weights = context.all.weights;
  if (full < weights.headline_full) {
    out.cost += weights.headline_empty * (weights.headline_full - full) * weights.feature_line;
  }
  return out;
}

// Of the two forms the first that a feature's one line holds; no lines where neither does.
HeadlineFit display_fit(const StoryContext& context, Length measure) {
  const Article& article = context.article();
  HeadlineFit display = feature_fit(context, article.headline, measure);
  if (!display.lines.empty() || article.short_headline == kNoLeaf) return display;
  display = feature_fit(context, article.short_headline, measure);
  display.short_form = true;
  display.cost += context.all.weights.short_headline;
  return display;
}

const HeadlineStep& step_of(const Layout& layout, int rows) {
  const HeadlineStep* nearest = &layout.headline_steps.back();
  for (const HeadlineStep& step : layout.headline_steps) {
    if (std::abs(step.rows - rows) < std::abs(nearest->rows - rows)) nearest = &step;
  }
  return *nearest;
}

// No line is too wide, and none emptier than it should be.
bool full_lines(const Weights& weights, const std::vector<Line>& lines, Length measure) {
  return std::all_of(lines.begin(), lines.end(), [&](const Line& line) {
    return !line.overfull && line.width >= measure * weights.headline_full;
  });
}

// Rows of a line that are tried. Those over `loud` are for holes.
struct StepRange {
  int asked = 0, least = 0, most = 0, loud = 0;

  bool holds(int rows) const { return least <= rows && rows <= most; }
};

StepRange steps_to_try(const StoryContext& context, int span, bool turn) {
  const auto scaled = [&](int rows) {
    return static_cast<int>(std::lround(rows * context.layout().headline_rows));
  };
  const int priority = context.article().priority;
  const bool listing = is_listing(context);
  const int asked = scaled(listing ? kListingStep : asked_step(priority, span, turn));
  // In a single column none but the one asked for is set.
  if (span <= 1 || listing || !context.all.knobs.headline_steps)
    return {asked, asked, asked, asked};
  int loud = turn ? asked : asked + kLarger;
  if (priority > 1) loud = std::min(loud, scaled(kLargestLesser));
  return {asked, asked - kStepsAway, asked + kStepsAway, loud};
}

// Both forms of the headline at the steps of the range.
std::vector<HeadlineFit> fits_in(const StoryContext& context, int span, const StepRange& range,
                                 bool turn) {
  const Article& article = context.article();
  const bool splash = article.priority <= 1 && !turn;
  const Weights& weights = context.all.weights;
  std::vector<HeadlineFit> fits;
  std::vector<LeafId> leaves = {article.headline};
  if (article.short_headline != kNoLeaf && context.all.knobs.short_headlines)
    leaves.push_back(article.short_headline);
  for (LeafId leaf : leaves) {
    for (const HeadlineStep& step : context.layout().headline_steps) {
      const bool asked_for = &step == &step_of(context.layout(), range.asked);
      if (!range.holds(step.rows) && !asked_for) continue;
      HeadlineFit candidate = fit(context, step, leaf, context.grid().width(span), true);
      candidate.short_form = leaf == article.short_headline;
      candidate.cost +=
          weights.headline_step * std::abs(step.rows - range.asked) *
              (splash && step.rows < range.asked ? weights.splash_headline : 1) +
          weights.loud_headline * std::max(0, step.rows - range.loud) +
          (candidate.short_form && !turn ? weights.short_headline : 0) +
          (turn && !candidate.short_form && leaves.size() > 1 ? weights.long_turn : 0);
      const int extra = static_cast<int>(candidate.lines.size()) - most_lines(span);
      if (extra > 0) candidate.cost += weights.headline_line * extra * step.rows / 2;
      fits.push_back(std::move(candidate));
    }
  }
  return fits;
}

}  // namespace

std::vector<HeadlineFit> headline_fits(const StoryContext& context, int span, bool turn) {
  const Article& article = context.article();
  const Length measure = context.grid().width(span);
  const Weights& weights = context.all.weights;
  std::vector<HeadlineFit> fits;
  if (is_feature_display(context, span, turn)) {
    HeadlineFit display = display_fit(context, measure);
    if (!display.lines.empty()) return {display};
  }
  fits = fits_in(context, span, steps_to_try(context, span, turn), turn);
  const auto is_full = [&](const HeadlineFit& f) { return full_lines(weights, f.lines, measure); };
  if (std::any_of(fits.begin(), fits.end(), is_full)) {
    for (HeadlineFit& f : fits) f.cost += is_full(f) ? 0 : weights.headline_not_full;
  }
  std::stable_sort(fits.begin(), fits.end(),
                   [](const HeadlineFit& a, const HeadlineFit& b) { return a.cost < b.cost; });
  if (fits.front().cost >= weights.headline_overfull) {
    HeadlineFit least =
        fit(context, context.layout().headline_steps.back(), article.headline, measure, false);
    fits.insert(fits.begin(), std::move(least));
  } else {
    std::erase_if(fits, [&](const HeadlineFit& f) { return f.cost >= weights.headline_overfull; });
  }
  if (fits.size() > kMostFits) fits.resize(kMostFits);
  return fits;
}

HeadlineFit headline_fit(const StoryContext& context, int span, int step_rows, bool short_form,
                         bool turn) {
  const Article& article = context.article();
  const Length measure = context.grid().width(span);
  if (is_feature_display(context, span, turn)) {
    HeadlineFit display = display_fit(context, measure);
    if (!display.lines.empty()) return display;
  }
  const bool given = short_form && article.short_headline != kNoLeaf;
  HeadlineFit out = fit(context, step_of(context.layout(), step_rows),
                        given ? article.short_headline : article.headline, measure, false);
  out.short_form = given;
  return out;
}

}  // namespace forme
