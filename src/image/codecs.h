#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "image/picture.h"

namespace forme {

// The file formats, each wrapped in one file of its own. Broken files are diagnostics.

enum class PictureFormat : std::uint8_t { Unknown, Jpeg, Png, Svg };
PictureFormat picture_format(std::string_view bytes);

// No picture may have more pixels: 100 megapixels are a page at 600 dots per inch.
inline constexpr std::int64_t kMaxPixels = 100'000'000;
bool is_sane_size(std::int64_t width, std::int64_t height);

inline std::size_t samples_of(PixelModel model) {
  return model == PixelModel::Grey ? 1 : model == PixelModel::Rgb ? 3 : 4;
}
inline std::size_t pixel_count(const Pixels& p) {
  return static_cast<std::size_t>(p.width) * static_cast<std::size_t>(p.height);
}

Diagnostic picture_failure(const std::string& file, std::string why, std::string hint = {});

// What a JPEG says in its headers alone.
struct JpegHeader {
  int width = 0, height = 0;  // as stored, before orientation
  int components = 0, bits = 8;
  bool progressive = false;
  bool baseline_or_progressive = false;  // Huffman-coded SOF0, 1 or 2, which PDF readers take
  bool adobe = false;                    // an APP14 marker; CMYK is then stored inverted
  bool foreign_rgb = false;              // an embedded profile that is not sRGB
  bool ended = false;                    // has its end marker
  int orientation = 1;
};
Result<JpegHeader> read_jpeg_header(std::string_view bytes, const std::string& file);
// Pixels as stored, with the embedded profile; `shrink` of 2, 4 or 8 decodes at a part of the size.
Result<Pixels> decode_jpeg(std::string_view bytes, const std::string& file, int shrink = 1);
// CMYK is written with an Adobe marker and inverted.
Result<std::string> encode_jpeg_pixels(const Pixels& pixels, int quality, bool subsample);

Result<PictureInfo> probe_png(std::string_view bytes, const std::string& file);
Result<Pixels> decode_png(std::string_view bytes, const std::string& file);

Result<PictureInfo> probe_svg(std::string_view bytes, const std::string& file);
// PictureInfo::lettering of such a file. Of CSS it knows the font sizes of plain selectors.
double svg_lettering(std::string_view bytes);
// sRGB with alpha, as large as asked for.
Result<Pixels> render_svg(std::string_view bytes, const std::string& file, int width, int height);

// EXIF orientation 1 to 8 from an APP1 segment's content; 1 when it says nothing.
int exif_orientation(std::string_view segment);
// Turns and mirrors pixels so that they stand upright.
Pixels apply_orientation(Pixels pixels, int orientation);

}  // namespace forme
