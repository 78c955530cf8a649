#include <algorithm>
#include <cmath>
#include <utility>

#include "image/codecs.h"
#include "image/colour.h"
#include "image/pack.h"

namespace forme {

namespace {

constexpr double kSvgPpi = 300;
constexpr int kScreenQuality = 85, kPressQuality = 92;
// A picture is passed through when at least this part of it shows and it has at most this many
// times the pixels that its use asks for, each way.
constexpr double kShownPart = 0.5, kPassedExcess = 1.5;

struct Crop {
  int x = 0, y = 0, width = 0, height = 0;
};

Crop crop_of(const PictureUse& use, int width, int height) {
  const auto edge = [](double fraction, int size) {
    return std::clamp(static_cast<int>(std::lround(fraction * size)), 0, size);
  };
  Crop c;
  c.x = std::min(edge(use.crop_x, width), width - 1);
  c.y = std::min(edge(use.crop_y, height), height - 1);
  c.width = std::max(1, edge(use.crop_x + use.crop_width, width) - c.x);
  c.height = std::max(1, edge(use.crop_y + use.crop_height, height) - c.y);
  return c;
}

Pixels cut(const Pixels& source, const Crop& crop) {
  if (crop.width == source.width && crop.height == source.height) return source;
  Pixels out;
  out.width = crop.width;
  out.height = crop.height;
  out.model = source.model;
  out.icc = source.icc;
  const std::size_t n = samples_of(source.model);
  const auto copy = [&](const std::vector<std::uint8_t>& from, std::size_t channels,
                        std::vector<std::uint8_t>& to) {
    for (int y = 0; y < crop.height && !from.empty(); ++y) {
      const auto at =
          (static_cast<std::size_t>(crop.y + y) * static_cast<std::size_t>(source.width) +
           static_cast<std::size_t>(crop.x)) *
          channels;
      const auto* row = from.data() + at;
      to.insert(to.end(), row, row + static_cast<std::size_t>(crop.width) * channels);
    }
  };
  copy(source.samples, n, out.samples);
  copy(source.alpha, 1, out.alpha);
  return out;
}

// Pixels per point that the shown part has, the greater way.
double pixels_per_point(const PictureUse& use, int width, int height) {
  if (!(use.width_pt > 0) || !(use.height_pt > 0)) return 0;
  return std::max(width * use.crop_width / use.width_pt, height * use.crop_height / use.height_pt);
}

Result<Pixels> decode_svg_for(std::string_view bytes, const std::string& file,
                              const PictureUse& use) {
  const Result<PictureInfo> info = probe_svg(bytes, file);
  if (!info) return info.failure();
  double scale = kSvgPpi / 96;
  const double ppp = pixels_per_point(use, info->width, info->height);
  if (ppp > 0) scale = kSvgPpi / 72 / ppp;
  const auto side = [&](int v) { return std::max(1, static_cast<int>(std::lround(v * scale))); };
  return render_svg(bytes, file, side(info->width), side(info->height));
}

// How far a JPEG may be shrunk while it is decoded, so that enough is left to resample from.
int jpeg_shrink(const PictureUse& use, const JpegHeader& header, double max_ppi) {
  const double excess = pixels_per_point(use, header.width, header.height) * 72 / max_ppi;
  return excess >= 16 ? 8 : excess >= 8 ? 4 : excess >= 4 ? 2 : 1;
}

// Upright, cropped, and with no more pixels than `max_ppi`.
Result<Pixels> decode_for(std::string_view bytes, const std::string& file, const PictureUse& use,
                          double max_ppi) {
  const PictureFormat format = picture_format(bytes);
  Result<Pixels> decoded = Pixels{};
  if (format == PictureFormat::Svg) {
    decoded = decode_svg_for(bytes, file, use);
  } else if (format == PictureFormat::Jpeg) {
    const Result<JpegHeader> header = read_jpeg_header(bytes, file);
    if (!header) return header.failure();
    const bool sideways = header->orientation >= 5;
    JpegHeader upright = *header;
    if (sideways) std::swap(upright.width, upright.height);
    decoded = decode_jpeg(bytes, file, jpeg_shrink(use, upright, max_ppi));
    if (decoded) decoded = apply_orientation(*std::move(decoded), header->orientation);
  } else {
    decoded = decode_picture(bytes, file);
  }
  if (!decoded) return decoded.failure();
  Pixels shown = cut(*decoded, crop_of(use, decoded->width, decoded->height));
  if (!(use.width_pt > 0) || !(use.height_pt > 0)) return shown;
  const double width = use.width_pt / 72 * max_ppi, height = use.height_pt / 72 * max_ppi;
  if (shown.width <= width * 1.02 || shown.height <= height * 1.02) return shown;
  return resample(shown, std::max(1, static_cast<int>(std::lround(width))),
                  std::max(1, static_cast<int>(std::lround(height))));
}

// A JPEG that every reader of PDF takes as it is, that stands upright and is not far larger than
// its use asks for.
bool may_pass(const JpegHeader& header, const PictureUse& use, double max_ppi) {
  return header.baseline_or_progressive && header.ended && header.orientation == 1 &&
         use.crop_width * use.crop_height >= kShownPart &&
         pixels_per_point(use, header.width, header.height) * 72 <= max_ppi * kPassedExcess;
}

PreparedPicture passed(std::string_view bytes, const JpegHeader& header, const PictureUse& use) {
  PreparedPicture out;
  out.width = header.width;
  out.height = header.height;
  out.model = header.components == 1   ? PixelModel::Grey
              : header.components == 3 ? PixelModel::Rgb
                                       : PixelModel::Cmyk;
  out.is_jpeg = true;
  out.inverted = header.components == 4 && header.adobe;
  out.data = bytes;
  out.show_x = use.crop_x;
  out.show_y = use.crop_y;
  out.show_width = use.crop_width;
  out.show_height = use.crop_height;
  return out;
}

}  // namespace

Result<PreparedPicture> prepare_for_print(std::string_view bytes, const std::string& file,
                                          const PictureUse& use, const std::string& cmyk_icc,
                                          double max_ppi, ColourTransforms* transforms) {
  const bool jpeg = picture_format(bytes) == PictureFormat::Jpeg;
  if (jpeg) {
    const Result<JpegHeader> header = read_jpeg_header(bytes, file);
    if (!header) return header.failure();
    if (header->components != 3 && may_pass(*header, use, max_ppi))
      return passed(bytes, *header, use);
  }
  const Result<Pixels> pixels = decode_for(bytes, file, use, max_ppi);
  if (!pixels) return pixels.failure();
  if (is_really_grey(*pixels)) return pack(drop_colour(*pixels), {kPressQuality, false, false});
  ColourTransforms own;
  Result<Pixels> ink = to_cmyk(*pixels, cmyk_icc, transforms ? *transforms : own);
  if (!ink) return ink.failure();
  return pack(*ink, {kPressQuality, false, false});
}

Result<PreparedPicture> prepare_for_screen(std::string_view bytes, const std::string& file,
                                           const PictureUse& use, double max_ppi,
                                           const std::string& cmyk_icc,
                                           ColourTransforms* transforms) {
  const bool jpeg = picture_format(bytes) == PictureFormat::Jpeg;
  if (jpeg) {
    const Result<JpegHeader> header = read_jpeg_header(bytes, file);
    if (!header) return header.failure();
    const bool plain = header->components == 1 || (header->components == 3 && !header->foreign_rgb);
    if (plain && may_pass(*header, use, max_ppi)) return passed(bytes, *header, use);
  }
  Result<Pixels> pixels = decode_for(bytes, file, use, max_ppi);
  if (!pixels) return pixels.failure();
  if (is_really_grey(*pixels)) return pack(drop_colour(*pixels), {kScreenQuality, false, jpeg});
  Result<Pixels> rgb = to_srgb(*pixels, cmyk_icc, transforms);
  if (!rgb) return rgb.failure();
  return pack(*rgb, {kScreenQuality, true, jpeg});
}

}  // namespace forme
