#include "paragraph/sense.h"

#include <algorithm>
#include <array>
#include <string>

namespace forme {
namespace {

constexpr int kLeans = 100;
constexpr int kPlain = 15;

// Articles, prepositions, conjunctions and auxiliaries, by language; each list between spaces.
struct Leaning {
  std::string_view language, words;
};
constexpr std::array<Leaning, 6> kLeaning = {
    {{"en",
      " a an the of to in on at by for from with and or but nor as than that is are was were be "
      "has "
      "have had will would no not its his her their our your my if into over under after before "
      "who which when while per via new old st mr mrs dr "},
     {"de",
      " der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus "
      "bei mit nach von vom vor zu zum zur \u00fcber unter um f\u00fcr durch gegen ohne ist sind "
      "war "
      "hat wird kein keine nicht als wie dass "},
     {"fr",
      " le la les un une des du de d' l' et ou mais \u00e0 au aux en dans par pour sur sous avec "
      "sans "
      "est sont a ont ne se ce ces cette son sa ses leur leurs qui que plus "},
     {"es",
      " el la los las un una unos unas y o pero de del a al en con por para sin sobre entre es son "
      "se su sus que no "},
     {"it",
      " il lo la i gli le un uno una e o ma di del della dei delle a al alla in nel nella con su "
      "sul per tra fra da dal \u00e8 sono si che non "},
     {"nl",
      " de het een en of maar van in op aan met voor door bij naar uit over te is zijn die dat "
      "niet geen "}}};

std::string_view leaning_words(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  const auto found = std::find_if(kLeaning.begin(), kLeaning.end(),
                                  [&](const Leaning& l) { return l.language == primary; });
  return found == kLeaning.end() ? std::string_view() : found->words;
}

}  // namespace

int sense_penalty(std::string_view text, std::uint32_t end, std::string_view language) {
  const std::string_view before = text.substr(0, end);
  const std::size_t space = before.rfind(' ');
  const std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
  if (word.empty()) return 0;
  if (word.back() == ',' || word.back() == ':' || word.back() == ';' || word.back() == '.')
    return 0;
  std::string key = " ";
  for (const char c : word) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  key += ' ';
  return leaning_words(language).find(key) != std::string_view::npos ? kLeans : kPlain;
}

}  // namespace forme
