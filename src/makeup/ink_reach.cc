#include "makeup/ink_reach.h"

#include <algorithm>

namespace forme {

InkReach ink_reach(const Line& line, const FontLibrary& fonts) {
  InkReach reach;
  for (const PlacedRun& part : line.runs) {
    const Face& face = fonts.face(part.run.face);
    const double per_unit = part.run.size.pt() / face.units_per_em();
    for (const Glyph& glyph : part.run.glyphs) {
      const Face::Extents ink = face.extents(glyph.id);
      const Length over = Length::from_pt(ink.y_bearing * per_unit) + glyph.y_offset;
      const Length under =
          Length::from_pt(-(ink.y_bearing + ink.height) * per_unit) - glyph.y_offset;
      reach.over = std::max(reach.over, over), reach.under = std::max(reach.under, under);
    }
  }
  return reach;
}

}  // namespace forme
