#include "content/visit_blocks.h"

namespace forme {

namespace {

using Visit = std::function<void(const Block&)>;

void visit_all(const std::vector<Block>& blocks, const Visit& visit) {
  for (const Block& block : blocks) {
    visit(block);
    if (const auto* quote = std::get_if<BlockQuote>(&block.body)) {
      visit_all(quote->blocks, visit);
    } else if (const auto* list = std::get_if<List>(&block.body)) {
      for (const ListItem& item : list->items) visit_all(item.blocks, visit);
    } else if (const auto* panel = std::get_if<Panel>(&block.body)) {
      visit_all(panel->blocks, visit);
    } else if (const auto* letter = std::get_if<Letter>(&block.body)) {
      visit_all(letter->blocks, visit);
    }
  }
}

}  // namespace

void visit_blocks(const Article& article, const Visit& visit) {
  visit_all(article.figures, visit);
  visit_all(article.body, visit);
}

const std::vector<Block>& blocks_of(const Article& article) {
  const auto* panel = article.genre == Genre::Panel && article.body.size() == 1
                          ? std::get_if<Panel>(&article.body.front().body)
                          : nullptr;
  if (!panel) return article.body;
  const bool once = panel->headline == kNoLeaf ||
                    article.text(panel->headline).utf8 == article.text(article.headline).utf8;
  return once ? panel->blocks : article.body;
}

}  // namespace forme
