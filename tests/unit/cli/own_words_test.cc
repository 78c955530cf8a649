#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "content/role_label.h"
#include "epub/labels.h"
#include "makeup/phrases.h"

namespace forme {
namespace {

std::vector<std::string> two_letter_languages() {
  std::vector<std::string> all;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) all.push_back({a, b});
  }
  return all;
}

bool has_labels(const std::string& language) {
  return labels_for(language).language == language;
}

int blanks(std::string_view words) {
  int found = 0;
  for (std::size_t at = words.find("{}"); at != std::string_view::npos;
       at = words.find("{}", at + 2))
    ++found;
  return found;
}

TEST(OwnWords, PagesEpubAndBylinesHaveTheSameLanguages) {
  int languages = 0;
  for (const std::string& language : two_letter_languages()) {
    EXPECT_EQ(has_phrases(language), has_labels(language)) << language;
    if (!has_phrases(language)) continue;
    ++languages;
    const bool english = role_label("words", language) == "Words: ";
    EXPECT_EQ(english, language == "en") << language;
  }
  EXPECT_EQ(languages, 18);
  EXPECT_TRUE(has_phrases("PT-br"));
  EXPECT_FALSE(has_phrases("frr"));
}

TEST(OwnWords, PagesAndEpubSayTheSame) {
  for (const std::string& language : two_letter_languages()) {
    if (!has_phrases(language)) continue;
    const Phrases& page = phrases(language);
    const Labels& epub = labels_for(language);
    EXPECT_EQ(page.page, epub.page) << language;
    EXPECT_EQ(page.part, epub.part) << language;
    EXPECT_EQ(page.solution, epub.solution) << language;
  }
}

TEST(OwnWords, NoLanguageLacksAWordOrWhatIsFilledIntoIt) {
  const auto expect_like = [](std::string_view words, std::string_view english,
                              const std::string& language) {
    EXPECT_FALSE(words.empty()) << english << " in " << language;
    EXPECT_EQ(blanks(words), blanks(english)) << words << " in " << language;
  };
  for (const std::string& language : two_letter_languages()) {
    if (!has_phrases(language)) continue;
    for (const auto words :
         {&Phrases::continued_on, &Phrases::continued_from, &Phrases::advertisement,
          &Phrases::in_brief, &Phrases::issue, &Phrases::page, &Phrases::from, &Phrases::notes,
          &Phrases::stands_at, &Phrases::part, &Phrases::see_also, &Phrases::previously,
          &Phrases::correction, &Phrases::solution, &Phrases::opening_quote})
      expect_like(phrases(language).*words, phrases("en").*words, language);
    for (const auto words : {&Labels::issue,         &Labels::front_page,   &Labels::cover,
                             &Labels::contents,      &Labels::articles,     &Labels::imprint,
                             &Labels::contacts,      &Labels::landmarks,    &Labels::start,
                             &Labels::pages,         &Labels::page,         &Labels::see_also,
                             &Labels::previously,    &Labels::corrections,  &Labels::correction,
                             &Labels::part,          &Labels::solution,     &Labels::edition,
                             &Labels::print_edition, &Labels::accessibility})
      expect_like(labels_for(language).*words, labels_for("en").*words, language);
  }
}

}  // namespace
}  // namespace forme
