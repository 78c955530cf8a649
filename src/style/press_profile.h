#pragma once

#include <string>

#include "base/file_system.h"
#include "base/result.h"

namespace forme {

// What a press asks for; read from layouts/press/NAME.xml.
struct PressProfile {
  std::string id;
  std::string condition;    // OutputConditionIdentifier of the output intent
  std::string description;  // of the printing condition, in words
  std::string cmyk_icc;     // bytes of the ICC profile
  double max_ppi = 300;     // pictures above it are resampled
  double warn_ppi = 200;    // under it is a warning
  double fail_ppi = 150;    // under it the press gate says no
  // Total area coverage of one place in per cent, that is much and that is too much. For the press
  // gate, which is to come: pictures' pixels are all that is looked at yet.
  double warn_ink = 220, fail_ink = 240;
  bool operator==(const PressProfile&) const = default;
};

// The ICC file's path is relative to the press profile.
// REQUIRES nothing of `file` but that it can be read: a wrong profile is a diagnostic, a missing
// ICC file one of Cause::Surroundings that names the Debian package.
Result<PressProfile> read_press_profile(const FileSystem& files, const std::string& file);

}  // namespace forme
