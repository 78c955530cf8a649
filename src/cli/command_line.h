#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/exit_status.h"

namespace forme {

// Runs one command; `arguments` are those after the program's name.
ExitStatus run_command_line(const std::vector<std::string>& arguments, Environment& environment);

}  // namespace forme
