#include "paragraph/hyphenation_exceptions.h"

#include <gmock/gmock.h>

namespace forme {
namespace {

using testing::ElementsAre;
using testing::IsNull;
using testing::Pointee;

struct Read {
  HyphenationExceptions exceptions;
  Diagnostics diagnostics;
};
Read read(std::string_view bytes) {
  Read out;
  out.exceptions.add_file(bytes, "layouts/x/hyphenation.txt", out.diagnostics);
  return out;
}

TEST(HyphenationExceptions, HoldWordsByLanguage) {
  const Read r = read(
      "\xEF\xBB\xBF# ours\r\n[en-GB]\r\nPlan-tin  Leeds # "
      "whole\n\n[de]\nBuch-dru-cker\nÜber-grö-ße\n");
  EXPECT_TRUE(r.diagnostics.all().empty());
  EXPECT_THAT(r.exceptions.find("en-GB", U"plantin"), Pointee(ElementsAre(4)));
  EXPECT_THAT(r.exceptions.find("en-GB", U"leeds"), Pointee(ElementsAre()));
  EXPECT_THAT(r.exceptions.find("de", U"übergröße"), Pointee(ElementsAre(4, 7)));
  EXPECT_THAT(r.exceptions.find("en-GB", U"buchdrucker"), IsNull());
}

TEST(HyphenationExceptions, ARegionGoesBeforeItsLanguageAndALaterFileBeforeAnEarlier) {
  Read r = read("[en]\nab-cd ef-gh\n[en-GB]\nabc-d\n");
  EXPECT_THAT(r.exceptions.find("en-gb", U"abcd"), Pointee(ElementsAre(3)));
  EXPECT_THAT(r.exceptions.find("en-US", U"abcd"), Pointee(ElementsAre(2)));
  EXPECT_THAT(r.exceptions.find("en-Latn-GB", U"efgh"), Pointee(ElementsAre(2)));
  r.exceptions.add_file("[en-GB]\na-bcd", "y", r.diagnostics);
  EXPECT_THAT(r.exceptions.find("en-GB", U"abcd"), Pointee(ElementsAre(1)));
}

TEST(HyphenationExceptions, EveryMistakeIsToldWithItsLineAndColumn) {
  const Read r = read(
      "early late\n[nonsense!]\nnot-told\n[de\n[de]\nü -ab a--b ab- R2-D2 o’clock "
      "gu-t\n\xFF\xFE\n");
  std::vector<std::pair<int, int>> places;
  for (const Diagnostic& d : r.diagnostics.all()) {
    places.emplace_back(d.where.line, d.where.column);
    EXPECT_EQ(d.severity, Severity::Error);
    EXPECT_EQ(d.where.file, "layouts/x/hyphenation.txt");
    EXPECT_FALSE(d.hint.empty());
  }
  using P = std::pair<int, int>;
  EXPECT_THAT(places, ElementsAre(P(1, 1), P(2, 1), P(4, 1), P(6, 3), P(6, 7), P(6, 12), P(6, 16),
                                  P(6, 22), P(7, 0)));
  EXPECT_THAT(r.exceptions.find("de", U"gut"), Pointee(ElementsAre(2)));
}

}  // namespace
}  // namespace forme
