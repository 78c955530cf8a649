#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "display/display_list.h"
#include "font/face.h"
#include "image/picture.h"
#include "style/colour.h"

namespace forme {

// cairo and FreeType, drawing in points from the top left of a white page.
class CairoCanvas {
 public:
  CairoCanvas(int width_px, int height_px, double px_per_pt);
  ~CairoCanvas();
  CairoCanvas(const CairoCanvas&) = delete;
  CairoCanvas& operator=(const CairoCanvas&) = delete;

  bool ok() const;
  void fill_box(const Rect& box, const ColourValue& colour, double opacity = 1);
  void fill_frame(const Rect& box, Length thickness, const ColourValue& colour);
  void fill_polygon(const std::vector<std::vector<Point>>& contours, const ColourValue& colour);
  // False when FreeType cannot read the face.
  bool show_glyphs(const GlyphRun& run, const Face& face, Point origin, const ColourValue& colour);
  // The part of `pixels` that the item shows, in its box. REQUIRES: no CMYK.
  void show_picture(const PictureItem& item, const Pixels& pixels);
  // sRGB, without alpha.
  Pixels take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
