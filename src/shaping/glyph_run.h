#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "font/face.h"

namespace forme {

// One glyph; lengths at the run's size. Offsets are from the pen, y upwards.
struct Glyph {
  std::uint32_t id = 0;
  Length advance, x_offset, y_offset;
  std::uint32_t cluster = 0;  // byte of GlyphRun::text where its cluster begins
  bool operator==(const Glyph&) const = default;
};

// Glyphs of one face, size, colour and direction, in visual order (left to right).
struct GlyphRun {
  FaceId face = 0;
  Length size;
  double scale_x = 1.0;  // glyph scaling; advances and offsets have it applied
  std::string colour;
  bool right_to_left = false;
  bool against = false;  // it runs against the text round it
  Length rise;           // baseline shift, upwards
  std::string language;
  std::vector<Glyph> glyphs;
  std::string text;  // UTF-8 that the run reads as, in logical order; an inserted hyphen is U+00AD
  std::uint32_t text_first = 0;  // byte of the source text where `text` begins
  std::uint32_t text_last = 0;   // and where it ends; an inserted hyphen takes no bytes of it
  std::string link;              // href or empty
  // A word set in several runs (a drop cap and its rest) reads as `reads_as` from the run that has
  // it to the next with `ends_reading`; their own texts are then silent.
  std::string reads_as;
  bool ends_reading = false;
  std::uint32_t note = 0;  // leaf of the footnote that this marks; 0: none
  bool operator==(const GlyphRun&) const = default;
};

}  // namespace forme
