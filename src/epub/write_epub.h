#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/result.h"
#include "content/issue.h"
#include "content/page_map.h"
#include "font/font_library.h"
#include "image/picture.h"
#include "style/text_style.h"

namespace forme {

struct EpubInput {
  const Issue& issue;
  const PageMap& page_map;
  const FontLibrary& fonts;
  FaceId text_face, text_italic, text_bold, headline_face, sans_face;
  Pixels cover;          // page 1 of the print edition, sRGB
  std::string cmyk_icc;  // bytes; for pictures in CMYK
  const FileSystem& files;
};

// The whole package as bytes: the same input gives the same bytes in every time zone.
Result<std::string> write_epub(const EpubInput& input, Diagnostics& diagnostics);

}  // namespace forme
