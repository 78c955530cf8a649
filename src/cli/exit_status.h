#pragma once

#include "base/diagnostic.h"

namespace forme {

// What every subcommand ends with.
enum class ExitStatus : int {
  Good = 0,      // all made, nothing to object to
  BadInput = 1,  // nothing replaced
  Usage = 2,
  Objections = 3,    // made, but the press gate or copy-fit says no, or the imprint is wanting
  Surroundings = 4,  // disk, memory, a font package that is missing; nothing replaced
};

// The status of a run that was rightly called. Where several hold: 4, then 1, then 3.
ExitStatus exit_status(const Diagnostics& diagnostics, bool objections);

}  // namespace forme
