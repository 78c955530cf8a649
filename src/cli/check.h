#pragma once

#include "cli/environment.h"
#include "cli/exit_status.h"
#include "cli/options.h"

namespace forme {

// Says what a build would say, and writes no file.
ExitStatus check(const CheckOptions& options, Environment& environment);

}  // namespace forme
