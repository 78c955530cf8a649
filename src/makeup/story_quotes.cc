#include <algorithm>
#include <array>
#include <numeric>

#include "makeup/set_pull_quote.h"
#include "makeup/story_material.h"

namespace forme {
namespace {

constexpr int kCopyOfQuote = 30;  // rows of copy that a story has at least
// Legs of a story that has one over two, and its lines: one alone is lost between the rules, and
// four are copy in large type.
constexpr int kLegsOfWide = 3;
constexpr int kFewestWideLines = 2, kMostWideLines = 3;
// Sentences are tried by how long they are, since that is how quotes come to differ in depth: up to
// so many characters, and so many sentences of each length.
constexpr std::array<std::size_t, 3> kLengths = {55, 80, 1000};
constexpr std::size_t kOfEachLength = 4;

// The sentences that do best of each length.
std::vector<std::int16_t> best_of(const std::vector<LiftedSentence>& sentences) {
  std::vector<std::int16_t> order(sentences.size()), best;
  std::iota(order.begin(), order.end(), std::int16_t{0});
  std::erase_if(order,
                [&](std::int16_t n) { return sentences[static_cast<std::size_t>(n)].taken; });
  const auto at = [&](std::int16_t n) -> const LiftedSentence& {
    return sentences[static_cast<std::size_t>(n)];
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::int16_t a, std::int16_t b) { return at(a).fit < at(b).fit; });
  std::array<std::size_t, kLengths.size()> taken{};
  for (const std::int16_t n : order) {
    const auto length = std::lower_bound(kLengths.begin(), kLengths.end() - 1, at(n).length);
    if (taken[static_cast<std::size_t>(length - kLengths.begin())]++ < kOfEachLength)
      best.push_back(n);
  }
  return best;
}

}  // namespace

const std::vector<LiftedSentence>& Story::sentences() const {
  return context_.all.sentences->of(context_.index);
}

// Not where its writer chose a quote, nor where one might come between the points of a list.
bool Story::may_lift(int copy) const {
  const bool wanted = context_.all.knobs.lifted_quotes && context_.all.layout.lift_quotes;
  if (!wanted || copy < kCopyOfQuote) return false;
  const auto& body = article().body;
  return std::none_of(body.begin(), body.end(), [](const Block& block) {
    return std::holds_alternative<PullQuote>(block.body) ||
           std::holds_alternative<List>(block.body);
  });
}

std::string Story::words_of(const LiftedQuote& quote) const {
  const auto n = static_cast<std::size_t>(quote.sentence);
  return n < sentences().size() ? sentences()[n].words.utf8 : std::string();
}

const SetBlock& Story::lifted(const LiftedQuote& quote) const {
  auto [found, fresh] = material_->lifted.try_emplace({quote.sentence, quote.columns});
  const auto n = static_cast<std::size_t>(quote.sentence);
  if (fresh && n < sentences().size()) {
    found->second =
        set_lifted_quote(context_, sentences()[n].words, context_.grid().width(quote.columns));
  }
  return found->second;
}

// Rows of the part's copy before its sentence, by how much of the text stands before it.
double Story::row_of(const LiftedQuote& quote, const StoryPart& part) const {
  const auto n = static_cast<std::size_t>(quote.sentence);
  if (n >= sentences().size()) return 0;
  const int all = Story::rows();
  return sentences()[n].at * all - (all - Story::rows(part.from));
}

// With the row above it, in whole lines of the copy beside it.
const QuoteDepth& Story::depth_of(const LiftedQuote& quote) const {
  const auto [found, fresh] = material_->lifted_depths.try_emplace({quote.sentence, quote.columns});
  const auto n = static_cast<std::size_t>(quote.sentence);
  if (fresh && n < sentences().size()) {
    const Length width = context_.grid().width(quote.columns);
    found->second = lifted_quote_depth(context_, sentences()[n].words, width);
    const int rows = found->second.rows + 1;
    found->second.rows = (rows + line_rows_ - 1) / line_rows_ * line_rows_;
  }
  return found->second;
}

// Ascending by column rows.
const std::vector<Story::QuoteWay>& Story::quote_ways(int w) const {
  const std::int16_t widest = w < kLegsOfWide ? 1 : 2;
  const auto [found, fresh] = material_->quote_ways.try_emplace(widest);
  std::vector<QuoteWay>& ways = found->second;
  if (!fresh) return ways;
  for (const std::int16_t n : best_of(sentences())) {
    ways.push_back({{n, 1}, depth_of({n, 1}).rows});
    if (widest == 1) continue;
    const QuoteDepth wide = depth_of({n, widest});
    if (wide.lines >= kFewestWideLines && wide.lines <= kMostWideLines)
      ways.push_back({{n, widest}, wide.rows});
  }
  std::stable_sort(ways.begin(), ways.end(),
                   [](const QuoteWay& a, const QuoteWay& b) { return a.area() < b.area(); });
  return ways;
}

// The one that fills most and finds a place; null: none.
const Story::QuoteWay* Story::quote_for(const Room& room, int w, int h, Fill fill) const {
  if (room.around_one >= h) return nullptr;
  const std::vector<QuoteWay>& ways = quote_ways(w);
  auto way = std::upper_bound(ways.begin(), ways.end(), fill.most,
                              [](int rows, const QuoteWay& other) { return rows < other.area(); });
  while (way != ways.begin() && (--way)->area() >= fill.least) {
    const int around = way->quote.columns > 1 ? room.around_wide : room.around_one;
    if (way->rows + around <= h) return &*way;
  }
  return nullptr;
}

// REQUIRES of the solver's choices: quote_for found a place for it.
void Story::place_lifted(Geometry& g, const StoryPart& part, int w, const LeafVariant& v,
                         bool draw) const {
  const int columns = v.quote.columns, rows = depth_of(v.quote).rows;
  const auto place = middle_place_apart(g.spaces, w, columns, rows, row_of(v.quote, part));
  // In an earlier plan's rectangle copy may be another now, and the rectangle another.
  if (rows == 0 || !place) return;
  Inset inset{place->column, columns, place->row, rows, {}, true};
  g.lifted = {inset.column, inset.row, columns, rows};
  carve(g.spaces, inset);
  if (draw) append_moved(inset.items, lifted(v.quote).items, Length(), context_.grid().row);
  g.insets.push_back(std::move(inset));
}

}  // namespace forme
