#include "makeup/flow_part.h"

#include <algorithm>

namespace forme {
namespace {

constexpr int kKeptOfCut = 2;  // lines that stay together at the head of a block that goes on

}  // namespace

FlowPart whole_part(const Galley& galley, std::size_t index) {
  const FlowBlock& block = galley[index];
  return {&block, index, 0, 0, false, block.space_before, block.keep_first};
}

FlowPart part_of(const Galley& galley, std::size_t index, std::size_t first, std::size_t last) {
  const FlowBlock& block = galley[index];
  if (first == 0 && last == block.variants.front().lines.size()) return whole_part(galley, index);
  const bool goes_on = first > 0;
  return {&block,
          index,
          first,
          last,
          true,
          goes_on ? 0 : block.space_before,
          goes_on ? kKeptOfCut : block.keep_first};
}

std::vector<FlowPart> parts_between(const Galley& galley, GalleyPlace from, GalleyPlace to) {
  std::vector<FlowPart> parts;
  for (std::size_t b = from.block; b < galley.size(); ++b) {
    if (b > to.block || (b == to.block && to.line == 0)) break;
    const auto all = static_cast<int>(galley[b].variants.front().lines.size());
    const int last = b == to.block ? std::clamp(to.line, 0, all) : all;
    const int first = b == from.block ? std::clamp(from.line, 0, last) : 0;
    if (first == last && all > 0) continue;
    parts.push_back(
        part_of(galley, b, static_cast<std::size_t>(first), static_cast<std::size_t>(last)));
  }
  return parts;
}

int natural_rows(const std::vector<FlowPart>& parts) {
  int sum = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) sum += parts[i].space_before;
    for (const FlowLine& line : parts[i].said_again(0)) sum += line.rows;
    for (const FlowLine& line : parts[i].lines(0)) sum += line.rows;
  }
  return sum;
}

}  // namespace forme
