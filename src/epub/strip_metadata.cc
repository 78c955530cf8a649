#include "epub/strip_metadata.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace forme {

namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

// JFIF (APP0), the colour profile (APP2) and Adobe's marker (APP14) say how to read the samples.
bool drops_segment(unsigned marker) {
  constexpr unsigned kApp0 = 0xE0, kApp2 = 0xE2, kApp14 = 0xEE, kApp15 = 0xEF, kComment = 0xFE;
  if (marker == kComment) return true;
  return marker > kApp0 && marker <= kApp15 && marker != kApp2 && marker != kApp14;
}

bool drops_chunk(std::string_view type) {
  static constexpr std::array<std::string_view, 5> kTalk{"eXIf", "iTXt", "tEXt", "tIME", "zTXt"};
  return std::find(kTalk.begin(), kTalk.end(), type) != kTalk.end();
}

}  // namespace

// ITU-T T.81, B.1.1.4: segments with a length of two bytes, up to the first scan (SOS).
std::optional<std::string> strip_jpeg(std::string_view bytes) {
  constexpr unsigned kStartOfScan = 0xDA;
  if (bytes.size() < 4 || big_endian(bytes, 0, 2) != 0xFFD8) return {};
  std::string out(bytes.substr(0, 2));
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return {};
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (marker == kStartOfScan) return out.append(bytes.substr(at));
    const std::size_t end = at + 2 + big_endian(bytes, at + 2, 2);
    if (end < at + 4 || end > bytes.size()) return {};
    if (!drops_segment(marker)) out.append(bytes.substr(at, end - at));
    at = end;
  }
  return {};
}

// PNG (third edition), 5.3: length, type, data, checksum; the last chunk is IEND.
std::optional<std::string> strip_png(std::string_view bytes) {
  constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
  if (bytes.substr(0, kSignature.size()) != kSignature) return {};
  std::string out(kSignature);
  for (std::size_t at = kSignature.size(); at + 12 <= bytes.size();) {
    const std::uint32_t length = big_endian(bytes, at, 4);
    if (length > bytes.size() - at - 12) return {};
    const std::string_view type = bytes.substr(at + 4, 4);
    if (!drops_chunk(type)) out.append(bytes.substr(at, length + 12));
    if (type == "IEND") return out;
    at += length + 12;
  }
  return {};
}

}  // namespace forme
