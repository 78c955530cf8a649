#include "raster/cairo_canvas.h"

#include <cairo-ft.h>
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <map>
#include <type_traits>

namespace forme {

namespace {

struct Deleter {
  void operator()(cairo_t* p) const { cairo_destroy(p); }
  void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
  void operator()(cairo_font_face_t* p) const { cairo_font_face_destroy(p); }
  void operator()(cairo_font_options_t* p) const { cairo_font_options_destroy(p); }
  void operator()(std::remove_pointer_t<FT_Library>* p) const { FT_Done_FreeType(p); }
  void operator()(std::remove_pointer_t<FT_Face>* p) const { FT_Done_Face(p); }
};
template <class T>
using Ptr = std::unique_ptr<T, Deleter>;

const cairo_user_data_key_t kFaceKey{};  // ties a FreeType face's life to cairo's

std::uint32_t premultiplied(const std::uint8_t* rgb, std::uint32_t alpha) {
  std::uint32_t pixel = alpha << 24;
  for (int c = 0; c < 3; ++c) pixel |= (rgb[c] * alpha + 127) / 255 << (16 - 8 * c);
  return pixel;
}

Ptr<cairo_surface_t> surface_of(const Pixels& pixels) {
  Ptr<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  const std::size_t n = pixels.model == PixelModel::Grey ? 1 : 3;
  const int stride = cairo_image_surface_get_stride(surface.get());
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  std::size_t at = 0;
  for (int y = 0; y < pixels.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < pixels.width; ++x, ++at) {
      const std::uint8_t* s = pixels.samples.data() + at * n;
      const std::uint8_t grey[3] = {s[0], s[0], s[0]};
      row[x] = premultiplied(n == 1 ? grey : s, pixels.alpha.empty() ? 255u : pixels.alpha[at]);
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

struct CairoCanvas::State {
  Ptr<std::remove_pointer_t<FT_Library>> library;
  Ptr<cairo_surface_t> surface;
  Ptr<cairo_t> cairo;
  std::map<const Face*, Ptr<cairo_font_face_t>> faces;  // null: unreadable
  int width = 0, height = 0;

  cairo_font_face_t* font_face(const Face& face) {
    const auto [found, fresh] = faces.try_emplace(&face);
    if (!fresh) return found->second.get();
    FT_Face opened = nullptr;
    const auto bytes = face.bytes();
    if (FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                           static_cast<FT_Long>(bytes.size()), 0, &opened) != 0) {
      return nullptr;
    }
    Ptr<cairo_font_face_t> made(cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING));
    const auto done = [](void* p) { FT_Done_Face(static_cast<FT_Face>(p)); };
    if (cairo_font_face_set_user_data(made.get(), &kFaceKey, opened, done) !=
        CAIRO_STATUS_SUCCESS) {
      FT_Done_Face(opened);
      return nullptr;
    }
    return (found->second = std::move(made)).get();
  }
  void set_colour(const ColourValue& c) const { cairo_set_source_rgb(cairo.get(), c.r, c.g, c.b); }
  void add_box(const Rect& box) const {
    cairo_rectangle(cairo.get(), box.x.pt(), box.y.pt(), box.width.pt(), box.height.pt());
  }
};

CairoCanvas::CairoCanvas(int width_px, int height_px, double px_per_pt)
    : state_(std::make_unique<State>()) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) == 0) state_->library.reset(library);
  state_->width = width_px;
  state_->height = height_px;
  state_->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px));
  state_->cairo.reset(cairo_create(state_->surface.get()));
  cairo_t* cairo = state_->cairo.get();
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  cairo_scale(cairo, px_per_pt, px_per_pt);
  const Ptr<cairo_font_options_t> options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(cairo, options.get());
}
// The faces go before the library that they belong to.
CairoCanvas::~CairoCanvas() {
  state_->cairo.reset();
  state_->faces.clear();
}

bool CairoCanvas::ok() const {
  return state_->library && cairo_status(state_->cairo.get()) == CAIRO_STATUS_SUCCESS;
}

void CairoCanvas::fill_box(const Rect& box, const ColourValue& colour, double opacity) {
  cairo_set_source_rgba(state_->cairo.get(), colour.r, colour.g, colour.b, opacity);
  state_->add_box(box);
  cairo_fill(state_->cairo.get());
}

void CairoCanvas::fill_frame(const Rect& box, Length thickness, const ColourValue& colour) {
  cairo_t* cairo = state_->cairo.get();
  state_->set_colour(colour);
  const double t = thickness.pt();
  cairo_set_line_width(cairo, t);
  cairo_rectangle(cairo, box.x.pt() + t / 2, box.y.pt() + t / 2, box.width.pt() - t,
                  box.height.pt() - t);
  cairo_stroke(cairo);
}

void CairoCanvas::fill_polygon(const std::vector<std::vector<Point>>& contours,
                               const ColourValue& colour) {
  cairo_t* cairo = state_->cairo.get();
  state_->set_colour(colour);
  for (const auto& contour : contours) {
    cairo_new_sub_path(cairo);
    for (const Point& p : contour) cairo_line_to(cairo, p.x.pt(), p.y.pt());
    cairo_close_path(cairo);
  }
  cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill(cairo);
}

bool CairoCanvas::show_glyphs(const GlyphRun& run, const Face& face, Point origin,
                              const ColourValue& colour) {
  cairo_font_face_t* font = state_->font_face(face);
  if (!font) return false;
  cairo_t* cairo = state_->cairo.get();
  state_->set_colour(colour);
  cairo_set_font_face(cairo, font);
  cairo_matrix_t size;
  cairo_matrix_init_scale(&size, run.size.pt() * run.scale_x, run.size.pt());
  cairo_set_font_matrix(cairo, &size);
  std::vector<cairo_glyph_t> glyphs;
  Length pen = origin.x;
  for (const Glyph& g : run.glyphs) {
    glyphs.push_back({g.id, (pen + g.x_offset).pt(), (origin.y - run.rise - g.y_offset).pt()});
    pen += g.advance;
  }
  cairo_show_glyphs(cairo, glyphs.data(), static_cast<int>(glyphs.size()));
  return true;
}

void CairoCanvas::show_picture(const PictureItem& item, const Pixels& pixels) {
  const Ptr<cairo_surface_t> picture = surface_of(pixels);
  if (!picture || !(item.crop_width > 0) || !(item.crop_height > 0)) return;
  cairo_t* cairo = state_->cairo.get();
  cairo_save(cairo);
  state_->add_box(item.box);
  cairo_clip(cairo);
  const double sx = item.box.width.pt() / (item.crop_width * pixels.width);
  const double sy = item.box.height.pt() / (item.crop_height * pixels.height);
  cairo_translate(cairo, item.box.x.pt() - item.crop_x * pixels.width * sx,
                  item.box.y.pt() - item.crop_y * pixels.height * sy);
  cairo_scale(cairo, sx, sy);
  cairo_set_source_surface(cairo, picture.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

Pixels CairoCanvas::take() {
  cairo_surface_flush(state_->surface.get());
  Pixels out;
  out.width = state_->width;
  out.height = state_->height;
  out.model = PixelModel::Rgb;
  const unsigned char* data = cairo_image_surface_get_data(state_->surface.get());
  const int stride = cairo_image_surface_get_stride(state_->surface.get());
  for (int y = 0; y < out.height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < out.width; ++x) {
      for (int shift = 16; shift >= 0; shift -= 8)
        out.samples.push_back(static_cast<std::uint8_t>(row[x] >> shift));
    }
  }
  return out;
}

}  // namespace forme
