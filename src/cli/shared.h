#pragma once

#include "base/file_system.h"
#include "cli/assets.h"
#include "image/picture.h"

namespace forme {

// What the outputs share; may be used from every thread.
struct Shared {
  explicit Shared(const FileSystem& from) : files(from), assets(from) {}

  const FileSystem& files;
  Assets assets;
  ColourTransforms colours;
};

}  // namespace forme
