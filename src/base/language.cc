#include "base/language.h"

#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <string>

namespace forme {

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

std::string decimal_separator(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
  const icu::DecimalFormatSymbols symbols(locale, status);
  std::string out;
  if (U_SUCCESS(status)) {
    symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).toUTF8String(out);
  }
  return out.empty() ? "." : out;
}

}  // namespace forme
