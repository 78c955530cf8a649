#include "font/open_type_face.h"

#include <hb-ot.h>
#include <hb.h>

#include <vector>

namespace forme {
namespace {

struct Release {
  void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
  void operator()(hb_face_t* p) const { hb_face_destroy(p); }
  void operator()(hb_font_t* p) const { hb_font_destroy(p); }
};
template <class T>
using Handle = std::unique_ptr<T, Release>;

class OpenTypeFace final : public Face {
 public:
  OpenTypeFace(std::string file, std::string bytes)
      : file_(std::move(file)), bytes_(std::move(bytes)) {
    blob_.reset(hb_blob_create(bytes_.data(), static_cast<unsigned>(bytes_.size()),
                               HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    face_.reset(hb_face_create(blob_.get(), 0));
    hb_face_make_immutable(face_.get());
    font_.reset(hb_font_create(face_.get()));  // scale is the units per em
    hb_font_make_immutable(font_.get());
    glyph_count_ = static_cast<int>(hb_face_get_glyph_count(face_.get()));
    units_per_em_ = static_cast<int>(hb_face_get_upem(face_.get()));
    if (!usable()) return;
    read_metrics();
    read_advances();
    read_name();
  }

  bool usable() const {
    return glyph_count_ > 0 && units_per_em_ > 0 && hb_face_count(blob_.get()) == 1 &&
           has_table(HB_TAG('c', 'm', 'a', 'p')) && has_table(HB_TAG('h', 'm', 't', 'x'));
  }

  const std::string& file() const override { return file_; }
  const std::string& postscript_name() const override { return postscript_name_; }
  std::string_view bytes() const override { return bytes_; }
  bool is_cff() const override { return is_cff_; }
  int units_per_em() const override { return units_per_em_; }
  int ascender() const override { return ascender_; }
  int descender() const override { return descender_; }
  int cap_height() const override { return cap_height_; }
  int x_height() const override { return x_height_; }
  int glyph_count() const override { return glyph_count_; }

  std::uint32_t glyph(char32_t c) const override {
    hb_codepoint_t id = 0;
    return hb_font_get_nominal_glyph(font_.get(), c, &id) ? id : 0;
  }
  int advance(std::uint32_t glyph) const override {
    return glyph < advances_.size() ? advances_[glyph] : 0;
  }
  Extents extents(std::uint32_t glyph) const override {
    hb_glyph_extents_t e = {};
    if (!hb_font_get_glyph_extents(font_.get(), glyph, &e)) return {};
    return {e.x_bearing, e.y_bearing, e.width, e.height};
  }
  hb_font_t* hb_font() const override { return font_.get(); }

 private:
  bool has_table(hb_tag_t tag) const {
    const Handle<hb_blob_t> table(hb_face_reference_table(face_.get(), tag));
    return hb_blob_get_length(table.get()) > 0;
  }

  void read_metrics() {
    hb_font_extents_t line = {};
    hb_font_get_h_extents(font_.get(), &line);
    ascender_ = line.ascender;
    descender_ = line.descender;
    cap_height_ = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, U'H');
    x_height_ = metric(HB_OT_METRICS_TAG_X_HEIGHT, U'x');
    is_cff_ = has_table(HB_TAG('C', 'F', 'F', ' ')) || has_table(HB_TAG('C', 'F', 'F', '2'));
  }

  // From OS/2, else the height of a flat letter: old files leave the field out.
  int metric(hb_ot_metrics_tag_t tag, char32_t letter) const {
    hb_position_t value = 0;
    if (hb_ot_metrics_get_position(font_.get(), tag, &value) && value > 0) return value;
    return extents(glyph(letter)).y_bearing;
  }

  void read_advances() {
    advances_.resize(static_cast<std::size_t>(glyph_count_));
    for (std::size_t i = 0; i < advances_.size(); ++i)
      advances_[i] = hb_font_get_glyph_h_advance(font_.get(), static_cast<hb_codepoint_t>(i));
  }

  void read_name() {
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face_.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                        name);
    postscript_name_ = name;
    if (postscript_name_.empty()) postscript_name_ = file_.substr(0, file_.rfind('.'));
  }

  std::string file_, bytes_, postscript_name_;
  Handle<hb_blob_t> blob_;
  Handle<hb_face_t> face_;
  Handle<hb_font_t> font_;
  std::vector<int> advances_;
  int units_per_em_ = 0, glyph_count_ = 0;
  int ascender_ = 0, descender_ = 0, cap_height_ = 0, x_height_ = 0;
  bool is_cff_ = false;
};

}  // namespace

Result<std::unique_ptr<const Face>> open_face(std::string file, std::string bytes) {
  auto face = std::make_unique<OpenTypeFace>(file, std::move(bytes));
  if (face->usable()) return std::unique_ptr<const Face>(std::move(face));
  return Diagnostic{Severity::Error,
                    {},
                    file + " is not a TrueType or CFF font",
                    "install its package again",
                    Cause::Surroundings};
}

}  // namespace forme
