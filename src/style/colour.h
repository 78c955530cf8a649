#pragma once

#include <map>
#include <string>

namespace forme {

// A colour is a name until the writer; each name has both values. Fractions from 0 to 1.
struct ColourValue {
  double c = 0, m = 0, y = 0, k = 1;
  double r = 0, g = 0, b = 0;
};
using Palette = std::map<std::string, ColourValue>;

}  // namespace forme
