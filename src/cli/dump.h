#pragma once

#include "cli/environment.h"
#include "cli/exit_status.h"
#include "cli/options.h"

namespace forme {

// Prints one stage of the pipeline to standard output.
ExitStatus dump(const DumpOptions& options, Environment& environment);

}  // namespace forme
