#pragma once

#include "base/result.h"
#include "pdf/font_codes.h"
#include "pdf/haru_document.h"

namespace forme {

// Fills the Type0 dictionary of `codes` once every page has been written: subset program,
// descriptor, widths and ToUnicode. TrueType goes through a CIDToGIDMap; CFF, which has no such
// map, through an embedded CMap from code to CID.
Status write_font(HaruDocument& pdf, const FontCodes& codes);

}  // namespace forme
