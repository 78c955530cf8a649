#pragma once

#include <string>

#include "base/file_system.h"
#include "base/result.h"

namespace forme {

// The folders that come with the program.
struct Resources {
  std::string layouts;  // one folder a layout, and press/
  std::string fonts;    // holds fonts.xml
};

// Looks in share/forme beside the folder of `program`, then in the source tree it was built from.
Result<Resources> find_resources(const FileSystem& files, const std::string& program);

}  // namespace forme
