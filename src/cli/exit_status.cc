#include "cli/exit_status.h"

namespace forme {

ExitStatus exit_status(const Diagnostics& diagnostics, bool objections) {
  if (diagnostics.has_errors(Cause::Surroundings)) return ExitStatus::Surroundings;
  if (diagnostics.has_errors(Cause::Input)) return ExitStatus::BadInput;
  return objections ? ExitStatus::Objections : ExitStatus::Good;
}

}  // namespace forme
