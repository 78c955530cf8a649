#include "makeup/report_overfull.h"

#include <fmt/format.h>

#include <set>
#include <tuple>

namespace forme {

void report_overfull(const std::vector<DisplayPage>& pages, const Issue& issue,
                     Diagnostics& diagnostics) {
  // A line may be several runs, and a repeated leaf stands on several pages.
  std::set<std::tuple<int, std::uint32_t, LeafId, Length>> told;
  for (const DisplayPage& page : pages) {
    for (const DisplayItem& item : page.items) {
      const auto* glyphs = std::get_if<GlyphItem>(&item);
      if (!glyphs || !glyphs->overfull) continue;
      const TextRef& text = glyphs->text;
      if (!told.emplace(page.folio, text.article, text.leaf, glyphs->origin.y).second) continue;
      Location where;
      if (text.leaf != kNoLeaf) where = issue.articles[text.article].text(text.leaf).where;
      diagnostics.warning(where,
                          fmt::format("the line '{}' on page {} is wider than its measure",
                                      glyphs->run.text, page.folio),
                          "show with soft hyphens (&#xAD;) where its words may be divided, or "
                          "write shorter ones");
    }
  }
}

}  // namespace forme
