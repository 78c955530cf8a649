#pragma once

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

#include "base/xml.h"

namespace forme::sample {

// The document as a tree. A failure of the strict reader fails the test.
inline XmlElement parsed(std::string bytes) {
  const std::string doctype = "<!DOCTYPE html>\n";
  if (const std::size_t at = bytes.find(doctype); at != std::string::npos) {
    bytes.erase(at, doctype.size());
  }
  Result<XmlElement> root = parse_xml(bytes, "written.xml");
  if (root.ok()) return std::move(*root);
  ADD_FAILURE() << root.failure().message << " in\n" << bytes;
  return {};
}

// All elements of the name, in document order; "*" is any.
inline void find_all(const XmlElement& in, std::string_view name,
                     std::vector<const XmlElement*>& found) {
  if (name == "*" || in.name == name) found.push_back(&in);
  for (const auto& child : in.children) {
    if (const auto* element = std::get_if<XmlElement>(&child)) find_all(*element, name, found);
  }
}
inline std::vector<const XmlElement*> find_all(const XmlElement& in, std::string_view name) {
  std::vector<const XmlElement*> found;
  find_all(in, name, found);
  return found;
}

std::vector<const XmlElement*> find_all(const XmlElement&&, std::string_view) = delete;

inline std::string value_of(const XmlElement& element, std::string_view name) {
  const XmlAttribute* attribute = element.attribute(name);
  return attribute == nullptr ? "(none)" : attribute->value;
}

inline std::vector<const XmlElement*> with(const XmlElement& in, std::string_view attribute,
                                           std::string_view value) {
  std::vector<const XmlElement*> found;
  for (const XmlElement* element : find_all(in, "*")) {
    if (value_of(*element, attribute) == value) found.push_back(element);
  }
  return found;
}

std::vector<const XmlElement*> with(const XmlElement&&, std::string_view,
                                    std::string_view) = delete;

// The text inside, as one string.
inline std::string text_of(const XmlElement& in) {
  std::string text;
  for (const auto& child : in.children) {
    if (const auto* element = std::get_if<XmlElement>(&child)) {
      text += text_of(*element);
    } else {
      text += std::get<XmlText>(child).value;
    }
  }
  return text;
}

}  // namespace forme::sample
