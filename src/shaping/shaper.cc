#include "shaping/shaper.h"

#include <hb-ot.h>
#include <hb.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "shaping/itemizer.h"

namespace forme {
namespace {

constexpr char32_t kBox = U'\u25AF';

struct Release {
  void operator()(hb_buffer_t* p) const { hb_buffer_destroy(p); }
  void operator()(hb_shape_plan_t* p) const { hb_shape_plan_destroy(p); }
  void operator()(UBreakIterator* p) const { ubrk_close(p); }
  void operator()(UText* p) const { utext_close(p); }
};

struct FacePart {
  FaceId face;
  std::uint32_t first, last;
  bool missing = false;  // one cluster, to be shown as a box
};

// Characters that need no glyph of their own: HarfBuzz hides them or makes them from the space.
bool needs_no_glyph(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(code) == U_SPACE_SEPARATOR || u_charType(code) == U_LINE_SEPARATOR;
}

bool covers_each(const Face& face, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_utf8(text, at);
    if (face.glyph(c.value) == 0 && !needs_no_glyph(c.value)) return false;
    at += c.length;
  }
  return true;
}

// HarfBuzz composes before it looks for glyphs, so the composed form counts as well.
bool covers_composed(const Face& face, std::string_view cluster) {
  std::u16string in, out(cluster.size() * 2 + 8, u'\0');
  for (std::size_t at = 0; at < cluster.size();) {
    const DecodedChar c = decode_utf8(cluster, at);
    if (c.value > 0xFFFF) return false;
    in += static_cast<char16_t>(c.value);
    at += c.length;
  }
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  const std::int32_t length =
      unorm2_normalize(nfc, in.data(), static_cast<std::int32_t>(in.size()), out.data(),
                       static_cast<std::int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return false;
  return std::all_of(out.begin(), out.begin() + length,
                     [&](char16_t c) { return face.glyph(c) != 0 || needs_no_glyph(c); });
}

std::string script_name(std::uint32_t packed) {
  std::string name;
  for (int shift = 24; shift >= 0 && packed != 0; shift -= 8)
    name += static_cast<char>((packed >> shift) & 0xFF);
  return name;
}

// Whether a cluster is several signs that are meant to be seen as one: an emoji joined to another,
// with a skin tone, a flag's two letters, a keycap.
bool is_sequence(std::string_view cluster) {
  int signs = 0;
  bool pictures = false;
  for (std::size_t at = 0; at < cluster.size();) {
    const DecodedChar c = decode_utf8(cluster, at);
    const auto code = static_cast<UChar32>(c.value);
    pictures = pictures || u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) ||
               u_hasBinaryProperty(code, UCHAR_REGIONAL_INDICATOR) || c.value == 0x20E3;
    if (!u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) ++signs;
    at += c.length;
  }
  return pictures && signs > 1;
}

hb_script_t to_script(std::uint32_t packed) {
  return hb_script_from_iso15924_tag(packed);
}

std::vector<hb_feature_t> to_features(const std::vector<std::string>& tags) {
  std::vector<hb_feature_t> features;
  for (const std::string& tag : tags) {
    hb_feature_t feature;
    if (hb_feature_from_string(tag.data(), static_cast<int>(tag.size()), &feature))
      features.push_back(feature);
  }
  return features;
}

}  // namespace

struct Shaper::State {
  explicit State(const FontLibrary& library) : fonts(library) {}

  const FontLibrary& fonts;
  std::unique_ptr<hb_buffer_t, Release> buffer{hb_buffer_create()};
  std::unique_ptr<UBreakIterator, Release> graphemes;

  // Of the last settings used: most words in a row share them.
  ShapeSettings settings;
  std::vector<hb_feature_t> features;
  hb_language_t language = HB_LANGUAGE_INVALID;
  bool has_settings = false;
  std::unique_ptr<hb_shape_plan_t, Release> plan;  // for the settings in this face
  FaceId plan_face = 0;
  std::map<std::pair<FaceId, std::string>, bool> known_features;

  void use(const ShapeSettings& wanted);
  hb_shape_plan_t* plan_for(FaceId face);
  std::vector<FacePart> faces_of(std::string_view word);
  std::optional<FaceId> face_of(std::string_view cluster) const;
  bool is_one_glyph(FaceId face, std::string_view cluster);
  ShapedPart box(const FacePart& part) const;
  void fill_buffer(const FacePart& part, std::string_view word);
  std::u32string capitals_of(char32_t c) const;
  ShapedPart shape_part(const FacePart& part, std::string_view word);
};

Shaper::Shaper(const FontLibrary& fonts) : state_(new State(fonts)) {
  state_->buffer.reset(hb_buffer_create());
  UErrorCode status = U_ZERO_ERROR;
  state_->graphemes.reset(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
}
Shaper::~Shaper() = default;

void Shaper::State::use(const ShapeSettings& wanted) {
  if (has_settings && settings == wanted) return;
  settings = wanted;
  features = to_features(wanted.features);
  language =
      hb_language_from_string(wanted.language.data(), static_cast<int>(wanted.language.size()));
  has_settings = true;
  plan.reset();
}

// What hb_shape() would look up for each word.
hb_shape_plan_t* Shaper::State::plan_for(FaceId face) {
  if (plan && plan_face == face) return plan.get();
  hb_font_t* font = fonts.face(face).hb_font();
  unsigned axes = 0;
  const int* coordinates = hb_font_get_var_coords_normalized(font, &axes);
  hb_segment_properties_t properties;
  hb_buffer_get_segment_properties(buffer.get(), &properties);
  plan.reset(hb_shape_plan_create_cached2(hb_font_get_face(font), &properties, features.data(),
                                          static_cast<unsigned>(features.size()), coordinates, axes,
                                          nullptr));
  plan_face = face;
  return plan.get();
}

std::optional<FaceId> Shaper::State::face_of(std::string_view cluster) const {
  const Face& first = fonts.face(settings.face);
  if (covers_each(first, cluster) || covers_composed(first, cluster)) return settings.face;
  return fonts.fallback(settings.face, cluster, settings.language, script_name(settings.script));
}

std::vector<FacePart> Shaper::State::faces_of(std::string_view word) {
  const auto size = static_cast<std::uint32_t>(word.size());
  if (covers_each(fonts.face(settings.face), word)) return {{settings.face, 0, size}};
  std::vector<FacePart> parts;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, Release> text(
      utext_openUTF8(nullptr, word.data(), static_cast<std::int64_t>(word.size()), &status));
  ubrk_setUText(graphemes.get(), text.get(), &status);
  for (std::uint32_t at = 0; at < size;) {
    const std::int32_t next = ubrk_following(graphemes.get(), static_cast<std::int32_t>(at));
    const std::uint32_t end = next < 0 ? size : static_cast<std::uint32_t>(next);
    const std::string_view cluster = word.substr(at, end - at);
    const std::optional<FaceId> face = face_of(cluster);
    const bool missing = !face || (is_sequence(cluster) && !is_one_glyph(*face, cluster));
    if (missing) {
      parts.push_back({settings.face, at, end, true});
    } else if (!parts.empty() && parts.back().face == *face && !parts.back().missing) {
      parts.back().last = end;
    } else {
      parts.push_back({*face, at, end});
    }
    at = end;
  }
  return parts;
}

// A family, a flag or a skin tone that came out as its components would say another thing.
bool Shaper::State::is_one_glyph(FaceId face, std::string_view cluster) {
  const FacePart part{face, 0, static_cast<std::uint32_t>(cluster.size())};
  return shape_part(part, cluster).glyphs.size() == 1;
}

// By the rules of the language: i is İ in Turkish, ß is SS, a Greek accent falls.
std::u32string Shaper::State::capitals_of(char32_t c) const {
  char16_t in[2], out[8];
  std::int32_t length = 0, size = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF32(in, 2, &length, reinterpret_cast<const UChar32*>(&c), 1, &status);
  size = u_strToUpper(out, 8, in, length, settings.language.c_str(), &status);
  UChar32 capitals[8];
  u_strToUTF32(capitals, 8, &length, out, size, &status);
  if (U_FAILURE(status)) return std::u32string(1, c);
  return std::u32string(capitals, capitals + length);
}

void Shaper::State::fill_buffer(const FacePart& part, std::string_view word) {
  hb_buffer_t* b = buffer.get();
  hb_buffer_clear_contents(b);
  if (!settings.as_capitals) {
    hb_buffer_add_utf8(b, word.data(), static_cast<int>(word.size()), part.first,
                       static_cast<int>(part.last - part.first));
  } else {
    for (std::size_t at = part.first; at < part.last;) {
      const DecodedChar c = decode_utf8(word, at);
      for (const char32_t capital : capitals_of(c.value))
        hb_buffer_add(b, capital, static_cast<unsigned>(at));
      at += c.length;
    }
    hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
  }
  hb_buffer_set_direction(b, settings.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(b, to_script(settings.script));
  hb_buffer_set_language(b, language);
  hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
}

ShapedPart Shaper::State::shape_part(const FacePart& part, std::string_view word) {
  fill_buffer(part, word);
  const Face& face = fonts.face(part.face);
  hb_shape_plan_execute(plan_for(part.face), face.hb_font(), buffer.get(), features.data(),
                        static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* place = hb_buffer_get_glyph_positions(buffer.get(), &count);
  ShapedPart shaped{part.face, face.units_per_em(), part.first, part.last, 0, 0, {}};
  shaped.glyphs.reserve(count);
  bool opened = false;
  for (unsigned i = 0; i < count; ++i) {
    if (i == 0 || info[i].cluster != info[i - 1].cluster) opened = false;
    const bool opens = !opened && place[i].x_advance > 0;
    opened = opened || opens;
    const bool safe = !(hb_glyph_info_get_glyph_flags(&info[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK);
    shaped.glyphs.push_back({info[i].codepoint, place[i].x_advance, place[i].x_offset,
                             place[i].y_offset, info[i].cluster & ShapedGlyph::kMostCluster, safe,
                             opens});
    shaped.advance += place[i].x_advance;
    shaped.clusters += opens ? 1 : 0;
  }
  return shaped;
}

// U+25AF of the first face that has it: a font's own .notdef may show nothing, and no tagged PDF
// may show it.
ShapedPart Shaper::State::box(const FacePart& part) const {
  FaceId id = part.face;
  if (fonts.face(id).glyph(kBox) == 0) id = fonts.fallback(id, "\u25AF").value_or(id);
  const Face& face = fonts.face(id);
  const std::uint32_t glyph = face.glyph(kBox);
  const std::int32_t advance = face.advance(glyph);
  return {id,
          face.units_per_em(),
          part.first,
          part.last,
          advance,
          1,
          {{glyph, advance, 0, 0, part.first & ShapedGlyph::kMostCluster, true, true}}};
}

ShapedWord Shaper::shape(const ShapeSettings& settings, std::string_view word) {
  state_->use(settings);
  ShapedWord shaped;
  // A glyph for every cluster: the face has all that the word needs.
  const FacePart whole{settings.face, 0, static_cast<std::uint32_t>(word.size())};
  shaped.parts.push_back(state_->shape_part(whole, word));
  const auto& glyphs = shaped.parts.front().glyphs;
  if (std::none_of(glyphs.begin(), glyphs.end(), [](const ShapedGlyph& g) { return g.id == 0; }))
    return shaped;
  shaped.parts.clear();
  for (const FacePart& part : state_->faces_of(word)) {
    if (part.missing) shaped.missing.push_back({part.first, part.last});
    shaped.parts.push_back(part.missing ? state_->box(part) : state_->shape_part(part, word));
  }
  return shaped;
}

bool Shaper::feature_covers(const ShapeSettings& settings, const std::string& feature,
                            std::string_view word) {
  ShapeSettings with = settings;
  if (with.script == 0 && !word.empty()) with.script = itemize(word, false).front().script;
  const ShapedWord plain = shape(with, word);
  with.features.push_back(feature);
  const ShapedWord changed = shape(with, word);
  if (plain.parts.size() != 1 || changed.parts.size() != 1) return false;
  const auto& a = plain.parts.front().glyphs;
  const auto& b = changed.parts.front().glyphs;
  return !a.empty() && a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(),
                    [](const ShapedGlyph& x, const ShapedGlyph& y) { return x.id != y.id; });
}

bool Shaper::has_feature(FaceId face, const std::string& feature) {
  const auto [known, fresh] = state_->known_features.try_emplace({face, feature}, false);
  if (!fresh) return known->second;
  const hb_tag_t wanted = hb_tag_from_string(feature.data(), static_cast<int>(feature.size()));
  hb_face_t* hb_face = hb_font_get_face(state_->fonts.face(face).hb_font());
  for (const hb_tag_t table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
    hb_tag_t tags[32];
    unsigned count = 32;
    for (unsigned at = 0; count == 32; at += count) {
      hb_ot_layout_table_get_feature_tags(hb_face, table, at, &count, tags);
      known->second = known->second || std::find(tags, tags + count, wanted) != tags + count;
    }
    count = 32;
  }
  return known->second;
}

}  // namespace forme
