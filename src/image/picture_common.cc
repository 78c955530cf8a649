#include <cmath>
#include <utility>

#include "image/codecs.h"

namespace forme {

PictureFormat picture_format(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return PictureFormat::Jpeg;
  if (bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n") return PictureFormat::Png;
  const std::string_view head = bytes.substr(0, 4096);
  if (head.find("<svg") != std::string_view::npos) return PictureFormat::Svg;
  return PictureFormat::Unknown;
}

bool is_sane_size(std::int64_t width, std::int64_t height) {
  constexpr std::int64_t kMaxSide = 65'500;  // what JPEG can hold
  return width > 0 && height > 0 && width <= kMaxSide && height <= kMaxSide &&
         width * height <= kMaxPixels;
}

Diagnostic picture_failure(const std::string& file, std::string why, std::string hint) {
  Diagnostic d;
  d.where.file = file;
  d.message = "the picture cannot be used: " + std::move(why);
  d.hint = std::move(hint);
  return d;
}

Result<PictureInfo> probe_picture(std::string_view bytes, const std::string& file) {
  switch (picture_format(bytes)) {
    case PictureFormat::Png:
      return probe_png(bytes, file);
    case PictureFormat::Svg:
      return probe_svg(bytes, file);
    case PictureFormat::Unknown:
      break;
    case PictureFormat::Jpeg: {
      const Result<JpegHeader> header = read_jpeg_header(bytes, file);
      if (!header) return header.failure();
      PictureInfo info;
      info.format = "jpeg";
      info.width = header->width;
      info.height = header->height;
      info.progressive = header->progressive;
      info.orientation = header->orientation;
      if (info.orientation >= 5) std::swap(info.width, info.height);
      info.model = header->components == 1   ? PixelModel::Grey
                   : header->components == 3 ? PixelModel::Rgb
                                             : PixelModel::Cmyk;
      return info;
    }
  }
  return picture_failure(file, "it is neither JPEG, PNG nor SVG", "export it as one of these");
}

Result<Pixels> decode_picture(std::string_view bytes, const std::string& file) {
  constexpr double kSvgScale = 300.0 / 96.0;  // CSS pixels at 300 dots per inch
  switch (picture_format(bytes)) {
    case PictureFormat::Png:
      return decode_png(bytes, file);
    case PictureFormat::Unknown:
      break;
    case PictureFormat::Svg: {
      const Result<PictureInfo> info = probe_svg(bytes, file);
      if (!info) return info.failure();
      const auto scaled = [&](int v) { return static_cast<int>(std::lround(v * kSvgScale)); };
      return render_svg(bytes, file, scaled(info->width), scaled(info->height));
    }
    case PictureFormat::Jpeg: {
      const Result<JpegHeader> header = read_jpeg_header(bytes, file);
      if (!header) return header.failure();
      Result<Pixels> pixels = decode_jpeg(bytes, file);
      if (!pixels) return pixels.failure();
      return apply_orientation(*std::move(pixels), header->orientation);
    }
  }
  return picture_failure(file, "it is neither JPEG, PNG nor SVG", "export it as one of these");
}

}  // namespace forme
