#include "shaping/word_cache.h"

#include <algorithm>
#include <cstring>

namespace forme {
namespace {

// Eight bytes at a time, each mixed by a multiplication with 2^64 over the golden ratio (Knuth,
// Sorting and Searching, 6.4).
std::uint64_t hash_of(SettingsId settings, std::string_view word) {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
  std::uint64_t hash = (settings + 1) * kGolden;
  const auto mix = [&hash](std::uint64_t value) {
    hash = (hash ^ value) * kGolden;
    hash ^= hash >> 32;
  };
  while (word.size() >= 8) {
    std::uint64_t value = 0;
    std::memcpy(&value, word.data(), 8);
    mix(value);
    word.remove_prefix(8);
  }
  std::uint64_t rest = word.size();
  for (const char c : word) rest = (rest << 8) | static_cast<unsigned char>(c);
  mix(rest);
  return hash;
}

}  // namespace

WordCache::WordCache(const FontLibrary& fonts) : shaper_(fonts), slots_(1024) {}

SettingsId WordCache::intern(const ShapeSettings& settings) {
  const auto found = std::find(settings_.begin(), settings_.end(), settings);
  if (found != settings_.end()) return static_cast<SettingsId>(found - settings_.begin());
  settings_.push_back(settings);
  spaces_.push_back(nullptr);
  return static_cast<SettingsId>(settings_.size() - 1);
}

const ShapedWord& WordCache::shape(SettingsId id, std::string_view word) {
  const std::uint64_t hash = hash_of(id, word);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && entry.settings == id && entry.word == word) return entry.shaped;
  }
  entries_.push_back({hash, id, std::string(word), shaper_.shape(settings_[id], word)});
  entries_.back().shaped.number = static_cast<std::uint32_t>(entries_.size() - 1);
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  if (entries_.size() * 2 > slots_.size()) grow();
  return entries_.back().shaped;
}

const ShapedWord& WordCache::space(SettingsId id) {
  if (!spaces_[id]) spaces_[id] = &shape(id, " ");
  return *spaces_[id];
}

void WordCache::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & (slots_.size() - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace forme
