#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>

#include "image/codecs.h"

namespace forme {

namespace {

struct GDeleter {
  void operator()(RsvgHandle* p) const { g_object_unref(p); }
  void operator()(GError* p) const { g_error_free(p); }
  void operator()(GInputStream* p) const { g_object_unref(p); }
  void operator()(cairo_t* p) const { cairo_destroy(p); }
  void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
};
template <class T>
using GPtr = std::unique_ptr<T, GDeleter>;

// What an SVG without a size is taken for, in CSS pixels: the width of a column of the sample
// paper.
constexpr double kDefaultWidth = 640;

struct Loaded {
  GPtr<RsvgHandle> handle;
  std::string why;
};

// Without a base file, librsvg loads nothing from outside of the document.
Loaded load(std::string_view bytes) {
  const GPtr<GInputStream> stream(g_memory_input_stream_new_from_data(
      bytes.data(), static_cast<gssize>(bytes.size()), nullptr));
  GError* error = nullptr;
  Loaded loaded;
  loaded.handle.reset(rsvg_handle_new_from_stream_sync(stream.get(), nullptr,
                                                       RSVG_HANDLE_FLAGS_NONE, nullptr, &error));
  const GPtr<GError> owned(error);
  if (!loaded.handle) loaded.why = owned ? owned->message : "its SVG is damaged";
  return loaded;
}

// Cairo's pixels are premultiplied 0xAARRGGBB.
void unpack(const unsigned char* data, int stride, Pixels& into) {
  std::size_t at = 0;
  bool opaque = true;
  for (int y = 0; y < into.height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < into.width; ++x, ++at) {
      const std::uint32_t p = row[x], a = p >> 24;
      opaque = opaque && a == 255;
      for (unsigned c = 0; c < 3; ++c) {
        const std::uint32_t v = p >> (16 - 8 * c) & 0xFF;
        into.samples[at * 3 + c] =
            static_cast<std::uint8_t>(a == 0 ? 255 : std::min(255u, (v * 255 + a / 2) / a));
      }
      into.alpha[at] = static_cast<std::uint8_t>(a);
    }
  }
  if (opaque) into.alpha.clear();
}

}  // namespace

Result<PictureInfo> probe_svg(std::string_view bytes, const std::string& file) {
  const Loaded loaded = load(bytes);
  if (!loaded.handle) return picture_failure(file, loaded.why);
  double width = 0, height = 0;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(loaded.handle.get(), &width, &height)) {
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength w{}, h{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(loaded.handle.get(), &has_width, &w, &has_height, &h,
                                         &has_box, &box);
    if (!has_box || !(box.width > 0) || !(box.height > 0)) {
      return picture_failure(file, "the SVG has no size", "give it a viewBox");
    }
    width = kDefaultWidth;
    height = kDefaultWidth * box.height / box.width;
  }
  if (!(width >= 1) || !(height >= 1) || !(width <= 60'000) || !(height <= 60'000) ||
      !is_sane_size(std::lround(width), std::lround(height))) {
    return picture_failure(file, "the SVG has no usable size", "give it a viewBox");
  }
  PictureInfo info;
  info.format = "svg";
  info.width = static_cast<int>(std::lround(width));
  info.height = static_cast<int>(std::lround(height));
  info.alpha = true;
  info.lettering = svg_lettering(bytes);
  return info;
}

Result<Pixels> render_svg(std::string_view bytes, const std::string& file, int width, int height) {
  if (!is_sane_size(width, height)) return picture_failure(file, "it is too large");
  const Loaded loaded = load(bytes);
  if (!loaded.handle) return picture_failure(file, loaded.why);
  const GPtr<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  const GPtr<cairo_t> cairo(cairo_create(surface.get()));
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) return picture_failure(file, "no memory");
  const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
  GError* error = nullptr;
  const bool drawn =
      rsvg_handle_render_document(loaded.handle.get(), cairo.get(), &viewport, &error);
  const GPtr<GError> owned(error);
  if (!drawn) return picture_failure(file, owned ? owned->message : "its SVG cannot be drawn");
  cairo_surface_flush(surface.get());
  Pixels pixels;
  pixels.width = width;
  pixels.height = height;
  pixels.samples.resize(pixel_count(pixels) * 3);
  pixels.alpha.resize(pixel_count(pixels));
  unpack(cairo_image_surface_get_data(surface.get()), cairo_image_surface_get_stride(surface.get()),
         pixels);
  return pixels;
}

}  // namespace forme
