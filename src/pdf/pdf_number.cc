#include "pdf/pdf_number.h"

#include <charconv>

namespace forme {

namespace {

constexpr char kHexDigits[] = "0123456789ABCDEF";

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  char digits[24];
  const auto [end, failure] = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end);
}

void append_scaled(std::string& out, std::int64_t value, int places) {
  std::int64_t unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  if (value < 0) {
    out += '-';
    value = -value;
  }
  append_integer(out, value / unit);
  std::int64_t rest = value % unit;
  if (rest == 0) return;
  out += '.';
  while (rest != 0) {
    unit /= 10;
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void append_hex(std::string& out, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kHexDigits[byte >> 4];
    out += kHexDigits[byte & 15];
  }
}

void append_hex16(std::string& out, unsigned value) {
  const char digits[4] = {kHexDigits[value >> 12 & 15], kHexDigits[value >> 8 & 15],
                          kHexDigits[value >> 4 & 15], kHexDigits[value & 15]};
  out.append(digits, 4);
}

}  // namespace forme
