#pragma once

#include <string>
#include <vector>

#include "display/display_list.h"
#include "display/structure.h"

namespace forme {

// A marked stretch of a page's content.
struct ContentMark {
  int page = 0, mcid = 0;
  TextRef text;  // of its first glyphs
};

// Gathers, while the pages are written, which content belongs to which node of the structure tree.
class TagCollector {
 public:
  TagCollector(const StructureTree& tree, std::string language, bool enabled);

  bool enabled() const { return enabled_; }
  // The node that an item is content of; kArtifact for furniture, for paths outside of figures, and
  // for pictures that are decoration.
  NodeId owner(const DisplayItem& item) const;
  // The structure type, such as "P" or "H2".
  const char* type_name(NodeId node) const;
  // Of the node or the nearest above it that has one, else the document's.
  const std::string& language(NodeId node) const { return languages_[node]; }
  // Starts a stretch of `node` on `page`; gives its MCID.
  int mark(int page, NodeId node, const TextRef& text);
  // `box` (left, bottom, right, top in pt on the page) is a part of the figure.
  struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  };
  void add_figure_box(int page, NodeId node, const Box& box);

  const StructureTree& tree() const { return *tree_; }
  const std::vector<ContentMark>& marks(NodeId node) const { return marks_[node]; }
  // The nodes of a page, by MCID.
  const std::vector<NodeId>& page_nodes(int page) const;
  // Of the first page the figure stands on; nothing when it has no box.
  const Box* figure_box(NodeId node) const;

 private:
  struct FigureBox {
    int page = -1;
    Box box;
  };
  bool is_decoration(NodeId node) const;

  const StructureTree* tree_;
  bool enabled_;
  std::vector<std::string> languages_;
  std::vector<std::vector<ContentMark>> marks_;
  std::vector<std::vector<NodeId>> pages_;
  std::vector<FigureBox> figure_boxes_;
};

}  // namespace forme
