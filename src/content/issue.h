#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_system.h"
#include "content/article.h"
#include "manifest/manifest.h"
#include "manifest/paper.h"

namespace forme {

// One issue, read and checked as a whole.
struct Issue {
  Manifest manifest;
  Paper paper;
  std::vector<Article> articles;  // in the order of the manifest

  const Article* article(std::string_view id) const;
  std::string title() const;  // the issue's, else the headline of priority 1
};

// Reads ISSUE (a folder that holds issue.xml, or that file) with its paper and articles, and
// reports every mistake found. The issue is usable only when `diagnostics` has no error. `today`,
// when given, leaves out articles under embargo or expired.
Issue read_issue(const FileSystem& fs, const std::string& path, std::optional<Date> today,
                 Diagnostics& diagnostics);

// Leaves out the articles that are under embargo or have expired on `today`, in the flatplan,
// the promos and the ears too, and says so: it warns where the flatplan has a place for one.
void leave_out_held_back(Issue& issue, const Date& today, Diagnostics& diagnostics);

}  // namespace forme
