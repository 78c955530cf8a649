#include "cli/made_issue.h"

#include <optional>
#include <utility>

#include "cli/picture_facts.h"
#include "cli/report.h"

namespace forme {

std::unique_ptr<MadeIssue> make_issue(const CommonOptions& options, const std::string& plan,
                                      Run& run) {
  Diagnostics& diagnostics = run.diagnostics;
  auto sources =
      run.stage("read", [&] { return read_sources(options, run.environment, diagnostics); });
  if (!sources) return nullptr;
  auto issue = std::make_unique<MadeIssue>(*std::move(sources));

  run.stage("look into pictures", [&] {
    issue->pictures = probe_pictures(issue->sources.issue, run.shared.assets, diagnostics);
    check_adverts(issue->manifest(), run.shared.assets, issue->pictures, diagnostics);
  });
  std::optional<Plan> given;
  if (!plan.empty()) {
    auto read = read_plan(run.environment.files, plan, issue->sources);
    if (read) {
      given = *std::move(read);
    } else {
      diagnostics.add(read.failure());
    }
  }
  if (diagnostics.has_errors()) return nullptr;

  const Sources& s = issue->sources;
  const MakeUpInput input{s.issue,
                          s.layout,
                          s.fonts,
                          *s.dictionaries,
                          issue->pictures,
                          given ? &*given : nullptr,
                          {},
                          {},
                          {s.press.warn_ppi, s.press.fail_ppi}};
  issue->made = run.stage("make up", [&] { return make_up(input, diagnostics); });
  const std::vector<SetLine> lines = set_lines(issue->made.pages);
  issue->setting = setting_quality(lines, issue->made.plan, s.issue, s.layout);
  issue->refused_pictures =
      judge_pictures(placed_pictures(issue->made, s.issue, issue->pictures), s.press, diagnostics);
  return diagnostics.has_errors() ? nullptr : std::move(issue);
}

}  // namespace forme
