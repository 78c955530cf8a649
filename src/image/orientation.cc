#include <utility>

#include "image/codecs.h"

namespace forme {

namespace {

// The numbers of a TIFF file in its byte order; out of bounds reads give 0.
struct TiffReader {
  std::string_view bytes;
  bool little = false;

  unsigned byte(std::size_t at) const {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
  }
  unsigned u16(std::size_t at) const {
    return little ? byte(at) | byte(at + 1) << 8 : byte(at) << 8 | byte(at + 1);
  }
  unsigned u32(std::size_t at) const {
    return little ? u16(at) | u16(at + 2) << 16 : u16(at) << 16 | u16(at + 2);
  }
};

// Where the upright picture's pixel (x, y) stands in a picture of `width` by `height`.
struct Source {
  int x, y;
};
Source source_of(int x, int y, int width, int height, int orientation) {
  switch (orientation) {
    case 2:
      return {width - 1 - x, y};
    case 3:
      return {width - 1 - x, height - 1 - y};
    case 4:
      return {x, height - 1 - y};
    case 5:
      return {y, x};
    case 6:
      return {y, height - 1 - x};
    case 7:
      return {width - 1 - y, height - 1 - x};
    case 8:
      return {width - 1 - y, x};
    default:
      return {x, y};
  }
}

}  // namespace

int exif_orientation(std::string_view segment) {
  constexpr unsigned kOrientation = 0x0112, kShort = 3;
  if (segment.substr(0, 6) != std::string_view("Exif\0\0", 6)) return 1;
  TiffReader tiff{segment.substr(6)};
  tiff.little = tiff.byte(0) == 'I';
  if (tiff.u16(2) != 42) return 1;
  const std::size_t directory = tiff.u32(4);
  const unsigned entries = tiff.u16(directory);
  for (unsigned i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > tiff.bytes.size()) return 1;
    if (tiff.u16(entry) != kOrientation || tiff.u16(entry + 2) != kShort) continue;
    const unsigned value = tiff.u16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

Pixels apply_orientation(Pixels pixels, int orientation) {
  if (orientation <= 1 || orientation > 8) return pixels;
  Pixels out;
  out.model = pixels.model;
  out.icc = std::move(pixels.icc);
  out.width = orientation >= 5 ? pixels.height : pixels.width;
  out.height = orientation >= 5 ? pixels.width : pixels.height;
  const std::size_t n = samples_of(pixels.model);
  out.samples.resize(pixels.samples.size());
  out.alpha.resize(pixels.alpha.size());
  std::size_t to = 0;
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x, ++to) {
      const Source s = source_of(x, y, pixels.width, pixels.height, orientation);
      const auto from = static_cast<std::size_t>(s.y) * static_cast<std::size_t>(pixels.width) +
                        static_cast<std::size_t>(s.x);
      for (std::size_t i = 0; i < n; ++i) out.samples[to * n + i] = pixels.samples[from * n + i];
      if (!out.alpha.empty()) out.alpha[to] = pixels.alpha[from];
    }
  }
  return out;
}

}  // namespace forme
