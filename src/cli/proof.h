#pragma once

#include "cli/environment.h"
#include "cli/exit_status.h"
#include "cli/options.h"

namespace forme {

// Writes the proof of an issue: its flatplan and pages with the plan drawn over them.
ExitStatus proof(const ProofOptions& options, Environment& environment);

}  // namespace forme
