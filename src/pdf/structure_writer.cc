#include "pdf/structure_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "pdf/pdf_number.h"

namespace forme {

namespace {

// Keys in one leaf of the parent tree; libharu holds 32,767 entries in an array.
constexpr std::size_t kKeysPerLeaf = 256;

class StructureWriter {
 public:
  StructureWriter(HaruDocument& pdf, const TagCollector& tags, const std::vector<PdfDict>& pages,
                  const std::vector<TaggedAnnotation>& annotations)
      : pdf_(pdf),
        tags_(tags),
        nodes_(tags.tree().nodes),
        pages_(pages),
        annotations_(annotations) {
    for (std::size_t i = 0; i < annotations.size(); ++i) {
      const NodeId node = annotations[i].node < nodes_.size() ? annotations[i].node : 0;
      by_node_[node].push_back(i);
    }
  }

  void write() {
    find_kept();
    root_ = pdf_.indirect_dict();
    pdf_.name(root_, "Type", "StructTreeRoot");
    elements_.resize(nodes_.size());
    link_elements_.resize(annotations_.size());
    const PdfDict document = write_element(0, root_);
    pdf_.put(root_, "K", document);
    write_role_map();
    write_parent_tree();
    if (!note_ids_.empty()) write_id_tree();
    pdf_.put(pdf_.catalog(), "StructTreeRoot", root_);
    PdfDict mark_info = pdf_.dict();
    pdf_.boolean(mark_info, "Marked", true);
    pdf_.put(pdf_.catalog(), "MarkInfo", mark_info);
  }

 private:
  // A kid of an element with the byte of the element's text where it stands.
  struct Kid {
    std::uint32_t at = 0;
    enum { kMark, kChild } kind = kMark;
    std::size_t index = 0;
  };

  void find_kept() {
    kept_.assign(nodes_.size(), 0);
    for (NodeId i = static_cast<NodeId>(nodes_.size()); i-- > 0;) {
      if (tags_.marks(i).empty() && !by_node_.contains(i) && !kept_[i] && i != 0) continue;
      kept_[i] = 1;
      if (i != 0 && nodes_[i].parent < nodes_.size()) kept_[nodes_[i].parent] = 1;
    }
    for (NodeId i = 0; i < nodes_.size(); ++i) {  // a row keeps all its cells
      const NodeRole role = nodes_[i].role;
      const bool cell = role == NodeRole::TableCell || role == NodeRole::TableHeader;
      if (cell && nodes_[i].parent < nodes_.size() && kept_[nodes_[i].parent]) kept_[i] = 1;
    }
  }

  // The first content of a subtree.
  const ContentMark* first_mark(NodeId node) const {
    if (!tags_.marks(node).empty()) return &tags_.marks(node).front();
    for (const NodeId child : nodes_[node].children) {
      if (const ContentMark* mark = first_mark(child)) return mark;
    }
    return nullptr;
  }

  // Own content and children in reading order. Inline children stand where their text does; others
  // follow the node's own content.
  std::vector<Kid> kids(NodeId node) const {
    std::vector<Kid> kids;
    const auto& marks = tags_.marks(node);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const bool text = marks[i].text.leaf != kNoLeaf;
      kids.push_back({text ? marks[i].text.first : 0, Kid::kMark, i});
    }
    for (const NodeId child : nodes_[node].children) {
      if (!kept_[child]) continue;
      std::uint32_t at = 0xFFFFFFFF;
      const ContentMark* mark = marks.empty() ? nullptr : first_mark(child);
      if (mark && mark->text.leaf != kNoLeaf && mark->text.leaf == marks.front().text.leaf &&
          mark->text.article == marks.front().text.article) {
        at = mark->text.first;
      }
      kids.push_back({at, Kid::kChild, child});
    }
    std::stable_sort(kids.begin(), kids.end(),
                     [](const Kid& a, const Kid& b) { return a.at < b.at; });
    return kids;
  }

  PdfDict write_element(NodeId node, PdfDict parent) {
    const Node& n = nodes_[node];
    PdfDict element = pdf_.indirect_dict();
    elements_[node] = element;
    pdf_.name(element, "Type", "StructElem");
    pdf_.name(element, "S", tags_.type_name(node));
    pdf_.put(element, "P", parent);
    const auto& marks = tags_.marks(node);
    const int own_page = marks.empty() ? -1 : marks.front().page;
    if (own_page >= 0) pdf_.put(element, "Pg", pages_[static_cast<std::size_t>(own_page)]);
    write_attributes(element, node, n, own_page);

    PdfArray k = pdf_.array();
    for (const Kid& kid : kids(node)) {
      if (kid.kind == Kid::kChild) {
        pdf_.add(k, write_element(static_cast<NodeId>(kid.index), element));
      } else if (marks[kid.index].page == own_page) {
        pdf_.add_number(k, marks[kid.index].mcid);
      } else {
        PdfDict reference = pdf_.dict();
        pdf_.name(reference, "Type", "MCR");
        pdf_.put(reference, "Pg", pages_[static_cast<std::size_t>(marks[kid.index].page)]);
        pdf_.number(reference, "MCID", marks[kid.index].mcid);
        pdf_.add(k, reference);
      }
    }
    if (const auto found = by_node_.find(node); found != by_node_.end()) {
      for (const std::size_t i : found->second) write_link(i, node, element, k);
    }
    pdf_.put(element, "K", k);
    return element;
  }

  void write_attributes(PdfDict element, NodeId node, const Node& n, int page) {
    if (node == 0 || !n.language.empty()) pdf_.text(element, "Lang", tags_.language(node));
    if (!n.alt.empty()) pdf_.text(element, "Alt", n.alt);
    if (n.role == NodeRole::Note) {
      std::string id = fmt::format("note-{:06}", node);
      pdf_.text(element, "ID", id);
      note_ids_.emplace_back(std::move(id), node);
    }
    const TagCollector::Box* box = page >= 0 ? tags_.figure_box(node) : nullptr;
    if (n.role == NodeRole::Figure && !n.alt.empty() && box) {
      PdfDict a = pdf_.dict();
      pdf_.name(a, "O", "Layout");
      pdf_.name(a, "Placement", "Block");
      pdf_.box(a, "BBox", box->x0, box->y0, box->x1, box->y1);
      pdf_.put(element, "A", a);
    }
    const bool header = n.role == NodeRole::TableHeader;
    if (header || (n.role == NodeRole::TableCell && (n.column_span > 1 || n.row_span > 1))) {
      PdfDict a = pdf_.dict();
      pdf_.name(a, "O", "Table");
      if (header) {
        const bool row = n.scope == "row" || n.scope == "rowgroup";
        pdf_.name(a, "Scope", row ? "Row" : "Column");
      }
      if (n.column_span > 1) pdf_.number(a, "ColSpan", n.column_span);
      if (n.row_span > 1) pdf_.number(a, "RowSpan", n.row_span);
      pdf_.put(element, "A", a);
    }
  }

  // The annotation belongs to its Link; under anything else a Link of its own is made for it.
  void write_link(std::size_t i, NodeId node, PdfDict element, PdfArray k) {
    const TaggedAnnotation& annotation = annotations_[i];
    PdfArray target = k;
    PdfDict owner = element;
    if (node == 0 || nodes_[node].role != NodeRole::Link) {
      owner = pdf_.indirect_dict();
      pdf_.name(owner, "Type", "StructElem");
      pdf_.name(owner, "S", "Link");
      pdf_.put(owner, "P", element);
      pdf_.add(k, owner);
      target = pdf_.array();
    }
    PdfDict reference = pdf_.dict();
    pdf_.name(reference, "Type", "OBJR");
    pdf_.put(reference, "Obj", annotation.annotation);
    pdf_.put(reference, "Pg", pages_[static_cast<std::size_t>(annotation.page)]);
    pdf_.add(target, reference);
    if (target.raw != k.raw) pdf_.put(owner, "K", target);
    link_elements_[i] = owner;
  }

  void write_role_map() {
    PdfDict map = pdf_.dict();
    pdf_.name(map, "Aside", "Sect");  // standard only from PDF 2.0
    pdf_.put(root_, "RoleMap", map);
  }

  // Keys 0… are the pages, then the annotations.
  void write_parent_tree() {
    std::vector<std::string> values;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      PdfArray parents = pdf_.indirect_array();
      for (const NodeId node : tags_.page_nodes(static_cast<int>(page)))
        pdf_.add(parents, elements_[node]);
      pdf_.number(pages_[page], "StructParents", static_cast<int>(page));
      values.push_back(HaruDocument::reference(parents));
    }
    for (std::size_t i = 0; i < annotations_.size(); ++i) {
      pdf_.number(annotations_[i].annotation, "StructParent", static_cast<int>(values.size()));
      values.push_back(HaruDocument::reference(link_elements_[i]));
    }
    PdfArray leaves = pdf_.array();
    for (std::size_t first = 0; first < values.size(); first += kKeysPerLeaf) {
      const std::size_t end = std::min(values.size(), first + kKeysPerLeaf);
      std::string lines = fmt::format("/Limits [{} {}]\n/Nums [", first, end - 1);
      for (std::size_t key = first; key < end; ++key)
        lines += fmt::format("{} {}\n", key, values[key]);
      PdfDict leaf = pdf_.indirect_dict();
      pdf_.raw(leaf, lines + "]\n");
      pdf_.add(leaves, leaf);
    }
    PdfDict tree = pdf_.indirect_dict();
    pdf_.put(tree, "Kids", leaves);
    pdf_.put(root_, "ParentTree", tree);
    pdf_.number(root_, "ParentTreeNextKey", static_cast<int>(values.size()));
  }

  void write_id_tree() {
    std::string lines = "/Names [";
    std::sort(note_ids_.begin(), note_ids_.end());
    for (const auto& [id, node] : note_ids_) {
      lines += fmt::format("({}) {}\n", id, HaruDocument::reference(elements_[node]));
    }
    PdfDict tree = pdf_.indirect_dict();
    pdf_.raw(tree, lines + "]\n");
    pdf_.put(root_, "IDTree", tree);
  }

  HaruDocument& pdf_;
  const TagCollector& tags_;
  const std::vector<Node>& nodes_;
  const std::vector<PdfDict>& pages_;
  const std::vector<TaggedAnnotation>& annotations_;
  std::map<NodeId, std::vector<std::size_t>> by_node_;  // annotations
  std::vector<char> kept_;
  std::vector<PdfDict> elements_, link_elements_;
  std::vector<std::pair<std::string, NodeId>> note_ids_;
  PdfDict root_;
};

}  // namespace

void write_structure(HaruDocument& pdf, const TagCollector& tags, const std::vector<PdfDict>& pages,
                     const std::vector<TaggedAnnotation>& annotations) {
  StructureWriter(pdf, tags, pages, annotations).write();
}

}  // namespace forme
