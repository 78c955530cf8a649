#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "paragraph/line_break.h"
#include "paragraph/paragraph_text.h"
#include "style/protrusion.h"

namespace forme {

// A place where a line may end, with all that the choice needs to know of it. The line between two
// of them measures `to.end - from.start`; what hangs past the margins is no part of that.
struct Breakpoint {
  std::uint32_t visible = 0;  // byte where what is seen of the line ends
  std::uint32_t next =
      0;  // byte where the next line begins; the spaces between are seen in neither
  Pen end, start;
  Length end_hang, start_hang;  // of the line that ends here, and of the next
  int penalty = 0;              // on the scale of TeX's
  int sense = 0;                // how badly the line would end in a headline ("a", "the")
  bool inserts_hyphen = false;
  bool flagged = false;  // a hyphen is seen at the line's end
  bool forced = false;
  bool cut = false;  // between letters of a word that nothing else divides
};

struct BreakSettings {
  bool hyphenate = false;
  Length longest_word;  // wider ones are divided in any case, and may be cut; 0: none are
  int hyphen_left = 3, hyphen_right = 3;
  bool weigh_sense = false;  // fill in Breakpoint::sense
  Protrusion protrusion;     // fill in the hangs
  bool operator==(const BreakSettings&) const = default;
};

class WordDivider;  // word_division.h

// What finding needs; all of one thread.
struct BreakTools {
  const FontLibrary& fonts;
  WordCache& cache;
  LineBreaker& breaker;
  WordDivider& divider;
};

// The breakpoints of a paragraph in order; the first is its beginning and the last its end. What
// was in `breaks` goes; its room is used again, since there are thousands of paragraphs.
void find_breakpoints(const ParagraphText& paragraph, const std::string& language,
                      const BreakSettings& settings, const BreakTools& tools,
                      std::vector<Breakpoint>& breaks);

// The glyph that ends a divided word: U+2010, else U+002D, of the face that the word ends in, else
// of its first face.
struct HyphenGlyph {
  FaceId face = 0;
  std::uint32_t id = 0;
  int advance = 0, units_per_em = 1000;
};
HyphenGlyph hyphen_glyph(const ShapedWord& word, FaceId first, const FontLibrary& fonts);

}  // namespace forme
