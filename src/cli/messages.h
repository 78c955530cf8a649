#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "cli/environment.h"
#include "cli/options.h"

namespace forme {

// What a command says on standard error: diagnostics as they come, progress on a terminal.
class Messages {
 public:
  Messages(Environment& environment, DiagnosticFormat format)
      : environment_(environment), format_(format) {}

  // Prints what has been added to `diagnostics` since the last call.
  void print_new(const Diagnostics& diagnostics);
  void progress(std::string_view stage);

 private:
  Environment& environment_;
  DiagnosticFormat format_;
  std::size_t printed_ = 0;
};

}  // namespace forme
