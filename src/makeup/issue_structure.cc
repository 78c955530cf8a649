#include "makeup/issue_structure.h"

#include <algorithm>

namespace forme {
namespace {

// Builds the nodes of one article.
class ArticleBuilder {
 public:
  ArticleBuilder(StructureTree& tree, const Article& article, std::uint32_t index,
                 const std::string& issue_language)
      : tree_(tree), article_(article), index_(index) {
    nodes_.leaf.assign(article.leaves.size(), kArtifact);
    Node node;
    node.role = NodeRole::Article;
    node.title = article.text(article.headline).utf8;
    node.destination = "article/" + article.id;
    node.outputs = article.outputs;
    if (article.language != issue_language) node.language = article.language;
    nodes_.article = tree_.add(0, node);
  }

  ArticleNodes build() {
    const NodeId top = nodes_.article;
    add_leaf(top, article_.kicker, NodeRole::Paragraph);
    add_leaf(top, article_.headline, NodeRole::Heading, 2);
    if (article_.short_headline != kNoLeaf) {
      nodes_.leaf[article_.short_headline] = nodes_.leaf[article_.headline];
    }
    for (LeafId leaf : article_.standfirsts) add_leaf(top, leaf, NodeRole::Paragraph);
    for (LeafId leaf : article_.bylines) add_leaf(top, leaf, NodeRole::Paragraph);
    add_leaf(top, article_.dateline, NodeRole::Paragraph);
    for (const Block& block : article_.figures) add_block(top, block);
    for (const Block& block : article_.body) add_block(top, block);
    for (LeafId leaf : article_.footnotes) add_leaf(top, leaf, NodeRole::Note);
    for (const Correction& c : article_.corrections) add_leaf(top, c.text, NodeRole::Paragraph);
    for (const ArticleLink& link : article_.previously)
      add_leaf(top, link.text, NodeRole::Paragraph);
    for (const ArticleLink& link : article_.related) add_leaf(top, link.text, NodeRole::Paragraph);
    return std::move(nodes_);
  }

 private:
  NodeId add(NodeId parent, NodeRole role) {
    Node node;
    node.role = role;
    return tree_.add(parent, node);
  }
  NodeId add_leaf(NodeId parent, LeafId leaf, NodeRole role, int level = 0) {
    if (leaf == kNoLeaf) return kArtifact;
    const Text& text = article_.text(leaf);
    Node node;
    node.role = role;
    node.heading_level = level;
    node.text = {index_, leaf, 0, static_cast<std::uint32_t>(text.utf8.size())};
    if (text.language != article_.language) node.language = text.language;
    return nodes_.leaf[leaf] = tree_.add(parent, node);
  }
  void add_blocks(NodeId parent, const std::vector<Block>& blocks) {
    for (const Block& block : blocks) add_block(parent, block);
  }
  void add_block(NodeId parent, const Block& block) {
    std::visit([&](const auto& body) { add_body(parent, body); }, block.body);
  }

  void add_body(NodeId parent, const Paragraph& p) {
    add_leaf(parent, p.text, NodeRole::Paragraph);
  }
  void add_body(NodeId parent, const Crosshead& c) {
    add_leaf(parent, c.text, NodeRole::Heading, 3);
  }
  void add_body(NodeId parent, const Note& n) { add_leaf(parent, n.text, NodeRole::Note); }
  void add_body(NodeId parent, const PullQuote& q) {
    const NodeId aside = add(parent, NodeRole::Aside);
    add_leaf(aside, q.text, NodeRole::Paragraph);
    add_leaf(aside, q.by, NodeRole::Paragraph);
  }
  void add_body(NodeId parent, const BlockQuote& q) {
    add_blocks(add(parent, NodeRole::BlockQuote), q.blocks);
  }
  void add_body(NodeId parent, const List& list) {
    const NodeId top = add(parent, NodeRole::List);
    for (const ListItem& item : list.items) {
      const NodeId li = add(top, NodeRole::ListItem);
      add_blocks(add(li, NodeRole::ListBody), item.blocks);
    }
  }
  void add_body(NodeId parent, const Table& table) {
    const NodeId top = add(parent, NodeRole::Table);
    add_leaf(top, table.caption, NodeRole::Caption);
    add_rows(top, NodeRole::TableHead, table.head);
    add_rows(top, NodeRole::TableBody, table.body);
  }
  void add_rows(NodeId table, NodeRole part, const std::vector<TableRow>& rows) {
    if (rows.empty()) return;
    const NodeId group = add(table, part);
    for (const TableRow& row : rows) {
      const NodeId tr = add(group, NodeRole::Row);
      for (const TableCell& cell : row) {
        const NodeId id =
            add_leaf(tr, cell.text, cell.header ? NodeRole::TableHeader : NodeRole::TableCell);
        if (id == kArtifact) continue;
        tree_.nodes[id].scope = cell.header && cell.scope.empty() ? "col" : cell.scope;
        tree_.nodes[id].column_span = cell.column_span;
        tree_.nodes[id].row_span = cell.row_span;
      }
    }
  }
  void add_body(NodeId parent, const Panel& panel) {
    const NodeId aside = add(parent, NodeRole::Aside);
    add_leaf(aside, panel.headline, NodeRole::Heading, 3);
    add_blocks(aside, panel.blocks);
  }
  void add_body(NodeId parent, const Letter& letter) {
    const NodeId part = add(parent, NodeRole::Part);
    add_leaf(part, letter.headline, NodeRole::Heading, 3);
    add_blocks(part, letter.blocks);
    add_leaf(part, letter.signature, NodeRole::Paragraph);
    add_leaf(part, letter.place, NodeRole::Paragraph);
  }
  void add_body(NodeId parent, const Directory& directory) {
    const NodeId list = add(parent, NodeRole::List);
    for (const DirectoryEntry& entry : directory.entries) {
      const NodeId li = add(list, NodeRole::ListItem);
      add_leaf(li, entry.name, NodeRole::ListLabel);
      const NodeId body = add(li, NodeRole::ListBody);
      for (const DirectoryField& field : entry.fields) add_leaf(body, field.text, NodeRole::Span);
    }
  }
  void add_body(NodeId parent, const Qr& qr) {
    const NodeId figure = add(parent, NodeRole::Figure);
    tree_.nodes[figure].alt = qr.href;
    nodes_.qr[&qr] = figure;
    add_leaf(figure, qr.caption, NodeRole::Caption);
  }
  void add_body(NodeId parent, const Figure& picture) {
    const NodeId figure = add(parent, NodeRole::Figure);
    tree_.nodes[figure].alt = picture.alt;
    nodes_.figure[&picture] = figure;
    add_leaf(figure, picture.caption, NodeRole::Caption);
    add_leaf(figure, picture.credit, NodeRole::Caption);
  }

  StructureTree& tree_;
  const Article& article_;
  std::uint32_t index_;
  ArticleNodes nodes_;
};

}  // namespace

IssueStructure build_structure(const Issue& issue, std::optional<std::size_t> only) {
  IssueStructure structure;
  Node root;
  root.role = NodeRole::Document;
  root.title = issue.manifest.publication_name;
  root.language = issue.manifest.language;
  structure.tree.add(0, root);
  for (std::size_t i = 0; i < issue.articles.size(); ++i) {
    if (only && *only != i) {
      structure.articles.emplace_back();
      continue;
    }
    structure.articles.push_back(ArticleBuilder(structure.tree, issue.articles[i],
                                                static_cast<std::uint32_t>(i),
                                                issue.manifest.language)
                                     .build());
  }
  return structure;
}

void order_structure(IssueStructure& structure, const Issue& issue,
                     const std::vector<std::size_t>& order) {
  std::vector<Node>& nodes = structure.tree.nodes;
  nodes[0].children.clear();
  std::vector<std::pair<std::string, NodeId>> sections;
  for (std::size_t index : order) {
    const std::string& id = issue.articles[index].section;
    auto found = std::find_if(sections.begin(), sections.end(),
                              [&](const auto& s) { return s.first == id; });
    if (found == sections.end()) {
      const PaperSection* declared = issue.paper.section(id);
      Node section;
      section.role = NodeRole::Section;
      section.title = declared     ? declared->title
                      : id.empty() ? issue.manifest.publication_name
                                   : id;
      section.destination = "section/" + id;
      sections.emplace_back(id, structure.tree.add(0, section));
      found = sections.end() - 1;
    }
    const NodeId article = structure.articles[index].article;
    nodes[article].parent = found->second;
    nodes[found->second].children.push_back(article);
  }
}

}  // namespace forme
