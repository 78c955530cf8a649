#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forme {

struct Attribute {
  std::string name, value;
};
using Attributes = std::vector<Attribute>;

// Writes well-formed XML: text and values are escaped, characters that XML 1.0 forbids and
// malformed bytes become U+FFFD, and elements close in the order in which they opened.
class MarkupWriter {
 public:
  explicit MarkupWriter(std::string_view prologue);

  void open(std::string_view name, const Attributes& attributes = {});
  void close();  // the innermost open element
  void empty(std::string_view name, const Attributes& attributes = {});
  void text(std::string_view utf8);
  void element(std::string_view name, const Attributes& attributes, std::string_view utf8);
  void line();  // a line feed, where white space means nothing

  // REQUIRES: every element is closed.
  std::string take();

 private:
  void start(std::string_view name, const Attributes& attributes);
  std::string out_;
  std::vector<std::string> open_;
};

// The bytes as they may stand in text or, with `quoted`, in a double-quoted attribute value.
std::string escape_markup(std::string_view utf8, bool quoted);

}  // namespace forme
