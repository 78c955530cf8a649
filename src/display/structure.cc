#include "display/structure.h"

#include <fmt/format.h>

namespace forme {
namespace {

const char* role_name(NodeRole role) {
  switch (role) {
    case NodeRole::Document:
      return "document";
    case NodeRole::Part:
      return "part";
    case NodeRole::Section:
      return "section";
    case NodeRole::Article:
      return "article";
    case NodeRole::Heading:
      return "heading";
    case NodeRole::Paragraph:
      return "paragraph";
    case NodeRole::BlockQuote:
      return "blockquote";
    case NodeRole::List:
      return "list";
    case NodeRole::ListItem:
      return "item";
    case NodeRole::ListLabel:
      return "label";
    case NodeRole::ListBody:
      return "body";
    case NodeRole::Table:
      return "table";
    case NodeRole::TableHead:
      return "thead";
    case NodeRole::TableBody:
      return "tbody";
    case NodeRole::Row:
      return "row";
    case NodeRole::TableHeader:
      return "th";
    case NodeRole::TableCell:
      return "td";
    case NodeRole::Figure:
      return "figure";
    case NodeRole::Caption:
      return "caption";
    case NodeRole::Note:
      return "note";
    case NodeRole::Aside:
      return "aside";
    case NodeRole::Link:
      return "link";
    case NodeRole::Span:
      return "span";
  }
  return "?";
}

void print(const StructureTree& tree, NodeId id, int depth, std::string& out) {
  const Node& node = tree.nodes[id];
  out += fmt::format("{:{}}{} {}", "", depth * 2, id, role_name(node.role));
  if (node.heading_level > 0) out += fmt::format(" level={}", node.heading_level);
  if (node.text.leaf != kNoLeaf)
    out += fmt::format(" leaf={}:{}", node.text.article, node.text.leaf);
  if (!node.title.empty()) out += fmt::format(" title=\"{}\"", node.title);
  if (!node.language.empty()) out += fmt::format(" lang={}", node.language);
  if (!node.destination.empty()) out += fmt::format(" name={}", node.destination);
  out += '\n';
  for (NodeId child : node.children) print(tree, child, depth + 1, out);
}

}  // namespace

NodeId StructureTree::add(NodeId parent, Node node) {
  const auto id = static_cast<NodeId>(nodes.size());
  node.parent = parent;
  nodes.push_back(std::move(node));
  if (id != parent) nodes[parent].children.push_back(id);
  return id;
}

std::string to_text(const StructureTree& tree) {
  std::string out;
  if (!tree.nodes.empty()) print(tree, 0, 0, out);
  return out;
}

}  // namespace forme
