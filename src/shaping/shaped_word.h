#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/face.h"

namespace forme {

// All that the shape of a word depends on, besides its letters.
struct ShapeSettings {
  FaceId face = 0;
  std::vector<std::string> features;  // OpenType tags; "-liga" is off
  std::string language;
  std::uint32_t script = 0;  // as Item::script
  bool right_to_left = false;
  bool as_capitals =
      false;  // lower case is shown by capitals: small capitals of a face without them
  bool operator==(const ShapeSettings&) const = default;
};

// Lengths in font units. There is one for each letter of each word ever set, so they are kept
// small.
struct ShapedGlyph {
  static constexpr std::uint32_t kMostCluster = (1U << 30) - 1;
  std::uint32_t id = 0;
  std::int32_t advance = 0, x_offset = 0, y_offset = 0;
  std::uint32_t cluster : 30 = 0;  // byte of the word where its cluster begins
  bool safe_to_break : 1 = true;   // the word may be cut before this cluster and its shape stays
  bool opens_cluster : 1 = true;   // the glyph that tracking follows: one for each cluster
};

// A stretch of a word in one face; glyphs in visual order.
struct ShapedPart {
  FaceId face = 0;
  int units_per_em = 1000;
  std::uint32_t first = 0, last = 0;  // bytes of the word
  std::int64_t advance = 0;           // sum over the glyphs
  int clusters = 0;                   // glyphs that open a cluster
  std::vector<ShapedGlyph> glyphs;
};

// A grapheme cluster that no face can show as it should be; bytes of the word.
struct MissingCluster {
  std::uint32_t first = 0, last = 0;
};

// A word, whatever its size. Parts in logical order.
struct ShapedWord {
  std::vector<ShapedPart> parts;
  std::vector<MissingCluster> missing;  // each is one box
  std::uint32_t number = 0;             // of the words of its cache, so that more can be kept of it
};

}  // namespace forme
