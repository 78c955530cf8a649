#include "makeup/keep_together.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace forme {
namespace {

constexpr int kCrossheadKeeps = 3;  // lines that a crosshead keeps under it

// Marks lines so that no leg ends within the first `first` or before the last `last` of them.
void keep_lines(std::vector<FlowLine>& lines, int first, int last) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::size_t before = i + 1, after = lines.size() - before;
    if (before < static_cast<std::size_t>(first) || after < static_cast<std::size_t>(last))
      lines[i].keeps_next = true;
  }
}

// A crosshead's lines and then the block's, in rows that may not be whole.
BlockReset join_resets(const FlowBlock& head, const FlowBlock& next) {
  if (!head.reset || !next.reset) return {};
  return BlockReset([first = head.reset, second = next.reset](const LineWidths& room) {
    FlowVariant variant = first(room);
    const std::size_t used = variant.lines.size();
    LineWidths rest{room.rest, {}, {}};
    for (std::size_t i = used; i < room.first.size(); ++i) {
      rest.first.push_back(room.at(i));
      rest.first_left.push_back(room.left(i));
    }
    FlowVariant copy = second(rest);
    variant.lines.insert(variant.lines.end(), copy.lines.begin(), copy.lines.end());
    return variant;
  });
}

// `head` and what follows as one block; `needed` lines of the latter stay with it.
FlowBlock join(FlowBlock head, FlowBlock next, int needed, Length row) {
  std::vector<FlowLine>& above = head.variants[0].lines;
  next.reset = next.space_before == 0 ? join_resets(head, next) : BlockReset();
  for (FlowLine& line : above) line.keeps_next = true;
  for (FlowVariant& variant : next.variants) {
    std::vector<FlowLine>& lines = variant.lines;
    if (!lines.empty()) open_up(lines[0], next.space_before, row);
    lines.insert(lines.begin(), above.begin(), above.end());
  }
  if (next.keep_first != kUnbreakable)
    next.keep_first = static_cast<int>(above.size()) + std::max(needed, next.keep_first);
  next.space_before = head.space_before;
  next.may_open = head.may_open;
  if (next.repeat_to > 0) {
    next.repeat_from += static_cast<int>(above.size());
    next.repeat_to += static_cast<int>(above.size());
  }
  return next;
}

}  // namespace

void append_kept(std::vector<FlowLine>& to, const FlowBlock& block, std::size_t variant) {
  std::vector<FlowLine> lines = block.variants[variant].lines;
  keep_lines(lines, block.keep_first, block.keep_last);
  if (block.heads && !lines.empty()) lines.back().keeps_next = true;
  to.insert(to.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

void open_up(FlowLine& line, int rows, Length row) {
  translate(line.items, Length(), row * rows);
  line.rows += rows;
}

std::vector<FlowBlock> lines_of(FlowBlock block) {
  std::vector<FlowBlock> out;
  for (FlowLine& line : block.variants.front().lines) {
    FlowBlock& one = out.emplace_back();
    line.keeps_next = line.hyphen_end = false;
    one.variants.emplace_back().lines.push_back(std::move(line));
    one.space_before = std::exchange(block.space_before, 0);
    one.keep_first = one.keep_last = 1;
    one.source = block.source;
  }
  return out;
}

Galley join_heads(Galley galley, Length row) {
  for (std::size_t i = 1; i < galley.size(); ++i)
    for (std::size_t at = i; at > 0 && galley[at].floats && galley[at - 1].heads; --at)
      std::swap(galley[at], galley[at - 1]);
  Galley out;
  for (std::size_t i = 0; i < galley.size(); ++i) {
    FlowBlock group = std::move(galley[i]);
    int under = group.heads ? 0 : kCrossheadKeeps;  // lines that stand under the crosshead
    while (under < kCrossheadKeeps && i + 1 < galley.size() && !galley[i + 1].floats) {
      FlowBlock next = std::move(galley[++i]);
      const int lines = static_cast<int>(next.variants[0].lines.size());
      const int needed = kCrossheadKeeps - under;
      under = next.heads ? 0 : under + lines;
      group = join(std::move(group), std::move(next), needed, row);
    }
    out.push_back(std::move(group));
  }
  return out;
}

}  // namespace forme
