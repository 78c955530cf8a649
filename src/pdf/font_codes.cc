#include "pdf/font_codes.h"

#include <hb.h>

#include <memory>
#include <utility>

namespace forme {

namespace {

using SetPtr = std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)>;

}  // namespace

FontCodes::FontCodes(const Face& face, std::string resource_name, PdfDict type0)
    : face_(&face), resource_name_(std::move(resource_name)), type0_(type0) {
  first_slot_.resize(static_cast<std::size_t>(face.glyph_count()));
  slots_.push_back({0, {}, glyph_width(0), 0});
}

std::uint16_t FontCodes::code(std::uint32_t glyph, std::string_view text) {
  if (glyph >= first_slot_.size()) glyph = 0;
  for (std::uint16_t at = first_slot_[glyph]; at != 0; at = slots_[at].next) {
    if (slots_[at].text == text) return at;
  }
  if (slots_.size() > 0xFFFF) {
    throw HaruError(face_->file() + ": more than 65,535 pairs of glyph and text");
  }
  const auto fresh = static_cast<std::uint16_t>(slots_.size());
  slots_.push_back({glyph, std::string(text), glyph_width(glyph), first_slot_[glyph]});
  first_slot_[glyph] = fresh;
  return fresh;
}

char32_t FontCodes::nominal_char(std::uint32_t glyph) {
  if (nominal_.empty()) {
    nominal_.resize(first_slot_.size() + 1);
    const SetPtr chars(hb_set_create(), &hb_set_destroy);
    hb_face_collect_unicodes(hb_font_get_face(face_->hb_font()), chars.get());
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(chars.get(), &c);) {
      const std::uint32_t of = face_->glyph(c);
      if (of < nominal_.size() && nominal_[of] == 0) nominal_[of] = c;
    }
  }
  return glyph < nominal_.size() ? nominal_[glyph] : 0;
}

TextUnits FontCodes::glyph_width(std::uint32_t glyph) const {
  const TextUnits upem = face_->units_per_em();
  return (face_->advance(glyph) * kUnitsPerEm + upem / 2) / upem;
}

}  // namespace forme
