#pragma once

#include <string>

#include "cli/made_issue.h"

namespace forme {

// The issue as an EPUB, with page 1 of the print edition as its cover.
Result<std::string> epub_edition(const MadeIssue& issue, Shared& shared, Diagnostics& diagnostics);

}  // namespace forme
