#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "font/font_library.h"

namespace forme {

// A face of the package, cut down to the characters that the package has.
struct BookFont {
  FaceId face = 0;
  std::string family;  // the CSS family it belongs to
  bool italic = false, bold = false;
  std::string file, media_type, data;  // file is relative to EPUB/
};

// The font file with glyphs for `characters` alone, its copyright and licence records kept.
Result<std::string> subset_face(const Face& face, const std::set<char32_t>& characters);

// The characters of UTF-8 text, controls left out.
void collect_characters(std::string_view utf8, std::set<char32_t>& into);

}  // namespace forme
