#pragma once

#include <set>
#include <string>

#include "content/issue.h"

namespace forme {

// Reports what only the whole issue shows: ids used twice, articles that are placed twice or not
// there, sections that the paper or the flatplan lacks. `unread` holds ids that articles which
// could not be read may have: they count as there.
void check_issue(const Issue& issue, const std::set<std::string>& unread, Diagnostics& diagnostics);

}  // namespace forme
