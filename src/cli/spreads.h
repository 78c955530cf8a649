#pragma once

#include <string>
#include <vector>

#include "cli/made_issue.h"
#include "cli/options.h"
#include "cli/outputs.h"

namespace forme {

// The names of all PDFs of spreads that an edition may have.
std::vector<std::string> spread_names(const Manifest& manifest);

// Adds the spreads that were asked for, made of the pages of the print PDF among `files`. What
// fails is in the run's diagnostics.
// REQUIRES: the print PDF is there.
void add_spreads(const SpreadOptions& options, const MadeIssue& issue,
                 std::vector<OutputFile>& files, Run& run);

}  // namespace forme
