#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "style/protrusion.h"

namespace forme {

enum class Align : std::uint8_t { Justify, Start, End, Centre };

// How one role of text is set. A value; the layout's style sheet holds one by name.
struct TextStyle {
  std::string name;
  std::string family = "text";  // a role of the font set
  std::string width = "condensed";
  int weight = 400;
  bool italic = false;
  Length size = 9_pt, leading = 11_pt;
  double middle =
      0.388;          // of its letters' height above the baseline, in em: they are centred by it
  int grid_rows = 1;  // that a line takes where its leading is the grid's times this
  int tracking = 0;   // 1/1000 em
  std::string colour = "black";
  Align align = Align::Start;
  bool hyphenate = false;
  int hyphen_left = 3, hyphen_right = 3;  // letters kept
  std::vector<std::string>
      features;         // OpenType tags that are on: "kern", "liga", "lnum"; "-liga" is off
  Length first_indent;  // of every line that opens a paragraph, unless it follows a head
  double rows_before = 0, rows_after = 0;  // in grid rows
  int drop_cap_lines = 0;
  double word_space_min = 0.75,
         word_space_max = 1.6;  // times the face's space, what justification may reach at cost 1
  Protrusion protrusion;        // what hangs past the edges of the measure
  bool operator==(const TextStyle&) const = default;
};

// Below the top of its box, the baseline of the first line: leading / 2 + middle × size. In a line
// of several grid rows it is the last row's, where a line of one row has it.
Length first_baseline(const TextStyle& style);

}  // namespace forme
