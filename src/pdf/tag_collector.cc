#include "pdf/tag_collector.h"

#include <algorithm>
#include <utility>

namespace forme {

TagCollector::TagCollector(const StructureTree& tree, std::string language, bool enabled)
    : tree_(&tree),
      enabled_(enabled && !tree.nodes.empty()),
      languages_(tree.nodes.size()),
      marks_(tree.nodes.size()),
      figure_boxes_(tree.nodes.size()) {
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    if (!node.language.empty()) {
      languages_[i] = node.language;
    } else {
      languages_[i] = i == 0 || node.parent >= i ? language : languages_[node.parent];
    }
  }
}

bool TagCollector::is_decoration(NodeId node) const {
  return tree_->nodes[node].role == NodeRole::Figure && tree_->nodes[node].alt.empty();
}

NodeId TagCollector::owner(const DisplayItem& item) const {
  const NodeId node = std::visit(
      [](const auto& it) {
        if constexpr (requires { it.node; }) {
          return it.node;
        } else {
          return kArtifact;
        }
      },
      item);
  if (!enabled_ || node == 0 || node >= tree_->nodes.size()) return kArtifact;
  if (std::holds_alternative<GlyphItem>(item)) return node;
  const bool path =
      !std::holds_alternative<PictureItem>(item) && !std::holds_alternative<AdvertItem>(item);
  if (path && tree_->nodes[node].role != NodeRole::Figure) return kArtifact;
  return is_decoration(node) ? kArtifact : node;
}

const char* TagCollector::type_name(NodeId node) const {
  static constexpr const char* kHeadings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
  const Node& n = tree_->nodes[node];
  switch (n.role) {
    case NodeRole::Document:
      return "Document";
    case NodeRole::Part:
      return "Part";
    case NodeRole::Section:
      return "Sect";
    case NodeRole::Article:
      return "Art";
    case NodeRole::Heading:
      return kHeadings[std::clamp(n.heading_level, 1, 6) - 1];
    case NodeRole::Paragraph:
      return "P";
    case NodeRole::BlockQuote:
      return "BlockQuote";
    case NodeRole::List:
      return "L";
    case NodeRole::ListItem:
      return "LI";
    case NodeRole::ListLabel:
      return "Lbl";
    case NodeRole::ListBody:
      return "LBody";
    case NodeRole::Table:
      return "Table";
    case NodeRole::TableHead:
      return "THead";
    case NodeRole::TableBody:
      return "TBody";
    case NodeRole::Row:
      return "TR";
    case NodeRole::TableHeader:
      return "TH";
    case NodeRole::TableCell:
      return "TD";
    case NodeRole::Figure:
      return is_decoration(node) ? "Div" : "Figure";
    case NodeRole::Caption:
      return "Caption";
    case NodeRole::Note:
      return "Note";
    case NodeRole::Aside:
      return "Aside";
    case NodeRole::Link:
      return "Link";
    case NodeRole::Span:
      return "Span";
  }
  return "Span";
}

int TagCollector::mark(int page, NodeId node, const TextRef& text) {
  if (pages_.size() <= static_cast<std::size_t>(page))
    pages_.resize(static_cast<std::size_t>(page) + 1);
  auto& nodes = pages_[static_cast<std::size_t>(page)];
  const int mcid = static_cast<int>(nodes.size());
  nodes.push_back(node);
  marks_[node].push_back({page, mcid, text});
  return mcid;
}

void TagCollector::add_figure_box(int page, NodeId node, const Box& box) {
  FigureBox& figure = figure_boxes_[node];
  if (figure.page < 0) figure = {page, box};
  if (figure.page != page) return;
  figure.box = {std::min(figure.box.x0, box.x0), std::min(figure.box.y0, box.y0),
                std::max(figure.box.x1, box.x1), std::max(figure.box.y1, box.y1)};
}

const std::vector<NodeId>& TagCollector::page_nodes(int page) const {
  static const std::vector<NodeId> kNone;
  return static_cast<std::size_t>(page) < pages_.size() ? pages_[static_cast<std::size_t>(page)]
                                                        : kNone;
}

const TagCollector::Box* TagCollector::figure_box(NodeId node) const {
  return figure_boxes_[node].page < 0 ? nullptr : &figure_boxes_[node].box;
}

}  // namespace forme
