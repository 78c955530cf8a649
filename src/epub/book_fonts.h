#pragma once

#include <set>
#include <vector>

#include "epub/font_subset.h"
#include "epub/write_epub.h"

namespace forme {

// The families of the stylesheet: its own names, so that a reader's fonts are not taken for ours.
inline constexpr std::string_view kTextFamily = "Paper Text";
inline constexpr std::string_view kHeadlineFamily = "Paper Headline";
inline constexpr std::string_view kSansFamily = "Paper Sans";

// The five faces of the input and the fallback faces that `characters` need, without their data.
std::vector<BookFont> choose_fonts(const EpubInput& input, const std::set<char32_t>& characters);

// Cuts the faces down to `characters`. Of a face that stands twice, the first alone gets data.
Status cut_fonts(std::vector<BookFont>& fonts, const FontLibrary& library,
                 const std::set<char32_t>& characters);

// The licences of these faces, each family once.
std::vector<FontLibrary::Licence> licences_of(const std::vector<BookFont>& fonts,
                                              const FontLibrary& library);

}  // namespace forme
