#pragma once

#include <string>

#include "epub/book.h"
#include "epub/book_pictures.h"

namespace forme {

// One article as a document: its head, the figures placed with it, the copy, footnotes,
// corrections, the series and the articles that it points to, its rights where they are not the
// paper's.
std::string article_xhtml(const Book& book, const BookArticle& article,
                          const BookPictures& pictures);

}  // namespace forme
