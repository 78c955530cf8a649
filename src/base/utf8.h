#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace forme {

// The code point at `at`, and how many bytes it takes. Malformed bytes give U+FFFD and 1.
struct DecodedChar {
  char32_t value;
  std::size_t length;
};
DecodedChar decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t c);
// UTF-16 big endian, without a byte order mark.
std::string utf8_to_utf16be(std::string_view text);
bool is_valid_utf8(std::string_view text);

}  // namespace forme
