#include <algorithm>

#include "image/codecs.h"

namespace forme {

namespace {

unsigned u8(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
unsigned u16(std::string_view bytes, std::size_t at) {
  return u8(bytes, at) << 8 | u8(bytes, at + 1);
}

bool is_frame(unsigned marker) {  // SOF0 to SOF15 without DHT, JPG and DAC
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool names_srgb(std::string_view profile) {
  return profile.find("sRGB") != std::string_view::npos ||
         profile.find(std::string_view("s\0R\0G\0B", 7)) != std::string_view::npos;
}

}  // namespace

// Walks the marker segments up to the frame header (ITU-T T.81, B.1 and B.2).
Result<JpegHeader> read_jpeg_header(std::string_view bytes, const std::string& file) {
  JpegHeader header;
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (u8(bytes, at) != 0xFF) return picture_failure(file, "its JPEG markers are damaged");
    const unsigned marker = u8(bytes, at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const std::size_t length = u16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.size() || marker == 0xD9 || marker == 0xDA) break;
    const std::string_view segment = bytes.substr(at + 4, length - 2);
    if (marker == 0xE1 && header.orientation == 1) header.orientation = exif_orientation(segment);
    if (marker == 0xE2 && segment.substr(0, 11) == "ICC_PROFILE" && u8(segment, 12) == 1) {
      header.foreign_rgb = !names_srgb(segment);
    }
    if (marker == 0xEE && segment.substr(0, 5) == "Adobe") header.adobe = true;
    if (is_frame(marker)) {
      header.bits = static_cast<int>(u8(segment, 0));
      header.height = static_cast<int>(u16(segment, 1));
      header.width = static_cast<int>(u16(segment, 3));
      header.components = static_cast<int>(u8(segment, 5));
      header.progressive = marker == 0xC2;
      header.baseline_or_progressive = marker <= 0xC2 && header.bits == 8;
    }
    at += 2 + length;
    // Adobe's marker may follow the frame header, so the walk goes on to the first scan.
  }
  if (header.width == 0) return picture_failure(file, "its JPEG header is damaged or cut short");
  if (!is_sane_size(header.width, header.height)) {
    return picture_failure(file, "it is too large", "100 megapixels are the limit");
  }
  if (header.components != 1 && header.components != 3 && header.components != 4) {
    return picture_failure(file, "it has neither one, three nor four colours");
  }
  header.ended =
      bytes.substr(bytes.size() - std::min<std::size_t>(64, bytes.size())).find("\xFF\xD9") !=
      std::string_view::npos;
  return header;
}

}  // namespace forme
