#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "epub/book.h"

namespace forme {

struct ManifestItem {
  std::string id, file, media_type;
  std::string properties;  // may be empty
};

// The issue's own identifier, the same for every edition and copy: a UUID made from its names.
std::string book_identifier(const Issue& issue);

// dcterms:modified: midnight of the cover date and a minute for each later edition.
std::string modified_time(const Date& cover_date, int edition);

// package.opf. `spine` holds ids of items in reading order.
std::string package_document(const Book& book, const std::vector<ManifestItem>& items,
                             const std::vector<std::string>& spine);

}  // namespace forme
