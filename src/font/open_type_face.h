#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "font/face.h"

namespace forme {

// A face over the bytes of a TrueType or CFF file, read by HarfBuzz. `file` is its base name.
Result<std::unique_ptr<const Face>> open_face(std::string file, std::string bytes);

}  // namespace forme
