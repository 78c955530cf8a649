#pragma once

#include <map>
#include <optional>
#include <vector>

#include "content/issue.h"
#include "display/structure.h"

namespace forme {

// Where each part of an article stands in the structure tree.
struct ArticleNodes {
  NodeId article = kArtifact;
  std::vector<NodeId> leaf;  // by LeafId
  std::map<const Figure*, NodeId> figure;
  std::map<const Qr*, NodeId> qr;
};

struct IssueStructure {
  StructureTree tree;
  std::vector<ArticleNodes> articles;  // by index in Issue::articles
};

// The tree of every article of the issue, in the order of the copy: no page is known yet.
// With `only`, that article alone has nodes.
IssueStructure build_structure(const Issue& issue, std::optional<std::size_t> only = {});

// Puts articles, and then sections, into the order in which print meets them: `order` holds article
// indices, first met first; articles that it lacks leave the tree.
void order_structure(IssueStructure& structure, const Issue& issue,
                     const std::vector<std::size_t>& order);

}  // namespace forme
