#pragma once

#include <string>
#include <vector>

#include "content/article.h"

namespace forme {

// Which of the article's leaves stand in the EPUB. Left out are the short headline, figures whose
// `outputs` lack epub, and a pull quote that only repeats the copy: on paper it is an ornament,
// read aloud it is the same sentence twice.
std::vector<bool> shown_leaves(const Article& article);

// The text without note marks; a line break becomes a space. For titles and lists.
std::string plain_text(const Text& text);

// Whether the words of `quote` stand one after the other in `copy`, whatever the capitals and
// points.
bool repeats(std::string_view quote, std::string_view copy);

}  // namespace forme
