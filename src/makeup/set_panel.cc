#include <algorithm>

#include "makeup/galley_setter.h"
#include "makeup/keep_together.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

constexpr Length kPanelRule = 3_pt, kHairline = 0.4_pt;
constexpr int kHeadOfBroken = 4;  // lines of a panel before it goes over a break

}  // namespace

// Tinted strips under a red rule; the panel is one block.
void GalleySetter::add_body(Galley& galley, const Panel& panel) {
  add_panel(galley, panel.headline, panel.blocks);
}

void GalleySetter::add_panel(Galley& galley, LeafId headline, const std::vector<Block>& blocks) {
  GalleySetter inner(context_, measure_ - kPanelPadding * 2, mode_);
  inner.mode_.paragraph = "panel";
  inner.mode_.drop_cap = inner.mode_.loosen = false;
  FlowBlock block;
  FlowVariant variant;
  FlowLine head;
  const TextStyle& s = style("panel-heading");
  append_box(head.items, {Length(), Length(), measure_, kPanelRule}, "red");
  if (headline != kNoLeaf) {
    const std::vector<Line> lines = context_.set(headline, s, measure_ - kPanelPadding * 2);
    const Length depth = append_lines(head.items, lines, s, kPanelPadding,
                                      grid_.row * s.rows_before + 1_pt, context_.owner(headline));
    head.rows = rows_for(grid_.row * (s.rows_before + s.rows_after) + depth, grid_);
    append_rule(head.items, kPanelPadding, grid_.row * head.rows - 2_pt,
                measure_ - kPanelPadding * 2, kHairline, "black");
  }
  head.keeps_next = true;
  variant.lines.push_back(std::move(head));
  for (FlowBlock& part : join_heads(inner.build(blocks, true), grid_.row)) {
    std::vector<FlowLine>& lines = part.variants[0].lines;
    for (FlowLine& line : lines) translate(line.items, kPanelPadding, Length());
    if (!lines.empty()) open_up(lines[0], part.space_before, grid_.row);
    append_kept(variant.lines, part);
  }
  variant.lines.back().keeps_next = true;
  variant.lines.emplace_back();  // the foot
  for (FlowLine& line : variant.lines) {
    line.items.insert(
        line.items.begin(),
        RuleItem{kArtifact, {Length(), Length(), measure_, grid_.row * line.rows}, "tint"});
  }
  block.variants.push_back(std::move(variant));
  block.space_before = 1;
  const bool breaks = mode_.strict_leg > 0 && block.variants.front().rows() > mode_.strict_leg;
  block.keep_first = breaks ? kHeadOfBroken : kUnbreakable;
  block.floats = mode_.strict_leg == 0;
  after_head_ = after_head_ || !block.floats;
  galley.push_back(std::move(block));
}

void GalleySetter::add_letter_heading(FlowVariant& variant, const Letter& letter) const {
  if (letter.headline == kNoLeaf) return;
  const TextStyle& heading = style("letter-heading");
  FlowLine strip;
  const std::vector<Line> lines = context_.set(letter.headline, heading, measure_);
  const Length depth = heading.leading * static_cast<int>(lines.size());
  strip.rows = rows_for(depth + grid_.row * 0.5, grid_);
  append_lines(strip.items, lines, heading, Length(), grid_.row * strip.rows - depth,
               context_.owner(letter.headline));
  variant.lines.push_back(std::move(strip));
}

// Heading, copy ragged, signature and place: the heading stays with the copy, the signature too. Of
// its paragraphs one may be a line longer or shorter.
void GalleySetter::add_body(Galley& galley, const Letter& letter) {
  GalleySetter inner(context_, measure_, mode_);
  inner.mode_.paragraph = "letter";
  inner.mode_.drop_cap = false;
  const Galley copy = inner.build(letter.blocks, true);
  FlowBlock block;
  const auto add = [&](std::size_t part, std::size_t variant) {
    FlowVariant whole;
    add_letter_heading(whole, letter);
    for (std::size_t i = 0; i < copy.size(); ++i)
      append_kept(whole.lines, copy[i], i == part ? variant : 0);
    add_signature(whole, letter);
    whole.cost = variant > 0 ? copy[part].variants[variant].cost : 0;
    block.variants.push_back(std::move(whole));
  };
  add(0, 0);
  for (std::size_t part = 0; part < copy.size(); ++part)
    for (std::size_t variant = 1; variant < copy[part].variants.size(); ++variant)
      add(part, variant);
  block.keep_first = 3;
  block.keep_last = 3;
  block.may_open = letter.headline != kNoLeaf && context_.all.knobs.opened_spaces;
  galley.push_back(std::move(block));
}

void GalleySetter::add_signature(FlowVariant& variant, const Letter& letter) const {
  const TextStyle& s = style("signature");
  FlowLine strip;
  Length x;
  if (letter.signature != kNoLeaf) {
    const Line line = context_.all.setter.set_line(context_.article().text(letter.signature), s);
    const Line place = letter.place == kNoLeaf
                           ? Line{}
                           : context_.all.setter.set_line(context_.article().text(letter.place), s);
    if (line.width + s.size * 0.7 + place.width <= measure_) {
      append_line(strip.items, line, Length(), first_baseline(s), context_.owner(letter.signature));
      x = line.width;
      if (letter.place != kNoLeaf) {
        const std::string& language = context_.article().language;
        const Line comma =
            context_.all.setter.set_line(plain_text(list_comma(language), language), s);
        append_line(strip.items, comma, x, first_baseline(s), Owner{});
        append_line(strip.items, place, x + comma.width, first_baseline(s),
                    context_.owner(letter.place));
      }
      variant.lines.push_back(std::move(strip));
      return;
    }
  }
  for (LeafId leaf : {letter.signature, letter.place}) {
    if (leaf == kNoLeaf) continue;
    FlowVariant lines = strips(context_.set(leaf, s, measure_), s, context_.owner(leaf), Length());
    for (FlowLine& line : lines.lines) variant.lines.push_back(std::move(line));
  }
}

}  // namespace forme
