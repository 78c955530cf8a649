#pragma once

#include "font/font_library.h"
#include "paragraph/line.h"

namespace forme {

// How far a line's ink reaches over its baseline and under it.
struct InkReach {
  Length over, under;
};
InkReach ink_reach(const Line& line, const FontLibrary& fonts);

}  // namespace forme
