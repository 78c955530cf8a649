#include "style/protrusion.h"

#include <algorithm>

namespace forme {

Protrusion::Sign Protrusion::of(char32_t sign) const {
  const auto found =
      std::lower_bound(signs.begin(), signs.end(), sign,
                       [](const Sign& entry, char32_t wanted) { return entry.sign < wanted; });
  return found != signs.end() && found->sign == sign ? *found : Sign{sign, 0, 0};
}

}  // namespace forme
