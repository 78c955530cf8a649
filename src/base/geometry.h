#pragma once

#include "base/length.h"

namespace forme {

// Page coordinates: the origin is the top left corner of the trimmed page, y grows downwards.
struct Point {
  Length x, y;
  bool operator==(const Point&) const = default;
};

struct Size {
  Length width, height;
  bool operator==(const Size&) const = default;
};

struct Rect {
  Length x, y, width, height;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  bool operator==(const Rect&) const = default;
};

}  // namespace forme
