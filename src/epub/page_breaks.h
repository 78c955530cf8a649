#pragma once

#include "content/page_map.h"
#include "epub/book.h"

namespace forme {

// Fills in the breaks of the articles, the bare pages of the sections, and the page targets.
// Every article has one mark for each page it stands on, at its first word there; of a page's marks
// the first in reading order is the page's target.
// REQUIRES: book.articles and book.sections are filled.
void place_page_breaks(Book& book, const PageMap& map);

}  // namespace forme
