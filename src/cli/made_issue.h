#pragma once

#include <memory>
#include <string>

#include "cli/options.h"
#include "cli/run.h"
#include "cli/sources.h"
#include "makeup/make_up.h"
#include "makeup/setting_quality.h"

namespace forme {

// An issue as far as every command needs it: read, and made up.
struct MadeIssue {
  explicit MadeIssue(Sources from) : sources(std::move(from)) {}

  Sources sources;
  PictureFacts pictures;
  MadeUp made;
  SettingQuality setting;
  int refused_pictures = 0;  // that the press would not take

  const Manifest& manifest() const { return sources.issue.manifest; }
  // What the press gate, copy-fit or the law says no to.
  bool objections() const { return made.overset() || refused_pictures > 0 || made.lacks_imprint; }
};

// Reads and makes up; `plan` is the path of a plan to follow, or empty. Null when there was an
// error.
std::unique_ptr<MadeIssue> make_issue(const CommonOptions& options, const std::string& plan,
                                      Run& run);

// Reads a plan and holds it against the issue: articles that are not there and rectangles outside
// the grid are errors.
Result<Plan> read_plan(const FileSystem& files, const std::string& path, const Sources& sources);

}  // namespace forme
