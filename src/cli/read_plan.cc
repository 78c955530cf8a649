#include "cli/made_issue.h"
#include "makeup/furniture.h"
#include "makeup/given_plan.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxPlanBytes = std::uint64_t{16} << 20;

int rows_of_imprint(const Sources& sources) {
  TextSetter setter(sources.fonts, *sources.dictionaries);
  const PictureFacts pictures;
  const IssueStructure structure;
  return imprint_rows({sources.issue, sources.layout, setter, pictures, structure});
}

}  // namespace

Result<Plan> read_plan(const FileSystem& files, const std::string& path, const Sources& sources) {
  const auto text = files.read(path, kMaxPlanBytes);
  if (!text) return text.failure();
  auto plan = plan_from_json(*text, path);
  if (!plan) return plan;
  const std::string wrong =
      fault_of(*plan, sources.issue, sources.layout, rows_of_imprint(sources));
  if (!wrong.empty()) {
    return Diagnostic{Severity::Error,
                      {path},
                      "the plan cannot be followed: " + wrong,
                      "correct it, or plan the issue again without --plan",
                      Cause::Input};
  }
  make_jumps_true(*plan);
  return plan;
}

}  // namespace forme
