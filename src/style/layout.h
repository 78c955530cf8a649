#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/geometry.h"
#include "base/result.h"
#include "style/colour.h"
#include "style/text_style.h"

namespace forme {

// The page grid: columns with gutters between them, and baseline rows under the head margin.
struct Grid {
  Point origin;  // top left of column 0, row 0
  int columns = 6, rows = 104;
  Length column, gutter, row;

  Length left(int col) const { return origin.x + (column + gutter) * col; }
  Length width(int span) const { return column * span + gutter * (span - 1); }
  Length top(double at_row) const { return origin.y + row * at_row; }
  bool operator==(const Grid&) const = default;
};

// Whole columns and rows.
struct GridRect {
  int x = 0, y = 0, w = 0, h = 0;
  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool operator==(const GridRect&) const = default;
};
inline bool overlap(const GridRect& a, const GridRect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// Furniture: what stands on every page of a kind. Rows may be fractions.
// A template's {names} (style/furniture_names.h) are filled from the issue. A text whose template
// comes out empty is left out.
struct FurniturePiece {
  std::string style, text;
};
struct FurnitureText {
  double col = 0, cols = 1, row = 0, rows = 1;
  Align align = Align::Start;
  Length gap = 6_pt;    // between pieces
  bool shrink = false;  // one line made smaller until it fits
  Length width;         // of that line; zero: the columns
  std::vector<FurniturePiece> pieces;
};
struct FurnitureRule {
  double col = 0, cols = 1, row = 0, rows = 0;  // rows > 0: upright, in the gutter left of `col`
  Length thickness = 0.5_pt;
  std::string colour = "black";
  int ear = -1;  // that it stands beside: drawn with that alone
};
struct FurnitureEar {
  int index = 0;
  double col = 0, cols = 1, row = 0;
};

enum class SlotKind : std::uint8_t { Fixed, Elastic, Auto };
struct Slot {
  std::string id;
  GridRect box;
  SlotKind kind = SlotKind::Auto;
  std::string content = "stories";  // stories, nibs, promos
  double head_drop = 0;             // rows that a head stands lower than the slot's top
};

struct PageKind {
  std::string id;
  std::vector<FurnitureText> texts;
  std::vector<FurnitureRule> rules;
  std::vector<FurnitureEar> ears;
  std::vector<Slot> slots;
};

// One step of the headline scale: a line is `rows` grid rows.
struct HeadlineStep {
  int rows = 2;
  std::string style;
};

struct Layout;
// The layout as articles of some languages are set: type and leading of its styles multiplied.
struct LayoutVariant {
  std::vector<std::string> languages;  // primary subtags
  double size = 1, display = 1;        // of running text, and of type twice the body's size or more
  int leading = 1;
  double middle = 0.388;  // as TextStyle::middle
  std::shared_ptr<const Layout> layout;
};

struct Layout {
  std::string id, press, font_set = "noto";
  std::vector<std::string> folders;  // its own, after those of the layouts that it extends
  bool from_right = false;           // the paper is read from the right: column 0 is the rightmost
  bool lift_quotes = true;           // sentences of the copy may be set again as pull quotes
  Size trim;
  Length bleed;
  Grid grid;
  Palette palette;
  std::map<std::string, Protrusion> protrusions;  // by name
  std::map<std::string, TextStyle> styles;
  std::vector<HeadlineStep> headline_steps;  // largest first
  double headline_rows = 1;                  // what asked-for rows of a headline are times
  std::vector<PageKind> pages;
  std::vector<LayoutVariant> variants;

  // The variant for a language, else this.
  const Layout& in(std::string_view language) const;
  // The style, or the body's for a name that the layout lacks (the reader has reported it).
  const TextStyle& style(const std::string& name) const;
  const PageKind& page(const std::string& kind) const;  // else "news", else the first
};

// Names that make-up asks for; a layout without one is an error.
const std::vector<std::string>& required_styles();

// Reads FOLDER/layout.xml and, where it says extends="NAME", what it takes over from the layout of
// that name beside it, or else in `shipped`: colours, protrusion, styles and headline steps. The
// first mistake is the failure, the others go to `diagnostics`.
Result<Layout> read_layout(const FileSystem& fs, const std::string& folder,
                           Diagnostics& diagnostics, const std::string& shipped = "");

}  // namespace forme
