#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace forme {

// Why a document may not pass, and the byte where that shows.
struct XmlFault {
  std::size_t offset = 0;
  std::string message, hint;
};

// Whether a document may hold the character at all (XML 1.0, production 2).
bool is_xml_char(char32_t c);

// Checks that `bytes` are one well-formed XML 1.0 document (fifth edition) in UTF-8 that keeps to
// the limits of base/xml.h, without DOCTYPE and with the five named entities alone. What passes
// holds no surprise for a lenient parser. A byte order mark is for the caller to take off.
std::optional<XmlFault> check_xml(std::string_view bytes);

}  // namespace forme
