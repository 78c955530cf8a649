#include "base/xml.h"

#include <fmt/format.h>

#include <cstddef>
#include <pugixml.hpp>

#include "base/xml_gate.h"

namespace forme {

namespace {

// Turns byte offsets into lines and columns. Offsets asked for in rising order cost one pass.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text) : text_(text) {}

  void move_to(std::size_t offset) {
    if (offset < at_) {
      at_ = 0;
      line_ = column_ = 1;
    }
    for (; at_ < offset && at_ < text_.size(); ++at_) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == '\n') {
        ++line_;
        column_ = 1;
      } else if ((byte & 0xC0u) != 0x80u) {
        ++column_;
      }
    }
  }
  int line() const { return line_; }
  int column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

// Copies pugixml's tree into ours. Names and values lie in the buffer that pugixml parsed in
// place, so their distance from its start is their place in the file.
class TreeCopy {
 public:
  TreeCopy(const char* parsed, std::string_view original) : parsed_(parsed), cursor_(original) {}

  XmlElement element(const pugi::xml_node& node) {
    XmlElement out;
    out.name = node.name();
    locate(node.name() - 1, out);  // the name follows '<'
    for (const pugi::xml_attribute& a : node.attributes()) {
      XmlAttribute& attribute = out.attributes.emplace_back();
      attribute.name = a.name();
      attribute.value = a.value();
      locate(a.name(), attribute);
    }
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() == pugi::node_element) {
        out.children.emplace_back(element(child));
      } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        text(child, out);
      }
    }
    return out;
  }

 private:
  template <class T>
  void locate(const char* where, T& out) {
    cursor_.move_to(static_cast<std::size_t>(where - parsed_));
    out.line = cursor_.line();
    out.column = cursor_.column();
  }

  // Text that a comment or a CDATA section cuts is one text.
  void text(const pugi::xml_node& node, XmlElement& parent) {
    if (*node.value() == '\0') return;
    if (!parent.children.empty()) {
      if (auto* before = std::get_if<XmlText>(&parent.children.back())) {
        before->value += node.value();
        return;
      }
    }
    XmlText out;
    out.value = node.value();
    locate(node.value(), out);
    parent.children.emplace_back(std::move(out));
  }

  const char* parsed_;
  LineCursor cursor_;
};

Diagnostic fault_at(std::string_view bytes, std::size_t offset, const std::string& file,
                    std::string message, std::string hint) {
  LineCursor cursor(bytes);
  cursor.move_to(offset);
  return {Severity::Error,
          {file, cursor.line(), cursor.column()},
          std::move(message),
          std::move(hint),
          Cause::Input};
}

}  // namespace

const XmlAttribute* XmlElement::attribute(std::string_view wanted) const {
  for (const XmlAttribute& a : attributes) {
    if (a.name == wanted) return &a;
  }
  return nullptr;
}

Result<XmlElement> parse_xml(std::string bytes, const std::string& file) {
  if (bytes.compare(0, 3, "\xEF\xBB\xBF") == 0) bytes.erase(0, 3);
  if (const auto fault = check_xml(bytes)) {
    return fault_at(bytes, fault->offset, file, fault->message, fault->hint);
  }
  constexpr unsigned kFlags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                              pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;
  std::string buffer = bytes;
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer_inplace(buffer.data(), buffer.size(), kFlags, pugi::encoding_utf8);
  if (!result) {
    return fault_at(bytes, static_cast<std::size_t>(result.offset), file, result.description(), {});
  }
  return TreeCopy(buffer.data(), bytes).element(document.document_element());
}

}  // namespace forme
