#include "raster/render_page.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "raster/cairo_canvas.h"

namespace forme {

namespace {

constexpr double kMaxSide = 20'000;  // pixels
constexpr Length kAdvertFrame = 0.5_pt;

Diagnostic failure(std::string message) {
  Diagnostic d;
  d.message = std::move(message);
  return d;
}

class PageRenderer {
 public:
  PageRenderer(CairoCanvas& canvas, const std::function<const Face&(FaceId)>& faces,
               const Palette& palette, const PixelProvider& provide)
      : canvas_(canvas), faces_(faces), palette_(palette), provide_(provide) {}

  std::optional<Diagnostic> failed;

  void operator()(const RuleItem& item) {
    if (const ColourValue* c = colour(item.colour)) canvas_.fill_box(item.box, *c, item.opacity);
  }
  void operator()(const FrameItem& item) {
    if (const ColourValue* c = colour(item.colour))
      canvas_.fill_frame(item.box, item.thickness, *c);
  }
  void operator()(const PolygonItem& item) {
    if (const ColourValue* c = colour(item.colour)) canvas_.fill_polygon(item.contours, *c);
  }
  void operator()(const GlyphItem& item) {
    const ColourValue* c = item.run.glyphs.empty() ? nullptr : colour(item.run.colour);
    if (!c) return;
    const Face& face = faces_(item.run.face);
    if (!canvas_.show_glyphs(item.run, face, item.origin, *c)) {
      failed = failure(fmt::format("the font {} cannot be drawn", face.file()));
    }
  }
  void operator()(const PictureItem& item) {
    Result<Pixels> pixels = provide_(item);
    if (pixels && pixels->model == PixelModel::Cmyk) pixels = to_srgb(*pixels, {});
    if (!pixels) {
      failed = pixels.failure();
      return;
    }
    canvas_.show_picture(item, *pixels);
  }
  void operator()(const AdvertItem& item) {
    constexpr ColourValue kPale{0, 0, 0, 0.06, 0.94, 0.94, 0.94},
        kGrey{0, 0, 0, 0.4, 0.6, 0.6, 0.6};
    canvas_.fill_box(item.box, kPale);
    canvas_.fill_frame(item.box, kAdvertFrame, kGrey);
  }
  void operator()(const LineItem&) {}
  void operator()(const LinkItem&) {}
  void operator()(const DestinationItem&) {}

 private:
  const ColourValue* colour(const std::string& name) {
    const auto found = palette_.find(name);
    if (found != palette_.end()) return &found->second;
    failed = failure(fmt::format("the layout has no colour '{}'", name));
    return nullptr;
  }

  CairoCanvas& canvas_;
  const std::function<const Face&(FaceId)>& faces_;
  const Palette& palette_;
  const PixelProvider& provide_;
};

}  // namespace

Result<Pixels> render_page_with(const DisplayPage& page,
                                const std::function<const Face&(FaceId)>& faces,
                                const Palette& palette, const PixelProvider& provide, double ppi) {
  const double scale = ppi / 72;
  const double width = std::round(page.trim.width.pt() * scale);
  const double height = std::round(page.trim.height.pt() * scale);
  if (!(width >= 1) || !(height >= 1) || width > kMaxSide || height > kMaxSide) {
    return failure(fmt::format("page {} is no size for a picture", page.folio));
  }
  CairoCanvas canvas(static_cast<int>(width), static_cast<int>(height), scale);
  PageRenderer renderer(canvas, faces, palette, provide);
  for (const DisplayItem& item : page.items) {
    std::visit(renderer, item);
    if (renderer.failed) return *renderer.failed;
  }
  if (!canvas.ok()) return failure(fmt::format("page {} cannot be drawn", page.folio));
  return canvas.take();
}

Result<Pixels> render_page(const DisplayPage& page, const FontLibrary& fonts,
                           const Palette& palette, const PixelProvider& provide, double ppi) {
  return render_page_with(
      page, [&](FaceId id) -> const Face& { return fonts.face(id); }, palette, provide, ppi);
}

}  // namespace forme
