#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace forme {

// A day of the Gregorian calendar.
struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};
std::optional<Date> parse_iso_date(std::string_view text);  // "2016-02-24", a real day
std::string to_iso(const Date& date);
// "Wednesday 24 February 2016", "Mittwoch, 24. Februar 2016": ICU's long form for the language.
std::string long_date(const Date& date, std::string_view language);
std::string short_date(const Date& date, std::string_view language);  // without the weekday

}  // namespace forme
