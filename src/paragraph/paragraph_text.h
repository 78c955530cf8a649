#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "paragraph/styled_run.h"
#include "shaping/word_cache.h"

namespace forme {

// A word or a space: what is shaped as one. Bytes [first, last) of the text.
struct Piece {
  enum class Kind : std::uint8_t { Word, Space, LineEnd };
  Kind kind = Kind::Word;
  std::uint8_t level = 0;  // odd: right to left
  bool spaced = true;      // takes tracking: its script's letters stand apart
  std::uint32_t run = 0;   // index of ParagraphText::runs
  std::uint32_t first = 0, last = 0;
  SettingsId settings = 0;
  const ShapedWord* word = nullptr;  // null for LineEnd
};

// A paragraph ready to be broken.
struct ParagraphText {
  std::string_view utf8;
  std::uint32_t first = 0;  // text before it is set elsewhere
  bool right_to_left = false;
  bool from_right = false;  // as Text::from_right
  std::vector<StyledRun> runs;
  std::vector<Piece> pieces;  // in logical order, from `first` on without gaps
  bool lacks_glyphs = false;  // a word has clusters that no font has
};

// Finds the pieces of a paragraph of which all else is given. What was in `pieces` goes; its room
// is used again, since there are thousands of paragraphs. `language`: of the text round the runs;
// `paragraph.right_to_left` is what is_right_to_left() says of it.
void prepare(ParagraphText& paragraph, std::string_view language, WordCache& cache);

// How far a line's pen has come: natural advance, the word spaces in it, and what one thousandth of
// an em of tracking adds.
struct Pen {
  Length advance, spaces, per_mille;
  friend Pen operator+(const Pen& a, const Pen& b) {
    return {a.advance + b.advance, a.spaces + b.spaces, a.per_mille + b.per_mille};
  }
  friend Pen operator-(const Pen& a, const Pen& b) {
    return {a.advance - b.advance, a.spaces - b.spaces, a.per_mille - b.per_mille};
  }
};

// `units` of a face with `units_per_em` at `size`.
inline Length scale_units(std::int64_t units, int units_per_em, Length size) {
  const std::int64_t product = units * size.units();
  const std::int64_t half = units_per_em / 2;
  return Length::from_units((product + (product < 0 ? -half : half)) / units_per_em);
}

// What `clusters` glyphs of a piece with advances of `units` in all add to the pen.
Pen measure_units(int units_per_em, std::int64_t units, int clusters, const Piece& piece,
                  const StyledRun& run);
// What a word (whole, or shaped from a part of the piece) adds to the pen.
Pen measure(const ShapedWord& word, const Piece& piece, const StyledRun& run);

}  // namespace forme
