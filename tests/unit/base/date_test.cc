#include "base/date.h"

#include <gtest/gtest.h>

#include "base/language.h"

namespace forme {
namespace {

constexpr Date kDay{2016, 2, 24};

TEST(Date, IsARealDayInIsoForm) {
  EXPECT_EQ(parse_iso_date("2016-02-24"), kDay);
  EXPECT_TRUE(parse_iso_date("2016-02-29"));
  EXPECT_TRUE(parse_iso_date("2000-02-29"));
  for (const char* bad :
       {"", "2016-2-24", "2016-02-30", "2015-02-29", "1900-02-29", "2016-13-01", "2016-00-10",
        "2016-01-00", "24-02-2016", "2016-02-24T", "2016/02/24", "0000-01-01", "+016-02-24"}) {
    EXPECT_FALSE(parse_iso_date(bad)) << bad;
  }
}

TEST(Date, ComesBackAsWritten) {
  EXPECT_EQ(to_iso({890, 1, 2}), "0890-01-02");
}

TEST(Date, IsOrderedByTime) {
  EXPECT_LT((Date{2015, 12, 31}), kDay);
}

TEST(Date, BritishEnglishHasNoCommas) {
  EXPECT_EQ(long_date(kDay, "en-GB"), "Wednesday 24 February 2016");
  EXPECT_EQ(short_date(kDay, "en-GB"), "24 February 2016");
  EXPECT_EQ(long_date(kDay, "en"), "Wednesday 24 February 2016");
}

TEST(Date, OtherLanguagesHaveTheirOwnForm) {
  EXPECT_EQ(long_date(kDay, "de-DE"), "Mittwoch, 24. Februar 2016");
  EXPECT_EQ(short_date(kDay, "de"), "24. Februar 2016");
  EXPECT_EQ(long_date(kDay, "en-US"), "Wednesday, February 24, 2016");
  EXPECT_EQ(short_date(kDay, "fr"), "24 février 2016");
}

TEST(Date, IsGregorianWhereverTheLanguageIsSpoken) {
  EXPECT_NE(long_date(kDay, "th").find("2016"), std::string::npos);
  EXPECT_EQ(long_date({1582, 10, 10}, "en-GB"), "Sunday 10 October 1582");
}

TEST(Date, AnUnknownLanguageReadsAsEnglish) {
  EXPECT_EQ(long_date(kDay, ""), "Wednesday 24 February 2016");
}

TEST(Language, TagsAreWellFormedAndKnown) {
  for (const char* good :
       {"en", "en-GB", "ta", "cy", "zh-Hant", "ar-EG", "de-1996", "und", "gsw"}) {
    EXPECT_TRUE(is_language_tag(good)) << good;
  }
  for (const char* bad : {"", "xx", "en_GB", "english", "e", "en-", "-en", "en-GB-", "12"}) {
    EXPECT_FALSE(is_language_tag(bad)) << bad;
  }
}

}  // namespace
}  // namespace forme
