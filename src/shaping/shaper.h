#pragma once

#include <memory>
#include <string_view>

#include "font/font_library.h"
#include "shaping/shaped_word.h"

namespace forme {

// Shapes words with HarfBuzz. One per thread.
class Shaper {
 public:
  explicit Shaper(const FontLibrary& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  // Grapheme clusters that the face lacks are set in a fallback face, never half of one.
  ShapedWord shape(const ShapeSettings& settings, std::string_view word);
  // Whether the face has another glyph for each character of `word` under `feature`.
  // A script of 0 is that of the word.
  bool feature_covers(const ShapeSettings& settings, const std::string& feature,
                      std::string_view word);
  // Whether the face has the feature for anything at all.
  bool has_feature(FaceId face, const std::string& feature);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace forme
