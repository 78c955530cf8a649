#pragma once

#include "base/diagnostic.h"
#include "content/issue.h"
#include "makeup/plan.h"

namespace forme {

// Pages that went to the press keep every mark. A page is sent when the flatplan or the plan that
// is given says so.

// Marks the plan's pages that the flatplan says were sent. A sent page that the plan lacks, or
// whose marks it does not say, is an error; so is every sent page when there is no plan.
void mark_sent(const Issue& issue, Plan& plan, Diagnostics& diagnostics);
void refuse_sent_without_plan(const Issue& issue, Diagnostics& diagnostics);

// An error for each sent page of `made` whose marks are not the earlier plan's; it names the page
// and the articles on it whose copy changed, or else all of them.
void hold_to_marks(const Issue& issue, const Plan& earlier, const Plan& made,
                   Diagnostics& diagnostics);

}  // namespace forme
