#pragma once

#include <string>

#include "manifest/manifest.h"

namespace forme {

// The issue as declared, one fact a line; no path above the issue shows.
std::string to_text(const Manifest& manifest);

}  // namespace forme
