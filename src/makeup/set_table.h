#pragma once

#include <vector>

#include "makeup/context.h"
#include "makeup/flow.h"

namespace forme {

// The least width at which no word of the table is broken.
Length table_least_width(const StoryContext& context, const Table& table);

// The table laid out at `width`, a strip a row: caption, head rows over a rule, rows with a
// hairline below. Column widths come from the content: each between its longest word and its
// longest line.
std::vector<FlowLine> set_table(const StoryContext& context, const Table& table, Length width);

// A table of two columns whose first holds short figures, as panels show them.
bool is_fact_list(const StoryContext& context, const Table& table);
std::vector<FlowLine> set_fact_list(const StoryContext& context, const Table& table, Length width,
                                    const std::string& figure_style);

std::vector<FlowLine> set_directory(const StoryContext& context, const Directory& directory,
                                    Length width);

}  // namespace forme
