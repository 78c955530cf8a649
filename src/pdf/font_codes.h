#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "font/face.h"
#include "pdf/haru_document.h"

namespace forme {

// Widths and pen positions in text space: 1/100 of 1/1000 em.
using TextUnits = std::int64_t;
inline constexpr TextUnits kUnitsPerEm = 100'000;

// One face as a font of the document. A code stands for a glyph together with the text it reads as,
// so that ToUnicode is exact. Code 0 is .notdef. A glyph that reads as its own character has its
// number for a code; other pairs have codes above the glyphs' numbers that follow from glyph and
// text alone. So a page is written the same whatever stands on other pages, unless two pairs of one
// face claim one code: then the later of them takes the next.
class FontCodes {
 public:
  struct Slot {
    std::uint32_t glyph = 0;
    std::string text;     // UTF-8
    TextUnits width = 0;  // as /W says
    std::uint16_t code = 0;
    std::uint16_t next = 0;  // another slot of the glyph, by its place
  };

  FontCodes(const Face& face, std::string resource_name, PdfDict type0);

  // Throws HaruError when the face's 65,535 codes are used up.
  std::uint16_t code(std::uint32_t glyph, std::string_view text);
  TextUnits width(std::uint16_t code) const { return slots_[slot_of_[code]].width; }

  const Face& face() const { return *face_; }
  const std::string& resource_name() const { return resource_name_; }
  PdfDict type0() const { return type0_; }
  // In the order of first use, .notdef first.
  const std::vector<Slot>& slots() const { return slots_; }
  // What the face alone says of a glyph: the lowest character that maps to it; 0 when none does.
  char32_t nominal_char(std::uint32_t glyph);

 private:
  TextUnits glyph_width(std::uint32_t glyph) const;
  std::uint16_t home(std::uint32_t glyph, std::string_view text);

  const Face* face_;
  std::string resource_name_;
  PdfDict type0_;
  std::vector<Slot> slots_;
  std::vector<std::uint16_t> first_slot_;  // by glyph; 0: none
  std::vector<std::uint16_t> slot_of_;     // by code; 0: none, unless it is code 0
  std::vector<char32_t> nominal_;          // by glyph, made when first asked for
};

}  // namespace forme
