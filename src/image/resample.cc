#include <algorithm>
#include <cmath>

#include "image/codecs.h"

namespace forme {

namespace {

constexpr int kFractionBits = 14;
constexpr double kLobes = 3;   // Lanczos
constexpr unsigned kLane = 8;  // 16-bit numbers that every machine multiplies at once

double sinc(double x) {
  return x == 0 ? 1 : std::sin(x) / x;
}
double lanczos(double x) {
  constexpr double kPi = 3.14159265358979323846;
  return std::abs(x) >= kLobes ? 0 : sinc(kPi * x) * sinc(kPi * x / kLobes);
}

// For each sample of the output, which of the input it is made from and with what weights.
struct Kernel {
  std::vector<int> first;
  std::vector<std::int16_t> weights;  // `stride` for each output, in 1/2^kFractionBits
  int taps = 0;
  std::size_t stride = 0;  // taps and zeros up to a whole number of kLane
};

Kernel make_kernel(int from, int to) {
  const double ratio = static_cast<double>(from) / to;
  const double scale = std::max(1.0, ratio);  // when shrinking, the filter widens
  Kernel k;
  k.taps = std::min(from, static_cast<int>(std::ceil(kLobes * scale)) * 2 + 1);
  const int lanes = (k.taps + int{kLane} - 1) / int{kLane};
  k.stride = static_cast<std::size_t>(lanes) * kLane;
  for (int i = 0; i < to; ++i) {
    const double centre = (i + 0.5) * ratio - 0.5;
    const int start =
        std::clamp(static_cast<int>(std::ceil(centre - kLobes * scale)), 0, from - k.taps);
    std::vector<double> raw;
    double sum = 0;
    for (int t = 0; t < k.taps; ++t) {
      raw.push_back(lanczos((start + t - centre) / scale));
      sum += raw.back();
    }
    int left = 1 << kFractionBits;
    std::size_t heaviest = 0;
    const std::size_t base = k.weights.size();
    k.weights.resize(base + k.stride);
    for (std::size_t t = 0; t < raw.size(); ++t) {
      const int w = static_cast<int>(std::lround(raw[t] / sum * (1 << kFractionBits)));
      k.weights[base + t] = static_cast<std::int16_t>(w);
      left -= w;
      if (raw[t] > raw[heaviest]) heaviest = t;
    }
    // The weights add up to one: flat stays flat.
    k.weights[base + heaviest] = static_cast<std::int16_t>(k.weights[base + heaviest] + left);
    k.first.push_back(start);
  }
  return k;
}

std::uint8_t to_byte(int sum) {
  return static_cast<std::uint8_t>(
      std::clamp((sum + (1 << (kFractionBits - 1))) >> kFractionBits, 0, 255));
}

// One row in planes, so that the taps of a sample lie side by side.
std::vector<std::uint8_t> squeeze_rows(const std::vector<std::uint8_t>& in, int width, int height,
                                       std::size_t channels, const Kernel& k) {
  const std::size_t out_width = k.first.size(), in_width = static_cast<std::size_t>(width);
  std::vector<std::uint8_t> out(out_width * static_cast<std::size_t>(height) * channels);
  std::vector<std::int16_t> plane(in_width + k.stride);
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    for (std::size_t c = 0; c < channels; ++c) {
      const std::uint8_t* from = in.data() + y * in_width * channels + c;
      for (std::size_t x = 0; x < in_width; ++x) plane[x] = from[x * channels];
      std::uint8_t* to = out.data() + y * out_width * channels + c;
      for (std::size_t x = 0; x < out_width; ++x) {
        const std::int16_t* w = k.weights.data() + x * k.stride;
        const std::int16_t* v = plane.data() + k.first[x];
        int sum = 0;
        for (std::size_t t = 0; t < k.stride; ++t) sum += w[t] * v[t];
        to[x * channels] = to_byte(sum);
      }
    }
  }
  return out;
}

std::vector<std::uint8_t> squeeze_columns(const std::vector<std::uint8_t>& in, std::size_t stride,
                                          const Kernel& k) {
  std::vector<std::uint8_t> out(k.first.size() * stride);
  std::vector<int> sum(stride);
  for (std::size_t y = 0; y < k.first.size(); ++y) {
    std::fill(sum.begin(), sum.end(), 0);
    for (int t = 0; t < k.taps; ++t) {
      const std::int16_t w = k.weights[y * k.stride + static_cast<std::size_t>(t)];
      const std::uint8_t* row = in.data() + static_cast<std::size_t>(k.first[y] + t) * stride;
      for (std::size_t i = 0; i < stride; ++i) sum[i] += w * static_cast<std::int16_t>(row[i]);
    }
    for (std::size_t i = 0; i < stride; ++i) out[y * stride + i] = to_byte(sum[i]);
  }
  return out;
}

std::vector<std::uint8_t> scale(const std::vector<std::uint8_t>& in, int width, int height,
                                std::size_t channels, const Kernel& across, const Kernel& down) {
  return squeeze_columns(squeeze_rows(in, width, height, channels, across),
                         across.first.size() * channels, down);
}

// So that the colour under transparent pixels does not bleed out.
void premultiply(Pixels& p) {
  const std::size_t n = samples_of(p.model);
  for (std::size_t i = 0; i < p.alpha.size(); ++i) {
    for (std::size_t c = 0; c < n; ++c) {
      p.samples[i * n + c] =
          static_cast<std::uint8_t>((p.samples[i * n + c] * p.alpha[i] + 127) / 255);
    }
  }
}

void divide_by_alpha(Pixels& p) {
  const std::size_t n = samples_of(p.model);
  for (std::size_t i = 0; i < p.alpha.size(); ++i) {
    const int a = p.alpha[i];
    for (std::size_t c = 0; c < n; ++c) {
      const int v = a == 0 ? 255 : (p.samples[i * n + c] * 255 + a / 2) / a;
      p.samples[i * n + c] = static_cast<std::uint8_t>(std::min(v, 255));
    }
  }
}

}  // namespace

Pixels resample(const Pixels& source, int width, int height) {
  if (width <= 0 || height <= 0 || source.samples.empty() ||
      (width == source.width && height == source.height)) {
    return source;
  }
  const Kernel across = make_kernel(source.width, width);
  const Kernel down = make_kernel(source.height, height);
  Pixels out;
  out.width = width;
  out.height = height;
  out.model = source.model;
  out.icc = source.icc;
  if (source.alpha.empty()) {
    out.samples =
        scale(source.samples, source.width, source.height, samples_of(source.model), across, down);
    return out;
  }
  Pixels multiplied = source;
  premultiply(multiplied);
  out.samples = scale(multiplied.samples, source.width, source.height, samples_of(source.model),
                      across, down);
  out.alpha = scale(source.alpha, source.width, source.height, 1, across, down);
  divide_by_alpha(out);
  return out;
}

}  // namespace forme
