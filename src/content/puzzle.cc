#include "content/puzzle.h"

#include <algorithm>
#include <string>
#include <vector>

#include "content/visit_blocks.h"

namespace forme {

bool is_solution(const Article& article, const Figure& figure) {
  if (figure.graphic == GraphicKind::Solution) return true;
  std::string id;
  std::vector<std::string> named;
  visit_blocks(article, [&](const Block& block) {
    const auto* other = std::get_if<Figure>(&block.body);
    if (!other) return;
    if (other == &figure) id = block.id;
    if (!other->solution.empty()) named.push_back(other->solution);
  });
  return std::find(named.begin(), named.end(), id) != named.end();
}

}  // namespace forme
