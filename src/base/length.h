#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace forme {

// A length in whole units of 1/65536 pt (72 pt = 1 in), so that a layout is the same on every
// machine. Products and quotients with numbers round half away from zero.
class Length {
 public:
  static constexpr std::int64_t kUnitsPerPoint = 65536;

  constexpr Length() = default;
  static constexpr Length from_units(std::int64_t units) { return Length(units); }
  static constexpr Length from_pt(double pt) { return Length(round_to_units(pt * 65536.0)); }
  static constexpr Length from_mm(double mm) { return from_pt(mm * 72.0 / 25.4); }
  static constexpr Length from_in(double in) { return from_pt(in * 72.0); }

  constexpr std::int64_t units() const { return units_; }
  constexpr double pt() const { return static_cast<double>(units_) / 65536.0; }
  constexpr double mm() const { return pt() * 25.4 / 72.0; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length& operator+=(Length other) {
    units_ += other.units_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    units_ -= other.units_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, int n) { return Length(a.units_ * n); }
  friend constexpr Length operator*(int n, Length a) { return a * n; }
  friend constexpr Length operator*(Length a, double f) {
    return Length(round_to_units(static_cast<double>(a.units_) * f));
  }
  friend constexpr Length operator*(double f, Length a) { return a * f; }
  friend constexpr Length operator/(Length a, int n) { return a * (1.0 / n); }
  friend constexpr double operator/(Length a, Length b) {
    return static_cast<double>(a.units_) / static_cast<double>(b.units_);
  }

 private:
  constexpr explicit Length(std::int64_t units) : units_(units) {}
  static constexpr std::int64_t round_to_units(double v) {
    return static_cast<std::int64_t>(v < 0 ? v - 0.5 : v + 0.5);
  }
  std::int64_t units_ = 0;
};

constexpr Length operator""_pt(long double v) {
  return Length::from_pt(static_cast<double>(v));
}
constexpr Length operator""_pt(unsigned long long v) {
  return Length::from_pt(static_cast<double>(v));
}
constexpr Length operator""_mm(long double v) {
  return Length::from_mm(static_cast<double>(v));
}
constexpr Length operator""_mm(unsigned long long v) {
  return Length::from_mm(static_cast<double>(v));
}

}  // namespace forme
