#pragma once

#include <string>

#include "base/diagnostic.h"
#include "cli/environment.h"
#include "cli/exit_status.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/shared.h"
#include "cli/timings.h"

namespace forme {

// What one run of a command carries along.
struct Run {
  Run(Environment& surroundings, DiagnosticFormat format)
      : environment(surroundings),
        messages(surroundings, format),
        timings(surroundings.now),
        shared(surroundings.files) {}

  // Says that a stage begins, runs it, and notes its seconds.
  template <class Work>
  auto stage(const std::string& name, Work&& work) {
    messages.progress(name);
    return timings.measure(name, work);
  }
  // Prints what is still to be said and gives the status to end with.
  ExitStatus end(bool objections = false) {
    messages.print_new(diagnostics);
    return exit_status(diagnostics, objections);
  }

  Environment& environment;
  Diagnostics diagnostics;
  Messages messages;
  Timings timings;
  Shared shared;
};

// Runs `work` with that many threads; 0: as many as there are processors.
ExitStatus with_jobs(int jobs, const std::function<ExitStatus()>& work);

}  // namespace forme
