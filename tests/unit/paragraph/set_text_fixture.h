#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "paragraph/hyphenator.h"
#include "paragraph/set_text.h"

namespace forme {

inline constexpr std::string_view kHyphen = "\u00AD";

// True facts about type, long enough to break many times.
inline const char* const kEnglish =
    "Claude Garamont cut his roman types in Paris in the 1530s and 1540s, and punches that he made "
    "are kept in the Plantin-Moretus Museum in Antwerp. Printers bought them at his widow’s sale, "
    "and for two hundred years hardly a book was set in France, the Netherlands or Germany that "
    "did "
    "not owe something to them – a well-known case of one person’s handwriting becoming "
    "everybody’s. "
    "John Baskerville, a japanner of Birmingham, wished his letters to be sharper than paper and "
    "ink "
    "would then allow; he had his sheets pressed between heated plates of copper, which gave them "
    "an "
    "extraordinary smoothness, and his contemporaries complained that the brilliance of the page "
    "would damage their eyesight.";
inline const char* const kGerman =
    "Alois Senefelder erfand 1798 in München den Steindruck, weil er seine Theaterstücke billiger "
    "vervielfältigen wollte. Auf eine Kalksteinplatte aus den Steinbrüchen bei Solnhofen schrieb "
    "er "
    "mit fetthaltiger Tusche; die angefeuchtete Platte nahm die Druckfarbe nur dort an, wo Fett "
    "war. "
    "Das Verfahren brauchte keine Höhenunterschiede zwischen druckenden und nichtdruckenden "
    "Stellen.";

inline Text text(std::string utf8, std::string language = "en-GB") {
  Text t;
  t.utf8 = std::move(utf8);
  t.language = std::move(language);
  return t;
}

inline TextStyle body() {
  TextStyle style;
  style.size = Length::from_pt(8.4);
  style.leading = Length::from_pt(9.5);
  style.align = Align::Justify;
  style.hyphenate = true;
  style.features = {"kern", "liga", "lnum"};
  return style;
}

inline LineWidths measure(Length width) {
  return {width, {}, {}};
}

class SetText : public testing::Test {
 protected:
  static inline const std::unique_ptr<FileSystem> disk = make_disk_file_system();
  static inline const FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  static inline const HyphenationDictionaries dictionaries{*disk};
  TextSetter setter{fonts, dictionaries};

  // The runs' texts in logical order.
  static std::string text_of(const Line& line) {
    std::vector<const GlyphRun*> runs;
    for (const PlacedRun& placed : line.runs) runs.push_back(&placed.run);
    std::sort(runs.begin(), runs.end(), [](const GlyphRun* a, const GlyphRun* b) {
      return a->text_first != b->text_first ? a->text_first < b->text_first
                                            : a->text_last < b->text_last;
    });
    std::string all;
    for (const GlyphRun* run : runs) all += run->text;
    return all;
  }
  static std::vector<std::string> texts(const std::vector<Line>& lines) {
    std::vector<std::string> all;
    for (const Line& line : lines) all.push_back(text_of(line));
    return all;
  }
  // What all lines read as, inserted hyphens taken out.
  static std::string joined(const std::vector<Line>& lines, std::string_view source) {
    std::string all;
    for (const Line& line : lines) {
      std::string one = text_of(line);
      const bool own =
          source.substr(0, line.last).size() >= 2 && source.substr(line.last - 2, 2) == kHyphen;
      if (line.hyphenated && !own) one.erase(one.rfind(kHyphen), kHyphen.size());
      all += one;
    }
    return all;
  }
  static Length right_edge(const Line& line) {
    Length edge;
    for (const PlacedRun& placed : line.runs) {
      Length end = placed.x;
      for (const Glyph& glyph : placed.run.glyphs) end += glyph.advance;
      edge = std::max(edge, end);
    }
    return edge;
  }
};

}  // namespace forme
