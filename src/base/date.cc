#include "base/date.h"

#include <fmt/format.h>
#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>

#include <memory>

#include "base/language.h"
#include "base/number.h"

namespace forme {

namespace {

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

icu::Locale locale_of(std::string_view language) {
  icu::Locale locale(icu_locale(language).c_str());
  UErrorCode status = U_ZERO_ERROR;
  locale.setKeywordValue("calendar", "gregorian", status);
  return locale;
}

// British papers set the date without commas, as does the rest of the English-speaking world but
// the United States; the locale data differ in this from one version to the next.
bool is_english_outside_america(const icu::Locale& locale) {
  const std::string_view country = locale.getCountry();
  return std::string_view(locale.getLanguage()) == "en" && country != "US" && country != "CA";
}

std::unique_ptr<icu::DateFormat> date_format(const icu::Locale& locale, bool weekday) {
  UErrorCode status = U_ZERO_ERROR;
  if (is_english_outside_america(locale)) {
    const icu::UnicodeString pattern(weekday ? u"EEEE d MMMM y" : u"d MMMM y");
    return std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  }
  const auto style = weekday ? icu::DateFormat::kFull : icu::DateFormat::kLong;
  return std::unique_ptr<icu::DateFormat>(icu::DateFormat::createDateInstance(style, locale));
}

std::string format_date(const Date& date, std::string_view language, bool weekday) {
  const icu::Locale locale = locale_of(language);
  const auto format = date_format(locale, weekday);
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar day(*icu::TimeZone::getGMT(), locale, status);
  if (!format || U_FAILURE(status)) return to_iso(date);
  day.clear();
  // Gregorian for all time, as ISO 8601 has it: ICU would change to Julian in 1582.
  constexpr double kBeforeAllTime = -8.64e15;
  day.setGregorianChange(kBeforeAllTime, status);
  day.set(date.year, date.month - 1, date.day, 12, 0, 0);
  format->setCalendar(day);
  const UDate moment = day.getTime(status);
  if (U_FAILURE(status)) return to_iso(date);
  icu::UnicodeString text;
  std::string out;
  format->format(moment, text).toUTF8String(out);
  return out;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const Date date{*parse_int(text.substr(0, 4)), *parse_int(text.substr(5, 2)),
                  *parse_int(text.substr(8, 2))};
  const bool real = date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
                    date.day <= days_in_month(date.year, date.month);
  return real ? std::optional(date) : std::nullopt;
}

std::string to_iso(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string long_date(const Date& date, std::string_view language) {
  return format_date(date, language, true);
}

std::string short_date(const Date& date, std::string_view language) {
  return format_date(date, language, false);
}

}  // namespace forme
