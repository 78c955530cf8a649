#include "image/pack.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "image/codecs.h"

namespace forme {

namespace {

// Level 4 takes half the time of zlib's usual 6 for a twentieth more bytes, on drawn pictures.
constexpr int kLevel = 4;
// By how much JPEG may raise the ink of the darkest pixel, in 1/255 of one ink: 3 %.
constexpr int kInkMargin = 8;

std::string deflated(const std::vector<std::uint8_t>& bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, bytes.data(), bytes.size(), kLevel);
  out.resize(size);
  return out;
}

std::optional<std::vector<std::uint8_t>> inflated(const std::string& data, std::size_t size) {
  std::vector<std::uint8_t> out(size);
  uLongf got = size;
  const int status =
      uncompress(out.data(), &got, reinterpret_cast<const Bytef*>(data.data()), data.size());
  if (status != Z_OK || got != size) return std::nullopt;
  return out;
}

PreparedPicture sized_like(const Pixels& pixels) {
  PreparedPicture out;
  out.width = pixels.width;
  out.height = pixels.height;
  out.model = pixels.model;
  return out;
}

PreparedPicture as_samples(const Pixels& pixels) {
  PreparedPicture out = sized_like(pixels);
  out.is_deflated = true;
  out.data = deflated(pixels.samples);
  if (!pixels.alpha.empty()) out.alpha = deflated(pixels.alpha);
  return out;
}

PreparedPicture as_jpeg(const Pixels& pixels, std::string jpeg) {
  PreparedPicture out = sized_like(pixels);
  out.is_jpeg = true;
  out.inverted = pixels.model == PixelModel::Cmyk;
  out.data = std::move(jpeg);
  return out;
}

int peak_ink(const Pixels& cmyk) {
  int peak = 0;
  for (std::size_t i = 0; i + 3 < cmyk.samples.size(); i += 4) {
    const auto* s = cmyk.samples.data() + i;
    peak = std::max(peak, s[0] + s[1] + s[2] + s[3]);
  }
  return peak;
}

// The greatest difference of one sample between two pixels.
int difference(const std::uint8_t* a, const std::uint8_t* b, std::size_t samples) {
  int most = 0;
  for (std::size_t c = 0; c < samples; ++c) most = std::max(most, std::abs(a[c] - b[c]));
  return most;
}

}  // namespace

bool is_line_art(const Pixels& pixels) {
  constexpr int kEdge = 80;
  constexpr std::size_t kLeastSame = 2, kLeastEdges = 25;  // one of so many
  const std::size_t n = samples_of(pixels.model), count = pixel_count(pixels);
  std::size_t same = 0, edges = 0;
  for (std::size_t i = 1; i < count; ++i) {
    const int d = difference(&pixels.samples[i * n], &pixels.samples[(i - 1) * n], n);
    same += d == 0;
    edges += d >= kEdge;
  }
  return same * kLeastSame > count || edges * kLeastEdges > count;
}

Result<PreparedPicture> pack(const Pixels& pixels, const JpegSettings& settings) {
  if (!pixels.alpha.empty() || (!settings.drawings && is_line_art(pixels)))
    return as_samples(pixels);
  Result<std::string> jpeg = encode_jpeg_pixels(pixels, settings.quality, settings.subsample);
  if (!jpeg) return jpeg.failure();
  if (pixels.model == PixelModel::Cmyk) {
    const Result<Pixels> back = decode_jpeg(*jpeg, {});
    if (!back || peak_ink(*back) > peak_ink(pixels) + kInkMargin) return as_samples(pixels);
  }
  return as_jpeg(pixels, *std::move(jpeg));
}

Result<Pixels> unpack(const PreparedPicture& picture) {
  if (picture.is_jpeg) return decode_jpeg(picture.data, {});
  Pixels out;
  out.width = picture.width;
  out.height = picture.height;
  out.model = picture.model;
  const std::size_t count = pixel_count(out), size = count * samples_of(out.model);
  if (picture.is_deflated) {
    auto samples = inflated(picture.data, size);
    auto alpha = inflated(picture.alpha, picture.alpha.empty() ? 0 : count);
    if (!samples || (!picture.alpha.empty() && !alpha))
      return picture_failure({}, "its samples are damaged");
    out.samples = *std::move(samples);
    if (!picture.alpha.empty()) out.alpha = *std::move(alpha);
  } else {
    out.samples.assign(picture.data.begin(), picture.data.end());
    out.alpha.assign(picture.alpha.begin(), picture.alpha.end());
  }
  return out;
}

}  // namespace forme
