#include "base/language.h"

#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <memory>

namespace forme {

namespace {

struct Release {
  void operator()(UResourceBundle* p) const { ures_close(p); }
};

bool has_data(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UResourceBundle, Release> data(ures_open(nullptr, locale, &status));
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  const std::string text(tag);
  char locale[ULOC_FULLNAME_CAPACITY];
  std::int32_t used = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(text.c_str(), locale, sizeof locale, &used, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || text.empty()) return false;
  if (used != static_cast<std::int32_t>(text.size())) return false;
  const icu::Locale parsed(locale);
  const std::string_view language = parsed.getLanguage();
  if (language.empty()) return text.substr(0, 3) == "und";
  // ICU lists every two-letter code but not all of the 7,000 with three.
  return language.size() == 3 || (language.size() == 2 && *parsed.getISO3Language() != '\0');
}

bool is_right_to_left(std::string_view tag) {
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(tag).c_str(), locale, sizeof locale, nullptr, &status);
  return U_SUCCESS(status) && uloc_isRightToLeft(locale);
}

std::string primary_language(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find('-')));
  for (char& c : primary) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return primary;
}

std::string icu_locale(std::string_view tag) {
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(std::string(tag).c_str(), locale, sizeof locale, nullptr, &status);
  const bool known = U_SUCCESS(status) && *icu::Locale(locale).getLanguage() != '\0';
  return known && has_data(locale) ? locale : "en_GB";
}

std::string upper_case(std::string_view text, std::string_view tag) {
  icu::UnicodeString words = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  words.toUpper(icu::Locale(primary_language(tag).c_str()));
  std::string out;
  words.toUTF8String(out);
  return out;
}

std::string decimal_separator(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(icu::Locale(icu_locale(tag).c_str()), status);
  std::string out;
  if (U_SUCCESS(status)) {
    symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).toUTF8String(out);
  }
  return out.empty() ? "." : out;
}

}  // namespace forme
