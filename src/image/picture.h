#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"

namespace forme {

enum class PixelModel : std::uint8_t { Grey, Rgb, Cmyk };

// One of the strips of a picture's outline: what shows, from left to right, in parts of its width.
struct OutlineBand {
  double left = 0, right = 0;
  bool empty = true;
};

// What a picture file says of itself; enough for make-up.
struct PictureInfo {
  int width = 0, height = 0;  // pixels, after EXIF orientation; of an advert's PDF points
  PixelModel model = PixelModel::Rgb;
  bool alpha = false, progressive = false;
  std::string format;                // "jpeg", "png", "svg"; "pdf" of an advert
  int orientation = 1;               // EXIF
  std::vector<OutlineBand> outline;  // where it was asked for: see outline.h
  std::string content{};             // content_id of the file, where it was asked for
  // Of a drawing: the size of its smallest letters, as a part of its width; 0: none are known.
  double lettering = 0;
};

// Pixels in rows from the top, 8 bits a sample; CMYK as ink (255 is full).
struct Pixels {
  int width = 0, height = 0;
  PixelModel model = PixelModel::Rgb;
  std::vector<std::uint8_t> samples;
  std::vector<std::uint8_t> alpha;  // empty, or one byte a pixel
  std::string icc;                  // embedded profile, may be empty
};

// The picture as an output needs it: a JPEG to pass through, or samples, deflated or not.
struct PreparedPicture {
  int width = 0, height = 0;
  PixelModel model = PixelModel::Rgb;
  bool is_jpeg = false;      // `data` is a DCT stream; else samples
  bool is_deflated = false;  // `data` and `alpha` are zlib streams
  bool inverted = false;     // Adobe CMYK JPEG: needs /Decode [1 0 …]
  std::string data;
  std::string alpha;  // empty, or one byte a pixel, same size
  // The part to show, in fractions from the top left: a JPEG is passed through uncropped.
  double show_x = 0, show_y = 0, show_width = 1, show_height = 1;
};

struct PictureUse {  // how large it will stand, for resampling
  double width_pt = 0, height_pt = 0;
  double crop_x = 0, crop_y = 0, crop_width = 1, crop_height = 1;
};

Result<PictureInfo> probe_picture(std::string_view bytes, const std::string& file);
Result<Pixels> decode_picture(std::string_view bytes, const std::string& file);

// LittleCMS transforms: made when first needed, kept; safe from every thread. Making one takes
// longer than converting a picture, so a run shares one of these.
class ColourTransforms {
 public:
  ColourTransforms();
  ~ColourTransforms();
  ColourTransforms(const ColourTransforms&) = delete;
  ColourTransforms& operator=(const ColourTransforms&) = delete;
  struct State;
  State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

// For the press: cropped, grey stays grey (K), RGB through LittleCMS into `cmyk_icc` (perceptual,
// black point compensation), CMYK as it is; alpha kept; resampled when above `max_ppi`.
Result<PreparedPicture> prepare_for_print(std::string_view bytes, const std::string& file,
                                          const PictureUse& use, const std::string& cmyk_icc,
                                          double max_ppi, ColourTransforms* transforms = nullptr);
// For the screen: JPEG in RGB or grey passed through when not cropped away by half and not far too
// large; else sRGB JPEG at quality 85 or, with alpha or line art, samples. CMYK becomes sRGB, by
// its own profile, else by `cmyk_icc`.
Result<PreparedPicture> prepare_for_screen(std::string_view bytes, const std::string& file,
                                           const PictureUse& use, double max_ppi,
                                           const std::string& cmyk_icc = {},
                                           ColourTransforms* transforms = nullptr);
// The pixels that a reader of the output will see, uncropped; ink as 255 is full. For the press
// gate.
Result<Pixels> unpack(const PreparedPicture& picture);
// Whole-file encodings for the EPUB.
Result<std::string> encode_jpeg(const Pixels& pixels, int quality);
Result<std::string> encode_png(const Pixels& pixels);
Pixels resample(const Pixels& source, int width, int height);
// CMYK or tagged RGB to sRGB.
Result<Pixels> to_srgb(const Pixels& source, const std::string& cmyk_icc,
                       ColourTransforms* transforms = nullptr);

}  // namespace forme
