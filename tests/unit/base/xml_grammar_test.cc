#include "base/xml_grammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/xml_value.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr RuleGroup kGroups[] = {{"%inline", "#text em*"}};
constexpr ElementRule kRules[] = {
    {"page", "folio=1..9! kind=front|back section=name", "title? place* part.note+ end"},
    {"title", "", "%inline"},
    {"em", "", "%inline"},
    {"place", "", ""},
    {"part.note", "", "#text"},
    {"end", "", ""},
};

std::vector<std::string> said(const std::string& text) {
  auto document = parse_xml(text, "t");
  EXPECT_TRUE(document.ok());
  Diagnostics diagnostics;
  XmlGrammar(kRules, kGroups).check(*document, "page", "t", diagnostics);
  std::vector<std::string> out;
  for (const Diagnostic& d : diagnostics.all()) out.push_back(to_text(d));
  return out;
}

TEST(XmlGrammar, PassesWhatTheTableSaysInAnyOrder) {
  EXPECT_THAT(said("<page folio='1' kind='front'><end/><note>x</note><place/>"
                   "<title>a <em>b</em></title><note/><place/></page>"),
              IsEmpty());
}

TEST(XmlGrammar, ReportsEveryMistakeOfOneDocument) {
  EXPECT_THAT(said("<page kind='frnt' sektion='x'>\n<titel/>\n  words<end/><end/></page>"),
              ElementsAre("t:1:7: error: kind=\"frnt\" is not known here\n"
                          "  hint: did you mean front?\n",
                          "t:1:19: error: <page> has no attribute \"sektion\"\n"
                          "  hint: did you mean section?\n",
                          "t:1:1: error: <page> lacks the attribute \"folio\"\n",
                          "t:2:1: error: the element <titel> is not known\n"
                          "  hint: did you mean title?\n",
                          "t:3:3: error: text may not stand directly in <page>\n",
                          "t:3:14: error: a second <end> in <page>\n"
                          "  hint: the first is on line 3\n",
                          "t:1:1: error: <page> lacks a <note>\n"));
}

TEST(XmlGrammar, TellsAMisplacedElementFromAnUnknownOne) {
  EXPECT_THAT(said("<page folio='1'><title><place/></title><note/><end/></page>"),
              ElementsAre("t:1:24: error: <place> may not stand in <title>\n"
                          "  hint: <title> may hold em\n"));
}

TEST(XmlGrammar, AnotherRootIsAllThatIsSaid) {
  EXPECT_THAT(said("<pages><x/></pages>"),
              ElementsAre("t:1:1: error: the root element is <pages>, not <page>\n"));
}

struct Values {
  const char* type;
  std::vector<const char*> good, bad;
};

class ValueTypes : public testing::TestWithParam<Values> {};

TEST_P(ValueTypes, TakeTheirOwnAndRefuseTheRest) {
  for (const char* v : GetParam().good) EXPECT_FALSE(check_value(GetParam().type, v)) << v;
  for (const char* v : GetParam().bad) EXPECT_TRUE(check_value(GetParam().type, v)) << v;
}

INSTANTIATE_TEST_SUITE_P(
    XmlValue, ValueTypes,
    testing::Values(
        Values{"a|b|", {"a", "b"}, {"", "c", "a|b", "A"}},
        Values{"1..5", {"1", "5"}, {"0", "6", "01", "+1", "1.0", "", " 1", "99999999999"}},
        Values{"0..5", {"0"}, {"-1", "00"}},
        Values{"-9..9", {"-9", "0", "9"}, {"-10", "-0", "--1", "-", "-01"}},
        Values{"shift", {"-2mm", "8pt"}, {"", "-", "--2mm", "2"}},
        Values{"size", {"289mm 380mm"}, {"", "289mm", "289mm  380mm", "289 380mm"}},
        Values{"decimal", {"-0.5", "2"}, {"", "-", ".5", "1e3"}},
        Values{"positive", {"0.5", "0"}, {"", "-1"}},
        Values{"cmyk", {"0 100 90.5 10", "100.0 0 0 0"}, {"", "0 0 0", "0 0 0 101", "0 0 0 0 0"}},
        Values{"rgb", {"#C8101E", "#000000"}, {"", "C8101E", "#000", "#00000g"}},
        Values{"features", {"", "kern ss01"}, {"kerning", "KERN"}},
        Values{"scripts", {"Latn Grek"}, {"", "latn", "Latin"}},
        Values{"langs", {"ur", "ur ar-EG"}, {"", "ur,ar"}},
        Values{"file", {"A.ttf"}, {"", " ", "a/A.ttf"}},
        Values{"name", {"a", " a "}, {"", " \t\n"}},
        Values{"bool", {"true", "false"}, {"", "1", "yes", "True"}},
        Values{"date", {"2016-02-29"}, {"2016-02-30", "24.2.2016"}},
        Values{"length", {"60mm", "0.5in", "12pt"}, {"", "60", "-1mm", "60 mm", "12345mm", "1.mm"}},
        Values{"fraction", {"0", "1", "0.15", "1.0"}, {"", "1.1", "-0.1", ".5", "50%", "00.5"}},
        Values{"point", {"0.5 0.4", "0 1"}, {"", "0.5", "0.5,0.4", "0.5  0.4", "0.5 0.4 0.3"}},
        Values{"range", {"3", "2-5", "9-1"}, {"", "0", "2-", "-5", "2 - 5", "1-2-3", "12345"}},
        Values{"id", {"p1", "_a", "9", "A.b-c"}, {"", "-a", ".a", "a b", "a/b", "a#b"}},
        Values{"lang", {"en", "zh-Hant-TW"}, {"", "en_GB", "e1", "en-", "abcdefghi"}},
        Values{"issn", {"1234-5679", "0000-006X"}, {"12345679", "1234-567x", "1234-56"}},
        Values{"url", {"https://a.example/", "http://b"}, {"", "a.example", "https://", "ftp://a"}},
        Values{
            "href", {"mailto:a@b", "tel:+44", "https://a"}, {"#a", "javascript:x", "http://a b"}},
        Values{"outputs", {"print", "epub  screen"}, {"", " ", "print,epub", "pdf"}},
        Values{"slugs", {"a", " a  b-2 "}, {"", "A", "a,b"}},
        Values{
            "number", {"890", "890-891", "0"}, {"", "-1", "890a", "8-9-10", "12345678901234567"}},
        Values{"reference", {"courier/889/rail", "a/1-2/b#p1"}, {"", "a/1", "a/b/c", "a/1/b#"}}),
    [](const auto& values) {
      std::string name;
      for (char c : std::string(values.param.type)) {
        name += c == '|' || c == '.' || c == '-' ? "_" : std::string(1, c);
      }
      return name;
    });

}  // namespace
}  // namespace forme
