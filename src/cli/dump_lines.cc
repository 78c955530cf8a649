#include "cli/dump_lines.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace forme {
namespace {

using LeafOnPage = std::tuple<std::uint32_t, LeafId, int>;  // article, leaf, folio

// The runs of a leaf on a page by the byte that they begin with, and so in reading order.
using Runs = std::map<std::uint32_t, const GlyphItem*>;

std::map<LeafOnPage, Runs> collect(const std::vector<DisplayPage>& pages) {
  std::map<LeafOnPage, Runs> leaves;
  for (const DisplayPage& page : pages) {
    for (const DisplayItem& item : page.items) {
      const auto* glyphs = std::get_if<GlyphItem>(&item);
      if (!glyphs || glyphs->text.leaf == kNoLeaf) continue;
      leaves[{glyphs->text.article, glyphs->text.leaf, page.folio}].emplace(glyphs->text.first,
                                                                            glyphs);
    }
  }
  return leaves;
}

// The baseline that the run stands on, raised or not.
Length baseline(const GlyphItem& item) {
  return item.origin.y + item.run.rise;
}

void append_lines(std::string& text, const Runs& runs) {
  const GlyphItem* last = nullptr;
  for (const auto& [first, item] : runs) {
    if (!last) text += "  ";
    if (last && baseline(*last) != baseline(*item)) text += "\n  ";
    text += item->run.text;
    last = item;
  }
  text += "\n";
}

}  // namespace

std::string lines_text(const std::vector<DisplayPage>& pages, const Issue& issue) {
  std::string text;
  for (const auto& [place, runs] : collect(pages)) {
    const auto& [article, leaf, folio] = place;
    const Article& owner = issue.articles[article];
    text += fmt::format("{}/{} page {}\n", owner.id, owner.leaves[leaf].id, folio);
    append_lines(text, runs);
  }
  return text;
}

}  // namespace forme
