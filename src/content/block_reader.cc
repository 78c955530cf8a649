#include "content/block_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/language.h"
#include "base/names.h"
#include "base/number.h"
#include "base/xml_access.h"
#include "base/xml_value.h"
#include "content/table_shape.h"

namespace forme {

namespace {

constexpr int kMostColumns = 99;  // of a table
// The ids of the texts of which an article has one.
constexpr std::array<std::string_view, 4> kReservedIds{"kicker", "headline", "headline-short",
                                                       "dateline"};

// What a text says, for hashing; the number of a footnote is not of the copy.
void append_key(const Text& text, std::string& key) {
  std::size_t at = 0;
  for (const Span& span : text.spans) {
    if (span.kind != SpanKind::NoteMark) continue;
    key.append(text.utf8, at, span.first - at);
    at = span.last;
  }
  key.append(text.utf8, at);
  for (const Span& span : text.spans) {
    if (span.kind == SpanKind::NoteMark) continue;
    key += fmt::format("\x1f{}:{}", static_cast<int>(span.kind), span.value);
  }
  key += '\x1e';
}

std::string dialled(std::string_view phone) {
  std::string out = "tel:";
  for (char c : phone) {
    if ((c >= '0' && c <= '9') || (c == '+' && out.size() == 4)) out.push_back(c);
  }
  return out;
}

Wrap wrap_of(const XmlElement& e) {
  static constexpr std::array<std::string_view, 2> kNames{"box", "outline"};
  const std::size_t word = word_of(e, "wrap", kNames, kNames.size());
  return word == kNames.size() ? Wrap::None : static_cast<Wrap>(word + 1);
}

}  // namespace

std::uint8_t outputs_of(const XmlElement& e) {
  static constexpr std::array<std::string_view, 4> kNames{"print", "screen", "epub", "handout"};
  std::uint8_t bits = 0;
  for (const std::string& word : split_words(text_of(e, "outputs"))) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      if (kNames[i] == word) bits = static_cast<std::uint8_t>(bits | (1u << i));
    }
  }
  return bits == 0 ? kAllOutputs : bits;
}

BlockReader::BlockReader(const SourceTree& tree, std::string path, TextFolder& folder,
                         std::vector<Leaf>& leaves, Diagnostics& diagnostics)
    : tree_(tree),
      path_(std::move(path)),
      file_(tree.shown(path_)),
      folder_(folder),
      leaves_(leaves),
      diagnostics_(diagnostics) {
  given_.insert(kReservedIds.begin(), kReservedIds.end());
}

Location BlockReader::at(const XmlElement& e) const {
  return location_of(e, file_);
}

void BlockReader::claim_ids(const XmlElement& root) {
  for (const XmlElement* e : children(root)) {
    const XmlAttribute* id = e->attribute("id");
    if (id && !check_value("id", id->value)) {
      const auto [first, fresh] = claimed_.emplace(id->value, id->line);
      if (!fresh) {
        diagnostics_.error(location_of(*e, "id", file_),
                           fmt::format("the id \"{}\" is already used", id->value),
                           fmt::format("the first is on line {}", first->second));
      } else if (given_.count(id->value) > 0) {
        diagnostics_.error(
            location_of(*e, "id", file_),
            fmt::format("the id \"{}\" belongs to the article's own {}", id->value, id->value));
      }
    }
    claim_ids(*e);
  }
}

LeafId BlockReader::add(Text text, LeafRole role, Draft& draft) {
  draft.key += fmt::format("{}=", static_cast<int>(role));
  append_key(text, draft.key);
  const auto id = static_cast<LeafId>(leaves_.size());
  leaves_.push_back({{}, role, std::move(text)});
  draft.leaves.push_back(id);
  return id;
}

LeafId BlockReader::leaf(const XmlElement& e, LeafRole role, const std::string& inherited,
                         Draft& draft) {
  return add(folder_.fold(e, inherited), role, draft);
}

LeafId BlockReader::child_leaf(const XmlElement& e, std::string_view name, LeafRole role,
                               const std::string& language, Draft& draft) {
  const XmlElement* found = child(e, name);
  if (!found) return kNoLeaf;
  Text text = folder_.fold(*found, language);
  if (text.utf8.empty()) {
    diagnostics_.warning(at(*found), fmt::format("<{}> is empty", found->name));
    return kNoLeaf;
  }
  return add(std::move(text), role, draft);
}

std::string BlockReader::fresh_id(const Draft& draft) {
  const std::string stem = "b" + content_id(draft.key);
  std::string id = stem;
  for (int n = 2; claimed_.count(id) > 0 || !given_.insert(id).second; ++n) {
    id = fmt::format("{}-{}", stem, n);
  }
  return id;
}

std::string BlockReader::settle_id(const XmlElement& e, const Draft& draft) {
  const XmlAttribute* id = e.attribute("id");
  return id && !check_value("id", id->value) ? id->value : fresh_id(draft);
}

void BlockReader::name_leaves(const std::string& id, const Draft& draft) {
  for (std::size_t i = 0; i < draft.leaves.size(); ++i) {
    leaves_[draft.leaves[i]].id = i == 0 ? id : fmt::format("{}/{}", id, i);
  }
}

bool BlockReader::warn_if_empty(const XmlElement& e, LeafId leaf) {
  if (!leaves_[leaf].text.utf8.empty()) return false;
  diagnostics_.warning(at(e), fmt::format("<{}> is empty", e.name), "delete it");
  return true;
}

LeafId BlockReader::single(const XmlElement& e, LeafRole role, const std::string& inherited) {
  Draft draft{e.name, {}};
  const LeafId id = leaf(e, role, inherited, draft);
  name_leaves(settle_id(e, draft), draft);
  return id;
}

LeafId BlockReader::named(const XmlElement& e, LeafRole role, std::string_view id,
                          const std::string& inherited) {
  Draft draft;
  const LeafId made = leaf(e, role, inherited, draft);
  leaves_[made].id = id;
  return made;
}

std::vector<Block> BlockReader::blocks(const XmlElement& e, const std::string& language) {
  std::string key;
  return nested(e, language, key);
}

std::vector<Block> BlockReader::nested(const XmlElement& e, const std::string& language,
                                       std::string& key) {
  std::vector<Block> out;
  for (const XmlElement* inner : children(e)) read_into(*inner, language, out, key);
  return out;
}

// Reads one block onto `out`. What it says is part of what the block around it says.
void BlockReader::read_into(const XmlElement& e, const std::string& inherited,
                            std::vector<Block>& out, std::string& key) {
  const std::string language = folder_.language(e, inherited);
  Block block;
  block.where = at(e);
  Draft draft{e.name + '\x1d', {}};
  const std::size_t leaves_before = leaves_.size();
  if (!read_body(e, language, block, draft)) {
    leaves_.resize(leaves_before);
    return;
  }
  block.id = settle_id(e, draft);
  name_leaves(block.id, draft);
  key += draft.key;
  out.push_back(std::move(block));
}

// False when `e` is no block, or an empty one that is left out.
bool BlockReader::read_body(const XmlElement& e, const std::string& language, Block& block,
                            Draft& draft) {
  const auto text = [&](LeafRole role) { return leaf(e, role, language, draft); };
  if (e.name == "p") {
    block.body = Paragraph{text(LeafRole::Paragraph)};
    return !warn_if_empty(e, draft.leaves.front());
  }
  if (e.name == "crosshead") {
    block.body = Crosshead{text(LeafRole::Crosshead)};
    return !warn_if_empty(e, draft.leaves.front());
  }
  if (e.name == "note") {
    block.body = Note{text(LeafRole::Note)};
    return !warn_if_empty(e, draft.leaves.front());
  }
  if (e.name == "pullquote") {
    PullQuote quote{text(LeafRole::PullQuote), kNoLeaf, wrap_of(e)};
    if (warn_if_empty(e, quote.text)) return false;
    const std::string by = text_of(e, "by");
    if (!by.empty()) {
      quote.by = add({by, {}, language, location_of(e, "by", file_)}, LeafRole::PullQuoteBy, draft);
    }
    block.body = quote;
    return true;
  }
  return read_compound(e, language, block, draft);
}

bool BlockReader::read_compound(const XmlElement& e, const std::string& language, Block& block,
                                Draft& draft) {
  if (e.name == "blockquote") {
    block.body = BlockQuote{nested(e, language, draft.key)};
  } else if (e.name == "ul" || e.name == "ol") {
    block.body = list(e, language, draft);
  } else if (e.name == "table") {
    block.body = table(e, language, draft);
  } else if (e.name == "panel") {
    block.body = panel(e, language, draft);
  } else if (e.name == "letter") {
    block.body = letter(e, language, draft);
  } else if (e.name == "directory") {
    block.body = directory(e, language, draft);
  } else if (e.name == "figure" || e.name == "graphic") {
    block.body = figure_body(e, language, draft);
  } else if (e.name == "qr") {
    Qr qr{text_of(e, "href"), kNoLeaf};
    draft.key += qr.href;
    qr.caption = child_leaf(e, "caption", LeafRole::QrCaption, language, draft);
    block.body = qr;
  } else {
    return false;
  }
  return true;
}

List BlockReader::list(const XmlElement& e, const std::string& language, Draft& draft) {
  List out;
  out.ordered = e.name == "ol";
  for (const XmlElement* li : children(e, "li")) {
    draft.key += '\x1c';
    std::vector<Block> blocks = item(*li, folder_.language(*li, language), draft);
    if (blocks.empty()) {
      diagnostics_.warning(at(*li), "<li> is empty", "delete it");
      continue;
    }
    out.items.push_back({std::move(blocks)});
  }
  return out;
}

// An item holds paragraphs and lists, or text, which then makes paragraphs of its own.
std::vector<Block> BlockReader::item(const XmlElement& e, const std::string& language,
                                     Draft& draft) {
  std::vector<Block> out;
  const std::span<const TextFolder::Node> nodes(e.children);
  std::size_t loose = 0;
  for (std::size_t i = 0; i <= nodes.size(); ++i) {
    const auto* block = i < nodes.size() ? std::get_if<XmlElement>(&nodes[i]) : nullptr;
    const bool is_block =
        block && (block->name == "p" || block->name == "ul" || block->name == "ol");
    if (i < nodes.size() && !is_block) continue;
    loose_paragraph(nodes.subspan(loose, i - loose), language, at(e), out, draft);
    if (is_block) read_into(*block, language, out, draft.key);
    loose = i + 1;
  }
  return out;
}

void BlockReader::loose_paragraph(std::span<const TextFolder::Node> nodes,
                                  const std::string& language, const Location& where,
                                  std::vector<Block>& out, Draft& draft) {
  if (nodes.empty()) return;
  Text text = folder_.fold(nodes, language, where);
  if (text.utf8.empty()) return;
  Draft inner{"p\x1d", {}};
  Block block;
  block.where = where;
  block.body = Paragraph{add(std::move(text), LeafRole::Paragraph, inner)};
  block.id = fresh_id(inner);
  name_leaves(block.id, inner);
  draft.key += inner.key;
  out.push_back(std::move(block));
}

Table BlockReader::table(const XmlElement& e, const std::string& language, Draft& draft) {
  Table out;
  out.caption = child_leaf(e, "caption", LeafRole::TableCaption, language, draft);
  std::vector<const XmlElement*> parts = children(e, "thead");
  for (const XmlElement* body : children(e, "tbody")) parts.push_back(body);
  std::vector<const XmlElement*> row_elements;
  for (const XmlElement* part : parts) {
    std::vector<TableRow>& rows = part->name == "thead" ? out.head : out.body;
    for (const XmlElement* tr : children(*part, "tr")) {
      draft.key += '\x1c';
      TableRow row;
      for (const XmlElement* td : children(*tr)) {
        if (td->name == "td" || td->name == "th") row.push_back(cell(*td, language, draft));
      }
      rows.push_back(std::move(row));
      row_elements.push_back(tr);
    }
  }
  const TableShape head = shape_rows(out.head), body = shape_rows(out.body);
  out.columns = std::max(head.columns, body.columns);
  if (head.overhang || body.overhang) {
    diagnostics_.warning(at(e), "a rowspan reaches past the last row of the table");
  }
  if (out.columns > kMostColumns) {
    diagnostics_.error(at(e), fmt::format("the table has more than {} columns", kMostColumns));
  }
  std::vector<int> widths = head.row_columns;
  widths.insert(widths.end(), body.row_columns.begin(), body.row_columns.end());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] == out.columns) continue;
    diagnostics_.warning(
        at(*row_elements[i]),
        fmt::format("the row fills {} of the table's {} columns", widths[i], out.columns));
  }
  return out;
}

TableCell BlockReader::cell(const XmlElement& e, const std::string& language, Draft& draft) {
  static constexpr std::array<std::string_view, 4> kAligns{"start", "centre", "end", "decimal"};
  TableCell out;
  out.text = leaf(e, LeafRole::Cell, language, draft);
  out.column_span = std::clamp(int_of(e, "colspan", 1), 1, kMostColumns);
  out.row_span = std::max(int_of(e, "rowspan", 1), 1);
  out.header = e.name == "th";
  out.scope = text_of(e, "scope");
  const std::size_t align = word_of(e, "align", kAligns, kAligns.size());
  if (align < kAligns.size()) out.align = static_cast<CellAlign>(align);
  return out;
}

Panel BlockReader::panel(const XmlElement& e, const std::string& language, Draft& draft) {
  Panel out;
  out.headline = child_leaf(e, "headline", LeafRole::PanelHeadline, language, draft);
  out.blocks = nested(e, language, draft.key);
  out.wrap = wrap_of(e);
  return out;
}

Letter BlockReader::letter(const XmlElement& e, const std::string& language, Draft& draft) {
  Letter out;
  out.headline = child_leaf(e, "headline", LeafRole::LetterHeadline, language, draft);
  out.blocks = nested(e, language, draft.key);
  out.signature = child_leaf(e, "signature", LeafRole::Signature, language, draft);
  out.place = child_leaf(e, "place", LeafRole::Place, language, draft);
  return out;
}

Directory BlockReader::directory(const XmlElement& e, const std::string& language, Draft& draft) {
  Directory out;
  for (const XmlElement* entry : children(e, "entry")) {
    const std::string own = folder_.language(*entry, language);
    DirectoryEntry& made = out.entries.emplace_back();
    made.name = child_leaf(*entry, "name", LeafRole::EntryName, own, draft);
    for (const XmlElement* inner : children(*entry)) {
      if (inner->name == "phone" || inner->name == "email" || inner->name == "address" ||
          inner->name == "a") {
        made.fields.push_back(field(*inner, own, draft));
      }
    }
  }
  return out;
}

DirectoryField BlockReader::field(const XmlElement& e, const std::string& language, Draft& draft) {
  DirectoryField out{ContactKind::Address, leaf(e, LeafRole::EntryField, language, draft), {}};
  const std::string text = leaves_[out.text].text.utf8;
  if (text.empty()) diagnostics_.warning(at(e), fmt::format("<{}> is empty", e.name));
  if (e.name == "phone") {
    out.kind = ContactKind::Phone;
    out.href = dialled(text);
  } else if (e.name == "email") {
    out.kind = ContactKind::Email;
    out.href = "mailto:" + text;
  } else if (e.name == "a") {
    out.kind = ContactKind::Link;
    out.href = text_of(e, "href");
  }
  // An address or a number is written from the left in any language.
  Text& field = leaves_[out.text].text;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (out.kind != ContactKind::Address && is_right_to_left(field.language) &&
      std::all_of(field.utf8.begin(), field.utf8.end(), is_ascii))
    field.spans.insert(field.spans.begin(), {SpanKind::Language, 0,
                                             static_cast<std::uint32_t>(field.utf8.size()), "zxx"});
  return out;
}

Block BlockReader::figure(const XmlElement& e, const std::string& language) {
  std::vector<Block> out;
  std::string key;
  read_into(e, language, out, key);
  return std::move(out.front());
}

Figure BlockReader::figure_body(const XmlElement& e, const std::string& language, Draft& draft) {
  static constexpr std::array<std::string_view, 6> kKinds{"cartoon", "puzzle", "weather",
                                                          "chart",   "map",    "solution"};
  Figure out;
  out.declared = text_of(e, "src");
  if (const XmlAttribute* src = e.attribute("src")) {
    out.source =
        tree_.file(src->value, path_, Reach::Issue, location_of(e, "src", file_), diagnostics_)
            .value_or("");
  }
  out.alt = text_of(e, "alt");
  if (const auto focus = parse_fractions(text_of(e, "focus"))) {
    out.focus_x = focus->x;
    out.focus_y = focus->y;
  }
  // A drawing has lettering up to its edges: of that nothing is cut unless its editor lets it.
  out.crop = number_of(e, "crop", e.name == "graphic" ? 0 : out.crop);
  figure_columns(e, out);
  out.wrap = wrap_of(e);
  out.outputs = outputs_of(e);
  if (e.name == "graphic") {
    out.graphic = static_cast<GraphicKind>(word_of(e, "kind", kKinds, kKinds.size() - 1) + 1);
  }
  out.solution = text_of(e, "solution");
  const std::string own_id = text_of(e, "id");
  if (!own_id.empty()) figures_.insert(own_id);
  if (!out.solution.empty()) {
    solutions_.push_back({own_id, out.solution, location_of(e, "solution", file_)});
  }
  draft.key += out.declared;
  out.caption = child_leaf(e, "caption", LeafRole::Caption, language, draft);
  out.credit = child_leaf(e, "credit", LeafRole::Credit, language, draft);
  return out;
}

void BlockReader::figure_columns(const XmlElement& e, Figure& out) {
  const auto columns = parse_int_range(text_of(e, "columns"));
  if (!columns) return;
  out.columns_min = columns->first;
  out.columns_max = columns->last;
  if (columns->first > columns->last) {
    diagnostics_.error(location_of(e, "columns", file_), "the range of columns runs backwards",
                       fmt::format("write {}-{}", columns->last, columns->first));
  }
}

void BlockReader::check_solutions() {
  for (const SolutionRef& ref : solutions_) {
    if (figures_.count(ref.solution) > 0 && ref.solution != ref.figure) continue;
    const std::vector<std::string> known(figures_.begin(), figures_.end());
    diagnostics_.error(
        ref.where,
        fmt::format("solution=\"{}\" names no other figure of the article", ref.solution),
        nearest_hint(ref.solution, known));
  }
}

}  // namespace forme
