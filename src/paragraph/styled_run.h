#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "content/text.h"
#include "font/font_library.h"
#include "shaping/shaper.h"
#include "style/text_style.h"

namespace forme {

// A stretch of a text that is set in one way; bytes [first, last).
struct StyledRun {
  std::uint32_t first = 0, last = 0;
  ShapeSettings shape;  // script and direction are left to the itemiser
  Length size, rise;
  int tracking = 0;        // 1/1000 em
  std::string link;        // href or empty
  std::uint32_t note = 0;  // leaf of the footnote; 0: none
};

// Finds faces as the library does, and each only once.
class FaceFinder {
 public:
  explicit FaceFinder(const FontLibrary& fonts) : fonts_(fonts) {}
  Result<FaceId> find(const FaceRequest& request);

 private:
  const FontLibrary& fonts_;
  std::vector<std::pair<FaceRequest, FaceId>> known_;  // few: the faces of a style sheet
};

// Flattens the text's spans over its style. Emphasis turns the italic over, strong is at least
// bold. Superiors, inferiors and small capitals are the font's where it has all of them, else
// scaled. ENSURES: the runs cover the text once, in order; none when no face can be had (see
// `diagnostics`).
std::vector<StyledRun> styled_runs(const Text& text, const TextStyle& style, FaceFinder& faces,
                                   Shaper& shaper, Diagnostics& diagnostics);

}  // namespace forme
