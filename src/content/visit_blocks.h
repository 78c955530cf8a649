#pragma once

#include <functional>
#include <vector>

#include "content/article.h"

namespace forme {

// Calls `visit` for the article's figures and blocks and all that is inside them, in reading order.
void visit_blocks(const Article& article, const std::function<void(const Block&)>& visit);

}  // namespace forme
