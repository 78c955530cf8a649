#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdf/font_codes.h"
#include "pdf/pdf_number.h"
#include "pdf/run_reading.h"

namespace forme {

// Writes glyph runs as text operators. The pen is followed with the widths that /W gives, so that
// the rounding of one glyph never moves the next: each stands within 0.01 pt of its place.
class TextWriter {
 public:
  explicit TextWriter(std::string& out) : out_(&out) {}

  // BT and ET. REQUIRES: between them nothing else is written but text and marked content.
  void begin();
  void end();
  bool is_open() const { return open_; }
  // The pen starts at (x, y), from the lower left corner of the page. A run that is `silent` reads as
  // nothing: its text is the `before` of the next, so that a drop cap and its line make one word.
  // REQUIRES: is_open().
  struct Joint {
    bool silent = false;
    std::string_view before;
  };
  void write(const GlyphRun& run, FontCodes& codes, Milli x, Milli y, const Joint& joint);
  // Round what reads as `text` whatever its glyphs say.
  void open_actual_text(std::string_view text);
  void close_actual_text();

 private:
  struct Scale;
  void set_state(const GlyphRun& run, const FontCodes& codes, Milli x, Milli y);
  void set_rise(Milli rise);
  void set_spacing(const GlyphRun& run, const FontCodes& codes, const Scale& scale);
  void write_left_to_right(const GlyphRun& run, FontCodes& codes, const Scale& scale);
  void write_right_to_left(const GlyphRun& run, FontCodes& codes, const Scale& scale);
  void write_cells(const RunReading::Word& word, const GlyphRun& run, FontCodes& codes,
                   const Scale& scale);
  void put_glyph(std::size_t glyph, const GlyphRun& run, FontCodes& codes, const Scale& scale);
  void put(std::uint16_t code, const FontCodes& codes, double wanted, const Scale& scale);
  void show(std::uint16_t code, TextUnits adjustment, int places);
  void close_array();

  std::string* out_;
  RunReading reading_;
  bool open_ = false;
  bool in_array_ = false, in_string_ = false;
  double pen_ = 0;                     // the viewer's, in text space from the start of the run
  std::vector<std::int64_t> starts_;   // the run's pen before each glyph, in units of Length
  Milli line_x_ = 0, line_y_ = 0;  // where Td counts from
  // Kept by the viewer from one BT to the next.
  const FontCodes* font_ = nullptr;
  Milli size_ = 0, rise_ = 0, spacing_ = 0;
  int scale_percent_hundredths_ = 10000;
};

}  // namespace forme
