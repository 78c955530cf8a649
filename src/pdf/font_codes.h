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
// so that ToUnicode is exact; codes are given in order of first use, from 1. Code 0 is .notdef.
class FontCodes {
 public:
  struct Slot {
    std::uint32_t glyph = 0;
    std::string text;        // UTF-8
    TextUnits width = 0;     // as /W says
    std::uint16_t next = 0;  // another slot of the glyph
  };

  FontCodes(const Face& face, std::string resource_name, PdfDict type0);

  // Throws HaruError when the face's 65,535 codes are used up.
  std::uint16_t code(std::uint32_t glyph, std::string_view text);
  TextUnits width(std::uint16_t code) const { return slots_[code].width; }

  const Face& face() const { return *face_; }
  const std::string& resource_name() const { return resource_name_; }
  PdfDict type0() const { return type0_; }
  const std::vector<Slot>& slots() const { return slots_; }
  // What the face alone says of a glyph: the lowest character that maps to it; 0 when none does.
  char32_t nominal_char(std::uint32_t glyph);

 private:
  TextUnits glyph_width(std::uint32_t glyph) const;

  const Face* face_;
  std::string resource_name_;
  PdfDict type0_;
  std::vector<Slot> slots_;
  std::vector<std::uint16_t> first_slot_;  // by glyph; 0: none
  std::vector<char32_t> nominal_;          // by glyph, made when first asked for
};

}  // namespace forme
