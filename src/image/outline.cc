#include "image/outline.h"

#include <algorithm>
#include <cstddef>

namespace forme {
namespace {

constexpr std::uint8_t kShows = 32;  // of 255: fainter edges do not push copy aside

}  // namespace

std::vector<OutlineBand> outline_of(const Pixels& pixels, int bands) {
  if (pixels.alpha.empty() || pixels.width <= 0 || pixels.height <= 0) return {};
  std::vector<OutlineBand> out(static_cast<std::size_t>(bands));
  bool hides = false;
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint8_t* row =
        pixels.alpha.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width);
    const std::uint8_t* end = row + pixels.width;
    const auto shows = [](std::uint8_t a) { return a >= kShows; };
    const std::uint8_t* first = std::find_if(row, end, shows);
    if (first == end) {
      hides = true;
      continue;
    }
    const std::uint8_t* last = end;
    while (!shows(last[-1])) --last;
    const double left = static_cast<double>(first - row) / pixels.width;
    const double right = static_cast<double>(last - row) / pixels.width;
    hides = hides || first != row || last != end;
    // A picture of few rows has some in several bands.
    const auto from =
        static_cast<std::size_t>(y) * out.size() / static_cast<std::size_t>(pixels.height);
    const auto to = std::max(from + 1, (static_cast<std::size_t>(y) + 1) * out.size() /
                                           static_cast<std::size_t>(pixels.height));
    for (std::size_t band = from; band < std::min(to, out.size()); ++band) {
      OutlineBand& b = out[band];
      b.left = b.empty ? left : std::min(b.left, left);
      b.right = b.empty ? right : std::max(b.right, right);
      b.empty = false;
    }
  }
  if (!hides) out.clear();
  return out;
}

}  // namespace forme
