#pragma once

#include "cli/environment.h"
#include "cli/exit_status.h"
#include "cli/options.h"

namespace forme {

// Makes an edition: all the files that the options ask for appear in the folder, or none.
ExitStatus build(const BuildOptions& options, Environment& environment);

}  // namespace forme
