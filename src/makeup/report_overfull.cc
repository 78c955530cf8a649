#include "makeup/report_overfull.h"

#include <fmt/format.h>

namespace forme {
namespace {

// What the line says whose item stands before `at`.
std::string words_of(const std::vector<DisplayItem>& items, std::size_t at) {
  std::string words;
  for (; at < items.size() && !std::holds_alternative<LineItem>(items[at]); ++at) {
    if (const auto* glyphs = std::get_if<GlyphItem>(&items[at])) words += glyphs->run.text;
  }
  return words;
}

}  // namespace

void report_overfull(const std::vector<DisplayPage>& pages, const Issue& issue,
                     const std::string& of, Diagnostics& diagnostics) {
  for (const DisplayPage& page : pages) {
    for (std::size_t i = 0; i < page.items.size(); ++i) {
      const auto* line = std::get_if<LineItem>(&page.items[i]);
      if (!line || !line->overfull) continue;
      Location where;
      if (line->text.leaf != kNoLeaf)
        where = issue.articles[line->text.article].text(line->text.leaf).where;
      diagnostics.warning(where,
                          fmt::format("the line '{}' on page {}{} is wider than its measure",
                                      words_of(page.items, i + 1), page.folio, of),
                          "show with soft hyphens (&#xAD;) where its words may be divided, or "
                          "write shorter ones");
    }
  }
}

}  // namespace forme
