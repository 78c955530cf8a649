#pragma once

#include <string>
#include <vector>

#include "display/display_list.h"
#include "paragraph/line.h"
#include "style/layout.h"

namespace forme {

// Whose copy an item shows: its node in the structure tree and its leaf.
struct Owner {
  NodeId node = kArtifact;
  std::uint32_t article = 0;
  LeafId leaf = kNoLeaf;
};

// A set piece that stands on whole grid rows; items are relative to its top left corner.
struct SetBlock {
  int rows = 0;
  std::vector<DisplayItem> items;
  bool empty() const { return rows == 0; }
};

void translate(std::vector<DisplayItem>& items, Length dx, Length dy);
// Appends `from`, moved by (dx, dy).
void append_moved(std::vector<DisplayItem>& to, const std::vector<DisplayItem>& from, Length dx,
                  Length dy);

// Turns what was composed from the left over `width` into what is read from the right, or back:
// boxes and runs change sides; what they show stays as it is, but for shapes that point.
void mirror(std::vector<DisplayItem>& items, Length width);

// The same items as no part of the copy: what a reader has met already.
std::vector<DisplayItem> as_furniture(std::vector<DisplayItem> items);

// The line and its runs with their baseline at `baseline`, and an area for each link.
void append_line(std::vector<DisplayItem>& items, const Line& line, Length x, Length baseline,
                 const Owner& owner);
// Lines of one style from the box top `top` down. Gives the depth: lines × leading.
Length append_lines(std::vector<DisplayItem>& items, const std::vector<Line>& lines,
                    const TextStyle& style, Length x, Length top, const Owner& owner);

void append_rule(std::vector<DisplayItem>& items, Length x, Length y, Length width,
                 Length thickness, const std::string& colour);
void append_upright_rule(std::vector<DisplayItem>& items, Length x, Length y, Length height,
                         Length thickness, const std::string& colour);
void append_box(std::vector<DisplayItem>& items, const Rect& box, const std::string& colour);
// The red triangle after a jump line, `size` deep, its top left at `at`.
void append_arrow(std::vector<DisplayItem>& items, Point at, Length size,
                  const std::string& colour);

// Whole rows that hold `depth`.
int rows_for(Length depth, const Grid& grid);

}  // namespace forme
