#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/text.h"
#include "display/display_list.h"

namespace forme {

enum class NodeRole : std::uint8_t {
  Document,
  Part,
  Section,
  Article,
  Heading,
  Paragraph,
  BlockQuote,
  List,
  ListItem,
  ListLabel,
  ListBody,
  Table,
  TableHead,
  TableBody,
  Row,
  TableHeader,
  TableCell,
  Figure,
  Caption,
  Note,
  Aside,
  Link,
  Span
};

struct Node {
  NodeRole role = NodeRole::Document;
  NodeId parent = 0;
  std::vector<NodeId> children;  // reading order
  int heading_level = 0;         // 1 to 6 for Heading
  TextRef text;                  // the leaf it holds, whole; leaf == kNoLeaf: none
  std::string title;             // bookmark text of Section and Article
  std::string alt;               // figures; empty is decoration
  std::string language;          // where it differs from the parent's
  std::string destination;       // named destination of Section and Article
  std::string scope;             // TableHeader
  int column_span = 1, row_span = 1;
  std::uint8_t outputs = kAllOutputs;  // of an Article: bits of Output that have it
};

// Reading order: document, sections, articles, blocks. An article that jumps in print is whole
// here. Node 0 is the root; a node's index is its NodeId.
struct StructureTree {
  std::vector<Node> nodes;
  NodeId add(NodeId parent, Node node);
};

std::string to_text(const StructureTree& tree);

}  // namespace forme
