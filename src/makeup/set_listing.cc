#include "makeup/set_listing.h"

#include <algorithm>
#include <numeric>

#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr int kDeepListing = 40;  // rows that are read in one leg

// What legs do not part.
struct Piece {
  int space = 0;  // rows above it, but at the head of a leg
  int rows = 0;
  std::vector<const FlowLine*> lines;
  // Of a table that began in another leg: its head, said again at the head of a leg.
  std::vector<const FlowLine*> head;

  int head_rows() const {
    return std::accumulate(head.begin(), head.end(), 0,
                           [](int sum, const FlowLine* line) { return sum + line->rows; });
  }
};

bool stands_in_legs(const StoryContext& context, Length measure) {
  const std::vector<Block>& body = context.article().body;
  return std::all_of(body.begin(), body.end(), [&](const Block& block) {
    if (const auto* table = std::get_if<Table>(&block.body))
      return table_least_width(context, *table) <= measure;
    return std::holds_alternative<Directory>(block.body) ||
           std::holds_alternative<Paragraph>(block.body) ||
           std::holds_alternative<Crosshead>(block.body) ||
           std::holds_alternative<List>(block.body);
  });
}

Galley galley_of(const StoryContext& context, Length measure) {
  Galley all = build_galley(context, context.article().body, measure,
                            {.paragraph = "panel", .outputs = kPrint | kScreen});
  Galley tail = build_tail(context, measure);
  all.insert(all.end(), std::make_move_iterator(tail.begin()), std::make_move_iterator(tail.end()));
  return all;
}

// The entries of a directory or a list, the rows of a table, and of copy what its lines allow.
std::vector<Piece> pieces_of(const Galley& galley) {
  std::vector<Piece> pieces;
  for (const FlowBlock& block : galley) {
    const std::vector<FlowLine>& lines = block.variants.front().lines;
    const int count = static_cast<int>(lines.size());
    for (int i = 0; i < count; ++i) {
      const FlowLine& line = lines[static_cast<std::size_t>(i)];
      const bool parts = i == 0 || (i >= block.keep_first && count - i >= block.keep_last &&
                                    !lines[static_cast<std::size_t>(i - 1)].keeps_next &&
                                    !lines[static_cast<std::size_t>(i - 1)].hyphen_end);
      if (parts) {
        Piece& piece = pieces.emplace_back();
        piece.space = i == 0 ? block.space_before : 0;
        for (int l = block.repeat_from; i >= block.repeat_to && l < block.repeat_to; ++l)
          piece.head.push_back(&lines[static_cast<std::size_t>(l)]);
      }
      pieces.back().rows += line.rows;
      pieces.back().lines.push_back(&line);
    }
  }
  return pieces;
}

// The first piece of each leg, and their number at the end, where legs are no deeper than that;
// none where that takes more of them.
std::vector<std::size_t> legs_of(const std::vector<Piece>& pieces, int depth, std::size_t most) {
  std::vector<std::size_t> first = {0};
  int rows = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool heads = i == first.back();
    const int above = heads ? pieces[i].head_rows() : pieces[i].space;
    const int next = rows + above + pieces[i].rows;
    if (next <= depth) {
      rows = next;
      continue;
    }
    if (heads || first.size() == most) return {};
    first.push_back(i);
    rows = pieces[i].head_rows() + pieces[i].rows;
    if (rows > depth) return {};
  }
  first.push_back(pieces.size());
  return first;
}

SetBlock in_legs(const StoryContext& context, int columns, int legs) {
  const Grid& grid = context.grid();
  const int span = columns / legs;
  const Galley galley = galley_of(context, grid.width(span));
  const std::vector<Piece> pieces = pieces_of(galley);
  const int all = std::accumulate(pieces.begin(), pieces.end(), 0, [](int sum, const Piece& piece) {
    return sum + piece.space + piece.rows;
  });
  SetBlock out;
  std::vector<std::size_t> first;
  for (out.rows = all / legs; first.empty() && out.rows <= all; ++out.rows)
    first = legs_of(pieces, out.rows, static_cast<std::size_t>(legs));
  out.rows = 0;
  for (std::size_t leg = 0; leg + 1 < first.size(); ++leg) {
    const Length x = (grid.column + grid.gutter) * (span * static_cast<int>(leg));
    int at = 0;
    for (const FlowLine* line : pieces[first[leg]].head) {
      append_moved(out.items, as_furniture(line->items), x, grid.row * at);
      at += line->rows;
    }
    for (std::size_t i = first[leg]; i < first[leg + 1]; ++i) {
      if (i > first[leg]) at += pieces[i].space;
      for (const FlowLine* line : pieces[i].lines) {
        append_moved(out.items, line->items, x, grid.row * at);
        at += line->rows;
      }
    }
    out.rows = std::max(out.rows, at);
  }
  return out;
}

}  // namespace

SetBlock set_listing(const StoryContext& context, int columns) {
  SetBlock set = stack(galley_of(context, context.grid().width(columns)), context.grid());
  for (int legs = 2; legs <= columns && set.rows > kDeepListing; ++legs) {
    if (columns % legs == 0 && stands_in_legs(context, context.grid().width(columns / legs)))
      set = in_legs(context, columns, legs);
  }
  return set;
}

}  // namespace forme
