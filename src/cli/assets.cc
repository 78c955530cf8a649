#include "cli/assets.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxAssetBytes = std::uint64_t{256} << 20;  // a full-page CMYK TIFF's worth

}  // namespace

const Result<std::string>& Assets::bytes(const std::string& path) {
  const std::lock_guard lock(mutex_);
  const auto found = read_.find(path);
  if (found != read_.end()) return found->second;
  return read_.emplace(path, files_.read(path, kMaxAssetBytes)).first->second;
}

}  // namespace forme
