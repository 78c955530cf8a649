#include "makeup/phrases.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

TEST(Phrases, AreThoseOfTheWholeLanguageAndNotOfItsFirstTwoLetters) {
  EXPECT_EQ(phrases("fr").advertisement, "Publicité");
  EXPECT_EQ(phrases("frr").advertisement, "Advertisement");
  EXPECT_EQ(phrases("arn").advertisement, "Advertisement");
  EXPECT_EQ(phrases("").advertisement, "Advertisement");
}

TEST(Phrases, AreTheSameHoweverTheTagIsWritten) {
  EXPECT_EQ(phrases("FR").advertisement, "Publicité");
  EXPECT_EQ(phrases("De-at").advertisement, "Anzeige");
  EXPECT_EQ(list_comma("AR-EG"), "، ");
}

}  // namespace
}  // namespace forme
