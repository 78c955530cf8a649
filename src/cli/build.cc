#include "cli/build.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/output_set.h"
#include "cli/made_issue.h"
#include "cli/outputs.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/spreads.h"
#include "makeup/plan.h"

namespace forme {
namespace {

// Files of the edition before that this run was not asked to make: they stay. Spreads go with the
// print PDF that they were made of.
std::vector<std::string> kept_files(const MadeIssue& issue, std::uint8_t made, const OutputSet& set,
                                    Run& run) {
  std::vector<std::string> kept;
  const auto& earlier = set.earlier_files();
  const auto others = static_cast<std::uint8_t>(kAllOutputs & ~made);
  std::vector<std::string> names;
  for (const OutputTask& task : output_tasks(issue, others, run)) names.push_back(task.name);
  if (others & kPrint) {
    for (std::string& name : spread_names(issue.manifest())) names.push_back(std::move(name));
  }
  std::copy_if(names.begin(), names.end(), std::back_inserter(kept), [&](const auto& name) {
    return std::find(earlier.begin(), earlier.end(), name) != earlier.end();
  });
  return kept;
}

Report report_of(const MadeIssue& issue, const Run& run) {
  const int status = static_cast<int>(exit_status({}, issue.objections()));
  return {issue.manifest(),
          status,
          issue.made.copy_fit,
          issue.setting,
          placed_pictures(issue.made, issue.sources.issue, issue.pictures),
          run.diagnostics,
          {},
          issue.made.moves};
}

// Everything into the set, the report last.
Status fill(OutputSet& set, const std::string& folder, const MadeIssue& issue,
            std::vector<OutputFile> files, const std::vector<std::string>& kept, Run& run) {
  Report report = report_of(issue, run);
  const std::string base = edition_name(issue.manifest());
  files.push_back({base + "-plan.json", plan_to_json(issue.made.plan, issue.sources.layout)});
  for (const OutputFile& file : files) {
    if (Status added = set.add(file.name, file.bytes); !added) return added;
    report.files.push_back(report_file(file.name, file.bytes));
  }
  for (const std::string& name : kept) {
    const Result<std::string>& bytes = run.shared.assets.bytes(folder + "/" + name);
    if (!bytes) return bytes.failure();
    report.files.push_back(report_file(name, *bytes));
  }
  return set.add(base + "-report.json", to_json(report));
}

// The seconds go to a file of their own: they are never the same twice. That it can be written is
// found out first, since a build that ends with status 4 replaces nothing.
Status begin_timings(const std::string& path, Run& run) {
  return path.empty() ? Status(Done{}) : run.environment.files.write(path, "{}\n");
}

void write_timings(const std::string& path, const MadeIssue& issue, Run& run) {
  if (path.empty()) return;
  const int pages = static_cast<int>(issue.made.pages.size());
  const Status written =
      run.environment.files.write(path, run.timings.to_json(pages, peak_memory()));
  if (!written) run.diagnostics.warning(written.failure().where, written.failure().message);
}

ExitStatus build_edition(const BuildOptions& options, Run& run) {
  const auto issue = make_issue(options.common, options.plan, run);
  if (!issue) return run.end();
  run.messages.print_new(run.diagnostics);

  const std::string folder =
      options.out.empty() ? "out/" + edition_name(issue->manifest()) : options.out;
  auto set = OutputSet::open(run.environment.files, folder);
  if (!set) run.diagnostics.add(set.failure());
  const Status writable = begin_timings(options.timings, run);
  if (!writable) run.diagnostics.add(writable.failure());
  if (run.diagnostics.has_errors()) return run.end();
  auto files = run.stage(
      "write", [&] { return make_outputs(output_tasks(*issue, options.outputs, run), run); });
  if (run.diagnostics.has_errors()) return run.end();
  if (options.spreads.reader || options.spreads.printer)
    run.stage("impose", [&] { add_spreads(options.spreads, *issue, files, run); });
  if (run.diagnostics.has_errors()) return run.end();

  const Status done = run.stage("put in place", [&]() -> Status {
    const auto kept = kept_files(*issue, options.outputs, *set, run);
    if (Status filled = fill(*set, folder, *issue, std::move(files), kept, run); !filled) {
      return filled;
    }
    return set->commit(kept);
  });
  if (!done) run.diagnostics.add(done.failure());
  write_timings(options.timings, *issue, run);
  return run.end(issue->objections());
}

}  // namespace

ExitStatus build(const BuildOptions& options, Environment& environment) {
  Run run(environment, options.common.diagnostics);
  return with_jobs(options.common.jobs, [&] { return build_edition(options, run); });
}

}  // namespace forme
