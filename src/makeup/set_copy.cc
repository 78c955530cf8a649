#include <algorithm>
#include <cmath>

#include "makeup/drop_cap.h"
#include "makeup/galley_setter.h"
#include "makeup/set_pull_quote.h"

namespace forme {
namespace {

// Word spaces beyond which a paragraph is not offered a line longer or shorter.
constexpr double kLoosest = 3, kTightest = 0.7;
constexpr double kLooserThanBest = 1.15;
constexpr double kLeastRagged = 0.7;  // of the measure, of a line of ragged copy
constexpr double kLeastFilled = 0.9;  // of a justified one: what cannot be filled is left short
constexpr int kHyphensInARow = 2;
constexpr double kLeastEndEms = 2;  // of the last line

// Whether a hyphen is seen at the line's end, inserted or the copy's own: no leg ends on either.
bool ends_on_hyphen(const Line& line) {
  if (line.hyphenated) return true;
  const GlyphRun* last = nullptr;
  for (const PlacedRun& placed : line.runs)
    if (!last || placed.run.text_last >= last->text_last) last = &placed.run;
  if (!last) return false;
  std::string_view text = last->text;
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text.ends_with('-') || text.ends_with("\u2010");
}

// The widest word space, in the face's own, of the lines that are filled.
double loosest(const std::vector<Line>& lines) {
  double most = 0;
  for (const Line& line : lines)
    if (!line.last_of_paragraph) most = std::max(most, line.space_ratio);
  return most;
}

// The shortest line before the last, as part of the measure.
double shortest(const std::vector<Line>& lines, Length measure) {
  double least = 1;
  for (const Line& line : lines)
    if (!line.last_of_paragraph) least = std::min(least, (line.indent + line.width) / measure);
  return least;
}

// What no line is to be beyond.
struct LineLimits {
  double most_space = 0;
  double least_width = 0;  // of the measure
};

bool decent_line(const Line& line, Align align, Length measure, const LineLimits& limits) {
  if (line.overfull) return false;
  if (line.last_of_paragraph) return true;
  if ((line.indent + line.width) / measure < limits.least_width) return false;
  if (align != Align::Justify) return true;
  return line.space_ratio <= limits.most_space && line.space_ratio >= kTightest;
}

// What a reader would not see to be forced: no ladder, no last line that is next to nothing, no
// line too loose, too tight or, in ragged copy, too short. What the optimum cannot do without, such
// a paragraph may pass by a little.
bool decent(const std::vector<Line>& lines, const std::vector<Line>& best, const TextStyle& style,
            Length measure) {
  const double least = style.align == Align::Justify
                           ? std::min(kLeastFilled, shortest(best, measure))
                           : kLeastRagged;
  const LineLimits limits{std::max(kLoosest, kLooserThanBest * loosest(best)), least};
  int hyphens = 0;
  for (const Line& line : lines) {
    hyphens = ends_on_hyphen(line) ? hyphens + 1 : 0;
    if (hyphens > kHyphensInARow || !decent_line(line, style.align, measure, limits)) return false;
  }
  return lines.back().width >= style.size * kLeastEndEms;
}

bool on_grid(const TextStyle& style, const Grid& grid) {
  return std::abs((style.leading - grid.row * style.grid_rows).pt()) < 0.01;
}

// One strip a line where the leading is the grid's, or so many rows of it; else one strip for all,
// rounded up to whole rows.
FlowVariant strips_of(const std::vector<Line>& lines, const TextStyle& style, const Owner& owner,
                      Length x, const Grid& grid) {
  FlowVariant variant;
  if (on_grid(style, grid)) {
    for (const Line& line : lines) {
      FlowLine strip;
      append_line(strip.items, line, x, first_baseline(style), owner);
      strip.hyphen_end = ends_on_hyphen(line);
      strip.rows = style.grid_rows;
      variant.lines.push_back(std::move(strip));
    }
  } else if (!lines.empty()) {
    FlowLine strip;
    strip.rows = rows_for(append_lines(strip.items, lines, style, x, Length(), owner), grid);
    variant.lines.push_back(std::move(strip));
  }
  return variant;
}

}  // namespace

FlowVariant GalleySetter::strips(const std::vector<Line>& lines, const TextStyle& style,
                                 const Owner& owner, Length x) const {
  return strips_of(lines, style, owner, x, grid_);
}

// The block can be set for lines of other widths if each of its lines is a row.
void GalleySetter::allow_reset(FlowBlock& block, LeafId leaf, const TextStyle& style,
                               const SetOptions& options, Length x) const {
  if (!on_grid(style, grid_) || style.grid_rows != 1) return;
  block.reset = BlockReset([context = context_, leaf, style, options, x](const LineWidths& room) {
    LineWidths widths = room;
    widths.rest -= x;
    for (Length& width : widths.first) width -= x;
    return strips_of(context.all.setter.set(context.article().text(leaf), style, widths, options),
                     style, context.owner(leaf), x, context.grid());
  });
}

FlowBlock GalleySetter::leaf_block(LeafId leaf, const TextStyle& style, Length measure,
                                   const SetOptions& options, Length x) const {
  FlowBlock block;
  block.variants.push_back(
      strips(context_.set(leaf, style, measure, options), style, context_.owner(leaf), x));
  if (static_cast<int>(block.variants[0].lines.size()) < 4) block.keep_first = kUnbreakable;
  allow_reset(block, leaf, style, options, x);
  return block;
}

FlowBlock GalleySetter::paragraph(LeafId leaf, const TextStyle& s, SetOptions options) const {
  FlowBlock block;
  const std::vector<Line> best = context_.set(leaf, s, measure_, options);
  block.variants.push_back(strips(best, s, context_.owner(leaf), Length()));
  if (best.size() < 4) block.keep_first = kUnbreakable;
  allow_reset(block, leaf, s, options, Length());
  const bool runs = s.align == Align::Justify || s.align == Align::Start;
  if (!mode_.loosen || !context_.all.knobs.looseness || !runs || best.size() < 3) return block;
  for (int looseness : {1, -1}) {
    options.looseness = looseness;
    const std::vector<Line> other = context_.set(leaf, s, measure_, options);
    if (other.size() != best.size() + static_cast<std::size_t>(looseness) ||
        !decent(other, best, s, measure_))
      continue;
    FlowVariant variant = strips(other, s, context_.owner(leaf), Length());
    variant.cost =
        (looseness > 0 ? kLegWeights.longer_paragraph : kLegWeights.shorter_paragraph) +
        kLegWeights.loose_space * std::max(0.0, loosest(other) - kLegWeights.unseen_space);
    block.variants.push_back(std::move(variant));
  }
  return block;
}

void shift_block(FlowBlock& block, Length by) {
  const auto shift = [by](FlowVariant& variant) {
    for (FlowLine& line : variant.lines) translate(line.items, by, Length());
  };
  for (FlowVariant& variant : block.variants) shift(variant);
  if (!block.reset) return;
  block.reset = BlockReset([inner = std::move(block.reset), shift, by](const LineWidths& room) {
    LineWidths widths = room;
    widths.rest -= by;
    for (Length& width : widths.first) width -= by;
    FlowVariant variant = inner(widths);
    shift(variant);
    return variant;
  });
}

void lead_block(FlowBlock& block, const std::vector<DisplayItem>& items) {
  const auto lead = [items](FlowVariant& variant, Length left) {
    if (variant.lines.empty()) return;
    std::vector<DisplayItem> moved = items;
    translate(moved, left, Length());
    auto& first = variant.lines[0].items;
    first.insert(first.begin(), moved.begin(), moved.end());
  };
  for (FlowVariant& variant : block.variants) lead(variant, Length());
  if (!block.reset) return;
  block.reset = BlockReset([inner = std::move(block.reset), lead](const LineWidths& room) {
    FlowVariant variant = inner(room);
    lead(variant, room.left(0));
    return variant;
  });
}

void GalleySetter::add_body(Galley& galley, const Paragraph& p) {
  const TextStyle& s = style(mode_.paragraph);
  if (first_ && mode_.drop_cap) {
    const DropCap cap = set_drop_cap(context_, p.text, s, measure_);
    if (!cap.lines.empty()) {
      FlowBlock block;
      block.variants.push_back(strips(cap.lines, s, context_.owner(p.text), Length()));
      auto& first = block.variants[0].lines[0].items;
      first.insert(first.begin(), cap.items.begin(), cap.items.end());
      block.keep_first = cap.deep + 1;
      if (static_cast<int>(cap.lines.size()) < cap.deep + 1 + block.keep_last)
        block.keep_first = kUnbreakable;
      after_head_ = false;
      galley.push_back(std::move(block));
      return;
    }
  }
  SetOptions options;
  options.opens_after_head = after_head_;
  galley.push_back(paragraph(p.text, s, options));
  after_head_ = false;
}

// It is joined with what follows it afterwards: see join_heads.
void GalleySetter::add_body(Galley& galley, const Crosshead& c) {
  const TextStyle& s = style("crosshead");
  FlowBlock block = leaf_block(c.text, s, measure_);
  block.space_before = static_cast<int>(std::lround(s.rows_before));
  block.heads = true;
  block.may_open = context_.all.knobs.opened_spaces;
  block.keep_first = kUnbreakable;
  galley.push_back(std::move(block));
  after_head_ = true;
}

void GalleySetter::add_body(Galley& galley, const PullQuote& q) {
  const SetBlock set = set_pull_quote(context_, q, measure_);
  push_solid(galley, {set.rows, set.items, false});
}

void GalleySetter::add_body(Galley& galley, const BlockQuote& quote) {
  const Length indent = style("body").first_indent;
  GalleySetter inner(context_, measure_ - indent, mode_);
  inner.mode_.paragraph = mode_.paragraph == "body" ? "blockquote" : mode_.paragraph;
  inner.mode_.drop_cap = false;
  Galley part = inner.build(quote.blocks, true);
  for (FlowBlock& block : part) {
    shift_block(block, indent);
    galley.push_back(std::move(block));
  }
  after_head_ = true;
}

void GalleySetter::add_body(Galley& galley, const Note& note) {
  FlowBlock block = leaf_block(note.text, style("note"), measure_);
  block.space_before = 1;
  galley.push_back(std::move(block));
}

}  // namespace forme
