#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/xml.h"

namespace forme {

// What a checked document says, as values. What is missing, or what the grammar has refused, reads
// as `otherwise`.
std::string text_of(const XmlElement& e, std::string_view attribute, std::string otherwise = {});
int int_of(const XmlElement& e, std::string_view attribute, int otherwise);
double number_of(const XmlElement& e, std::string_view attribute, double otherwise);
bool bool_of(const XmlElement& e, std::string_view attribute);  // otherwise false
std::optional<Date> date_of(const XmlElement& e, std::string_view attribute);
// The place of the value among `words`.
std::size_t word_of(const XmlElement& e, std::string_view attribute,
                    std::span<const std::string_view> words, std::size_t otherwise);

Location location_of(const XmlElement& e, const std::string& file);
// Of the attribute, or of the element when it has none of this name.
Location location_of(const XmlElement& e, std::string_view attribute, const std::string& file);

const XmlElement* child(const XmlElement& e, std::string_view name);
std::vector<const XmlElement*> children(const XmlElement& e, std::string_view name);
std::vector<const XmlElement*> children(const XmlElement& e);

bool is_xml_space(char c);
// All the text in the element, white space folded to single blanks, none at either end.
std::string folded_text(const XmlElement& e);

}  // namespace forme
