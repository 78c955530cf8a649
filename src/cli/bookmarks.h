#pragma once

#include <vector>

#include "display/structure.h"
#include "pdf/write_pdf.h"

namespace forme {

// The sections with their articles, as the structure tree orders them. A node without a title or a
// destination has no bookmark; what is below it rises to the next one above. Articles that `output`
// lacks have none, nor sections that have no other.
std::vector<Bookmark> bookmarks(const StructureTree& structure, Output output);

}  // namespace forme
