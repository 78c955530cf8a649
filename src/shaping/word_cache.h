#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shaping/shaper.h"

namespace forme {

// Settings that the cache has numbered.
using SettingsId = std::uint32_t;

// Shapes each word once. Sizes do not enter, so one entry serves body, captions and headlines alike.
// Only grows; a reference that it gave stays good as long as the cache. One per thread.
class WordCache {
 public:
  explicit WordCache(const FontLibrary& fonts) : shaper_(fonts) {}

  SettingsId intern(const ShapeSettings& settings);
  const ShapeSettings& settings(SettingsId id) const { return settings_[id]; }
  const ShapedWord& shape(SettingsId id, std::string_view word);
  Shaper& shaper() { return shaper_; }

 private:
  Shaper shaper_;
  std::vector<ShapeSettings> settings_;
  std::unordered_map<std::string, ShapedWord> words_;  // the settings' number, then the word
  std::string key_;
};

}  // namespace forme
