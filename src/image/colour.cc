#include "image/colour.h"

#include <lcms2.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>
#include <tuple>

#include "base/hash.h"
#include "image/codecs.h"

namespace forme {

namespace {

struct LcmsDeleter {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using ProfilePtr = std::unique_ptr<void, LcmsDeleter>;
struct TransformDeleter {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using TransformPtr = std::unique_ptr<void, TransformDeleter>;

// From a profile (empty: sRGB) to a profile (empty: sRGB).
struct Way {
  std::string from, to;
  PixelModel from_model, to_model;
  auto key() const { return std::tie(from, to); }
  bool operator<(const Way& other) const { return key() < other.key(); }
};

ProfilePtr open_profile(const std::string& icc) {
  if (icc.empty()) return ProfilePtr(cmsCreate_sRGBProfile());
  return ProfilePtr(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
}

cmsUInt32Number pixel_type(PixelModel model) {
  return model == PixelModel::Grey  ? TYPE_GRAY_8
         : model == PixelModel::Rgb ? TYPE_RGB_8
                                    : TYPE_CMYK_8;
}

bool has_model(const ProfilePtr& profile, PixelModel model) {
  if (!profile) return false;
  const auto space = cmsGetColorSpace(profile.get());
  return space == (model == PixelModel::Grey  ? cmsSigGrayData
                   : model == PixelModel::Rgb ? cmsSigRgbData
                                              : cmsSigCmykData);
}

TransformPtr make_transform(const Way& way) {
  const ProfilePtr from = open_profile(way.from), to = open_profile(way.to);
  if (!has_model(from, way.from_model) || !has_model(to, way.to_model)) return nullptr;
  return TransformPtr(cmsCreateTransform(from.get(), pixel_type(way.from_model), to.get(),
                                         pixel_type(way.to_model), INTENT_PERCEPTUAL,
                                         cmsFLAGS_BLACKPOINTCOMPENSATION));
}

}  // namespace

struct ColourTransforms::State {
  std::mutex guard;
  std::map<Way, TransformPtr> made;  // null: a profile does not fit

  // The transform may be used by several threads at once.
  void* find(const Way& way) {
    const std::lock_guard lock(guard);
    const auto [at, fresh] = made.try_emplace(way);
    if (fresh) at->second = make_transform(way);
    return at->second.get();
  }
};

ColourTransforms::ColourTransforms() : state_(std::make_unique<State>()) {}
ColourTransforms::~ColourTransforms() = default;

namespace {

Pixels transform_pixels(const Pixels& source, void* transform, PixelModel model) {
  Pixels out;
  out.width = source.width;
  out.height = source.height;
  out.model = model;
  out.alpha = source.alpha;
  out.samples.resize(pixel_count(source) * samples_of(model));
  cmsDoTransform(transform, source.samples.data(), out.samples.data(),
                 static_cast<cmsUInt32Number>(pixel_count(source)));
  return out;
}

Pixels grey_to_rgb(const Pixels& source) {
  Pixels out = source;
  out.model = PixelModel::Rgb;
  out.icc.clear();
  out.samples.clear();
  for (const std::uint8_t g : source.samples) out.samples.insert(out.samples.end(), 3, g);
  return out;
}

// Ink taken off white light, for want of a profile.
Pixels plain_cmyk_to_rgb(const Pixels& source) {
  Pixels out = source;
  out.model = PixelModel::Rgb;
  out.icc.clear();
  out.samples.resize(pixel_count(source) * 3);
  for (std::size_t i = 0; i < pixel_count(source); ++i) {
    const int white = 255 - source.samples[i * 4 + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      const int v = (255 - source.samples[i * 4 + c]) * white;
      out.samples[i * 3 + c] = static_cast<std::uint8_t>((v + 127) / 255);
    }
  }
  return out;
}

constexpr int kGreyTolerance = 2;  // of R, G and B among each other: what JPEG does to grey
constexpr double kGreyOfDrawing =
    0.5;  // of what is seen of a drawing, that is grey, black or white
// Difference of the largest and the least of R, G and B up to which a colour of a drawing is
// printed in black alone, and from which it is printed as any other.
constexpr int kStillBlack = 8, kColoured = 48;

bool is_grey(const std::uint8_t* rgb) {
  return std::abs(rgb[0] - rgb[1]) <= kGreyTolerance && std::abs(rgb[1] - rgb[2]) <= kGreyTolerance;
}

// A chart, a map, lettering: mostly black on white. Photographs in colour have next to no pixels
// that are exactly grey.
bool is_drawing(const Pixels& rgb) {
  std::size_t seen = 0, grey = 0;
  for (std::size_t i = 0; i < pixel_count(rgb); ++i) {
    if (!rgb.alpha.empty() && rgb.alpha[i] == 0) continue;
    ++seen;
    grey += is_grey(&rgb.samples[i * 3]);
  }
  return static_cast<double>(grey) >= kGreyOfDrawing * static_cast<double>(seen);
}

// The greys of a drawing are printed in black ink alone, as those of a picture without colour are:
// three more plates under small lettering show on a press that is a hair out of register. What is
// nearly grey lies between the two.
void print_greys_in_black(const Pixels& rgb, Pixels& ink) {
  for (std::size_t i = 0; i < pixel_count(rgb); ++i) {
    const std::uint8_t* const from = &rgb.samples[i * 3];
    const auto [least, most] = std::minmax({from[0], from[1], from[2]});
    const int colour = std::clamp(most - least - kStillBlack, 0, kColoured - kStillBlack);
    if (colour == kColoured - kStillBlack) continue;
    std::uint8_t* const to = &ink.samples[i * 4];
    const int black = 255 - (from[0] + from[1] + from[2] + 1) / 3;
    for (int c = 0; c < 4; ++c) {
      const int alone = c == 3 ? black : 0;
      to[c] =
          static_cast<std::uint8_t>(alone + (to[c] - alone) * colour / (kColoured - kStillBlack));
    }
  }
}

}  // namespace

Result<Pixels> to_srgb(const Pixels& source, const std::string& cmyk_icc,
                       ColourTransforms* transforms) {
  if (source.model == PixelModel::Grey) return grey_to_rgb(source);
  if (source.model == PixelModel::Rgb && source.icc.empty()) return source;
  ColourTransforms own;
  ColourTransforms::State& state = (transforms ? *transforms : own).state();
  for (const std::string& icc :
       {source.icc, source.model == PixelModel::Cmyk ? cmyk_icc : std::string()}) {
    if (icc.empty()) continue;
    if (void* t = state.find({icc, {}, source.model, PixelModel::Rgb})) {
      return transform_pixels(source, t, PixelModel::Rgb);
    }
  }
  if (source.model == PixelModel::Cmyk) return plain_cmyk_to_rgb(source);
  Pixels untagged = source;
  untagged.icc.clear();
  return untagged;
}

Result<Pixels> to_cmyk(const Pixels& source, const std::string& cmyk_icc,
                       ColourTransforms& transforms) {
  if (source.model == PixelModel::Cmyk) return source;
  const Pixels rgb = source.model == PixelModel::Grey ? grey_to_rgb(source) : source;
  void* transform = nullptr;
  if (!rgb.icc.empty()) {
    transform = transforms.state().find({rgb.icc, cmyk_icc, PixelModel::Rgb, PixelModel::Cmyk});
  }
  if (!transform)
    transform = transforms.state().find({{}, cmyk_icc, PixelModel::Rgb, PixelModel::Cmyk});
  if (!transform) {
    Diagnostic d;
    d.message = "the press profile's ICC file is not a CMYK output profile";
    d.cause = Cause::Surroundings;
    return d;
  }
  Pixels ink = transform_pixels(rgb, transform, PixelModel::Cmyk);
  if (is_drawing(rgb)) print_greys_in_black(rgb, ink);
  return ink;
}

bool is_really_grey(const Pixels& pixels) {
  if (pixels.model == PixelModel::Grey) return true;
  if (pixels.model != PixelModel::Rgb) return false;
  for (std::size_t i = 0; i < pixel_count(pixels); ++i) {
    if (!pixels.alpha.empty() && pixels.alpha[i] == 0) continue;
    if (!is_grey(&pixels.samples[i * 3])) return false;
  }
  return true;
}

Pixels drop_colour(const Pixels& pixels) {
  if (pixels.model == PixelModel::Grey) return pixels;
  Pixels out = pixels;
  out.model = PixelModel::Grey;
  out.icc.clear();
  out.samples.resize(pixel_count(pixels));
  for (std::size_t i = 0; i < out.samples.size(); ++i) out.samples[i] = pixels.samples[i * 3 + 1];
  return out;
}

}  // namespace forme
