#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "shaping/shaper.h"

namespace forme {

// Settings that the cache has numbered.
using SettingsId = std::uint32_t;

// Shapes each word once. Sizes do not enter, so one entry serves body, captions and headlines
// alike. Only grows; a reference that it gave stays good as long as the cache. It numbers the words
// from 0. One per thread.
class WordCache {
 public:
  explicit WordCache(const FontLibrary& fonts);

  SettingsId intern(const ShapeSettings& settings);
  const ShapeSettings& settings(SettingsId id) const { return settings_[id]; }
  const ShapedWord& shape(SettingsId id, std::string_view word);
  const ShapedWord& space(SettingsId id);  // the word space
  Shaper& shaper() { return shaper_; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    SettingsId settings = 0;
    std::string word;
    ShapedWord shaped;
  };
  void grow();

  Shaper shaper_;
  std::vector<ShapeSettings> settings_;
  std::vector<const ShapedWord*> spaces_;  // by settings; null: not asked for yet
  std::deque<Entry> entries_;
  // Open addressing: the place of an entry plus one, 0 when free; a power of two, at most half
  // full.
  std::vector<std::uint32_t> slots_;
};

}  // namespace forme
