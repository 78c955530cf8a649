#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include "base/names.h"

namespace forme {
namespace {

TEST(Diagnostic, ReadsAsACompilersDoes) {
  const Diagnostic d{Severity::Error, {"a/issue.xml", 3, 7}, "no such page", "there are 4", {}};
  EXPECT_EQ(to_text(d), "a/issue.xml:3:7: error: no such page\n  hint: there are 4\n");
}

TEST(Diagnostic, LeavesOutThePlaceThatIsNotKnown) {
  EXPECT_EQ(to_text({Severity::Warning, {"a.xml", 0, 0}, "m", "", {}}), "a.xml: warning: m\n");
  EXPECT_EQ(to_text({Severity::Note, {"a.xml", 4, 0}, "m", "", {}}), "a.xml:4: note: m\n");
  EXPECT_EQ(to_text({Severity::Error, {}, "m", "", {}}), "forme: error: m\n");
}

TEST(Diagnostic, CannotSteerTheTerminal) {
  const Diagnostic d{Severity::Error, {"a\x1B[2J", 1, 1}, "x\x1B]0;y\x07\n\xC2\x9Bz", "\r", {}};
  for (char c : to_text(d)) {
    EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << static_cast<int>(c);
  }
}

TEST(Diagnostic, IsOneJsonObjectALine) {
  const Diagnostic d{Severity::Error, {"a.xml", 3, 7}, "say \"no\"\n", "", Cause::Surroundings};
  EXPECT_EQ(to_json_line(d),
            "{\"severity\":\"error\",\"file\":\"a.xml\",\"line\":3,\"column\":7,"
            "\"message\":\"say \\\"no\\\"\\n\",\"cause\":\"surroundings\"}\n");
}

TEST(Diagnostics, KnowsWhetherAnErrorIsAmongThem) {
  Diagnostics d;
  d.warning({}, "w");
  EXPECT_FALSE(d.has_errors());
  d.error({}, "e");
  EXPECT_TRUE(d.has_errors());
  EXPECT_TRUE(d.has_errors(Cause::Input));
  EXPECT_FALSE(d.has_errors(Cause::Surroundings));
}

TEST(Diagnostics, SortsByPlaceAndKeepsTheOrderWithinOne) {
  Diagnostics d;
  d.error({"b", 1, 1}, "4");
  d.error({"a", 2, 1}, "2");
  d.error({"a", 1, 9}, "1");
  d.error({"a", 2, 1}, "3");
  d.sort_by_place();
  std::string order;
  for (const Diagnostic& each : d.all()) order += each.message;
  EXPECT_EQ(order, "1234");
}

TEST(Names, TheNearestIsAFewLettersAway) {
  const std::vector<std::string> known{"headline", "standfirst", "byline", "dateline", "p"};
  EXPECT_EQ(nearest_name("headlien", known), "headline");
  EXPECT_EQ(nearest_name("standfrist", known), "standfirst");
  EXPECT_EQ(nearest_name("Byline", known), "byline");
  EXPECT_EQ(nearest_name("table", known), "");
  EXPECT_EQ(nearest_name("q", known), "");
  EXPECT_EQ(nearest_hint("datline", known), "did you mean dateline?");
  EXPECT_EQ(nearest_hint("", known), "");
}

TEST(Names, AnEndlessNameIsNotCompared) {
  EXPECT_EQ(nearest_name(std::string(100000, 'a'), {std::string(100000, 'a') + "b"}), "");
}

TEST(Names, CaseIsFoldedInEveryScript) {
  EXPECT_EQ(fold_case("STRASSE"), fold_case("straße"));
  EXPECT_EQ(fold_case("ΤΥΠΟΣ"), fold_case("τυπος"));
}

TEST(Names, ASlugIsMadeFromAnyName) {
  EXPECT_EQ(make_slug("The Courier"), "the-courier");
  EXPECT_EQ(make_slug("  L’Écho — du Nord! "), "lecho-du-nord");
  EXPECT_EQ(make_slug("தமிழ்"), "");
  EXPECT_TRUE(is_slug(make_slug(std::string(200, 'a'))));
}

TEST(Names, ASlugIsSmallLettersDigitsAndHyphens) {
  for (const char* good : {"a", "9", "a-b", "courier-890"}) EXPECT_TRUE(is_slug(good)) << good;
  for (const char* bad : {"", "-a", "A", "a_b", "a b", "é"}) EXPECT_FALSE(is_slug(bad)) << bad;
  EXPECT_FALSE(is_slug(std::string(65, 'a')));
}

}  // namespace
}  // namespace forme
