#include "paragraph/line_break.h"

#include <gmock/gmock.h>
#include <unicode/uchar.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "paragraph/tailoring.h"

namespace forme {
namespace {

// Unicode's own test of UAX #14, in the Debian package unicode-data.
constexpr const char* kFile = "/usr/share/unicode/auxiliary/LineBreakTest.txt";

struct Sample {
  int line = 0;
  std::u32string text;
  std::set<std::size_t> breaks;  // before which character
};

std::vector<Sample> read_samples() {
  std::vector<Sample> samples;
  std::ifstream in(kFile);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::istringstream signs(line.substr(0, line.find('#')));
    Sample sample;
    sample.line = number;
    std::string sign;
    signs >> sign;  // none before the first
    while (signs >> sign) {
      sample.text += static_cast<char32_t>(std::stoul(sign, nullptr, 16));
      signs >> sign;
      if (sign == "\u00F7") sample.breaks.insert(sample.text.size());
    }
    sample.breaks.erase(sample.text.size());
    if (!sample.text.empty()) samples.push_back(std::move(sample));
  }
  return samples;
}

int line_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
}

// What stands round a place of a sample; combining marks belong to the sign before them (LB9).
struct Place {
  const std::u32string& text;
  std::size_t at;

  std::size_t base_before(std::size_t end) const {
    while (end > 1 && (line_class(text[end - 1]) == U_LB_COMBINING_MARK ||
                       line_class(text[end - 1]) == U_LB_ZWJ))
      --end;
    return end;
  }
  char32_t last() const { return text[base_before(at) - 1]; }
  char32_t next() const { return text[at]; }
  // Of the sign before last(); a space where the text begins.
  char32_t before_last() const {
    const std::size_t end = base_before(at) - 1;
    return end == 0 ? U' ' : text[base_before(end) - 1];
  }
  char32_t before_spaces() const {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == U' ') --end;
    return end == 0 ? U' ' : text[end - 1];
  }
  char32_t after_next() const { return at + 1 < text.size() ? text[at + 1] : U' '; }
  std::u32string word() const {
    const std::size_t first = text.rfind(U' ', at - 1) + 1;
    return text.substr(first, text.find(U' ', at) - first);
  }
  std::u32string word_before() const {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == U' ') --end;
    const std::size_t first = end == 0 ? 0 : text.rfind(U' ', end - 1) + 1;
    return text.substr(first, end - first);
  }
  bool spaced() const { return text[at - 1] == U' '; }
};

bool is_figure(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}
bool is_one_of(char32_t c, std::u32string_view signs) {
  return signs.find(c) != std::u32string_view::npos;
}

// ICU 72 has two rules of later editions of the standard, and in Japanese the looser class of the
// small kana. Each is told by what stands at the place alone, not by our code.
std::string icu_rule(const Place& place, bool has_break) {
  const int last = line_class(place.last()), next = line_class(place.next());
  // LB20a of Unicode 16: a hyphen that begins a word of letters stays with it.
  const std::set<int> letters = {U_LB_ALPHABETIC, U_LB_AMBIGUOUS, U_LB_UNKNOWN,
                                 U_LB_COMPLEX_CONTEXT};
  if (!has_break && last == U_LB_HYPHEN && letters.count(next) > 0 && place.before_last() == U' ')
    return "I1";
  // LB15c and LB25 of Unicode 15.1: a stop or comma before a figure begins the figure.
  if (!has_break && last == U_LB_INFIX_NUMERIC && next == U_LB_NUMERIC) return "I2";
  if (has_break && place.spaced() && next == U_LB_INFIX_NUMERIC && is_figure(place.after_next()))
    return "I2";
  // CSS's line-break: normal, which Japanese has by default: small kana are as the others.
  const int small = U_LB_CONDITIONAL_JAPANESE_STARTER;
  if (has_break ? next == small : last == small && next == U_LB_POSTFIX_NUMERIC) return "I3";
  return {};
}

// The rules of tailoring.h as they can show in the file.
std::string house_rule(const Place& place, bool has_break, const std::string& language) {
  if (has_break) return {};
  if (place.word().find(U"://") != std::u32string::npos) return "T6";
  const std::u32string_view dashes = U"\u2013\u2014\u2015\u2026";
  if (place.spaced() && is_figure(place.before_spaces()) &&
      is_one_of(place.next(), U"%\u2030\u00B0$\u20AC\u00A3\u00A5\u00D7"))
    return "T1";
  if (place.spaced() && is_figure(place.next()) &&
      is_one_of(place.before_spaces(), U"\u00A7$\u20AC\u00A3\u00A5\u2116\u00B1"))
    return "T1";
  if (is_one_of(place.next(), dashes)) return "T3";
  if (is_one_of(place.last(), dashes) && place.before_last() == U' ') return "T3";
  if (place.spaced() && is_one_of(place.before_spaces(), dashes)) return "T3";
  if (!place.spaced() && is_one_of(place.last(), U"-/\u2010")) return "T4";
  if (language == "fr" && place.spaced() &&
      (place.before_spaces() == U'\u00AB' || place.next() == U'\u00BB'))
    return "T7";
  if ((language == "pl" || language == "cs") && place.spaced() && place.word_before().size() == 1 &&
      is_one_of(place.before_spaces(), U"aikosuvwz"))
    return "T8";
  return {};
}

using Find = const std::vector<LineBreak>& (LineBreaker::*)(std::string_view, const std::string&);

// The breaks as characters before them.
std::set<std::size_t> breaks_of(LineBreaker& breaker, Find find, const Sample& sample,
                                const std::string& language) {
  std::string utf8;
  std::map<std::size_t, std::size_t> character_at;
  for (const char32_t c : sample.text) {
    character_at.emplace(utf8.size(), character_at.size());
    append_utf8(utf8, c);
  }
  std::set<std::size_t> found;
  for (const LineBreak& b : (breaker.*find)(utf8, language)) found.insert(character_at.at(b.at));
  return found;
}

// How many places deviate, by rule; a failure for each that no rule explains.
std::map<std::string, int> deviations(Find find, const std::string& language, bool house) {
  LineBreaker breaker;
  std::map<std::string, int> by_rule;
  for (const Sample& sample : read_samples()) {
    const std::set<std::size_t> found = breaks_of(breaker, find, sample, language);
    for (std::size_t at = 1; at < sample.text.size(); ++at) {
      const bool has_break = found.count(at) > 0;
      if (has_break == (sample.breaks.count(at) > 0)) continue;
      const Place place{sample.text, at};
      std::string rule = icu_rule(place, has_break);
      if (rule.empty() && house) rule = house_rule(place, has_break, language);
      EXPECT_FALSE(rule.empty()) << kFile << ":" << sample.line << ": character " << at
                                 << (has_break ? " has a break" : " has none") << " in "
                                 << language;
      ++by_rule[rule];
    }
  }
  return by_rule;
}

TEST(LineBreakTest, TheFileIsThere) {
  EXPECT_GT(read_samples().size(), 7000U) << "install the Debian package unicode-data";
}

TEST(LineBreakTest, UntailoredIsTheStandardButForNamedRulesOfIcu) {
  for (const char* language : {"en-GB", "de", "fr", "pl", "ru", "ta", "ar", "ko", "zh", "th"}) {
    const auto rules = deviations(&LineBreaker::untailored, language, false);
    EXPECT_THAT(rules, testing::ElementsAre(testing::Pair("I1", 8), testing::Pair("I2", 15)))
        << language;
  }
  EXPECT_EQ(deviations(&LineBreaker::untailored, "ja", false).count("I3"), 1U);
}

TEST(LineBreakTest, FoundBreaksDeviateByRulesOfTheStyleBookAlone) {
  for (const char* language : {"en-GB", "de", "fr", "es", "pl", "cs", "ru", "ta", "ar", "ja"}) {
    const auto rules = deviations(&LineBreaker::find, language, true);
    for (const char* rule : {"I1", "I2", "T1", "T3", "T4", "T6"})
      EXPECT_EQ(rules.count(rule), 1U) << rule << " in " << language;
    EXPECT_EQ(rules.count("T7"), language == std::string("fr") ? 1U : 0U);
    EXPECT_EQ(rules.count("T8"), language == std::string("pl") || language == std::string("cs"));
    for (const auto& [rule, places] : rules) RecordProperty(language + ("_" + rule), places);
  }
}

}  // namespace
}  // namespace forme
