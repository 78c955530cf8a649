#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "cli/environment.h"
#include "cli/options.h"
#include "cli/resources.h"
#include "content/issue.h"
#include "font/font_library.h"
#include "paragraph/hyphenator.h"
#include "style/layout.h"
#include "style/press_profile.h"

namespace forme {

// All that a run reads before it sets a line.
struct Sources {
  Issue issue;
  Layout layout;  // of the issue
  Layout handout_layout;
  PressProfile press;
  FontLibrary fonts;  // of the issue's layout
  FontLibrary handout_fonts;
  std::unique_ptr<HyphenationDictionaries> dictionaries;  // shared by all threads
};

// Nothing when `diagnostics` got an error; as many mistakes as can be told are told.
std::optional<Sources> read_sources(const CommonOptions& options, Environment& environment,
                                    Diagnostics& diagnostics);

// The folder or file that a layout's or press profile's name stands for: one of those that come
// with the program, or, with a '/' in it, a path from the issue's folder that stays under its root.
Result<std::string> find_by_name(const FileSystem& files, const Manifest& manifest,
                                 const std::string& name, const std::string& folder,
                                 const std::string& ending);

}  // namespace forme
