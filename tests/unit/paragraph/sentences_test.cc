#include "paragraph/sentences.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

std::vector<std::string> sentences(const std::string& text, const std::string& language) {
  SentenceBreaker breaker;
  std::vector<std::string> out;
  for (const Sentence& s : breaker.find(text, language))
    out.push_back(text.substr(s.first, s.last - s.first));
  return out;
}
using Sentences = std::vector<std::string>;

TEST(Sentences, EndWithTheirStopAndWithoutTheSpaceBehindIt) {
  EXPECT_EQ(sentences("The press stands still. Is it broken?  Nobody says!", "en-GB"),
            (Sentences{"The press stands still.", "Is it broken?", "Nobody says!"}));
  EXPECT_EQ(sentences("印刷機は止まった。誰も言わない。", "ja"),
            (Sentences{"印刷機は止まった。", "誰も言わない。"}));
  EXPECT_TRUE(sentences("", "en").empty());
}

TEST(Sentences, AbbreviationsOfTheLanguageEndNone) {
  EXPECT_EQ(sentences("Mr. Didot cast the type. Paris took it.", "en"),
            (Sentences{"Mr. Didot cast the type.", "Paris took it."}));
  EXPECT_EQ(sentences("Das druckte Dr. Didot selbst. Er blieb.", "de"),
            (Sentences{"Das druckte Dr. Didot selbst.", "Er blieb."}));
}

TEST(Sentences, OneBreakerDoesForManyTextsAndLanguages) {
  SentenceBreaker breaker;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(breaker.find("One. Two. Three.", "en").size(), 3U);
    EXPECT_EQ(breaker.find("Eins. Zwei.", "de").size(), 2U);
    EXPECT_EQ(breaker.find("One.", "no-such-language-tag").size(), 1U);
  }
}

}  // namespace
}  // namespace forme
