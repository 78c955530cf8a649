#include "epub/block_xhtml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/language.h"
#include "content/puzzle.h"
#include "epub/file_names.h"
#include "epub/labels.h"

namespace forme {

namespace {

constexpr int kLowestHeading = 6;

std::string heading(int level) {
  return fmt::format("h{}", std::min(level, kLowestHeading));
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

std::string_view graphic_class(GraphicKind kind) {
  switch (kind) {
    case GraphicKind::None:
      return "picture";
    case GraphicKind::Cartoon:
      return "cartoon";
    case GraphicKind::Puzzle:
      return "puzzle";
    case GraphicKind::Weather:
      return "weather";
    case GraphicKind::Chart:
      return "chart";
    case GraphicKind::Map:
      return "map";
    case GraphicKind::Solution:
      return "solution";
  }
  return "picture";
}

}  // namespace

BlockWriter::BlockWriter(MarkupWriter& out, const Book& book, const BookArticle& article,
                         const BookPictures& pictures)
    : out_(out), book_(book), article_(article), pictures_(pictures) {}

bool BlockWriter::is_shown(LeafId leaf) const {
  return leaf < article_.shown.size() && article_.shown[leaf];
}

Attributes BlockWriter::label_attributes(Attributes attributes) const {
  const std::string_view words = labels_for(language()).language;
  if (words == primary_language(language())) return attributes;
  for (Attribute& extra : language_attributes(words, language())) {
    attributes.push_back(std::move(extra));
  }
  return attributes;
}

// A page that begins with a heading is marked before it, so that the mark is not read as part of
// it.
void BlockWriter::leaf(std::string_view name, Attributes attributes, LeafId leaf) {
  if (!is_shown(leaf)) return;
  const Text& words = article_.article->text(leaf);
  const bool before = is_heading(name);
  for (const PageBreak& b : article_.breaks) {
    if (before && b.leaf == leaf && b.offset == 0) {
      write_page_break(out_, b.page, b.id, language());
    }
  }
  for (Attribute& extra : language_attributes(words.language, language())) {
    attributes.push_back(std::move(extra));
  }
  const std::string_view spoken =
      words.language.empty() ? article_.article->language : words.language;
  out_.open(name, attributes);
  write_inline(out_, words, {&book_, &article_, leaf, spoken, &called_, false, before});
  out_.close();
  out_.line();
}

void BlockWriter::text(LeafId leaf, bool in_link) {
  if (!is_shown(leaf)) return;
  const Text& words = article_.article->text(leaf);
  const Attributes spoken = language_attributes(words.language, language());
  if (!spoken.empty()) out_.open("span", spoken);
  write_inline(out_, words,
               {&book_, &article_, leaf, spoken.empty() ? language() : words.language, &called_,
                in_link, false});
  if (!spoken.empty()) out_.close();
}

Attributes BlockWriter::with_id(const Block& block, Attributes attributes) {
  if (!block.id.empty() && used_ids_.insert(block.id).second) {
    attributes.insert(attributes.begin(), {"id", block.id});
  }
  return attributes;
}

std::string BlockWriter::heading_id(const Block& block, LeafId heading) const {
  return is_shown(heading) ? own_id(article_, "head-" + block.id) : std::string();
}

void BlockWriter::open_block(std::string_view name, Attributes attributes) {
  out_.open(name, attributes);
  out_.line();
}

void BlockWriter::close_block() {
  out_.close();
  out_.line();
}

void BlockWriter::blocks(const std::vector<Block>& blocks, int level) {
  for (const Block& each : blocks) block(each, level);
}

void BlockWriter::block(const Block& block, int level) {
  std::visit([&](const auto& body) { write(block, body, level); }, block.body);
}

void BlockWriter::write(const Block& block, const Paragraph& paragraph, int) {
  leaf("p", with_id(block), paragraph.text);
}

void BlockWriter::write(const Block& block, const Crosshead& crosshead, int level) {
  leaf(heading(level), with_id(block, {{"class", "crosshead"}}), crosshead.text);
}

void BlockWriter::write(const Block& block, const PullQuote& quote, int) {
  if (!is_shown(quote.text)) return;
  open_block("aside", with_id(block, {{"class", "pullquote"},
                                      {"epub:type", "pullquote"},
                                      {"role", "doc-pullquote"}}));
  leaf("p", {}, quote.text);
  leaf("p", {{"class", "by"}}, quote.by);
  close_block();
}

void BlockWriter::write(const Block& block, const BlockQuote& quote, int level) {
  open_block("blockquote", with_id(block));
  blocks(quote.blocks, level);
  close_block();
}

void BlockWriter::write(const Block& block, const List& list, int level) {
  open_block(list.ordered ? "ol" : "ul", with_id(block));
  for (const ListItem& item : list.items) list_item(item, level);
  close_block();
}

// An item of one paragraph needs no <p>.
void BlockWriter::list_item(const ListItem& item, int level) {
  const auto* only =
      item.blocks.size() == 1 ? std::get_if<Paragraph>(&item.blocks.front().body) : nullptr;
  if (only != nullptr) {
    leaf("li", with_id(item.blocks.front()), only->text);
    return;
  }
  open_block("li", {});
  blocks(item.blocks, level);
  close_block();
}

void BlockWriter::write(const Block& block, const Table& table, int) {
  open_block("table", with_id(block));
  leaf("caption", {}, table.caption);
  table_rows("thead", table.head, true);
  table_rows("tbody", table.body, false);
  close_block();
}

void BlockWriter::table_rows(std::string_view group, const std::vector<TableRow>& rows, bool head) {
  if (rows.empty()) return;
  open_block(group, {});
  for (const TableRow& row : rows) {
    open_block("tr", {});
    for (const TableCell& each : row) cell(each, head);
    close_block();
  }
  close_block();
}

void BlockWriter::cell(const TableCell& cell, bool head) {
  Attributes attributes;
  if (cell.header) {
    attributes.push_back({"scope", !cell.scope.empty() ? cell.scope : head ? "col" : "row"});
  }
  if (cell.column_span > 1) attributes.push_back({"colspan", fmt::format("{}", cell.column_span)});
  if (cell.row_span > 1) attributes.push_back({"rowspan", fmt::format("{}", cell.row_span)});
  if (cell.align == CellAlign::Centre) attributes.push_back({"class", "centre"});
  if (cell.align == CellAlign::End) attributes.push_back({"class", "end"});
  if (cell.align == CellAlign::Decimal) attributes.push_back({"class", "decimal"});
  const std::string_view name = cell.header ? "th" : "td";
  if (is_shown(cell.text)) {
    leaf(name, std::move(attributes), cell.text);
  } else {
    out_.element(name, attributes, {});
    out_.line();
  }
}

void BlockWriter::write(const Block& block, const Panel& panel, int level) {
  const std::string head = heading_id(block, panel.headline);
  Attributes attributes = with_id(block, {{"class", "panel"}});
  if (!head.empty()) attributes.push_back({"aria-labelledby", head});
  open_block("aside", std::move(attributes));
  leaf(heading(level), {{"id", head}}, panel.headline);
  blocks(panel.blocks, level + 1);
  close_block();
}

void BlockWriter::write(const Block& block, const Letter& letter, int level) {
  const std::string head = heading_id(block, letter.headline);
  Attributes attributes = with_id(block, {{"class", "letter"}});
  if (!head.empty()) attributes.push_back({"aria-labelledby", head});
  open_block("section", std::move(attributes));
  leaf(heading(level), {{"id", head}}, letter.headline);
  blocks(letter.blocks, level + 1);
  leaf("p", {{"class", "signature"}}, letter.signature);
  leaf("p", {{"class", "place"}}, letter.place);
  close_block();
}

void BlockWriter::write(const Block& block, const Directory& directory, int) {
  open_block("dl", with_id(block, {{"class", "directory"}}));
  for (const DirectoryEntry& entry : directory.entries) {
    leaf("dt", {}, entry.name);
    for (const DirectoryField& each : entry.fields) field(each);
  }
  close_block();
}

void BlockWriter::field(const DirectoryField& field) {
  const std::string& href = field.href;
  if (href.empty()) {
    leaf("dd", {}, field.text);
  } else {
    linked("dd", href, field.text);
  }
}

// An element whose whole text is one link; the link itself when there are no words.
void BlockWriter::linked(std::string_view name, const std::string& href, LeafId words) {
  const std::string target = resolve_link(book_, article_, href);
  out_.open(name);
  if (!target.empty()) out_.open("a", {{"href", target}});
  if (is_shown(words)) {
    text(words, true);
  } else {
    out_.text(href);
  }
  if (!target.empty()) out_.close();
  out_.close();
  out_.line();
}

void BlockWriter::write(const Block& block, const Qr& qr, int) {
  open_block("div", with_id(block, {{"class", "qr"}}));
  linked("p", qr.href, qr.caption);
  close_block();
}

void BlockWriter::write(const Block& block, const Figure& figure, int) {
  if ((figure.outputs & kEpub) == 0) return;
  const auto picture = pictures_.find(figure.source);
  open_block("figure", with_id(block, {{"class", std::string(graphic_class(figure.graphic))}}));
  if (picture != pictures_.end()) {
    Attributes attributes{{"src", from_text(picture->second.file)}, {"alt", figure.alt}};
    if (figure.alt.empty()) attributes.push_back({"role", "presentation"});
    out_.empty("img", attributes);
    out_.line();
  }
  figure_words(figure);
  close_block();
}

void BlockWriter::figure_words(const Figure& figure) {
  const bool solved = article_.blocks.count(figure.solution) > 0;
  const bool solution = is_solution(*article_.article, figure);
  if (!is_shown(figure.caption) && !is_shown(figure.credit) && !solved && !solution) return;
  open_block("figcaption", {});
  if (solution) {
    out_.element("p", label_attributes({{"class", "label"}}), labels_for(language()).solution);
    out_.line();
  }
  leaf("p", {}, figure.caption);
  leaf("p", {{"class", "credit"}}, figure.credit);
  if (solved) {
    out_.open("p", label_attributes({}));
    out_.element("a", {{"href", "#" + figure.solution}}, labels_for(language()).solution);
    close_block();
  }
  close_block();
}

void BlockWriter::write(const Block& block, const Note& note, int) {
  leaf("p", with_id(block, {{"class", "note"}}), note.text);
}

}  // namespace forme
