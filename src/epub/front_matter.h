#pragma once

#include <string>

#include "epub/book.h"
#include "font/font_library.h"

namespace forme {

// Files of the pages that are not articles, relative to EPUB/.
inline constexpr std::string_view kCoverFile = "text/cover.xhtml";
inline constexpr std::string_view kContentsFile = "text/contents.xhtml";
inline constexpr std::string_view kImprintFile = "text/imprint.xhtml";
inline constexpr std::string_view kCoverPicture = "pictures/cover.jpg";

// What the picture of the front page shows, for those who do not see it.
std::string cover_alt(const Book& book);

std::string cover_xhtml(const Book& book);
// All articles by section, each with its standfirst.
std::string contents_xhtml(const Book& book);
// A section's title and its articles, with the marks of the print pages that have no text.
std::string section_xhtml(const Book& book, const BookSection& section);
// The paper's legal lines, its contacts and calls, and the licences of the fonts.
std::string imprint_xhtml(const Book& book, const std::vector<FontLibrary::Licence>& fonts);

}  // namespace forme
