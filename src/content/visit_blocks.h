#pragma once

#include <functional>
#include <vector>

#include "content/article.h"

namespace forme {

// Calls `visit` for the article's figures and blocks and all that is inside them, in reading order.
void visit_blocks(const Article& article, const std::function<void(const Block&)>& visit);

// The blocks that the article is made of: its body's. An article that is a panel and whose body is
// one more, with no heading or the article's own, has that one's, so that the heading stands once.
const std::vector<Block>& blocks_of(const Article& article);

}  // namespace forme
