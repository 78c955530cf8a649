#include "base/xml_access.h"

#include "base/number.h"

namespace forme {

namespace {

void append_folded(const XmlElement& e, std::string& out) {
  for (const auto& node : e.children) {
    if (const auto* inner = std::get_if<XmlElement>(&node)) {
      append_folded(*inner, out);
      continue;
    }
    for (char c : std::get<XmlText>(node).value) {
      if (!is_xml_space(c)) {
        out.push_back(c);
      } else if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
      }
    }
  }
}

}  // namespace

std::string text_of(const XmlElement& e, std::string_view attribute, std::string otherwise) {
  const XmlAttribute* a = e.attribute(attribute);
  if (a) return a->value;
  return otherwise;
}

int int_of(const XmlElement& e, std::string_view attribute, int otherwise) {
  const XmlAttribute* a = e.attribute(attribute);
  return a ? parse_int(a->value).value_or(otherwise) : otherwise;
}

double number_of(const XmlElement& e, std::string_view attribute, double otherwise) {
  const XmlAttribute* a = e.attribute(attribute);
  return a ? parse_double(a->value).value_or(otherwise) : otherwise;
}

bool bool_of(const XmlElement& e, std::string_view attribute) {
  const XmlAttribute* a = e.attribute(attribute);
  return a && a->value == "true";
}

std::optional<Date> date_of(const XmlElement& e, std::string_view attribute) {
  const XmlAttribute* a = e.attribute(attribute);
  return a ? parse_iso_date(a->value) : std::nullopt;
}

std::size_t word_of(const XmlElement& e, std::string_view attribute,
                    std::span<const std::string_view> words, std::size_t otherwise) {
  const XmlAttribute* a = e.attribute(attribute);
  for (std::size_t i = 0; a && i < words.size(); ++i) {
    if (words[i] == a->value) return i;
  }
  return otherwise;
}

Location location_of(const XmlElement& e, const std::string& file) {
  return {file, e.line, e.column};
}

Location location_of(const XmlElement& e, std::string_view attribute, const std::string& file) {
  const XmlAttribute* a = e.attribute(attribute);
  return a ? Location{file, a->line, a->column} : location_of(e, file);
}

const XmlElement* child(const XmlElement& e, std::string_view name) {
  for (const auto& node : e.children) {
    const auto* element = std::get_if<XmlElement>(&node);
    if (element && element->name == name) return element;
  }
  return nullptr;
}

std::vector<const XmlElement*> children(const XmlElement& e) {
  std::vector<const XmlElement*> out;
  for (const auto& node : e.children) {
    if (const auto* element = std::get_if<XmlElement>(&node)) out.push_back(element);
  }
  return out;
}

std::vector<const XmlElement*> children(const XmlElement& e, std::string_view name) {
  std::vector<const XmlElement*> out;
  for (const XmlElement* element : children(e)) {
    if (element->name == name) out.push_back(element);
  }
  return out;
}

bool is_xml_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string folded_text(const XmlElement& e) {
  std::string out;
  append_folded(e, out);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace forme
