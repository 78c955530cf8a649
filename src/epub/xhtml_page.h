#pragma once

#include <string>
#include <string_view>

#include "epub/markup_writer.h"

namespace forme {

struct PageHead {
  std::string title;
  std::string language;
  std::string stylesheet;  // relative to the document
  std::string keywords;    // may be empty
  std::string body_type;   // epub:type of the body; may be empty
};

// A document of the package up to its body; the caller writes the content, then end_page().
MarkupWriter begin_page(const PageHead& head);
std::string end_page(MarkupWriter& out);

}  // namespace forme
