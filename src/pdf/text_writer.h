#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/font_codes.h"
#include "pdf/pdf_number.h"
#include "pdf/run_reading.h"

namespace forme {

// Marked content as the text sees it.
class TextMarks {
 public:
  virtual ~TextMarks() = default;
  // Glyphs are about to be shown: what they belong to must be marked.
  virtual void resume() = 0;
  // A span with properties of its own, "/ActualText <…>", up to close().
  virtual void open_span(const std::string& properties) = 0;
  virtual void close_span() = 0;
};

// Writes glyph runs as text operators. The pen is followed with the widths that /W gives, so that
// the rounding of one glyph never moves the next: each stands within 0.01 pt of its place.
class TextWriter {
 public:
  TextWriter(std::string& out, TextMarks& marks) : out_(&out), marks_(&marks) {}

  // BT and ET. REQUIRES: between them nothing else is written but text and marked content.
  void begin();
  void end();
  bool is_open() const { return open_; }
  // The pen starts at (x, y), from the lower left corner of the page.
  // REQUIRES: is_open(); the runs of a joined word come one after the other.
  struct Reading {
    std::optional<std::string_view> as;  // all of the run reads as that, were it nothing
    RunJoints joints;
    FontCodes* base_codes = nullptr;  // of the face of joints.base
  };
  void write(const GlyphRun& run, FontCodes& codes, Milli x, Milli y, const Reading& reading);

 private:
  struct Scale;
  void start(const GlyphRun& run, const FontCodes& codes, const Scale& scale);
  void set_state(const GlyphRun& run, const FontCodes& codes, Milli x, Milli y);
  void set_rise(Milli rise);
  void set_spacing(const GlyphRun& run, const FontCodes& codes, const Scale& scale);
  static Scale scale_of(const GlyphRun& run);
  void write_left_to_right(const GlyphRun& run, FontCodes& codes, const Scale& scale,
                           const Reading& reading);
  void put_on_base(const Reading& reading, std::int64_t pen, bool after);
  void put_break_space(FontCodes& codes, double wanted, const Scale& scale);
  void end_at_pen(std::size_t end, const GlyphRun& run, FontCodes& codes, const Scale& scale);
  void write_right_to_left(const GlyphRun& run, FontCodes& codes, const Scale& scale);
  void write_cells(const RunReading::Word& word, const GlyphRun& run, FontCodes& codes,
                   const Scale& scale);
  void put_glyph(std::size_t glyph, const GlyphRun& run, FontCodes& codes, const Scale& scale);
  void put(std::uint16_t code, const FontCodes& codes, double wanted, const Scale& scale);
  void open_actual_text(std::string_view text);
  void close_actual_text();
  void show(std::uint16_t code, TextUnits adjustment, int places);
  void close_array();

  std::string* out_;
  TextMarks* marks_;
  RunReading reading_;
  bool open_ = false;
  bool in_array_ = false, in_string_ = false;
  double pen_ = 0;                    // the viewer's, in text space from the start of the run
  std::vector<std::int64_t> starts_;  // the run's pen before each glyph, in units of Length
  Milli line_x_ = 0, line_y_ = 0;     // where Td counts from
  Milli run_x_ = 0, run_y_ = 0;       // the run's origin, without its rise
  // Kept by the viewer from one BT to the next.
  const FontCodes* font_ = nullptr;
  Milli size_ = 0, rise_ = 0, spacing_ = 0;
  int scale_percent_hundredths_ = 10000;
};

}  // namespace forme
