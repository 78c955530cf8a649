#pragma once

#include <string>

#include "epub/book.h"

namespace forme {

// nav.xhtml: the tree of sections and articles, the landmarks, and the pages of the print edition.
std::string navigation_xhtml(const Book& book);

// The same tree and page list as NCX, for readers of EPUB 2.
std::string navigation_ncx(const Book& book, const std::string& identifier);

}  // namespace forme
