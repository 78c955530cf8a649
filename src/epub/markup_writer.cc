#include "epub/markup_writer.h"

#include <cassert>
#include <utility>

#include "base/utf8.h"
#include "base/xml_gate.h"

namespace forme {

namespace {

// What stands for the character, or nothing when it stands for itself.
std::string_view reference(char32_t c, bool quoted) {
  if (c == U'&') return "&amp;";
  if (c == U'<') return "&lt;";
  if (c == U'>') return "&gt;";
  if (c == U'\r') return "&#13;";
  if (quoted && c == U'"') return "&quot;";
  if (quoted && c == U'\n') return "&#10;";
  if (quoted && c == U'\t') return "&#9;";
  return {};
}

void append_escaped(std::string& out, std::string_view utf8, bool quoted) {
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedChar c = decode_utf8(utf8, at);
    at += c.length;
    const std::string_view escaped = reference(c.value, quoted);
    if (escaped.empty()) {
      append_utf8(out, is_xml_char(c.value) ? c.value : U'\uFFFD');
    } else {
      out += escaped;
    }
  }
}

}  // namespace

std::string escape_markup(std::string_view utf8, bool quoted) {
  std::string out;
  append_escaped(out, utf8, quoted);
  return out;
}

MarkupWriter::MarkupWriter(std::string_view prologue) : out_(prologue) {}

void MarkupWriter::start(std::string_view name, const Attributes& attributes) {
  out_ += '<';
  out_ += name;
  for (const Attribute& attribute : attributes) {
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    append_escaped(out_, attribute.value, true);
    out_ += '"';
  }
}

void MarkupWriter::open(std::string_view name, const Attributes& attributes) {
  start(name, attributes);
  out_ += '>';
  open_.emplace_back(name);
}

void MarkupWriter::close() {
  assert(!open_.empty());
  out_ += "</" + open_.back() + ">";
  open_.pop_back();
}

void MarkupWriter::empty(std::string_view name, const Attributes& attributes) {
  start(name, attributes);
  out_ += "/>";
}

void MarkupWriter::text(std::string_view utf8) {
  append_escaped(out_, utf8, false);
}

void MarkupWriter::element(std::string_view name, const Attributes& attributes,
                           std::string_view utf8) {
  open(name, attributes);
  text(utf8);
  close();
}

void MarkupWriter::line() {
  out_ += '\n';
}

std::string MarkupWriter::take() {
  assert(open_.empty());
  return std::move(out_);
}

}  // namespace forme
