#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/made_issue.h"
#include "cli/run.h"

namespace forme {

// "courier-890": what the name of every file of an edition begins with.
std::string edition_name(const Manifest& manifest);
std::string print_name(const Manifest& manifest);  // of the print PDF

// One file to make. `make` may be called on any thread, with diagnostics of its own.
struct OutputTask {
  std::string name;   // in the edition's folder
  std::string stage;  // for the timings
  std::function<Result<std::string>(Diagnostics&)> make;
};
// The files that `outputs` (bits of Output) stand for, the longest work first.
// REQUIRES: `issue` and `run` outlive the tasks.
std::vector<OutputTask> output_tasks(const MadeIssue& issue, std::uint8_t outputs, Run& run);

struct OutputFile {
  std::string name, bytes;
};
// Makes them side by side, and gives them in the order of the tasks. What fails is in the run's
// diagnostics.
std::vector<OutputFile> make_outputs(const std::vector<OutputTask>& tasks, Run& run);

}  // namespace forme
