#include "paragraph/sense.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

// The penalty at the "/" of a headline.
int at_bar(std::string text, const std::string& language) {
  const std::size_t bar = text.find('/');
  text.erase(bar, 1);
  return sense_penalty(text, static_cast<std::uint32_t>(bar), language);
}

TEST(Sense, NoLineEndsInAWordThatLeansOnTheNext) {
  for (const auto& [text, language] : std::initializer_list<std::pair<const char*, const char*>>{
           {"Price of a /ticket", "en-GB"},
           {"The /hill", "en-US"},
           {"The line that set “the /clock”", "en"},
           {"Erlass gegen die /Fraktur", "de-AT"},
           {"Über /Nacht", "de"},
           {"La fin de la /ligne", "fr"},
           {"À /Paris", "fr"},
           {"El tren de la /mañana", "es"},
           {"La stampa della /notte", "it"},
           {"De krant van /morgen", "nl"},
           {"Pociąg do /Krakowa", "pl"},
           {"O jornal da /noite", "pt-BR"},
           {"Vlak do /Prahy", "cs"},
           {"Поезд из /Москвы", "ru"},
           {"Tåget från /Lund", "sv"},
           {"Avisen på /Voss", "nn"}})
    EXPECT_EQ(at_bar(text, language), 100) << text;
}

TEST(Sense, APlainWordMayEndALineAndACommaEndsItBest) {
  EXPECT_EQ(at_bar("Sliding hill shuts /the Carlisle line", "en-GB"), 15);
  EXPECT_EQ(at_bar("Not dead, /but resting", "en-GB"), 0);
  EXPECT_EQ(at_bar("Not dead – /but resting", "en-GB"), 0);
  EXPECT_EQ(at_bar("The /hill", "tlh"), 15);
}

TEST(Sense, AFigureStaysWithWhatItCounts) {
  EXPECT_EQ(at_bar("Barrier lasted 55 /years", "en-GB"), 60);
}

TEST(Sense, ANameOfSeveralWordsIsDearExceptWhereEveryNounHasACapital) {
  EXPECT_EQ(at_bar("Return of Flying /Scotsman", "en-GB"), 50);
  EXPECT_EQ(at_bar("Sliding /Hill", "en-GB"), 15);
  EXPECT_EQ(at_bar("Schnellpresse aus Würzburg /Oberzell", "de"), 15);
}

}  // namespace
}  // namespace forme
