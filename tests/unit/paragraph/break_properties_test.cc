#include <gtest/gtest.h>
#include <unicode/ubrk.h>

#include <random>
#include <set>

#include "base/utf8.h"
#include "paragraph/hyphenator.h"
#include "paragraph/line_break.h"

// Rules that hold for any text, over texts made by chance with fixed seeds.
namespace forme {
namespace {

const std::vector<std::string> kWords = {"setting",
                                         "well-known",
                                         "e-mail",
                                         "5",
                                         "km",
                                         "–",
                                         "—",
                                         "…",
                                         "z.",
                                         "B.",
                                         "«",
                                         "»",
                                         "mot",
                                         "!",
                                         "https://courier.example/2016/02?x=y",
                                         "a.b@c.example",
                                         "w",
                                         "k",
                                         "в",
                                         "же",
                                         "Москва",
                                         "dr",
                                         "Mr",
                                         "Smith",
                                         "XIV",
                                         "10",
                                         "000",
                                         "¿Qué?",
                                         "—y",
                                         "así—",
                                         "நாளிதழ்",
                                         "पत्रिका",
                                         "صحيفة",
                                         "新聞。",
                                         "e\u0301te\u0301",
                                         "\U0001F469\u200D\U0001F680",
                                         "\U0001F1EC\U0001F1E7",
                                         "soft\u00ADhyphen",
                                         "no\u00A0break",
                                         "1914–18",
                                         "and/or",
                                         "km/h",
                                         "(No",
                                         "“quoted”",
                                         "\u2028",
                                         "U\u0308bung",
                                         "-",
                                         "/",
                                         "’",
                                         ".35"};
const std::vector<std::string> kLanguages = {"en-GB", "de", "fr", "es", "it",  "nl",
                                             "pl",    "cs", "pt", "ru", "uk",  "sv",
                                             "ta",    "hi", "ar", "ja", "tlh", ""};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t words = random() % 25; words > 0; --words) {
    text += kWords[random() % kWords.size()];
    if (random() % 5 != 0) text += ' ';
  }
  return text;
}

std::set<std::size_t> cluster_ends(const std::string& text) {
  std::set<std::size_t> ends;
  UErrorCode status = U_ZERO_ERROR;
  UText* utf8 =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  UBreakIterator* iterator = ubrk_open(UBRK_CHARACTER, "en", nullptr, 0, &status);
  ubrk_setUText(iterator, utf8, &status);
  for (std::int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
    ends.insert(static_cast<std::size_t>(at));
  ubrk_close(iterator);
  utext_close(utf8);
  return ends;
}

TEST(BreakProperties, BreaksAscendWithinTheTextAndCutNoCluster) {
  std::mt19937 random(890);
  LineBreaker breaker;
  for (int n = 0; n < 4000; ++n) {
    const std::string text = random_text(random);
    const std::string& language = kLanguages[random() % kLanguages.size()];
    const std::set<std::size_t> clusters = cluster_ends(text);
    std::size_t last = 0;
    for (const LineBreak& b : breaker.find(text, language)) {
      EXPECT_GT(b.at, last) << text;
      EXPECT_LT(b.at, text.size()) << text;
      EXPECT_EQ(clusters.count(b.at), 1U) << text << " at " << b.at << " in " << language;
      EXPECT_GE(b.penalty, 0);
      last = b.at;
    }
  }
}

// What ICU says of the text as a whole.
std::vector<LineBreak> breaks_of_icu(const std::string& text, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator* iterator = ubrk_open(UBRK_LINE, language.c_str(), nullptr, 0, &status);
  UText* utf8 =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, utf8, &status);
  std::vector<LineBreak> breaks;
  ubrk_first(iterator);
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    const auto byte = static_cast<std::size_t>(at);
    if (byte == text.size()) break;
    const bool hard = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD && text[byte - 1] != ' ';
    breaks.push_back({static_cast<std::uint32_t>(byte), hard, 0});
  }
  ubrk_close(iterator);
  utext_close(utf8);
  return breaks;
}

// Plain words are taken by themselves; each sign here has another say in what stands beside it.
TEST(BreakProperties, PlainWordsBreakAsTheStandardHasItAmongAnySigns) {
  const std::vector<std::string> signs = {
      "a",      "Z",          "bc",        "1",      "35",     " ",      " ",      " ",
      " ",      " ",          ".",         ",",      "!",      "?",      ":",      ";",
      "'",      "\u2019",     "\u201C",    "\u00BB", "(",      ")",      "[",      "]",
      "-",      "\u2010",     "\u2013",    "\u2014", "\u2026", "/",      "%",      "$",
      "\u20AC", "+",          "\u0301",    "\u200D", "\u200B", "\u2060", "\u00A0", "\u00AD",
      "\n",     "\t",         "\u2028",    "\u0431", "\u05D0", "\u4E00", "\u3041", "\u0E01",
      "\uFF1F", "\U0001F1E6", "\U0001F98A"};
  std::mt19937 random(893);
  LineBreaker breaker;
  const std::vector<std::string> languages = {"en", "de", "fi", "sv", "ja", "zh", "ko", "ar"};
  for (int n = 0; n < 60'000; ++n) {
    std::string text;
    for (std::size_t i = 2 + random() % 12; i > 0; --i) {
      text += random() % 2 == 0 ? signs[random() % 16] : signs[random() % signs.size()];
      if (random() % 3 == 0) text += " a";
    }
    const std::string& language = languages[random() % languages.size()];
    ASSERT_EQ(breaker.untailored(text, language), breaks_of_icu(text, language))
        << text << " in " << language;
  }
}

TEST(BreakProperties, EveryMandatoryBreakOfTheStandardIsKept) {
  std::mt19937 random(891);
  LineBreaker breaker;
  for (int n = 0; n < 2000; ++n) {
    const std::string text = random_text(random);
    const std::string& language = kLanguages[random() % kLanguages.size()];
    std::vector<std::uint32_t> standard, found;
    for (const LineBreak& b : breaker.untailored(text, language))
      if (b.mandatory) standard.push_back(b.at);
    for (const LineBreak& b : breaker.find(text, language))
      if (b.mandatory) found.push_back(b.at);
    EXPECT_EQ(found, standard) << text << " in " << language;
  }
}

TEST(BreakProperties, SurvivesAnyBytes) {
  std::mt19937 random(892);
  LineBreaker breaker;
  for (int n = 0; n < 2000; ++n) {
    std::string bytes;
    for (std::size_t i = random() % 40; i > 0; --i) {
      static constexpr char kSigns[] =
          " -/.:@?=–«»\xE2\x80\x94\xF0\x9F\xD0\xFF\x80"
          "5aKв";
      bytes += kSigns[random() % (sizeof kSigns - 1)];
    }
    std::size_t last = 0;
    for (const LineBreak& b : breaker.find(bytes, kLanguages[random() % kLanguages.size()])) {
      EXPECT_GT(b.at, last);
      EXPECT_LT(b.at, bytes.size());
      last = b.at;
    }
  }
}

TEST(BreakProperties, DivisionsKeepTheMinimaAndMarksStayOnTheirLetters) {
  const auto disk = make_disk_file_system();
  const HyphenationDictionaries dictionaries(*disk);
  Hyphenator hyphenator(dictionaries);
  std::mt19937 random(893);
  const std::vector<std::pair<std::string, std::vector<std::string>>> stems = {
      {"en-GB", {"news", "paper", "type", "setter", "founder", "graphic", "tion", "litho"}},
      {"de", {"zeitung", "druck", "maschine", "gro\u0308ße", "über", "schrift", "setzer"}},
      {"ru", {"типо", "графия", "печать", "станок", "набор", "щик"}},
      {"cs", {"novi", "ny", "tiskár", "na", "závis", "lost"}},
      {"ta", {"பத்தி", "ரிகை", "நாளி", "தழ்"}},
      {"hi", {"समाचार", "पत्र", "अख", "बार"}}};
  int divided = 0;
  for (int n = 0; n < 3000; ++n) {
    const auto& [language, parts] = stems[random() % stems.size()];
    std::string word;
    for (std::size_t i = 1 + random() % 5; i > 0; --i) word += parts[random() % parts.size()];
    const int left = 1 + static_cast<int>(random() % 4), right = 1 + static_cast<int>(random() % 4);
    const std::set<std::size_t> clusters = cluster_ends(word);
    std::size_t last = 0;
    for (const std::uint16_t point : hyphenator.points(language, word, left, right)) {
      ASSERT_GT(point, last);
      ASSERT_LT(point, word.size());
      // Tamil and Hindi count their vowel signs as part of the letter before.
      EXPECT_EQ(clusters.count(point), 1U) << word << " at " << point;
      const auto before = std::distance(clusters.begin(), clusters.find(point));
      EXPECT_GE(before, language == "ta" || language == "hi" ? 1 : left) << word;
      EXPECT_GE(static_cast<long>(clusters.size()) - 1 - before,
                language == "ta" || language == "hi" ? 1 : right)
          << word;
      last = point;
      ++divided;
    }
  }
  EXPECT_GT(divided, 2000);
}

}  // namespace
}  // namespace forme
