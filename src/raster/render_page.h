#pragma once

#include <functional>

#include "base/result.h"
#include "display/display_list.h"
#include "font/font_library.h"
#include "image/picture.h"
#include "style/colour.h"

namespace forme {

// A picture whole, in sRGB or grey, with or without alpha; the page shows the part that its item
// names.
using PixelProvider = std::function<Result<Pixels>(const PictureItem&)>;

// The trimmed page as sRGB pixels on white. Adverts are light frames: their pages are other
// people's PDFs. Links and destinations leave no mark. REQUIRES: ppi > 0.
Result<Pixels> render_page(const DisplayPage& page, const FontLibrary& fonts,
                           const Palette& palette, const PixelProvider& provide, double ppi);

// The same with the faces from anywhere.
Result<Pixels> render_page_with(const DisplayPage& page,
                                const std::function<const Face&(FaceId)>& faces,
                                const Palette& palette, const PixelProvider& provide, double ppi);

}  // namespace forme
