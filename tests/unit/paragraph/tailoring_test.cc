#include "paragraph/tailoring.h"

#include <gmock/gmock.h>

namespace forme {
namespace {

// The text with its breaks: "|" at cost 0, "!" a mandatory one, "(n)" at cost n.
std::string marked(std::string_view text, const std::string& language = "en-GB") {
  LineBreaker breaker;
  std::string out;
  std::size_t at = 0;
  for (const LineBreak& b : breaker.find(text, language)) {
    out += text.substr(at, b.at - at);
    out += b.mandatory ? "!" : b.penalty == 0 ? "|" : "(" + std::to_string(b.penalty) + ")";
    at = b.at;
  }
  return out + std::string(text.substr(at));
}

struct Case {
  const char* text;
  const char* expected;
};
class Tailoring : public testing::TestWithParam<Case> {};
TEST_P(Tailoring, BreaksAsTheStyleBookHasIt) {
  EXPECT_EQ(marked(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Standard, Tailoring,
                         testing::Values(Case{"one two", "one |two"},
                                         Case{"a\u00A0b c", "a\u00A0b |c"},
                                         Case{"one\u2028two", "one\u2028!two"},
                                         Case{"end. “Next”", "end. |“Next”"}, Case{"", ""}));
INSTANTIATE_TEST_SUITE_P(
    T1UnitsAndNumbers, Tailoring,
    testing::Values(Case{"run 12 km on", "run |12 km |on"},
                    Case{"of £3 million, they", "of |£3 million, |they"},
                    Case{"see page 5 now", "see |page 5 |now"}, Case{"(No 5) is", "(No 5) |is"},
                    Case{"in 12 kilns", "in |12 |kilns"},
                    Case{"since 9 February, and", "since |9 (60)February, |and"},
                    Case{"am 24. Mai ist", "am |24. (60)Mai |ist"},
                    Case{"in 2016 March", "in |2016 |March"}));
INSTANTIATE_TEST_SUITE_P(T2Initials, Tailoring,
                         testing::Values(Case{"by J. R. Smith of", "by |J. R. Smith |of"},
                                         Case{"plan B. then", "plan |B. |then"}));
INSTANTIATE_TEST_SUITE_P(T3Dashes, Tailoring,
                         testing::Values(Case{"this – that", "this – |that"},
                                         Case{"this—that", "this—|that"}));
INSTANTIATE_TEST_SUITE_P(T4HyphensAndSlashes, Tailoring,
                         testing::Values(Case{"well-known", "well-(20)known"},
                                         Case{"e-mail", "e-mail"}, Case{"and/or", "and/(35)or"}));
INSTANTIATE_TEST_SUITE_P(
    T5T6Addresses, Tailoring,
    testing::Values(Case{"https://x.org/2016/rail", "https://(30)x(800).org/(30)2016/(30)rail"},
                    Case{"www.courier.example/x?y=z",
                         "www(800).courier(800).example/(30)x?(60)y=(60)z"},
                    Case{"press@courier.example", "press(800)@courier(800).example"}));

TEST(Address, IsKnownByItsSigns) {
  for (const char* yes : {"https://x", "www.a", "a.b@c.d", "courier.example", "(example.org)"})
    EXPECT_TRUE(is_address(yes)) << yes;
  for (const char* no : {"e.g.", "3.5", "end.", "and/or", "a.m.", "U.S.", "well-known"})
    EXPECT_FALSE(is_address(no)) << no;
}

}  // namespace
}  // namespace forme
