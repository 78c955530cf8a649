#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct hb_font_t;  // HarfBuzz's type stays opaque; only shaping, font and pdf look inside

namespace forme {

using FaceId = std::uint16_t;

// One font file, immutable once loaded; may be read from every thread.
// Metrics are in units of `units_per_em`.
class Face {
 public:
  virtual ~Face() = default;
  virtual const std::string& file() const = 0;  // base name of the file
  virtual const std::string& postscript_name() const = 0;
  virtual std::string_view bytes() const = 0;
  virtual bool is_cff() const = 0;
  virtual int units_per_em() const = 0;
  virtual int ascender() const = 0;
  virtual int descender() const = 0;
  virtual int cap_height() const = 0;
  virtual int x_height() const = 0;
  virtual int glyph_count() const = 0;
  virtual std::uint32_t glyph(char32_t c) const = 0;  // 0: not covered
  virtual int advance(std::uint32_t glyph) const = 0;
  struct Extents {
    int x_bearing = 0, y_bearing = 0, width = 0, height = 0;
  };  // height is negative
  virtual Extents extents(std::uint32_t glyph) const = 0;
  virtual hb_font_t* hb_font() const = 0;  // scale is units_per_em
};

}  // namespace forme
