#include "epub/book_pictures.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "content/visit_blocks.h"
#include "epub/file_names.h"
#include "epub/strip_metadata.h"

namespace forme {

namespace {

constexpr std::uint64_t kLargestSource = std::uint64_t{256} << 20;

Pixels within_pixels(Pixels pixels, double most) {
  const double count = static_cast<double>(pixels.width) * pixels.height;
  if (count <= most) return pixels;
  const double scale = std::sqrt(most / count);
  const auto scaled = [&](int side) { return std::max(1, static_cast<int>(side * scale)); };
  return resample(pixels, scaled(pixels.width), scaled(pixels.height));
}

// Falls in quality first, then in size, until the file is small enough.
Result<std::string> small_jpeg(const Pixels& source) {
  Pixels pixels = within_pixels(source, kMostPixels);
  for (double most = kMostPixels;; most /= 2) {
    pixels = within_pixels(std::move(pixels), most);
    for (const int quality : {85, 75, 65}) {
      Result<std::string> data = encode_jpeg(pixels, quality);
      if (!data.ok() || data->size() <= kMostPictureBytes) return data;
    }
  }
}

Result<std::string> small_png(const Pixels& source) {
  Pixels pixels = within_pixels(source, kMostPixels);
  for (double most = kMostPixels;; most /= 2) {
    pixels = within_pixels(std::move(pixels), most);
    Result<std::string> data = encode_png(pixels);
    if (!data.ok() || data->size() <= kMostPictureBytes) return data;
  }
}

// Drawings keep their sharp edges as PNG where that is small enough.
Result<BookPicture> encode(const Pixels& pixels, const std::string& name, bool drawing) {
  if (!pixels.alpha.empty() || drawing) {
    Result<std::string> png =
        pixels.alpha.empty() ? encode_png(within_pixels(pixels, kMostPixels)) : small_png(pixels);
    if (!png.ok()) return png.failure();
    if (png->size() <= kMostPictureBytes) {
      return BookPicture{picture_file(name, *png, "png"), "image/png", std::move(*png)};
    }
  }
  Result<std::string> jpeg = small_jpeg(pixels);
  if (!jpeg.ok()) return jpeg.failure();
  return BookPicture{picture_file(name, *jpeg, "jpg"), "image/jpeg", std::move(*jpeg)};
}

// The file as it is, less its metadata, when nothing about it has to change.
std::optional<BookPicture> keep(std::string_view bytes, const PictureInfo& info,
                                const std::string& name) {
  const auto count = static_cast<std::int64_t>(info.width) * info.height;
  if (info.model == PixelModel::Cmyk || info.orientation != 1 || count > kMostPixels) return {};
  const bool jpeg = info.format == "jpeg";
  if (!jpeg && info.format != "png") return {};
  std::optional<std::string> data = jpeg ? strip_jpeg(bytes) : strip_png(bytes);
  if (!data || data->size() > kMostPictureBytes) return {};
  std::string file = picture_file(name, *data, jpeg ? "jpg" : "png");
  return BookPicture{std::move(file), jpeg ? "image/jpeg" : "image/png", std::move(*data)};
}

}  // namespace

Result<BookPicture> prepare_book_picture(std::string_view bytes, const std::string& name,
                                         const std::string& cmyk_icc) {
  const Result<PictureInfo> info = probe_picture(bytes, name);
  if (!info.ok()) return info.failure();
  if (std::optional<BookPicture> kept = keep(bytes, *info, name)) return std::move(*kept);
  Result<Pixels> pixels = decode_picture(bytes, name);
  if (!pixels.ok()) return pixels.failure();
  if (pixels->model == PixelModel::Cmyk || !pixels->icc.empty()) {
    pixels = to_srgb(*pixels, cmyk_icc);
    if (!pixels.ok()) return pixels.failure();
  }
  return encode(*pixels, name, info->format != "jpeg");
}

Result<BookPicture> cover_picture(const Pixels& cover, const std::string& cmyk_icc) {
  Result<Pixels> pixels = cover;
  if (cover.model == PixelModel::Cmyk) pixels = to_srgb(cover, cmyk_icc);
  if (!pixels.ok()) return pixels.failure();
  pixels->alpha.clear();
  Result<BookPicture> picture = encode(*pixels, "cover", false);
  if (picture.ok()) picture->file = "pictures/cover.jpg";
  return picture;
}

BookPictures collect_pictures(const Book& book, const FileSystem& files,
                              const std::string& cmyk_icc, Diagnostics& diagnostics) {
  BookPictures pictures;
  for (const BookArticle& article : book.articles) {
    visit_blocks(*article.article, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block.body);
      if (figure == nullptr || (figure->outputs & kEpub) == 0) return;
      if (pictures.count(figure->source) > 0) return;
      const Result<std::string> bytes = files.read(figure->source, kLargestSource);
      Result<BookPicture> picture = bytes.ok()
                                        ? prepare_book_picture(*bytes, figure->declared, cmyk_icc)
                                        : Result<BookPicture>(bytes.failure());
      if (picture.ok()) {
        pictures.emplace(figure->source, std::move(*picture));
        return;
      }
      Diagnostic failure = picture.failure();
      if (failure.where.line == 0) failure.where = block.where;
      diagnostics.add(std::move(failure));
    });
  }
  return pictures;
}

}  // namespace forme
