#pragma once

#include <vector>

#include "makeup/context.h"
#include "makeup/flow.h"

namespace forme {

// The least width at which no word of the table is broken.
Length table_least_width(const StoryContext& context, const Table& table);

// A table in strips that may be parted: the caption, the head, then the rows; rows that a cell
// joins are one strip.
struct SetTable {
  std::vector<FlowLine> strips;
  // The head's strips, which a part that begins in another leg repeats: [head_first, head_last).
  int head_first = 0, head_last = 0;
};

// The table laid out at `width`: head rows over a rule, rows with a hairline below. Column widths
// come from the content: each between its longest word and its longest line. A table that needs
// more than `width` is set smaller, to six tenths of its size.
SetTable set_table(const StoryContext& context, const Table& table, Length width);

// A table of two columns whose first holds short figures, as panels show them.
bool is_fact_list(const StoryContext& context, const Table& table);
std::vector<FlowLine> set_fact_list(const StoryContext& context, const Table& table, Length width,
                                    const std::string& figure_style);

std::vector<FlowLine> set_directory(const StoryContext& context, const Directory& directory,
                                    Length width);

}  // namespace forme
