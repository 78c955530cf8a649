#include "base/language.h"

#include <gtest/gtest.h>
#include <unicode/uloc.h>

#include <string>

#include "base/date.h"

namespace forme {
namespace {

TEST(Language, TheScriptOfTheTagDecidesWhereALineBegins) {
  for (const char* tag : {"ur-PK", "ar-EG", "he", "fa", "ps", "yi", "sd", "ug", "ckb", "ks", "dv",
                          "pa-Arab-PK", "az-Arab"})
    EXPECT_TRUE(is_right_to_left(tag)) << tag;
  for (const char* tag : {"en-GB", "ta", "ar-Latn", "ur-Latn-GB", "en-x-arab", "ku", "pa", "", "-"})
    EXPECT_FALSE(is_right_to_left(tag)) << tag;
}

// The user's own language, while it lives.
class SystemLanguage {
 public:
  explicit SystemLanguage(const char* locale) { set(locale); }
  ~SystemLanguage() { set(before_.c_str()); }

 private:
  static void set(const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault(locale, &status);
  }
  std::string before_ = uloc_getDefault();
};

TEST(Language, DatesAndNumbersDoNotFollowTheLanguageOfTheUsersSystem) {
  for (const char* system : {"de_DE", "en_US_POSIX", "ja_JP", "frr_DE"}) {
    const SystemLanguage language(system);
    for (const char* unknown : {"frr", "la", "oc", "arn-CL", "und", ""}) {
      EXPECT_EQ(long_date({2016, 3, 5}, unknown), "Saturday 5 March 2016") << system << unknown;
      EXPECT_EQ(decimal_separator(unknown), ".") << system << unknown;
    }
    EXPECT_EQ(short_date({2016, 3, 5}, "fr-CA"), "5 mars 2016");
    EXPECT_EQ(short_date({2016, 3, 5}, "no"), "5. mars 2016");
    EXPECT_EQ(decimal_separator("pl"), ",");
  }
}

TEST(Language, TheFirstPartOfATagIsItsLanguage) {
  EXPECT_EQ(primary_language("de-AT"), "de");
  EXPECT_EQ(primary_language("FR"), "fr");
  EXPECT_EQ(primary_language("frr"), "frr");
  EXPECT_EQ(primary_language(""), "");
}

TEST(Language, CapitalsAreThoseOfTheLanguage) {
  const SystemLanguage turkish("tr_TR");
  EXPECT_EQ(upper_case("Advertisement", "en-GB"), "ADVERTISEMENT");
  EXPECT_EQ(upper_case("Publicité", "fr"), "PUBLICITÉ");
  EXPECT_EQ(upper_case("Ogłoszenie", "PL"), "OGŁOSZENIE");
  EXPECT_EQ(upper_case("ilan", "tr"), "İLAN");
  EXPECT_EQ(upper_case("Διαφήμιση", "el"), "ΔΙΑΦΗΜΙΣΗ");
  EXPECT_EQ(upper_case("Quảng cáo", "vi"), "QUẢNG CÁO");
  EXPECT_EQ(upper_case("ilan", "frr"), "ILAN");
  EXPECT_EQ(upper_case("इश्तिहार", "hi"), "इश्तिहार");
}

}  // namespace
}  // namespace forme
