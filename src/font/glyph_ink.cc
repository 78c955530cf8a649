#include "font/glyph_ink.h"

#include <hb.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace forme {
namespace {

constexpr int kChords = 12;  // a curve: far finer than a hundredth of an em

struct OutlinePoint {
  double x, y;
};

// Keeps the extent of all that passes the band.
class Band {
 public:
  Band(int low, int high) : low_(low), high_(high) {}

  void move(OutlinePoint to) { at_ = start_ = to; }
  void line(OutlinePoint to) {
    chord(at_, to);
    at_ = to;
  }
  void close() { line(start_); }
  void quadratic(OutlinePoint c, OutlinePoint to) {
    const OutlinePoint from = at_;
    for (int i = 1; i <= kChords; ++i) {
      const double t = static_cast<double>(i) / kChords, u = 1 - t;
      line({u * u * from.x + 2 * u * t * c.x + t * t * to.x,
            u * u * from.y + 2 * u * t * c.y + t * t * to.y});
    }
  }
  void cubic(OutlinePoint c, OutlinePoint d, OutlinePoint to) {
    const OutlinePoint from = at_;
    for (int i = 1; i <= kChords; ++i) {
      const double t = static_cast<double>(i) / kChords, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, e = 3 * u * t * t, f = t * t * t;
      line({a * from.x + b * c.x + e * d.x + f * to.x, a * from.y + b * c.y + e * d.y + f * to.y});
    }
  }
  InkSpan span() const {
    if (!any_) return {};
    return {static_cast<int>(std::floor(left_)), static_cast<int>(std::ceil(right_)), false};
  }

 private:
  void chord(OutlinePoint a, OutlinePoint b) {
    if (std::max(a.y, b.y) < low_ || std::min(a.y, b.y) > high_) return;
    take(a.y, a, b);
    take(b.y, a, b);
  }
  // The point of the chord at the height `y`, brought into the band.
  void take(double y, OutlinePoint a, OutlinePoint b) {
    const double inside = std::clamp(y, low_, high_);
    const double t = a.y == b.y ? 0 : (inside - a.y) / (b.y - a.y);
    const double x = a.y == b.y ? (y == a.y ? a.x : b.x) : a.x + t * (b.x - a.x);
    for (const double edge : {x, a.y == b.y ? b.x : x}) {
      left_ = any_ ? std::min(left_, edge) : edge;
      right_ = any_ ? std::max(right_, edge) : edge;
      any_ = true;
    }
  }

  double low_, high_;
  OutlinePoint at_{0, 0}, start_{0, 0};
  double left_ = 0, right_ = 0;
  bool any_ = false;
};

Band& band(void* data) {
  return *static_cast<Band*>(data);
}

struct Release {
  void operator()(hb_draw_funcs_t* p) const { hb_draw_funcs_destroy(p); }
};

std::unique_ptr<hb_draw_funcs_t, Release> make_pen() {
  std::unique_ptr<hb_draw_funcs_t, Release> pen(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        band(data).move({x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        band(data).line({x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y,
         void*) {
        band(data).quadratic({cx, cy}, {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      pen.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float dx, float dy,
         float x, float y, void*) {
        band(data).cubic({cx, cy}, {dx, dy}, {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      pen.get(), [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { band(data).close(); },
      nullptr, nullptr);
  return pen;
}

}  // namespace

InkSpan ink_between(const Face& face, std::uint32_t glyph, int low, int high) {
  Band found(low, high);
  const auto pen = make_pen();
  hb_font_get_glyph_shape(face.hb_font(), glyph, pen.get(), &found);
  return found.span();
}

}  // namespace forme
