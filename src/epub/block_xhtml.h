#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "epub/book.h"
#include "epub/book_pictures.h"
#include "epub/inline_xhtml.h"
#include "epub/markup_writer.h"

namespace forme {

// Writes the leaves and blocks of one article into its document. Every block has its id, once.
class BlockWriter {
 public:
  BlockWriter(MarkupWriter& out, const Book& book, const BookArticle& article,
              const BookPictures& pictures);

  // A heading inside `blocks` is <h2> at level 2, and so on.
  void blocks(const std::vector<Block>& blocks, int level);
  // An element with the leaf's text, on a line of its own; nothing for a leaf that is not shown.
  void leaf(std::string_view name, Attributes attributes, LeafId leaf);
  // The leaf's text alone.
  void text(LeafId leaf, bool in_link = false);
  bool is_shown(LeafId leaf) const;
  std::string language() const { return article_.article->language; }
  // The attributes of an element that holds our own words.
  Attributes label_attributes(Attributes attributes) const;

  const std::set<LeafId>& called_notes() const { return called_; }

 private:
  void block(const Block& block, int level);
  void write(const Block& block, const Paragraph& paragraph, int level);
  void write(const Block& block, const Crosshead& crosshead, int level);
  void write(const Block& block, const PullQuote& quote, int level);
  void write(const Block& block, const BlockQuote& quote, int level);
  void write(const Block& block, const List& list, int level);
  void write(const Block& block, const Table& table, int level);
  void write(const Block& block, const Panel& panel, int level);
  void write(const Block& block, const Letter& letter, int level);
  void write(const Block& block, const Directory& directory, int level);
  void write(const Block& block, const Qr& qr, int level);
  void write(const Block& block, const Figure& figure, int level);
  void write(const Block& block, const Note& note, int level);

  void list_item(const ListItem& item, int level);
  void table_rows(std::string_view group, const std::vector<TableRow>& rows, bool head);
  void cell(const TableCell& cell, bool head);
  void field(const DirectoryField& field);
  void figure_words(const Figure& figure);
  void open_block(std::string_view name, Attributes attributes);
  void close_block();
  void linked(std::string_view name, const std::string& href, LeafId words);
  Attributes with_id(const Block& block, Attributes attributes = {});
  std::string heading_id(const Block& block, LeafId heading) const;

  MarkupWriter& out_;
  const Book& book_;
  const BookArticle& article_;
  const BookPictures& pictures_;
  std::set<std::string> used_ids_;
  std::set<LeafId> called_;
};

}  // namespace forme
