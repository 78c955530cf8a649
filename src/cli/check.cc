#include "cli/check.h"

#include <fmt/format.h>

#include <ostream>

#include "cli/made_issue.h"
#include "cli/setting_report.h"

namespace forme {
namespace {

// One line an article: where it stands and whether it fits.
void print_copy_fit(const std::vector<CopyFit>& fits, std::ostream& out) {
  for (const CopyFit& fit : fits) {
    const char* word = fit.pages.size() > 1 ? "pages" : "page";
    const std::string where =
        fit.pages.empty() ? "not placed" : fmt::format("{} {}", word, fmt::join(fit.pages, ", "));
    const std::string how = fit.overset > 0     ? fmt::format("over {} lines", fit.overset)
                            : fit.free_rows > 0 ? fmt::format("{} lines free", fit.free_rows)
                                                : "fits";
    out << fmt::format("{}: {}, {}\n", fit.article, where, how);
  }
}

}  // namespace

ExitStatus check(const CheckOptions& options, Environment& environment) {
  Run run(environment, options.common.diagnostics);
  return with_jobs(options.common.jobs, [&] {
    const auto issue = make_issue(options.common, options.plan, run);
    if (!issue) return run.end();
    if (!options.setting) {
      print_copy_fit(issue->made.copy_fit, environment.out);
    } else if (options.common.diagnostics == DiagnosticFormat::Json) {
      environment.out << setting_json(issue->setting);
    } else {
      environment.out << setting_table(issue->setting);
    }
    return run.end(issue->objections());
  });
}

}  // namespace forme
