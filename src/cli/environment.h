#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "base/file_system.h"

namespace forme {

// What a command works with: everything that is not in its arguments.
struct Environment {
  FileSystem& files;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
  std::string program;          // path of the executable
  std::function<double()> now;  // seconds from any start, for timings alone
};

}  // namespace forme
