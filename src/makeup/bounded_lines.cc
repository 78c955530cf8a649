#include "makeup/bounded_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace forme {

void BoundedLines::add(std::vector<Line> lines, const TextStyle& style, Length kept) {
  const Length room = std::max(Length(), foot_ - kept - y_);
  const auto most = static_cast<std::size_t>(room.units() / style.leading.units());
  if (lines.size() > most) {
    left_out_ += static_cast<int>(lines.size() - most);
    lines.resize(most);
  }
  y_ += append_lines(items_, lines, style, x_, y_, Owner{});
}

void BoundedLines::warn(const Location& where, const std::string& what,
                        Diagnostics& diagnostics) const {
  if (left_out_ == 0) return;
  diagnostics.warning(where,
                      fmt::format("{} is too long for its place: {} line{} left out", what,
                                  left_out_, left_out_ == 1 ? " is" : "s are"),
                      "a shorter headline or text");
}

}  // namespace forme
