#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "paragraph/line.h"
#include "paragraph/optimum_fit.h"
#include "style/text_style.h"

namespace forme {

// Where a line stands and how it is filled.
struct LinePlace {
  Length start, width;  // of the measure, first-line indent taken off
  Align align = Align::Start;
};

// Makes lines of chosen breaks: shapes what a break cut, widens the spaces, orders the runs.
class LineBuilder {
  // A part of a word, a space or the inserted hyphen, in logical order.
  struct Atom {
    enum class Kind : std::uint8_t { Letters, Space, Hyphen };
    Kind kind = Kind::Letters;
    const Piece* piece = nullptr;
    FaceId face = 0;
    int units_per_em = 1000;
    std::span<const ShapedGlyph> glyphs;
    std::int64_t advance = 0;  // of the glyphs, in font units
    int clusters = 0;
    std::uint32_t base = 0;             // byte of the text that the glyphs' clusters count from
    std::uint32_t first = 0, last = 0;  // bytes of the text
    Length space;                       // of a word space: its natural width
    Length stretch;                     // added to its last glyph
  };

 public:
  // Room to work in, for one paragraph after the other.
  class Room {
    friend class LineBuilder;
    std::vector<Atom> atoms;
  };

  LineBuilder(const ParagraphText& paragraph, const std::vector<Breakpoint>& breaks,
              const TextStyle& style, const JustifyLimits& limits, const FontLibrary& fonts,
              WordCache& cache, Room& room)
      : paragraph_(paragraph),
        breaks_(breaks),
        style_(style),
        limits_(limits),
        fonts_(fonts),
        cache_(cache),
        atoms_(room.atoms) {}

  // Lines must be asked for in order.
  Line build(const FitLine& fit, const LinePlace& place);

 private:
  void collect(const Breakpoint& from, const Breakpoint& to);
  void collect_piece(const Piece& piece, const Breakpoint& from, const Breakpoint& to);
  void add_word(const ShapedWord& word, const Piece& piece, std::uint32_t base, Atom::Kind kind);
  bool add_cut(const Piece& piece, std::uint32_t first, std::uint32_t last);
  void add_hyphen(const Breakpoint& to);
  Length letters_width() const;
  void spread(Length extra);
  void spread_letters(Length extra);
  void emit(Line& line);
  void emit_atom(const Atom& atom, Line& line);
  GlyphRun& run_for(const Atom& atom, Line& line);
  void finish_runs(Line& line, const Breakpoint& to);
  Length width_of(const Atom& atom) const;

  const ParagraphText& paragraph_;
  const std::vector<Breakpoint>& breaks_;
  const TextStyle& style_;
  const JustifyLimits& limits_;
  const FontLibrary& fonts_;
  WordCache& cache_;
  std::size_t next_piece_ = 0;  // the first that may reach into the line

  const ShapedWord* space_ = nullptr;  // the last word space, and its natural width
  std::uint32_t space_run_ = 0;
  Length space_width_;

  std::vector<Atom>& atoms_;
  ShapedGlyph hyphen_;  // that the line ends in
  Justification adjust_;
  Length pen_;
  std::uint32_t last_run_ = 0;   // of the paragraph: that of the line's last glyph run
  Length spaces_width_;          // of the line, natural
  std::size_t glyph_count_ = 0;  // of the line
};

}  // namespace forme
