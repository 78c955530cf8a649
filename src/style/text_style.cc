#include "style/text_style.h"

namespace forme {

Length first_baseline(const TextStyle& style) {
  return (style.leading + style.size * 0.776) / 2;
}

}  // namespace forme
