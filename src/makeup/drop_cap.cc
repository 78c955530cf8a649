#include "makeup/drop_cap.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "font/glyph_ink.h"

namespace forme {
namespace {

constexpr Length kClear = 2.2_pt;     // between the letter's ink and the lines (art direction)
constexpr double kQuoteSize = 0.55;   // of the letter's
constexpr double kQuoteClear = 0.05;  // of the letter's size, between the two
constexpr double kDescender = 0.22;   // of the body's size: how far a line reaches down
constexpr double kLeastMeasure = 8;   // body sizes that must be left beside the letter
constexpr double kLowQuote = 0.2;     // of its size; a mark that reaches no higher stands low

bool is_opening_mark(char32_t c) {
  return std::u32string_view(U"\"'“‘„‚«»‹›¿¡").find(c) != std::u32string_view::npos;
}
bool is_initial(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x391 && c <= 0x42F) ||
         (c >= 0x1E00 && c <= 0x1FFF);  // Ế, Ὁ
}
// Letters whose head leaves room to the first line.
bool is_open_above(char32_t c) {
  return std::u32string_view(U"AÀÁÂÃÄÅĀĂĄLĹĻĽŁΑΛАЛ").find(c) != std::u32string_view::npos;
}

struct Initial {
  std::size_t letter = 0, end = 0;  // bytes: marks [0, letter), letter [letter, end)
  char32_t character = 0;
};

Initial find_initial(std::string_view text) {
  Initial out;
  while (out.end < text.size()) {
    const DecodedChar c = decode_utf8(text, out.end);
    out.letter = out.end;
    out.end += c.length;
    if (is_opening_mark(c.value)) continue;
    out.character = c.value;
    break;
  }
  if (!is_initial(out.character)) return {};
  while (out.end < text.size()) {  // marks that sit on the letter
    const DecodedChar c = decode_utf8(text, out.end);
    if (c.value < 0x300 || c.value > 0x36F) break;
    out.end += c.length;
  }
  return out;
}

// Ink of a run of one line, from its pen's start, between two heights over its baseline.
struct Ink {
  Length left, right;
  bool empty = true;
};
Ink ink_of(const FontLibrary& fonts, const GlyphRun& run, Length low, Length high) {
  Ink ink;
  const Face& face = fonts.face(run.face);
  const double per_unit = run.size.pt() / face.units_per_em();
  Length pen;
  for (const Glyph& glyph : run.glyphs) {
    const auto units = [&](Length y) {
      return static_cast<int>((y - glyph.y_offset).pt() / per_unit);
    };
    const InkSpan span = ink_between(face, glyph.id, units(low), units(high));
    if (!span.empty) {
      const Length at = pen + glyph.x_offset;
      const Length left = at + Length::from_pt(span.left * per_unit);
      const Length right = at + Length::from_pt(span.right * per_unit);
      ink.left = ink.empty ? left : std::min(ink.left, left);
      ink.right = ink.empty ? right : std::max(ink.right, right);
      ink.empty = false;
    }
    pen += glyph.advance;
  }
  return ink;
}
// The height of the topmost ink of the run's first glyph.
Length top_of(const FontLibrary& fonts, const GlyphRun& run) {
  const Face& face = fonts.face(run.face);
  return Length::from_pt(face.extents(run.glyphs[0].id).y_bearing * run.size.pt() /
                         face.units_per_em());
}
Length cap_height(const FontLibrary& fonts, const GlyphRun& run) {
  const Face& face = fonts.face(run.face);
  return Length::from_pt(face.cap_height() * run.size.pt() / face.units_per_em());
}

// The rest of the first word becomes a run of its own, so that initial and rest read as one word.
// Gives that word's rest; empty when the initial is a word.
std::string part_first_word(Line& line) {
  if (line.runs.empty() || line.runs[0].run.right_to_left) return {};
  GlyphRun& run = line.runs[0].run;
  const std::size_t end = std::min(run.text.find(' '), run.text.size());
  if (end == 0) return {};
  const std::string rest = run.text.substr(0, end);
  std::size_t cut = 0;
  Length width;
  while (cut < run.glyphs.size() && run.glyphs[cut].cluster < end)
    width += run.glyphs[cut++].advance;
  if (end < run.text.size()) {
    PlacedRun tail{line.runs[0].x + width, run};
    tail.run.glyphs.erase(tail.run.glyphs.begin(),
                          tail.run.glyphs.begin() + static_cast<std::ptrdiff_t>(cut));
    for (Glyph& g : tail.run.glyphs) g.cluster -= static_cast<std::uint32_t>(end);
    tail.run.text.erase(0, end);
    tail.run.text_first += static_cast<std::uint32_t>(end);
    run.glyphs.resize(cut);
    run.text.resize(end);
    run.text_last = tail.run.text_first;
    line.runs.insert(line.runs.begin() + 1, std::move(tail));
  }
  line.runs[0].run.ends_reading = true;
  return rest;
}

class DropCapSetter {
 public:
  DropCapSetter(const StoryContext& context, LeafId leaf, const TextStyle& body, Length measure)
      : setter_(context.all.setter),
        fonts_(setter_.fonts()),
        text_(context.article().text(leaf)),
        owner_(context.owner(leaf)),
        body_(body),
        measure_(measure),
        style_(context.layout().style("dropcap")) {}

  DropCap set() {
    DropCap out;
    const Initial initial = find_initial(text_.utf8);
    out.deep = std::max(2, style_.drop_cap_lines);
    if (initial.character == 0 || !size_letter(initial, out.deep)) return out;
    place_quote(initial);
    const LineWidths widths = widths_beside(initial.character, out.deep);
    if (widths.first.empty() ||
        *std::min_element(widths.first.begin(), widths.first.end()) < body_.size * kLeastMeasure)
      return out;
    SetOptions options;
    options.opens_after_head = true;
    options.skip_bytes = static_cast<std::uint32_t>(initial.end);
    out.lines = setter_.set(text_, body_, widths, options);
    if (static_cast<int>(out.lines.size()) <= out.deep) {
      out.lines.clear();
      return out;
    }
    join_reading(initial, out.lines[0]);
    const Length baseline = first_baseline(body_) + body_.leading * (out.deep - 1);
    if (!quote_.runs.empty())
      append_line(out.items, quote_, quote_x_, baseline - quote_rise_, owner_);
    append_line(out.items, letter_, letter_x_, baseline, owner_);
    return out;
  }

 private:
  Line line_of(std::size_t first, std::size_t last, const TextStyle& style) const {
    Text part;
    part.utf8 = text_.utf8.substr(first, last - first);
    part.language = text_.language;
    part.from_right = text_.from_right;
    Line line = setter_.set_line(part, style);
    for (PlacedRun& placed : line.runs) {
      placed.run.text_first += static_cast<std::uint32_t>(first);
      placed.run.text_last += static_cast<std::uint32_t>(first);
    }
    return line;
  }

  // Makes the letter so large that its capitals reach the first line's.
  bool size_letter(const Initial& initial, int deep) {
    const Line capital = setter_.set_line(plain_text("H", text_.language), body_);
    letter_ = line_of(initial.letter, initial.end, style_);
    if (letter_.runs.size() != 1 || letter_.runs[0].run.right_to_left || capital.runs.empty())
      return false;
    body_capital_ = cap_height(fonts_, capital.runs[0].run);
    height_ = body_.leading * (deep - 1) + body_capital_;
    const Length own = cap_height(fonts_, letter_.runs[0].run);
    if (own <= Length()) return false;
    style_.size = style_.size * (height_ / own);
    letter_ = line_of(initial.letter, initial.end, style_);
    const Ink all = ink_of(fonts_, letter_.runs[0].run, -style_.size, style_.size * 2);
    letter_x_ = -all.left;
    return !all.empty;
  }

  void place_quote(const Initial& initial) {
    if (initial.letter == 0) return;
    TextStyle small = style_;
    small.size = style_.size * kQuoteSize;
    quote_ = line_of(0, initial.letter, small);
    if (quote_.runs.empty() || quote_.runs[0].run.glyphs.empty()) return;
    const GlyphRun& run = quote_.runs[0].run;
    const Ink ink = ink_of(fonts_, run, -small.size, small.size * 2);
    const Length top = top_of(fonts_, run);
    if (top > small.size * kLowQuote) quote_rise_ = height_ - top;
    quote_x_ = -ink.left;
    letter_x_ += ink.right - ink.left + style_.size * kQuoteClear;
  }

  LineWidths widths_beside(char32_t character, int deep) const {
    const GlyphRun& run = letter_.runs[0].run;
    std::vector<Length> edges;
    // A tail goes down beside the lines that follow.
    for (int i = 0; i < deep * 2; ++i) {
      const Length up = body_.leading * (deep - 1 - i);
      const Ink ink = ink_of(fonts_, run, up - body_.size * kDescender, up + body_capital_);
      if (ink.empty && i >= deep) break;
      edges.push_back(ink.empty ? Length() : letter_x_ + ink.right + kClear);
    }
    // The lines beside it have one edge; a letter that is open above has its first line nearer.
    const auto end = edges.begin() + deep;
    std::fill(edges.begin() + (is_open_above(character) ? 1 : 0), end,
              *std::max_element(edges.begin(), end));
    LineWidths widths{measure_, {}, {}};
    for (Length edge : edges) {
      widths.first.push_back(measure_ - edge);
      widths.first_left.push_back(edge);
    }
    return widths;
  }

  void join_reading(const Initial& initial, Line& first) {
    const std::string rest = part_first_word(first);
    const std::string word = text_.utf8.substr(0, initial.end) + rest;
    if (!quote_.runs.empty()) {
      quote_.runs[0].run.reads_as = word;
      letter_.runs[0].run.ends_reading = rest.empty();
    } else if (!rest.empty()) {
      letter_.runs[0].run.reads_as = word;
    }
  }

  TextSetter& setter_;
  const FontLibrary& fonts_;
  const Text& text_;
  Owner owner_;
  const TextStyle& body_;
  Length measure_;
  TextStyle style_;
  Line quote_, letter_;
  Length body_capital_, height_;  // of the body's capitals; from the foot to the top of the letter
  Length quote_x_, quote_rise_, letter_x_;
};

}  // namespace

DropCap set_drop_cap(const StoryContext& context, LeafId leaf, const TextStyle& body,
                     Length measure) {
  return DropCapSetter(context, leaf, body, measure).set();
}

}  // namespace forme
