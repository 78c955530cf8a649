#include "pdf/text_writer.h"

#include <cmath>
#include <cstdlib>

#include "base/utf8.h"

namespace forme {

namespace {

// Below this, in pt, a glyph is left where the pen happens to be: a fifth of a dot at 2400 per
// inch.
constexpr double kTolerance = 0.006;
// Whole thousandths of an em are exact enough up to this size, tenths above it.
constexpr double kCoarseSize = 12.0;
constexpr std::string_view kWordJoiner = "\u2060";

TextUnits round_units(double v) {
  return std::llround(v);
}

}  // namespace

// From points on the page to text space.
struct TextWriter::Scale {
  double per_unit = 0;  // text space for each unit of Length
  TextUnits tolerance = 0;
  TextUnits step = 100;  // of adjustments
  int places = 0;        // of adjustments as written
};

void TextWriter::begin() {
  *out_ += "BT\n";
  open_ = true;
  line_x_ = line_y_ = 0;
}

void TextWriter::end() {
  *out_ += "ET\n";
  open_ = false;
}

TextWriter::Scale TextWriter::scale_of(const GlyphRun& run) {
  const double size = static_cast<double>(to_milli(run.size)) / 1000 * run.scale_x;
  Scale scale;
  scale.per_unit = kUnitsPerEm / size / Length::kUnitsPerPoint;
  scale.tolerance = round_units(kTolerance * kUnitsPerEm / size);
  if (size > kCoarseSize) {
    scale.step = 10;
    scale.places = 1;
  }
  return scale;
}

void TextWriter::write(const GlyphRun& run, FontCodes& codes, Milli x, Milli y,
                       const Reading& reading) {
  if (run.glyphs.empty() || to_milli(run.size) <= 0 || !(run.scale_x > 0)) return;
  reading_.read(run, codes, reading.joints);
  const Scale scale = scale_of(run);
  run_x_ = x;
  run_y_ = y;
  start(run, codes, scale);
  starts_.assign(1, 0);
  for (const Glyph& g : run.glyphs) starts_.push_back(starts_.back() + g.advance.units());
  if (reading.as) {
    open_actual_text(*reading.as);
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) put_glyph(i, run, codes, scale);
    close_actual_text();
  } else if (run.right_to_left) {
    write_right_to_left(run, codes, scale);
  } else {
    write_left_to_right(run, codes, scale, reading);
  }
  close_array();
  set_rise(0);
}

void TextWriter::start(const GlyphRun& run, const FontCodes& codes, const Scale& scale) {
  set_state(run, codes, run_x_, run_y_ + to_milli(run.rise));
  set_spacing(run, codes, scale);
  pen_ = 0;
}

void TextWriter::set_state(const GlyphRun& run, const FontCodes& codes, Milli x, Milli y) {
  std::string& out = *out_;
  const Milli size = to_milli(run.size);
  if (&codes != font_ || size != size_) {
    out += '/';
    out += codes.resource_name();
    out += ' ';
    append_milli(out, size);
    out += " Tf\n";
    font_ = &codes;
    size_ = size;
  }
  const int percent = static_cast<int>(std::lround(run.scale_x * 10000));
  if (percent != scale_percent_hundredths_) {
    append_scaled(out, percent, 2);
    out += " Tz\n";
    scale_percent_hundredths_ = percent;
  }
  append_milli(out, x - line_x_);
  out += ' ';
  append_milli(out, y - line_y_);
  out += " Td\n";
  line_x_ = x;
  line_y_ = y;
}

void TextWriter::set_rise(Milli rise) {
  if (rise == rise_) return;
  close_array();
  append_milli(*out_, rise);
  *out_ += " Ts\n";
  rise_ = rise;
}

// Tracking: what most glyphs of the run add to their width becomes the character spacing.
void TextWriter::set_spacing(const GlyphRun& run, const FontCodes& codes, const Scale& scale) {
  const Face& face = codes.face();
  const double em = static_cast<double>(kUnitsPerEm) / face.units_per_em();
  TextUnits candidate = 0;
  int votes = 0;
  for (const Glyph& g : run.glyphs) {
    const TextUnits extra = round_units(static_cast<double>(g.advance.units()) * scale.per_unit -
                                        face.advance(g.id) * em);
    if (votes == 0) candidate = extra;
    votes += std::abs(extra - candidate) <= scale.tolerance ? 1 : -1;
  }
  if (std::abs(candidate) <= scale.tolerance) candidate = 0;
  const double size = static_cast<double>(size_);
  const Milli spacing = std::llround(static_cast<double>(candidate) * size / kUnitsPerEm);
  if (spacing == spacing_) return;
  append_milli(*out_, spacing);
  *out_ += " Tc\n";
  spacing_ = spacing;
}

// Shows a glyph with its origin at `wanted`, or where the pen is when that is near enough.
void TextWriter::put(std::uint16_t code, const FontCodes& codes, double wanted,
                     const Scale& scale) {
  const double gap = pen_ - wanted;
  TextUnits adjustment = 0;
  if (std::abs(gap) > static_cast<double>(scale.tolerance)) {
    adjustment = round_units(gap / static_cast<double>(scale.step)) * scale.step;
  }
  show(code, adjustment / scale.step, scale.places);
  pen_ += static_cast<double>(codes.width(code) - adjustment) +
          static_cast<double>(spacing_) * kUnitsPerEm / static_cast<double>(size_);
}

void TextWriter::put_glyph(std::size_t glyph, const GlyphRun& run, FontCodes& codes,
                           const Scale& scale) {
  const Glyph& g = run.glyphs[glyph];
  set_rise(to_milli(g.y_offset));
  put(codes.code(g.id, reading_.glyph_texts()[glyph]), codes,
      static_cast<double>(starts_[glyph] + g.x_offset.units()) * scale.per_unit, scale);
}

void TextWriter::open_actual_text(std::string_view text) {
  close_array();
  std::string properties = "/ActualText <FEFF";
  append_hex(properties, utf8_to_utf16be(text));
  marks_->open_span(properties + ">");
}

void TextWriter::close_actual_text() {
  close_array();
  marks_->close_span();
}

void TextWriter::write_left_to_right(const GlyphRun& run, FontCodes& codes, const Scale& scale,
                                     const Reading& reading) {
  const bool off_base = reading.joints.base && reading.joints.base->rise != run.rise;
  const auto& actual = reading_.actual_texts();
  std::size_t next = 0;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    if (next < actual.size() && actual[next].first == i && actual[next].begins) {
      open_actual_text(actual[next].text);
      if (!actual[next].ends && off_base) {
        put_on_base(reading, starts_[i], false);
        start(run, codes, scale);
      }
    }
    if (!reading_.is_dropped(i)) put_glyph(i, run, codes, scale);
    if (next == actual.size() || actual[next].last != i + 1) continue;
    const RunReading::ActualText& word = actual[next++];
    if (!word.ends) continue;
    // Not before a raised space: to readers it would be too narrow beside the larger size.
    if (!word.begins && off_base && i + 1 == run.glyphs.size()) {
      put_on_base(reading, starts_.back(), true);
      close_actual_text();
      put_break_space(*reading.base_codes, 0, scale_of(*reading.joints.base));
      return;
    }
    end_at_pen(word.last, run, codes, scale);
    close_actual_text();
  }
  put_break_space(codes, static_cast<double>(starts_.back()) * scale.per_unit, scale);
}

// A space that ends the line, where it has one.
void TextWriter::put_break_space(FontCodes& codes, double wanted, const Scale& scale) {
  const std::uint32_t space = codes.face().glyph(' ');
  if (!reading_.has_break_space() || space == 0) return;
  set_rise(0);
  put(codes.code(space, " "), codes, wanted, scale);
}

// A word would seem to readers to stand where its first or last glyph does, in the size of the
// last: where that is off the baseline, a blank glyph on it comes before or after. `pen`: in units
// of Length from the run's start.
void TextWriter::put_on_base(const Reading& reading, std::int64_t pen, bool after) {
  const GlyphRun& base = *reading.joints.base;
  FontCodes& codes = *reading.base_codes;
  close_array();
  set_rise(0);
  set_state(base, codes, run_x_ + to_milli(Length::from_units(pen)), run_y_ + to_milli(base.rise));
  pen_ = 0;
  const std::uint32_t space = codes.face().glyph(' ');
  if (space == 0) return;
  const std::uint16_t blank = codes.code(space, kWordJoiner);
  put(blank, codes, after ? -static_cast<double>(codes.width(blank)) : 0, scale_of(base));
  close_array();
}

// A word that ends in a mark drawn over its letter would seem to readers to end there, with a gap
// behind it: a blank glyph ends it where the pen does.
void TextWriter::end_at_pen(std::size_t end, const GlyphRun& run, FontCodes& codes,
                            const Scale& scale) {
  const Glyph& last = run.glyphs[end - 1];
  const std::uint32_t space = codes.face().glyph(' ');
  if (space == 0 || (last.x_offset == Length() && last.advance > Length())) return;
  const std::uint16_t blank = codes.code(space, kWordJoiner);
  set_rise(0);
  put(blank, codes,
      static_cast<double>(starts_[end]) * scale.per_unit - static_cast<double>(codes.width(blank)),
      scale);
}

void TextWriter::write_right_to_left(const GlyphRun& run, FontCodes& codes, const Scale& scale) {
  const std::uint32_t space = codes.face().glyph(' ');
  for (const RunReading::Word& word : reading_.words()) {
    if (!word.cells.empty() && space != 0) {
      write_cells(word, run, codes, scale);
      continue;
    }
    for (std::size_t i = word.first; i < word.last; ++i) {
      if (!reading_.is_dropped(i)) put_glyph(i, run, codes, scale);
    }
  }
  if (reading_.has_break_space() && space != 0) {
    set_rise(0);
    const std::uint16_t code = codes.code(space, " ");
    put(code, codes, -static_cast<double>(codes.width(code)), scale);
  }
}

// Joining and stacked letters share, overlap and leave the line, by which readers lose their order.
// So each character gets an even share of the word's width as a span of its own, which begins and
// ends with a blank glyph on the line. These spans stand inside of the content's mark: one MCID for
// every letter would be too many.
void TextWriter::write_cells(const RunReading::Word& word, const GlyphRun& run, FontCodes& codes,
                             const Scale& scale) {
  const std::uint16_t blank = codes.code(codes.face().glyph(' '), kWordJoiner);
  const double start = static_cast<double>(starts_[word.first]) * scale.per_unit;
  const double end = static_cast<double>(starts_[word.last]) * scale.per_unit;
  const double share = (end - start) / static_cast<double>(word.cells.size());
  for (std::size_t i = 0; i < word.cells.size(); ++i) {
    const RunReading::Word::Cell& cell = word.cells[i];
    const double left = start + share * static_cast<double>(i);
    close_array();
    marks_->resume();
    *out_ += "/Span <</ActualText <FEFF";
    append_hex(*out_, utf8_to_utf16be(cell.text));
    *out_ += ">>> BDC\n";
    set_rise(0);
    put(blank, codes, left, scale);
    for (std::size_t g = cell.first; g < cell.last; ++g) put_glyph(g, run, codes, scale);
    set_rise(0);
    put(blank, codes, left + share - static_cast<double>(codes.width(blank)), scale);
    close_array();
    *out_ += "EMC\n";
  }
}

void TextWriter::show(std::uint16_t code, TextUnits adjustment, int places) {
  std::string& out = *out_;
  if (!in_array_) {
    marks_->resume();
    out += '[';
    in_array_ = true;
  }
  if (adjustment != 0) {
    if (in_string_) out += '>';
    in_string_ = false;
    append_scaled(out, adjustment, places);
  }
  if (!in_string_) out += '<';
  in_string_ = true;
  append_hex16(out, code);
}

void TextWriter::close_array() {
  if (in_string_) *out_ += '>';
  if (in_array_) *out_ += "]TJ\n";
  in_string_ = in_array_ = false;
}

}  // namespace forme
