#include "style/text_style.h"

namespace forme {

Length first_baseline(const TextStyle& style) {
  const Length row = style.leading / style.grid_rows;
  return style.leading - row + (row + style.size * (style.middle * 2)) / 2;
}

}  // namespace forme
