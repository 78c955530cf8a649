#pragma once

#include <string>
#include <vector>

#include "makeup/context.h"
#include "makeup/flow.h"

namespace forme {

inline constexpr Length kPanelPadding = 3_mm;  // between a panel's edges and its copy

// How the copy of one surrounding is set.
struct GalleyMode {
  std::string paragraph = "body";  // style
  bool loosen = false;             // also offer paragraphs a line longer and shorter
  bool drop_cap = false;
  // Rows of the deepest leg, where nothing floats: all stands in the order of the copy, and a panel
  // that is deeper goes over a break. 0: blocks float.
  int strict_leg = 0;
  std::string fact_figure = "fact-figure";
  std::uint8_t outputs = kAllOutputs;  // figures for none of these are left out
};

// Sets `blocks` one under another at `measure`, on whole rows, everything on the grid again after
// a block that is not. `opens` says that a head stands above, so that the first paragraph has no
// indent.
Galley build_galley(const StoryContext& context, const std::vector<Block>& blocks, Length measure,
                    const GalleyMode& mode, bool opens = true);

// The same before crossheads are joined with what follows them: see join_heads.
Galley build_blocks(const StoryContext& context, const std::vector<Block>& blocks, Length measure,
                    const GalleyMode& mode, bool opens = true);

// One block alone, as above.
FlowBlock build_block(const StoryContext& context, const Block& block, Length measure,
                      const GalleyMode& mode, bool opens = true);

// Blocks on a tint under a red rule and a heading, as one block.
FlowBlock build_panel(const StoryContext& context, LeafId headline,
                      const std::vector<Block>& blocks, Length measure, const GalleyMode& mode);

// Text of one leaf in strips; a block of its own.
FlowBlock build_leaf(const StoryContext& context, LeafId leaf, const std::string& style,
                     Length measure);

// What stands behind the copy: footnotes, corrections, earlier and related articles.
Galley build_tail(const StoryContext& context, Length measure);

// All of a galley's first variants one under another.
SetBlock stack(const Galley& galley, const Grid& grid);

}  // namespace forme
