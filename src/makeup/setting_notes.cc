#include "makeup/setting_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "makeup/galley_builder.h"
#include "makeup/inset.h"
#include "makeup/set_table.h"
#include "makeup/story_material.h"

namespace forme {
namespace {

void note_table(const StoryContext& context, const Block& block, const Table& table, Length width,
                Diagnostics& diagnostics) {
  const Length least = table_least_width(context, table);
  if (least <= width) return;
  diagnostics.warning(block.where,
                      fmt::format("the table needs {:.0f} mm for its longest words and has {:.0f}: "
                                  "it is set smaller, at {:.0f} % of its size",
                                  least.mm(), width.mm(), 100 * (width / least)),
                      "shorten its words, take out a column, or give the article more columns");
}

void note_picture(const Block& block, const Figure& figure, int columns, Diagnostics& diagnostics) {
  if (!(figure.outputs & (kPrint | kScreen)) || columns >= figure.columns_min) return;
  diagnostics.warning(
      block.where,
      fmt::format("the picture asks for {} columns and has {}", figure.columns_min, columns),
      "give the article more room, or ask for fewer");
}

}  // namespace

void note_pictures(const Story& story, const PlanLeaf& leaf, Diagnostics& diagnostics) {
  const Article& article = story.article();
  const auto note = [&](const Block& block) {
    if (const auto* figure = std::get_if<Figure>(&block.body))
      note_picture(block, *figure, story.columns_of(block, leaf), diagnostics);
  };
  for (const Block& block : article.figures) note(block);
  for (const Block& block : article.body) note(block);
}

void note_tables(const StoryContext& context, int columns, Diagnostics& diagnostics) {
  const Grid& grid = context.grid();
  const bool whole = context.article().genre == Genre::Listing;
  for (const Block& block : context.article().body) {
    const bool outside = columns >= 2 && stands_outside(context, block);
    const int span = whole     ? columns
                     : outside ? std::max(1, inset_columns(context, block, columns))
                               : 1;
    if (const auto* table = std::get_if<Table>(&block.body))
      note_table(context, block, *table, grid.width(span), diagnostics);
    const auto* panel = std::get_if<Panel>(&block.body);
    if (!panel) continue;
    for (const Block& inner : panel->blocks) {
      if (const auto* table = std::get_if<Table>(&inner.body))
        note_table(context, inner, *table, grid.width(span) - kPanelPadding * 2, diagnostics);
    }
  }
}

}  // namespace forme
