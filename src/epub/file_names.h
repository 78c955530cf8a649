#pragma once

#include <string>
#include <string_view>

namespace forme {

// File names of the package, relative to EPUB/. They depend on ids alone, so that a link into the
// package lasts from edition to edition. The prefixes keep them apart from each other and from the
// names that Windows reserves.
std::string article_file(std::string_view article_id);  // "text/article-ID.xhtml"
std::string section_file(std::string_view section_id);  // "text/section-SLUG.xhtml"
std::string picture_file(std::string_view source, std::string_view bytes,
                         std::string_view extension);

// `href` (relative to EPUB/) as a document in EPUB/text/ has to write it.
std::string from_text(std::string_view href);

}  // namespace forme
