#include "makeup/set_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "makeup/headline.h"
#include "makeup/ink_reach.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

constexpr Length kDepartmentRule = 4_pt, kHairline = 0.4_pt;
constexpr double kRuleUnderStandfirst = 0.8;  // rows, of a feature: clear of its descenders
// Of its space before, what a byline has that stands under a free row.
constexpr double kUnderFreeRow = 0.5;
constexpr double kCapHeight = 0.714;       // of the size, of the letters of a byline
constexpr Length kClearOfHeadline = 3_pt;  // between a headline's descenders and a byline

int whole_rows(double rows) {
  return static_cast<int>(std::ceil(rows - 0.01));
}

}  // namespace

SetBlock HeadSetter::leaf(LeafId id, const TextStyle& style, Length measure) const {
  SetBlock block;
  if (id == kNoLeaf) return block;
  const Length depth = append_lines(block.items, context_.set(id, style, measure), style, Length(),
                                    Length(), context_.owner(id));
  block.rows = rows_for(depth, context_.grid());
  return block;
}

SetBlock HeadSetter::kicker(bool display) const {
  const TextStyle& style = context_.layout().style(display ? "feature-kicker" : "kicker");
  return leaf(context_.article().kicker, style, context_.grid().width(span_));
}

SetBlock HeadSetter::department_rule() const {
  SetBlock block;
  block.rows = 1;
  append_rule(block.items, Length(), Length(), context_.grid().width(span_), kDepartmentRule,
              "red");
  return block;
}

SetBlock HeadSetter::headline(int step_rows, bool short_form, bool turn) const {
  SetBlock block;
  const Article& article = context_.article();
  const Length measure = context_.grid().width(span_);
  if (article.genre == Genre::Letters && !turn) {
    const TextStyle& title = context_.layout().style("section-title");
    SetOptions whole;
    whole.whole_words = true;
    const std::vector<Line> lines = context_.set(article.headline, title, measure, whole);
    // Where the column is too narrow for the page's title it has a headline as others have.
    if (std::none_of(lines.begin(), lines.end(), [](const Line& line) { return line.overfull; }))
      return leaf(article.headline, title, measure);
  }
  if (step_rows == 0) return block;
  const HeadlineFit fit = headline_fit(context_, span_, step_rows, short_form, turn);
  const LeafId id = fit.short_form ? article.short_headline : article.headline;
  // The story has its headline where it opens; on the turn it only helps to find the place.
  const Owner owner = turn ? Owner{} : context_.owner(id);
  append_lines(block.items, fit.lines, fit.style, Length(), Length(), owner);
  block.rows = fit.rows();
  return block;
}

SetBlock HeadSetter::standfirst(int columns, bool display) const {
  SetBlock block;
  const Article& article = context_.article();
  if (article.standfirsts.empty()) return block;
  const bool letters = article.genre == Genre::Letters;
  const char* name = display        ? "feature-standfirst"
                     : letters      ? "note"
                     : columns == 1 ? "standfirst-1"
                                    : "standfirst";
  const TextStyle& style = context_.layout().style(name);
  const Grid& grid = context_.grid();
  Length y = grid.row * style.rows_before;
  for (LeafId id : article.standfirsts) {
    y += append_lines(block.items, context_.set(id, style, grid.width(columns)), style, Length(), y,
                      context_.owner(id));
  }
  block.rows = whole_rows(y / grid.row + style.rows_after + (letters ? 1 : 0));
  if (display) {
    append_rule(block.items, Length(), grid.row * (block.rows + kRuleUnderStandfirst),
                grid.width(columns), kHairline, "black");
    block.rows += 1;
  }
  return block;
}

Length HeadSetter::hanging_under(int step_rows, bool short_form) const {
  if (step_rows == 0) return {};
  const HeadlineFit fit = headline_fit(context_, span_, step_rows, short_form, false);
  if (fit.lines.empty()) return {};
  const Length foot =
      fit.style.leading - first_baseline(fit.style) + context_.grid().row * fit.clear_rows;
  return std::max(Length(), ink_reach(fit.lines.back(), context_.all.setter.fonts()).under - foot);
}

// The free row over it and its own space are one; what of them is over stands between it and the
// copy.
SetBlock HeadSetter::byline(int columns, bool splash, const Above& above) const {
  SetBlock block;
  const Article& article = context_.article();
  std::vector<LeafId> leaves = article.bylines;
  if (article.dateline != kNoLeaf) leaves.push_back(article.dateline);
  if (leaves.empty()) return block;
  const TextStyle& style = context_.layout().style(splash ? "byline-splash" : "byline");
  const Grid& grid = context_.grid();
  const Length measure = grid.width(columns);
  const Length gap = style.size;
  const Length before = grid.row * style.rows_before;
  Length start = above.free_row ? before * kUnderFreeRow : before;
  if (above.hanging > Length()) {
    const Length over_ink = first_baseline(style) - style.size * kCapHeight;
    const Length most = before + grid.row * style.rows_after;
    start = std::clamp(above.hanging + kClearOfHeadline - over_ink, start, most);
  }
  Length x, y = start;
  for (LeafId id : leaves) {
    const std::vector<Line> lines = context_.set(id, style, measure);
    if (lines.empty()) continue;
    if (x > Length() && x + lines[0].width > measure) x = Length(), y += style.leading;
    append_lines(block.items, lines, style, x, y, context_.owner(id));
    y += style.leading * (static_cast<int>(lines.size()) - 1);
    x += lines.back().width + gap;
  }
  block.rows = whole_rows((y - start + before + style.leading) / grid.row + style.rows_after);
  return block;
}

SetBlock HeadSetter::turn_line(int from_page) const {
  SetBlock block;
  const TextStyle& style = context_.layout().style("turn");
  const std::string& language = context_.all.issue.manifest.language;
  const Line line = context_.all.setter.set_line(
      context_.paper_text(fmt::format(fmt::runtime(phrases(language).continued_from), from_page)),
      style);
  append_line(block.items, line, Length(), first_baseline(style), Owner{});
  LinkItem link;
  link.box = {Length(), Length(), line.width, style.leading};
  link.destination = "article/" + context_.article().id;
  link.title = line.runs.empty() ? "" : line.runs[0].run.text;
  block.items.push_back(link);
  block.rows = 1;
  return block;
}

SetBlock HeadSetter::jump_line(int to_page) const {
  SetBlock block;
  const TextStyle& style = context_.layout().style("jump");
  const Grid& grid = context_.grid();
  const std::string& language = context_.all.issue.manifest.language;
  const Line line = context_.all.setter.set_line(
      context_.paper_text(fmt::format(fmt::runtime(phrases(language).continued_on), to_page)),
      style);
  const Length arrow = style.size * 0.75;
  const Length left = grid.column - arrow - style.size * 0.3 - line.width;
  append_line(block.items, line, left - line.indent, first_baseline(style), Owner{});
  append_arrow(block.items, {grid.column - arrow, first_baseline(style) - arrow}, arrow, "red");
  LinkItem link;
  link.box = {left, Length(), grid.column - left, style.leading};
  link.destination = "turn/" + context_.article().id;
  link.title = line.runs.empty() ? "" : line.runs[0].run.text;
  block.items.push_back(link);
  block.rows = 1;
  return block;
}

}  // namespace forme
