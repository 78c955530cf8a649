#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/text.h"

namespace forme {

struct Block;

// How copy flows round a block that stands into the legs: not at all, round its box, or round what
// the picture shows, by its alpha channel.
enum class Wrap : std::uint8_t { None, Box, Outline };

struct Paragraph {
  LeafId text = kNoLeaf;
};
struct Crosshead {
  LeafId text = kNoLeaf;
};
struct PullQuote {
  LeafId text = kNoLeaf;
  LeafId by = kNoLeaf;
  Wrap wrap = Wrap::None;
};
struct BlockQuote {
  std::vector<Block> blocks;
};
struct Note {
  LeafId text = kNoLeaf;
};

struct ListItem {
  std::vector<Block> blocks;
};
struct List {
  bool ordered = false;
  std::vector<ListItem> items;
};

enum class CellAlign : std::uint8_t { Start, Centre, End, Decimal };
struct TableCell {
  LeafId text = kNoLeaf;
  int column_span = 1, row_span = 1;
  bool header = false;
  std::optional<CellAlign> align;
  std::string scope;
};
using TableRow = std::vector<TableCell>;
struct Table {
  LeafId caption = kNoLeaf;
  std::vector<TableRow> head, body;
  int columns = 0;  // the widest row, spans counted
};

struct Panel {
  LeafId headline = kNoLeaf;
  std::vector<Block> blocks;
  Wrap wrap = Wrap::None;
};
struct Letter {
  LeafId headline = kNoLeaf;
  std::vector<Block> blocks;
  LeafId signature = kNoLeaf, place = kNoLeaf;
};

enum class ContactKind : std::uint8_t { Phone, Email, Link, Address };
struct DirectoryField {
  ContactKind kind;
  LeafId text = kNoLeaf;
  std::string href;
};
struct DirectoryEntry {
  LeafId name = kNoLeaf;
  std::vector<DirectoryField> fields;
};
struct Directory {
  std::vector<DirectoryEntry> entries;
};

struct Qr {
  std::string href;
  LeafId caption = kNoLeaf;
};

enum class GraphicKind : std::uint8_t { None, Cartoon, Puzzle, Weather, Chart, Map, Solution };
// A <figure> or a <graphic>.
struct Figure {
  std::string source;    // path of the file as the run opens it
  std::string declared;  // the src as written
  std::string alt;       // empty: decoration
  double focus_x = 0.5, focus_y = 0.5;
  double crop = 0.1;  // the largest part of either dimension that may be cut away
  int columns_min = 0, columns_max = 0;  // 0: the solver's choice
  std::uint8_t outputs = 0x0F;
  Wrap wrap = Wrap::None;
  GraphicKind graphic = GraphicKind::None;
  std::string solution;  // id of another figure
  LeafId caption = kNoLeaf, credit = kNoLeaf;
};

struct Block {
  std::string id;  // as given, else a hash of the content
  Location where;
  std::variant<Paragraph, Crosshead, PullQuote, BlockQuote, List, Table, Panel, Letter, Directory,
               Qr, Figure, Note>
      body;
};

}  // namespace forme
