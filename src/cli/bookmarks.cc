#include "cli/bookmarks.h"

#include <utility>

namespace forme {
namespace {

void collect(const StructureTree& structure, NodeId id, std::vector<Bookmark>& into) {
  for (const NodeId child : structure.nodes[id].children) {
    const Node& node = structure.nodes[child];
    if (node.title.empty() || node.destination.empty()) {
      collect(structure, child, into);
      continue;
    }
    Bookmark bookmark{node.title, node.destination, {}};
    collect(structure, child, bookmark.children);
    into.push_back(std::move(bookmark));
  }
}

}  // namespace

std::vector<Bookmark> bookmarks(const StructureTree& structure) {
  std::vector<Bookmark> result;
  if (!structure.nodes.empty()) collect(structure, 0, result);
  return result;
}

}  // namespace forme
