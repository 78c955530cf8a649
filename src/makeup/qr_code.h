#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"

namespace forme {

// The dark modules of the QR code of `href` (ISO/IEC 18004, error correction M), as one rectangle
// for each run of a row, filling a square of `side` with its quiet zone left out. Empty when the
// text is too long.
std::vector<std::vector<Point>> qr_modules(const std::string& href, Point at, Length side);

}  // namespace forme
