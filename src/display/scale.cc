#include "display/scale.h"

namespace forme {
namespace {

struct Scaler {
  double factor;

  void length(Length& l) const { l = l * factor; }
  void point(Point& p) const { length(p.x), length(p.y); }
  void box(Rect& r) const { length(r.x), length(r.y), length(r.width), length(r.height); }
  void run(GlyphRun& r) const {
    length(r.size), length(r.rise);
    for (Glyph& glyph : r.glyphs)
      length(glyph.advance), length(glyph.x_offset), length(glyph.y_offset);
  }
  void operator()(GlyphItem& i) const { point(i.origin), run(i.run); }
  void operator()(RuleItem& i) const { box(i.box); }
  void operator()(FrameItem& i) const { box(i.box), length(i.thickness); }
  void operator()(PolygonItem& i) const {
    for (auto& contour : i.contours) {
      for (Point& p : contour) point(p);
    }
  }
  void operator()(PictureItem& i) const { box(i.box); }
  void operator()(AdvertItem& i) const { box(i.box); }
  void operator()(LineItem& i) const { point(i.origin), length(i.width); }
  void operator()(LinkItem& i) const { box(i.box); }
  void operator()(DestinationItem& i) const { point(i.at); }
};

}  // namespace

void scale(std::vector<DisplayItem>& items, double factor) {
  for (DisplayItem& item : items) std::visit(Scaler{factor}, item);
}

}  // namespace forme
