#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "base/result.h"
#include "epub/book.h"
#include "image/picture.h"

namespace forme {

// What readers on small devices can hold: no picture has more pixels or bytes than this.
inline constexpr int kMostPixels = 4'000'000;
inline constexpr std::size_t kMostPictureBytes = 1'500'000;

struct BookPicture {
  std::string file;  // relative to EPUB/
  std::string media_type;
  std::string data;
};

// By the source of the figure; two sources of the same bytes share one file.
using BookPictures = std::map<std::string, BookPicture>;

// JPEG and PNG that are small enough, upright and not CMYK keep their samples and lose their camera
// data; all others are decoded to sRGB, made small enough and written again, PNG where they have
// alpha.
Result<BookPicture> prepare_book_picture(std::string_view bytes, const std::string& name,
                                         const std::string& cmyk_icc);
Result<BookPicture> cover_picture(const Pixels& cover, const std::string& cmyk_icc);

// All pictures of the book's articles. Those that fail are reported, and missing from the result.
BookPictures collect_pictures(const Book& book, const FileSystem& files,
                              const std::string& cmyk_icc, Diagnostics& diagnostics);

}  // namespace forme
