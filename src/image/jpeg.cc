#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include <jerror.h>

#include "image/codecs.h"

namespace forme {

namespace {

// libjpeg's errors end in a longjmp, past frames that hold C++ objects only by reference: whatever
// has a destructor lives in the caller of the function that calls setjmp.
struct JumpingErrors {
  jpeg_error_mgr base;
  std::jmp_buf back;
  char message[JMSG_LENGTH_MAX];
};

[[noreturn]] void jump_back(j_common_ptr info) {
  auto* errors = reinterpret_cast<JumpingErrors*>(info->err);
  errors->base.format_message(info, errors->message);
  std::longjmp(errors->back, 1);
}

void stay_silent(j_common_ptr) {}
// Counts what spoils pixels; cameras leave odd bytes between markers that spoil nothing.
void count_damage(j_common_ptr info, int level) {
  const int code = info->err->msg_code;
  const bool damage = code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER ||
                      code == JWRN_HUFF_BAD_CODE || code == JWRN_ARITH_BAD_CODE ||
                      code == JWRN_MUST_RESYNC;
  if (level < 0 && damage) ++info->err->num_warnings;
}

void install(JumpingErrors& errors) {
  jpeg_std_error(&errors.base);
  errors.base.error_exit = &jump_back;
  errors.base.output_message = &stay_silent;
  errors.base.emit_message = &count_damage;
  errors.message[0] = '\0';
}

struct Decoder {
  jpeg_decompress_struct info{};
  JumpingErrors errors{};
  Decoder() {
    info.err = &errors.base;
    install(errors);
  }
  ~Decoder() { jpeg_destroy_decompress(&info); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
};

struct Encoder {
  jpeg_compress_struct info{};
  JumpingErrors errors{};
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  Encoder() {
    info.err = &errors.base;
    install(errors);
  }
  ~Encoder() {
    jpeg_destroy_compress(&info);
    std::free(buffer);
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
};

// Up to jpeg_start_decompress. False: errors.message says why.
bool start(Decoder& d, std::string_view bytes, int shrink) {
  if (setjmp(d.errors.back)) return false;
  jpeg_create_decompress(&d.info);
  jpeg_mem_src(&d.info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&d.info, JPEG_APP0 + 2, 0xFFFF);  // the ICC profile
  jpeg_read_header(&d.info, TRUE);
  const int components = d.info.num_components;
  d.info.out_color_space = components == 1 ? JCS_GRAYSCALE : components == 4 ? JCS_CMYK : JCS_RGB;
  d.info.scale_num = 1;
  d.info.scale_denom = static_cast<unsigned>(shrink);
  d.info.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&d.info);
  return true;
}

bool read_rows(Decoder& d, std::uint8_t* to, std::size_t stride) {
  if (setjmp(d.errors.back)) return false;
  while (d.info.output_scanline < d.info.output_height) {
    JSAMPROW row = to + d.info.output_scanline * stride;
    jpeg_read_scanlines(&d.info, &row, 1);
  }
  return true;
}

// The chunks of APP2 "ICC_PROFILE", which count from 1 (ICC.1:2010, B.4). Not libjpeg's own reader,
// whose memory would leak on a jump.
std::string read_icc(const Decoder& d) {
  constexpr std::size_t kHead = 14;
  std::vector<std::string> chunks;
  for (auto* m = d.info.marker_list; m; m = m->next) {
    const std::string_view data(reinterpret_cast<const char*>(m->data), m->data_length);
    if (m->marker != JPEG_APP0 + 2 || data.size() < kHead) continue;
    if (data.substr(0, 12) != std::string_view("ICC_PROFILE\0", 12)) continue;
    const auto number = static_cast<unsigned char>(data[12]);
    const auto count = static_cast<unsigned char>(data[13]);
    if (number == 0 || number > count) return {};
    chunks.resize(count);
    chunks[number - 1u] = data.substr(kHead);
  }
  std::string icc;
  for (const std::string& chunk : chunks) {
    if (chunk.empty()) return {};
    icc += chunk;
  }
  return icc;
}

bool encode(Encoder& e, const Pixels& pixels, const std::vector<std::uint8_t>& samples, int quality,
            bool subsample) {
  if (setjmp(e.errors.back)) return false;
  jpeg_create_compress(&e.info);
  jpeg_mem_dest(&e.info, &e.buffer, &e.size);
  e.info.image_width = static_cast<JDIMENSION>(pixels.width);
  e.info.image_height = static_cast<JDIMENSION>(pixels.height);
  e.info.input_components = static_cast<int>(samples_of(pixels.model));
  e.info.in_color_space = pixels.model == PixelModel::Grey  ? JCS_GRAYSCALE
                          : pixels.model == PixelModel::Rgb ? JCS_RGB
                                                            : JCS_CMYK;
  jpeg_set_defaults(&e.info);
  if (pixels.model == PixelModel::Cmyk) jpeg_set_colorspace(&e.info, JCS_YCCK);
  jpeg_set_quality(&e.info, quality, TRUE);
  e.info.optimize_coding = TRUE;
  e.info.dct_method = JDCT_ISLOW;
  if (!subsample) {
    for (int i = 0; i < e.info.num_components; ++i) {
      e.info.comp_info[i].h_samp_factor = 1;
      e.info.comp_info[i].v_samp_factor = 1;
    }
  }
  jpeg_start_compress(&e.info, TRUE);
  const std::size_t stride = static_cast<std::size_t>(pixels.width) * samples_of(pixels.model);
  while (e.info.next_scanline < e.info.image_height) {
    JSAMPROW row =
        const_cast<JSAMPROW>(samples.data() + e.info.next_scanline * stride);  // only read
    jpeg_write_scanlines(&e.info, &row, 1);
  }
  jpeg_finish_compress(&e.info);
  return true;
}

std::vector<std::uint8_t> inverted(const std::vector<std::uint8_t>& samples) {
  std::vector<std::uint8_t> out(samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i)
    out[i] = static_cast<std::uint8_t>(255 - samples[i]);
  return out;
}

}  // namespace

Result<Pixels> decode_jpeg(std::string_view bytes, const std::string& file, int shrink) {
  const Result<JpegHeader> header = read_jpeg_header(bytes, file);
  if (!header) return header.failure();
  Decoder d;
  if (!start(d, bytes, shrink)) return picture_failure(file, d.errors.message);
  Pixels pixels;
  pixels.width = static_cast<int>(d.info.output_width);
  pixels.height = static_cast<int>(d.info.output_height);
  if (!is_sane_size(pixels.width, pixels.height)) return picture_failure(file, "it is too large");
  pixels.model = d.info.output_components == 1   ? PixelModel::Grey
                 : d.info.output_components == 3 ? PixelModel::Rgb
                                                 : PixelModel::Cmyk;
  pixels.icc = read_icc(d);
  const std::size_t stride = static_cast<std::size_t>(pixels.width) * samples_of(pixels.model);
  pixels.samples.resize(stride * static_cast<std::size_t>(pixels.height));
  if (!read_rows(d, pixels.samples.data(), stride)) return picture_failure(file, d.errors.message);
  // A file cut short is read with grey for what is missing, which nobody wants to print.
  if (d.errors.base.num_warnings > 0) {
    return picture_failure(file, "its data is damaged or cut short", "export or download it again");
  }
  if (pixels.model == PixelModel::Cmyk && header->adobe) pixels.samples = inverted(pixels.samples);
  return pixels;
}

Result<std::string> encode_jpeg_pixels(const Pixels& pixels, int quality, bool subsample) {
  Encoder e;
  const std::vector<std::uint8_t> turned =
      pixels.model == PixelModel::Cmyk ? inverted(pixels.samples) : std::vector<std::uint8_t>();
  const auto& samples = pixels.model == PixelModel::Cmyk ? turned : pixels.samples;
  if (samples.empty() || !encode(e, pixels, samples, quality, subsample)) {
    return picture_failure({}, e.errors.message);
  }
  return std::string(reinterpret_cast<const char*>(e.buffer), e.size);
}

Result<std::string> encode_jpeg(const Pixels& pixels, int quality) {
  return encode_jpeg_pixels(pixels, quality, quality < 90);
}

}  // namespace forme
