#include "base/language.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

TEST(Language, TheScriptOfTheTagDecidesWhereALineBegins) {
  for (const char* tag : {"ur-PK", "ar-EG", "he", "fa", "ps", "yi", "sd", "ug", "ckb", "ks", "dv",
                          "pa-Arab-PK", "az-Arab"})
    EXPECT_TRUE(is_right_to_left(tag)) << tag;
  for (const char* tag : {"en-GB", "ta", "ar-Latn", "ur-Latn-GB", "en-x-arab", "ku", "pa", "", "-"})
    EXPECT_FALSE(is_right_to_left(tag)) << tag;
}

}  // namespace
}  // namespace forme
