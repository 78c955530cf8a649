#include "makeup/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace forme {

std::vector<std::vector<Point>> qr_modules(const std::string& href, Point at, Length side) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(href.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  std::vector<std::vector<Point>> out;
  if (!code) return out;
  const int n = code->width;
  auto edge = [&](int i) { return side * (static_cast<double>(i) / n); };
  for (int row = 0; row < n; ++row) {
    for (int col = 0; col < n;) {
      auto dark = [&](int c) { return (code->data[row * n + c] & 1) != 0; };
      if (!dark(col)) {
        ++col;
        continue;
      }
      int end = col;
      while (end < n && dark(end)) ++end;
      const Length left = at.x + edge(col), right = at.x + edge(end);
      const Length top = at.y + edge(row), bottom = at.y + edge(row + 1);
      out.push_back({{left, top}, {right, top}, {right, bottom}, {left, bottom}});
      col = end;
    }
  }
  return out;
}

}  // namespace forme
