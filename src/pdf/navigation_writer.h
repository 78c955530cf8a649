#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/page_writer.h"
#include "pdf/structure_writer.h"

namespace forme {

// Only the characters that RFC 3986 lets a URI have; what is escaped already stays as it is.
std::string percent_encode_uri(std::string_view uri);

// The link annotations, in page order. A link to a place that does not exist is left out.
std::vector<TaggedAnnotation> write_links(HaruDocument& pdf, const std::vector<PdfDict>& pages,
                                          const std::vector<LinkArea>& links,
                                          const std::map<std::string, NamedPlace>& places);
// The name tree of destinations; each puts its point at the top left of the window.
void write_destinations(HaruDocument& pdf, const std::vector<PdfDict>& pages,
                        const std::map<std::string, NamedPlace>& places);
void write_bookmarks(HaruDocument& pdf, const std::vector<Bookmark>& bookmarks,
                     const std::map<std::string, NamedPlace>& places);
void write_page_labels(HaruDocument& pdf, const std::vector<std::string>& labels);

}  // namespace forme
