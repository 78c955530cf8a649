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
  const char* language = "en-GB";
};
class Tailoring : public testing::TestWithParam<Case> {};
TEST_P(Tailoring, BreaksAsTheStyleBookHasIt) {
  EXPECT_EQ(marked(GetParam().text, GetParam().language), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Standard, Tailoring,
    testing::Values(Case{"one two", "one |two"}, Case{"a\u00A0b c", "a\u00A0b |c"},
                    Case{"one\u2028two", "one\u2028!two"}, Case{"end. “Next”", "end. |“Next”"},
                    Case{"", ""}, Case{"dice ¿qué? y", "dice |¿qué? |y", "es"},
                    Case{"dice ¡ay! y", "dice |¡ay! |y", "es"},
                    Case{"oui\u202F! non", "oui\u202F! |non", "fr"},
                    Case{"oui ; non : si ! et ?", "oui ; |non : |si ! |et ?", "fr"}));
INSTANTIATE_TEST_SUITE_P(
    T1UnitsAndNumbers, Tailoring,
    testing::Values(Case{"run 12 km on", "run |12 km |on"},
                    Case{"of £3 million, they", "of |£3 million, |they"},
                    Case{"see page 5 now", "see |page 5 |now"}, Case{"(No 5) is", "(No 5) |is"},
                    Case{"Page 5 has", "Page 5 |has"}, Case{"a 3½ mph wind", "a |3½ mph |wind"},
                    Case{"in 12 kilns", "in |12 |kilns"}, Case{"a 5 × 7 print", "a |5 × |7 |print"},
                    Case{"since 9 February, and", "since |9 (150)February, |and"},
                    Case{"in 2016 March", "in |2016 |March"}));
INSTANTIATE_TEST_SUITE_P(
    T1InOtherLanguages, Tailoring,
    testing::Values(Case{"am 24. Mai ist", "am |24. (150)Mai |ist", "de"},
                    Case{"auf S. 5 und Nr. 5, § 5 um", "auf |S. 5 |und |Nr. 5, |§ 5 |um", "de"},
                    Case{"als 160 000 Stück, 2015 100 Blatt",
                         "als |160 000 |Stück, |2015 |100 |Blatt", "de"},
                    Case{"um 5 Uhr nach 5 km", "um |5 Uhr |nach |5 km", "de"},
                    Case{"les 10 000 francs du n° 5", "les |10 000 francs |du |n° 5", "fr"},
                    Case{"el 5 de mayo es", "el |5 (150)de |mayo |es", "es"},
                    Case{"os 5 de outubro são", "os |5 (150)de |outubro |são", "pt"},
                    Case{"na str. 5 gazety nr 7", "na |str. 5 |gazety |nr 7", "pl"},
                    Case{"на стр. 5 около 10 млн руб.", "на |стр. 5 |около |10 млн |руб.", "ru"},
                    Case{"in 10 000 sheets", "in |10 |000 |sheets", "en"},
                    Case{"the 5 Uhr", "the |5 |Uhr", "en"}, Case{"5 km", "5 km", "tlh"}));
INSTANTIATE_TEST_SUITE_P(
    T2Names, Tailoring,
    testing::Values(Case{"by J. R. Smith of", "by |J. R. Smith |of"},
                    Case{"plan B. then", "plan |B. |then"},
                    Case{"to Mr Smith of", "to |Mr Smith |of"}, Case{"the Dr of", "the |Dr |of"},
                    Case{"Louis XIV of", "Louis (60)XIV |of"},
                    Case{"the CIVIL list", "the |CIVIL |list"},
                    Case{"so z. B. das, d. h. was", "so |z. B. |das, |d. h. |was", "de"},
                    Case{"nach Dr. Müller ist", "nach |Dr. Müller |ist", "de"},
                    Case{"de M. Hugo est", "de |M. Hugo |est", "fr"},
                    Case{"así, p. ej. esto", "así, |p. ej. |esto", "es"},
                    Case{"стихи А. С. Пушкина о", "стихи |А. С. Пушкина |о", "ru"}));
INSTANTIATE_TEST_SUITE_P(T3Dashes, Tailoring,
                         testing::Values(Case{"this – that", "this – |that"},
                                         Case{"this—that", "this—|that"},
                                         Case{"the 1914–18 war", "the |1914–(50)18 |war"},
                                         Case{"wait … and so", "wait … |and |so"},
                                         Case{"dijo —y así— que", "dijo |—y |así— |que", "es"},
                                         Case{"— Oui, dit-il", "— Oui, |dit-(20)il", "fr"},
                                         Case{"Москва — столица", "Москва — |столица", "ru"}));
INSTANTIATE_TEST_SUITE_P(
    T4HyphensAndSlashes, Tailoring,
    testing::Values(Case{"well-known", "well-(20)known"}, Case{"e-mail", "e-mail"},
                    Case{"(e-mail)", "(e-mail)"}, Case{"plan-B is", "plan-B |is"},
                    Case{"Vor- und Nachteile", "Vor- |und |Nachteile", "de"},
                    Case{"und -teile", "und |-teile", "de"}, Case{"a-t-il", "a-t-il", "fr"},
                    Case{"biało-czerwony", "biało-(150)czerwony", "pl"},
                    Case{"guarda-chuva", "guarda-(150)chuva", "pt-BR"},
                    Case{"and/or", "and/(35)or"}, Case{"90 km/h is", "90 km/h |is"}));
INSTANTIATE_TEST_SUITE_P(
    T5T6Addresses, Tailoring,
    testing::Values(Case{"https://x.org/2016/rail", "https://(30)x(800).org/(30)2016/(30)rail"},
                    Case{"www.courier.example/x?y=z",
                         "www(800).courier(800).example/(30)x?(60)y=(60)z"},
                    Case{"(https://x.org/) is", "(https://(30)x(800).org/) |is"},
                    Case{"press@courier.example", "press(800)@courier(800).example"},
                    Case{"一.一。", "一.|一。", "zh"}));
INSTANTIATE_TEST_SUITE_P(T7Guillemets, Tailoring,
                         testing::Values(Case{"un « mot » et", "un |« mot » |et", "fr"},
                                         Case{"sagt »Ja« und", "sagt |»Ja« |und", "de"}));
INSTANTIATE_TEST_SUITE_P(T8SmallWords, Tailoring,
                         testing::Values(Case{"kot w domu (z psem) i", "kot |w domu |(z psem) |i",
                                              "pl"},
                                         Case{"šel k lesu", "šel |k lesu", "cs"},
                                         Case{"он же в доме и сад", "он же |в доме |и сад", "ru"},
                                         Case{"a w b", "a |w |b", "en"}));

TEST(Address, IsKnownByItsSigns) {
  for (const char* yes : {"https://x", "www.a", "a.b@c.d", "courier.example", "(example.org)"})
    EXPECT_TRUE(is_address(yes)) << yes;
  for (const char* no : {"e.g.", "3.5", "end.", "and/or", "a.m.", "U.S.", "well-known", "一.一"})
    EXPECT_FALSE(is_address(no)) << no;
}

}  // namespace
}  // namespace forme
