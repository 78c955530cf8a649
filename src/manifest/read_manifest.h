#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "manifest/manifest.h"
#include "manifest/source_tree.h"

namespace forme {

// Reads issue.xml and reports every mistake that it alone can show. Nothing when it is not XML, or
// no issue.
std::optional<Manifest> read_manifest(const SourceTree& tree, Diagnostics& diagnostics);

}  // namespace forme
