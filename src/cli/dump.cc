#include "cli/dump.h"

#include <ostream>

#include "cli/dump_lines.h"
#include "cli/dump_manifest.h"
#include "cli/made_issue.h"

namespace forme {
namespace {

// A stage after make-up as text.
std::string stage_text(Stage stage, const MadeIssue& issue) {
  const MadeUp& made = issue.made;
  switch (stage) {
    case Stage::Plan:
      return plan_to_json(made.plan, issue.sources.layout);
    case Stage::Structure:
      return to_text(made.structure);
    case Stage::Lines:
      return lines_text(made.pages, issue.sources.issue);
    case Stage::Display:
    case Stage::Manifest:  // printed before make-up
      break;
  }
  std::string text;
  for (const DisplayPage& page : made.pages) text += to_text(page);
  return text;
}

ExitStatus dump_manifest(const DumpOptions& options, Run& run) {
  const auto sources = read_sources(options.common, run.environment, run.diagnostics);
  if (sources) run.environment.out << to_text(sources->issue.manifest);
  return run.end();
}

}  // namespace

ExitStatus dump(const DumpOptions& options, Environment& environment) {
  Run run(environment, options.common.diagnostics);
  if (options.stage == Stage::Manifest) return dump_manifest(options, run);
  return with_jobs(options.common.jobs, [&] {
    const auto issue = make_issue(options.common, options.plan, run);
    if (!issue) return run.end();
    environment.out << stage_text(options.stage, *issue);
    return run.end(issue->objections());
  });
}

}  // namespace forme
