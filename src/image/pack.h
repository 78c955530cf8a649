#pragma once

#include "image/picture.h"

namespace forme {

struct JpegSettings {
  int quality = 85;
  bool subsample = true;  // colour at half the detail
  bool drawings = false;  // these as JPEG too, as they came
};

// Photographs as JPEG; drawings, and pictures with alpha, as deflated samples. A CMYK picture whose
// ink JPEG would raise is left as samples too.
Result<PreparedPicture> pack(const Pixels& pixels, const JpegSettings& settings);

// Drawn, not photographed: most pixels are like their neighbour, or many are quite unlike it. JPEG
// would put dirt round its lines.
bool is_line_art(const Pixels& pixels);

}  // namespace forme
