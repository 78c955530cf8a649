#pragma once

#include <string>
#include <vector>

#include "cli/shared.h"
#include "cli/sources.h"
#include "display/display_list.h"
#include "display/structure.h"
#include "pdf/write_pdf.h"

namespace forme {

// "The Courier 890: Sliding hill shuts the Carlisle line".
std::string document_title(const Issue& issue);

// Pages with the reading order that belongs to them, as `output` shows them.
struct PageSet {
  const std::vector<DisplayPage>& pages;
  const StructureTree& structure;
  const FontLibrary& fonts;
  const Palette& palette;
  std::string title;  // of the document
  std::string language;
  Output output;
};

// For the press: CMYK, boxes, output intent; neither links nor bookmarks.
Result<std::string> print_pdf(const PageSet& set, const Sources& sources, Shared& shared);
// For reading: RGB, links, bookmarks, tags. Handouts too.
Result<std::string> screen_pdf(const PageSet& set, const Sources& sources, Shared& shared);
// For the editor: RGB, links, neither bookmarks nor tags. `labels` name the sheets.
Result<std::string> proof_pdf(const PageSet& set, const std::vector<std::string>& labels,
                              const Sources& sources, Shared& shared);

}  // namespace forme
