#pragma once

#include <string>
#include <vector>

#include "display/display_list.h"
#include "display/structure.h"
#include "makeup/context.h"

namespace forme {

// One article as a leaflet of A4 pages, whole, in reading order.
struct Handout {
  std::string article;
  std::vector<DisplayPage> pages;
  StructureTree structure;
};

// REQUIRES: `layout` has the handout- styles. `setter` is the calling thread's.
Handout make_handout(const Issue& issue, const Layout& layout, TextSetter& setter,
                     const PictureFacts& pictures, std::size_t article, Diagnostics& diagnostics);

}  // namespace forme
