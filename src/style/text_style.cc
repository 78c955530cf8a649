#include "style/text_style.h"

namespace forme {

Length first_baseline(const TextStyle& style) {
  constexpr double kLatinMiddle = 0.388;
  const double middle = style.grid_rows > 1 ? kLatinMiddle : style.middle;
  const Length row = style.leading / style.grid_rows;
  return style.leading - row + (row + style.size * (middle * 2)) / 2;
}

}  // namespace forme
