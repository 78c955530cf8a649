#pragma once

#include <span>
#include <vector>

#include "makeup/flow.h"

namespace forme {

// A block, or lines of its first variant alone: what there is of it between two places of the
// galley. Points into the galley, which must outlive it.
struct FlowPart {
  const FlowBlock* block = nullptr;
  std::size_t index = 0;            // of the block in its galley
  std::size_t first = 0, last = 0;  // lines of the first variant, when it is cut
  bool cut = false;
  int space_before = 0, keep_first = 0;

  std::size_t variants() const { return cut ? 1 : block->variants.size(); }
  std::span<const FlowLine> lines(std::size_t variant) const {
    const std::span<const FlowLine> all = block->variants[variant].lines;
    return cut ? all.subspan(first, last - first) : all;
  }
  bool resets() const { return !cut && block->reset; }
  // What is said again where a leg begins with line `line` of the part, and the block began before.
  std::span<const FlowLine> said_again(std::size_t line) const {
    if (first + line == 0 || block->repeat_to == 0) return {};
    const auto from = static_cast<std::size_t>(block->repeat_from);
    const auto to = static_cast<std::size_t>(block->repeat_to);
    return std::span(block->variants.front().lines).subspan(from, to - from);
  }
};

FlowPart whole_part(const Galley& galley, std::size_t index);
// Lines [first, last) of the block, in lines of its first variant; none when there are none.
FlowPart part_of(const Galley& galley, std::size_t index, std::size_t first, std::size_t last);

// What stands between two places; blocks of which nothing does are left out.
std::vector<FlowPart> parts_between(const Galley& galley, GalleyPlace from, GalleyPlace to);

int natural_rows(const std::vector<FlowPart>& parts);

}  // namespace forme
