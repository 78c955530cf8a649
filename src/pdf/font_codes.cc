#include "pdf/font_codes.h"

#include <hb.h>

#include <memory>
#include <utility>

#include "base/utf8.h"

namespace forme {

namespace {

using SetPtr = std::unique_ptr<hb_set_t, decltype(&hb_set_destroy)>;

constexpr std::uint32_t kCodes = 0x10000;

// FNV-1a (Fowler, Noll and Vo, draft-eastlake-fnv), 32 bits: the same on every machine.
std::uint32_t hash_of(std::uint32_t glyph, std::string_view text) {
  std::uint32_t hash = 2166136261U;
  const auto add = [&hash](std::uint32_t byte) { hash = (hash ^ byte) * 16777619U; };
  add(glyph & 0xFF);
  add(glyph >> 8);
  for (const char c : text) add(static_cast<unsigned char>(c));
  return hash;
}

}  // namespace

FontCodes::FontCodes(const Face& face, std::string resource_name, PdfDict type0)
    : face_(&face), resource_name_(std::move(resource_name)), type0_(type0) {
  first_slot_.resize(static_cast<std::size_t>(face.glyph_count()));
  slot_of_.resize(kCodes);
  slots_.push_back({0, {}, glyph_width(0), 0, 0});
}

std::uint16_t FontCodes::code(std::uint32_t glyph, std::string_view text) {
  if (glyph >= first_slot_.size()) glyph = 0;
  for (std::uint16_t at = first_slot_[glyph]; at != 0; at = slots_[at].next) {
    if (slots_[at].text == text) return slots_[at].code;
  }
  if (slots_.size() >= kCodes) {
    throw HaruError(face_->file() + ": more than 65,535 pairs of glyph and text");
  }
  std::uint16_t code = home(glyph, text);
  while (code == 0 || slot_of_[code] != 0) ++code;
  const auto fresh = static_cast<std::uint16_t>(slots_.size());
  slots_.push_back({glyph, std::string(text), glyph_width(glyph), code, first_slot_[glyph]});
  first_slot_[glyph] = slot_of_[code] = fresh;
  return code;
}

// The code that a pair has unless another has it already.
std::uint16_t FontCodes::home(std::uint32_t glyph, std::string_view text) {
  const char32_t nominal = nominal_char(glyph);
  std::string character;
  if (nominal != 0) append_utf8(character, nominal);
  if (nominal != 0 && text == character) return static_cast<std::uint16_t>(glyph);
  const auto glyphs = static_cast<std::uint32_t>(first_slot_.size());
  if (glyphs >= kCodes) return static_cast<std::uint16_t>(hash_of(glyph, text));
  return static_cast<std::uint16_t>(glyphs + hash_of(glyph, text) % (kCodes - glyphs));
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
