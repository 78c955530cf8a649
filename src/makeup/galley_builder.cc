#include "makeup/galley_builder.h"

#include <algorithm>
#include <utility>

#include "makeup/galley_setter.h"
#include "makeup/keep_together.h"
#include "makeup/set_figure.h"
#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr int kDeepTable = 30;  // rows; a third of a page: whole it would leave holes in its legs

}  // namespace

Galley GalleySetter::build(const std::vector<Block>& blocks, bool opens) {
  after_head_ = opens;
  first_ = true;
  Galley galley;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t before = galley.size();
    add(galley, blocks[i]);
    for (std::size_t b = before; b < galley.size(); ++b) galley[b].source = static_cast<int>(i);
  }
  return galley;
}

void GalleySetter::add(Galley& galley, const Block& block) {
  const bool space = std::exchange(wants_space_, false);
  const std::size_t before = galley.size();
  std::visit([&](const auto& body) { add_body(galley, body); }, block.body);
  if (space && galley.size() > before)
    galley[before].space_before = std::max(1, galley[before].space_before);
  first_ = false;
}

void GalleySetter::push_solid(Galley& galley, FlowLine strip) {
  FlowBlock block;
  block.variants.push_back({{std::move(strip)}, 0});
  block.keep_first = kUnbreakable;
  block.floats = mode_.strict_leg == 0;
  block.may_open = context_.all.knobs.opened_spaces;
  block.space_before = 1;
  galley.push_back(std::move(block));
}

// A deep table goes over a break, and its head with it; others float whole to where they fit.
void GalleySetter::add_body(Galley& galley, const Table& table) {
  FlowBlock block;
  const bool facts = mode_.paragraph == "panel" && is_fact_list(context_, table);
  if (facts) {
    block.variants.push_back({set_fact_list(context_, table, measure_, mode_.fact_figure), 0});
  } else {
    SetTable set = set_table(context_, table, measure_);
    block.variants.push_back({std::move(set.strips), 0});
    block.repeat_from = set.head_first, block.repeat_to = set.head_last;
  }
  const int rows = block.variants[0].rows();
  const bool breaks = rows > kDeepTable;
  block.space_before = 1;
  block.keep_first = breaks ? block.repeat_to + 2 : kUnbreakable;
  block.keep_last = 2;
  block.floats = !breaks && mode_.strict_leg == 0;
  if (!breaks && !block.variants[0].lines.empty()) block.variants[0].lines.back().rows += 1;
  // What floats does not part the copy.
  after_head_ = after_head_ || !block.floats;
  galley.push_back(std::move(block));
  wants_space_ = breaks;
}

void GalleySetter::add_body(Galley& galley, const Directory& directory) {
  FlowBlock block;
  block.variants.push_back({set_directory(context_, directory, measure_), 0});
  block.keep_first = block.keep_last = 1;
  block.space_before = first_ ? 0 : 1;
  galley.push_back(std::move(block));
  after_head_ = wants_space_ = true;
}

void GalleySetter::add_body(Galley& galley, const Qr& qr) {
  const SetBlock set = set_qr(context_, qr, measure_);
  push_solid(galley, {set.rows, set.items, false});
}

void GalleySetter::add_body(Galley& galley, const Figure& figure) {
  if (!(figure.outputs & mode_.outputs)) return;
  int rows = ideal_picture_rows(context_, figure, measure_);
  // No deeper than a column is wide three times over, nor than most of a page.
  rows = std::min({rows, rows_for(measure_ * 3, grid_), grid_.rows * 2 / 3});
  const SetBlock set = set_figure(context_, figure, measure_, rows);
  push_solid(galley, {set.rows, set.items, false});
}

Galley build_galley(const StoryContext& context, const std::vector<Block>& blocks, Length measure,
                    const GalleyMode& mode, bool opens) {
  return join_heads(build_blocks(context, blocks, measure, mode, opens), context.grid().row);
}

Galley build_blocks(const StoryContext& context, const std::vector<Block>& blocks, Length measure,
                    const GalleyMode& mode, bool opens) {
  return GalleySetter(context, measure, mode).build(blocks, opens);
}

FlowBlock build_block(const StoryContext& context, const Block& block, Length measure,
                      const GalleyMode& mode, bool opens) {
  GalleySetter setter(context, measure, mode);
  setter.set_after_head(opens);
  Galley galley;
  setter.add(galley, block);
  if (galley.size() == 1) return std::move(galley[0]);
  FlowBlock whole;  // of several parts, or of none
  FlowVariant variant;
  for (const FlowBlock& part : galley) append_kept(variant.lines, part);
  whole.variants.push_back(std::move(variant));
  return whole;
}

FlowBlock build_panel(const StoryContext& context, LeafId headline,
                      const std::vector<Block>& blocks, Length measure, const GalleyMode& mode) {
  Galley galley;
  GalleySetter(context, measure, mode).add_panel(galley, headline, blocks);
  return std::move(galley.front());
}

FlowBlock build_leaf(const StoryContext& context, LeafId leaf, const std::string& style,
                     Length measure) {
  return GalleySetter(context, measure, {})
      .leaf_block(leaf, context.layout().style(style), measure);
}

SetBlock stack(const Galley& galley, const Grid& grid) {
  SetBlock out;
  for (const FlowBlock& block : galley) {
    if (out.rows > 0) out.rows += block.space_before;
    for (const FlowLine& line : block.variants.front().lines) {
      append_moved(out.items, line.items, Length(), grid.row * out.rows);
      out.rows += line.rows;
    }
  }
  return out;
}

}  // namespace forme
