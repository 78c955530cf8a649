#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace forme {

struct XmlAttribute {
  std::string name, value;
  int line = 0, column = 0;  // of the name
};

struct XmlText {
  std::string value;  // entities resolved, white space as written
  int line = 0, column = 0;
};

// One element of a checked document, in document order, comments and instructions dropped.
struct XmlElement {
  std::string name;
  std::vector<XmlAttribute> attributes;
  std::vector<std::variant<XmlElement, XmlText>> children;
  int line = 0, column = 0;  // of '<'

  const XmlAttribute* attribute(std::string_view wanted) const;
};

inline constexpr std::uint64_t kMaxXmlBytes = std::uint64_t{64} << 20;
inline constexpr int kMaxXmlDepth = 64;
// Elements, attributes and CDATA sections; keeps the memory of a hostile file within reason.
inline constexpr int kMaxXmlNodes = 1'000'000;

// Parses one document after checking its bytes: strict UTF-8 and XML 1.0 characters, no DOCTYPE,
// the five entities and character references alone, no duplicate attribute, depth and size within
// the limits above. `file` is the name for diagnostics.
Result<XmlElement> parse_xml(std::string bytes, const std::string& file);

}  // namespace forme
