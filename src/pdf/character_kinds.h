#pragma once

namespace forme {

// Characters between words, as readers of a PDF know them.
constexpr bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || c == '\t' || c == '\n' || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Characters that steer the setting and leave no mark of their own.
constexpr bool is_control(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

}  // namespace forme
