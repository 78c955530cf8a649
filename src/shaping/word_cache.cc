#include "shaping/word_cache.h"

#include <algorithm>

namespace forme {

SettingsId WordCache::intern(const ShapeSettings& settings) {
  const auto found = std::find(settings_.begin(), settings_.end(), settings);
  if (found != settings_.end()) return static_cast<SettingsId>(found - settings_.begin());
  settings_.push_back(settings);
  return static_cast<SettingsId>(settings_.size() - 1);
}

const ShapedWord& WordCache::shape(SettingsId id, std::string_view word) {
  key_.clear();
  for (int shift = 0; shift < 32; shift += 8) key_ += static_cast<char>((id >> shift) & 0xFF);
  key_ += word;
  const auto found = words_.find(key_);
  if (found != words_.end()) return found->second;
  return words_.emplace(key_, shaper_.shape(settings_[id], word)).first->second;
}

}  // namespace forme
