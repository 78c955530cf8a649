#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "display/display_list.h"
#include "display/structure.h"
#include "font/font_library.h"
#include "image/picture.h"
#include "style/colour.h"

namespace forme {

enum class ColourSpace : std::uint8_t { Cmyk, Rgb };

struct PdfSettings {
  ColourSpace colours = ColourSpace::Rgb;
  bool boxes = false;  // TrimBox and BleedBox with the bleed around the trim
  bool links = true;   // link annotations and named destinations
  bool bookmarks = true;
  bool tags = true;
  std::string output_intent_icc;   // bytes; empty: none
  std::string output_condition;    // "FOGRA39" or the like, identifier
  std::string output_description;  // the condition in words; may be empty
  std::string title, author, subject, keywords, language;
  std::string creation_date;             // "D:20160224000000Z": the cover date, never the clock
  std::vector<std::string> page_labels;  // one a page, may be empty
};

// A bookmark; `destination` is a named destination.
struct Bookmark {
  std::string title, destination;
  std::vector<Bookmark> children;
};

struct PdfDocument {
  std::vector<DisplayPage> pages;
  StructureTree structure;
  std::vector<Bookmark> bookmarks;
};

// Pictures by source; `provide` is asked once for each source and crop that the pages show.
using PictureProvider = std::function<Result<PreparedPicture>(const PictureItem&)>;

// The adverts are left as stub forms named by their source ("FormeAdvert" key holds it); pdfdoc
// fills them. ENSURES: the same input gives the same bytes.
Result<std::string> write_pdf(const PdfDocument& document, const PdfSettings& settings,
                              const FontLibrary& fonts, const Palette& palette,
                              const PictureProvider& provide);

}  // namespace forme
