#pragma once

#include <vector>

#include "pdf/haru_document.h"
#include "pdf/tag_collector.h"

namespace forme {

// A link annotation that the structure tree must own.
struct TaggedAnnotation {
  int page = 0;
  NodeId node = kArtifact;
  PdfDict annotation;
};

// Writes the structure tree, its parent tree and the catalogue's marks (ISO 32000-1, 14.7
// and 14.8). Nodes that have no content in this document are left out; the cells of a table never
// are.
void write_structure(HaruDocument& pdf, const TagCollector& tags, const std::vector<PdfDict>& pages,
                     const std::vector<TaggedAnnotation>& annotations);

}  // namespace forme
