#include <png.h>

#include <csetjmp>
#include <cstring>
#include <utility>

#include "image/codecs.h"

namespace forme {

namespace {

// libpng's errors end in a longjmp: see jpeg.cc for the rule.
struct Source {
  std::string_view bytes;
  std::size_t at = 0;
  char message[128] = {};
};

void keep_message(png_structp png, png_const_charp text) {
  auto* source = static_cast<Source*>(png_get_error_ptr(png));
  std::strncpy(source->message, text, sizeof source->message - 1);
  png_longjmp(png, 1);
}
void drop_warning(png_structp, png_const_charp) {}

void read_bytes(png_structp png, png_bytep to, std::size_t count) {
  auto* source = static_cast<Source*>(png_get_io_ptr(png));
  if (source->bytes.size() - source->at < count) png_error(png, "it is cut short");
  std::memcpy(to, source->bytes.data() + source->at, count);
  source->at += count;
}

struct Reader {
  Source source;
  png_structp png = nullptr;
  png_infop info = nullptr;
  explicit Reader(std::string_view bytes) : source{bytes, 0, {}} {
    png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, &keep_message, &drop_warning);
    if (png) info = png_create_info_struct(png);
  }
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
};

bool read_header(Reader& r) {
  if (!r.png || !r.info) return false;
  if (setjmp(png_jmpbuf(r.png))) return false;
  png_set_read_fn(r.png, &r.source, &read_bytes);
  png_set_user_limits(r.png, 65'500, 65'500);
  png_set_chunk_malloc_max(r.png, 16u << 20);
  png_read_info(r.png, r.info);
  return true;
}

// Everything becomes 8-bit grey or RGB, with or without alpha.
bool set_transforms(Reader& r) {
  if (setjmp(png_jmpbuf(r.png))) return false;
  png_set_expand(r.png);  // palettes, small depths and tRNS
  png_set_scale_16(r.png);
  png_set_interlace_handling(r.png);
  png_read_update_info(r.png, r.info);
  return true;
}

bool read_image(Reader& r, png_bytepp rows) {
  if (setjmp(png_jmpbuf(r.png))) return false;
  png_read_image(r.png, rows);
  png_read_end(r.png, nullptr);
  return true;
}

std::string read_icc(Reader& r) {
  png_charp name = nullptr;
  png_bytep data = nullptr;
  png_uint_32 size = 0;
  int compression = 0;
  if (!png_get_iCCP(r.png, r.info, &name, &compression, &data, &size)) return {};
  return {reinterpret_cast<const char*>(data), size};
}

Diagnostic failure(const Reader& r, const std::string& file) {
  return picture_failure(file, r.source.message[0] ? r.source.message : "no memory");
}

// Splits rows of `channels` interleaved bytes into samples and alpha.
void split_alpha(const std::vector<std::uint8_t>& mixed, std::size_t channels, Pixels& into) {
  const std::size_t colours = channels - 1, count = mixed.size() / channels;
  into.samples.resize(count * colours);
  into.alpha.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < colours; ++c)
      into.samples[i * colours + c] = mixed[i * channels + c];
    into.alpha[i] = mixed[i * channels + colours];
  }
}

bool is_opaque(const std::vector<std::uint8_t>& alpha) {
  for (const std::uint8_t a : alpha) {
    if (a != 255) return false;
  }
  return true;
}

struct Writer {
  std::string out;
  png_structp png = nullptr;
  png_infop info = nullptr;
  Source messages{};
  Writer() {
    png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &messages, &keep_message, &drop_warning);
    if (png) info = png_create_info_struct(png);
  }
  ~Writer() { png_destroy_write_struct(&png, &info); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
};

void append_bytes(png_structp png, png_bytep data, std::size_t count) {
  static_cast<std::string*>(png_get_io_ptr(png))
      ->append(reinterpret_cast<const char*>(data), count);
}
void flush_nothing(png_structp) {}

bool write_image(Writer& w, int width, int height, int colour_type, png_bytepp rows) {
  if (!w.png || !w.info) return false;
  if (setjmp(png_jmpbuf(w.png))) return false;
  png_set_write_fn(w.png, &w.out, &append_bytes, &flush_nothing);
  png_set_IHDR(w.png, w.info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
               colour_type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (colour_type & PNG_COLOR_MASK_COLOR) png_set_sRGB(w.png, w.info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_write_info(w.png, w.info);
  png_write_image(w.png, rows);
  png_write_end(w.png, nullptr);
  return true;
}

std::vector<std::uint8_t> join_alpha(const Pixels& pixels) {
  const std::size_t colours = samples_of(pixels.model), count = pixel_count(pixels);
  std::vector<std::uint8_t> mixed(count * (colours + 1));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t c = 0; c < colours; ++c)
      mixed[i * (colours + 1) + c] = pixels.samples[i * colours + c];
    mixed[i * (colours + 1) + colours] = pixels.alpha[i];
  }
  return mixed;
}

}  // namespace

Result<PictureInfo> probe_png(std::string_view bytes, const std::string& file) {
  Reader r(bytes);
  if (!read_header(r)) return failure(r, file);
  PictureInfo info;
  info.format = "png";
  info.width = static_cast<int>(png_get_image_width(r.png, r.info));
  info.height = static_cast<int>(png_get_image_height(r.png, r.info));
  if (!is_sane_size(info.width, info.height)) {
    return picture_failure(file, "it is too large", "100 megapixels are the limit");
  }
  const int type = png_get_color_type(r.png, r.info);
  info.model = type & PNG_COLOR_MASK_COLOR ? PixelModel::Rgb : PixelModel::Grey;
  info.alpha = (type & PNG_COLOR_MASK_ALPHA) || png_get_valid(r.png, r.info, PNG_INFO_tRNS);
  info.progressive = png_get_interlace_type(r.png, r.info) != PNG_INTERLACE_NONE;
  return info;
}

Result<Pixels> decode_png(std::string_view bytes, const std::string& file) {
  Reader r(bytes);
  if (!read_header(r)) return failure(r, file);
  Pixels pixels;
  pixels.width = static_cast<int>(png_get_image_width(r.png, r.info));
  pixels.height = static_cast<int>(png_get_image_height(r.png, r.info));
  if (!is_sane_size(pixels.width, pixels.height)) {
    return picture_failure(file, "it is too large", "100 megapixels are the limit");
  }
  pixels.icc = read_icc(r);
  if (!set_transforms(r)) return failure(r, file);
  const std::size_t channels = png_get_channels(r.png, r.info);
  const std::size_t stride = png_get_rowbytes(r.png, r.info);
  if (stride != channels * static_cast<std::size_t>(pixels.width)) {
    return picture_failure(file, "its rows are of an unknown kind");
  }
  std::vector<std::uint8_t> mixed(stride * static_cast<std::size_t>(pixels.height));
  std::vector<png_bytep> rows;
  for (int y = 0; y < pixels.height; ++y)
    rows.push_back(mixed.data() + static_cast<std::size_t>(y) * stride);
  if (!read_image(r, rows.data())) return failure(r, file);
  pixels.model = channels <= 2 ? PixelModel::Grey : PixelModel::Rgb;
  if (channels % 2 == 0) {
    split_alpha(mixed, channels, pixels);
    if (is_opaque(pixels.alpha)) pixels.alpha.clear();
  } else {
    pixels.samples = std::move(mixed);
  }
  return pixels;
}

Result<std::string> encode_png(const Pixels& pixels) {
  if (pixels.model == PixelModel::Cmyk) return picture_failure({}, "PNG cannot hold CMYK");
  if (pixels.samples.size() != pixel_count(pixels) * samples_of(pixels.model)) {
    return picture_failure({}, "it has no pixels");
  }
  const bool alpha = !pixels.alpha.empty();
  std::vector<std::uint8_t> mixed = alpha ? join_alpha(pixels) : pixels.samples;
  const int colour_type = (pixels.model == PixelModel::Rgb ? PNG_COLOR_MASK_COLOR : 0) |
                          (alpha ? PNG_COLOR_MASK_ALPHA : 0);
  const std::size_t stride =
      static_cast<std::size_t>(pixels.width) * (samples_of(pixels.model) + (alpha ? 1 : 0));
  std::vector<png_bytep> rows;
  for (int y = 0; y < pixels.height; ++y)
    rows.push_back(mixed.data() + static_cast<std::size_t>(y) * stride);
  Writer w;
  if (!write_image(w, pixels.width, pixels.height, colour_type, rows.data())) {
    return picture_failure({}, w.messages.message);
  }
  return std::move(w.out);
}

}  // namespace forme
