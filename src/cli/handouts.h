#pragma once

#include <tbb/enumerable_thread_specific.h>

#include <memory>
#include <string>

#include "cli/made_issue.h"
#include "cli/shared.h"
#include "paragraph/set_text.h"

namespace forme {

bool has_handout(const Article& article);
// "handouts/courier-890-rail.pdf"
std::string handout_name(const Manifest& manifest, const Article& article);

// Makes the handouts of an issue, each when asked for, on any thread: every thread has its own
// setter.
class Handouts {
 public:
  // REQUIRES: both outlive this object.
  Handouts(const MadeIssue& issue, Shared& shared);

  // The handout of the article with that index as PDF.
  Result<std::string> pdf(std::size_t article, Diagnostics& diagnostics);

 private:
  const MadeIssue& issue_;
  Shared& shared_;
  tbb::enumerable_thread_specific<std::unique_ptr<TextSetter>> setters_;
};

}  // namespace forme
