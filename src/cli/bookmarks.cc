#include "cli/bookmarks.h"

#include <utility>

namespace forme {
namespace {

void collect(const StructureTree& structure, NodeId id, Output output,
             std::vector<Bookmark>& into) {
  for (const NodeId child : structure.nodes[id].children) {
    const Node& node = structure.nodes[child];
    if ((node.outputs & output) == 0) continue;
    if (node.title.empty() || node.destination.empty()) {
      collect(structure, child, output, into);
      continue;
    }
    Bookmark bookmark{node.title, node.destination, {}};
    collect(structure, child, output, bookmark.children);
    const bool emptied =
        !node.children.empty() && node.role == NodeRole::Section && bookmark.children.empty();
    if (!emptied) into.push_back(std::move(bookmark));
  }
}

}  // namespace

std::vector<Bookmark> bookmarks(const StructureTree& structure, Output output) {
  std::vector<Bookmark> result;
  if (!structure.nodes.empty()) collect(structure, 0, output, result);
  return result;
}

}  // namespace forme
