#include "makeup/set_pull_quote.h"

#include <algorithm>

#include "makeup/ink_reach.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

constexpr Length kTopRule = 2_pt;  // from the top to the rule: the cap height of the line beside it
constexpr Length kThick = 1_pt, kHairline = 0.4_pt;
constexpr Length kAboveFoot = 1.5_pt;  // from the hairline to the foot: as a picture ends
constexpr Length kAboveBy = 3_pt;      // from the quote to the name of who said it
constexpr Length kUnderBy = 4_pt;      // and under that
constexpr int kWideRows = 10;          // the art direction's depth over two columns
constexpr double kWideMeasure = 0.92;  // of the width: air at both sides of the lines
// Rows that one over two columns stands higher: the row that is free above it is shared with what
// follows.
constexpr double kWideLift = 0.4;
constexpr Length kWideAboveRule = 8_pt;  // from the foot of its last line's box to the hairline

// From the top to the first line's box, in rows: the quotation mark stands in it.
constexpr double kTextFrom = 2.05;

constexpr Length kMarkTop = 7.5_pt;  // the mark's ink below the top of the piece

Line quotation_mark(const StoryContext& context) {
  const std::string& language = context.article().language;
  const std::string& mark = phrases(language).opening_quote;
  Line line = context.all.setter.set_line(plain_text(mark, language),
                                          context.layout().style("pullquote-mark"));
  // It is no part of the first word, however near it stands.
  if (line.runs.size() == 1) {
    line.runs[0].run.reads_as = mark + " ";
    line.runs[0].run.ends_reading = true;
  }
  return line;
}

// What a quote says, whose copy that is, and the leaf that says who said it.
struct Quoted {
  const Text& words;
  Owner owner;
  LeafId by = kNoLeaf;
};

bool is_wide(const StoryContext& context, Length width) {
  return width >= context.grid().width(2) - 1_pt;
}

// Of lines so deep, without what a short wide quote has more.
int rows_around(const StoryContext& context, Length depth, bool wide) {
  return (wide ? 2 : 3) + rows_for(depth, context.grid());
}

// Of the lines of a quote.
Length measure_of(Length width, bool wide) {
  return wide ? width * kWideMeasure : width;
}

SetBlock set_quoted(const StoryContext& context, const Quoted& quote, Length width) {
  SetBlock block;
  const Grid& grid = context.grid();
  const bool wide = is_wide(context, width);
  const TextStyle& s = context.layout().style(wide ? "pullquote-2" : "pullquote");
  const Length up = wide ? grid.row * kWideLift : Length();
  append_rule(block.items, Length(), kTopRule - up, width, kThick, "black");
  if (!wide) {  // over two columns the size and the italic say it
    const Line mark = quotation_mark(context);
    // Marks of some languages stand low.
    const Length over = ink_reach(mark, context.all.setter.fonts()).over;
    append_line(block.items, mark, Length(), kMarkTop + over, Owner{});
  }
  SetOptions options;
  options.balance = wide;
  const Length measure = measure_of(width, wide), side = (width - measure) / 2;
  const std::vector<Line> lines =
      context.all.setter.set(quote.words, s, {measure, {}, {}}, options);
  Length depth = s.leading * static_cast<int>(lines.size());
  std::vector<Line> who;
  TextStyle by = context.layout().style("pullquote-by");
  if (wide) by.align = s.align;
  if (quote.by != kNoLeaf) {
    who = context.set(quote.by, by, measure);
    depth += by.leading * static_cast<int>(who.size()) + kAboveBy + kUnderBy;
  }
  block.rows = rows_around(context, depth, wide);
  Length rule = grid.row * block.rows - kAboveFoot, top = grid.row * kTextFrom;
  if (wide) {
    // What is over of the usual depth is shared above and below.
    const int spare = std::max(0, kWideRows - block.rows);
    block.rows += spare;
    rule = grid.row * block.rows - up;
    top = rule - kWideAboveRule - depth - grid.row * (spare / 2.0);
  }
  top += append_lines(block.items, lines, s, side, top, quote.owner);
  if (!who.empty())
    append_lines(block.items, who, by, side, top + kAboveBy, context.owner(quote.by));
  append_rule(block.items, Length(), rule, width, kHairline, "black");
  return block;
}

}  // namespace

SetBlock set_pull_quote(const StoryContext& context, const PullQuote& quote, Length width) {
  return set_quoted(
      context, {context.article().text(quote.text), context.owner(quote.text), quote.by}, width);
}

SetBlock set_lifted_quote(const StoryContext& context, const Text& words, Length width) {
  return set_quoted(context, {words, Owner{}}, width);
}

// Balanced lines are as many.
QuoteDepth lifted_quote_depth(const StoryContext& context, const Text& words, Length width) {
  const bool wide = is_wide(context, width);
  const TextStyle& s = context.layout().style(wide ? "pullquote-2" : "pullquote");
  const auto lines =
      static_cast<int>(context.all.setter.set(words, s, {measure_of(width, wide), {}, {}}).size());
  const int rows = rows_around(context, s.leading * lines, wide);
  return {lines, wide ? std::max(rows, kWideRows) : rows};
}

}  // namespace forme
