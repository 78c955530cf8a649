#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "font/face.h"

namespace forme {

// A face cut down to some of its glyphs, for embedding.
struct FontSubset {
  std::string program;                   // a TrueType file, or the bare CFF table
  std::vector<std::uint16_t> new_glyph;  // for each glyph asked for, its CID in `program`
};

// Glyph 0 is always there. Hinting and layout tables are dropped.
Result<FontSubset> subset_font(const Face& face, const std::vector<std::uint32_t>& glyphs);

// For each glyph of a CFF table its CID: from the charset of a CID-keyed font, else the glyph
// itself (Adobe Technical Note 5176, 13 and 18). Empty when the table is damaged.
std::vector<std::uint16_t> cff_cids(std::string_view table);

// Six capitals, the same for the same bytes.
std::string subset_tag(std::string_view program);

}  // namespace forme
