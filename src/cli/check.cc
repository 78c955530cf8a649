#include "cli/check.h"

#include <ostream>

#include "cli/copy_fit_report.h"
#include "cli/made_issue.h"
#include "cli/setting_report.h"

namespace forme {
ExitStatus check(const CheckOptions& options, Environment& environment) {
  Run run(environment, options.common.diagnostics);
  return with_jobs(options.common.jobs, [&] {
    const auto issue = make_issue(options.common, options.plan, run);
    if (!issue) return run.end();
    const bool json = options.common.diagnostics == DiagnosticFormat::Json;
    const std::vector<CopyFit>& fits = issue->made.copy_fit;
    if (options.setting) {
      environment.out << (json ? setting_json(issue->setting) : setting_table(issue->setting));
    } else {
      environment.out << (json ? copy_fit_json(fits) : copy_fit_table(fits));
    }
    return run.end(issue->objections());
  });
}

}  // namespace forme
