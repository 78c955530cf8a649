#pragma once

#include "base/diagnostic.h"
#include "manifest/manifest.h"
#include "manifest/paper.h"
#include "manifest/source_tree.h"

namespace forme {

// Reads the paper's file that the manifest names; without one, a masthead of its name alone.
Paper read_paper(const SourceTree& tree, const Manifest& manifest, Diagnostics& diagnostics);

}  // namespace forme
