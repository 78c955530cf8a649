#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "pdfdoc/imposition.h"

namespace forme {

// The pages of `pdf` on spreads: the trimmed pages of one meet at the fold, and their bleed is
// kept on the other three sides. What the document says of itself stays, its output intent and
// PDF/X keys among it; tags, bookmarks and links do not, which belong to pages that are no more.
// REQUIRES: pages of one size; each that is named is there and named once, or is kBlankPage.
Result<std::string> impose_pdf(const std::string& pdf, const std::vector<Spread>& spreads);

}  // namespace forme
