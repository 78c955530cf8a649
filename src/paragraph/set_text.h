#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "content/text.h"
#include "font/font_library.h"
#include "paragraph/line.h"
#include "style/text_style.h"

namespace forme {

// Line widths of one paragraph: `first` of its first lines (beside a drop cap, round a picture),
// `rest` of those after them.
struct LineWidths {
  Length rest;
  std::vector<Length> first;
  std::vector<Length> first_left;  // left edge of each of those lines; right, of text from_right
  Length at(std::size_t line) const { return line < first.size() ? first[line] : rest; }
  Length left(std::size_t line) const {
    return line < first_left.size() ? first_left[line] : Length();
  }
};

struct SetOptions {
  bool opens_after_head = false;  // no first-line indent
  int looseness = 0;              // lines more or fewer than the optimum, where feasible
  std::uint32_t skip_bytes = 0;   // text before it is set elsewhere (a drop cap)
  bool balance = false;           // headlines: lines as even as the sense allows
  bool whole_words = false;       // a word that is wider than its measure stands out of it
};

class HyphenationDictionaries;  // hyphenator.h

// Sets text: itemises, shapes with fallback, finds the breaks, justifies. Holds the shape cache,
// the hyphenation dictionaries and ICU's iterators; one per thread.
class TextSetter {
 public:
  explicit TextSetter(const FontLibrary& fonts);
  // Setters of many threads share the dictionaries, which must outlive them.
  TextSetter(const FontLibrary& fonts, const HyphenationDictionaries& dictionaries);
  ~TextSetter();
  TextSetter(const TextSetter&) = delete;
  TextSetter& operator=(const TextSetter&) = delete;

  // The whole of `text` in lines of `widths`, at least one line (empty text gives none).
  // Spans act on the style: emphasis is italic, strong is bold, sc is smcp, sub/superscript are the
  // font's or scaled, languages change script and hyphenation, links set GlyphRun::link.
  // REQUIRES: widths.at(i) > 0.
  // A word that is wider than its measure is divided, whether the style divides words or not, and
  // cut between letters where it has no such place.
  // ENSURES: lines cover the text once, in order; a line that cannot fit, or ends with such a cut,
  // is marked overfull.
  std::vector<Line> set(const Text& text, const TextStyle& style, const LineWidths& widths,
                        const SetOptions& options = {});
  // One line however long, for furniture.
  Line set_line(const Text& text, const TextStyle& style);
  // The faces that it sets with, for those who need their metrics.
  const FontLibrary& fonts() const;
  // Characters that no face had, with the place of their text; then forgets them.
  Diagnostics take_diagnostics();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
