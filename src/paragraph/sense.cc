#include "paragraph/sense.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/language.h"
#include "base/utf8.h"
#include "paragraph/style_book.h"

namespace forme {
namespace {

constexpr int kLeans = 100;
constexpr int kCounts = 60;  // "55 / years"
constexpr int kName = 50;    // "Flying / Scotsman"
constexpr int kPlain = 15;

// Articles, prepositions, conjunctions, auxiliaries and pronouns that stand before what they belong
// to, by language, in small letters; each list between spaces.
struct Leaning {
  std::string_view language, words;
};
constexpr std::array<Leaning, 15> kLeaning = {
    {{"en",
      " a an the of to in on at by for from with and or but nor as than that is are was were be "
      "has "
      "have had will would no not its his her their our your my if into over under after before "
      "who which when while per via new old st mr mrs ms dr can may must could should so very too "
      "this these those every each some any between through against about without "},
     {"de",
      " der die das den dem des ein eine einen einem einer eines und oder aber in im ins an am ans "
      "auf aus bei beim mit nach von vom vor zu zum zur über unter um für durch gegen ohne ist "
      "sind "
      "war waren hat haben wird werden kein keine keinen nicht als wie dass sein seine ihr ihre "
      "dieser diese dieses zwischen bis seit sich so sehr mehr neue neuer neues alte alter altes "},
     {"fr",
      " le la les l’ un une des du de d’ et ou mais à au aux en dans par pour sur sous avec sans "
      "est "
      "sont a ont ne se ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos qui "
      "que où plus très si ni entre vers chez contre sera "},
     {"es",
      " el la los las un una unos unas y e o u pero de del a al en con por para sin sobre entre es "
      "son se su sus mi tu que no ni como más muy lo le les ha han hasta desde contra será "},
     {"it",
      " il lo la i gli le un uno una e ed o ma di del dello della dei degli delle a ad al allo "
      "alla "
      "ai agli alle in nel nello nella nei nelle con su sul sulla sui per tra fra da dal dalla dai "
      "è "
      "sono si che non ne più suo sua suoi sue ha hanno come contro "},
     {"nl",
      " de het een en of maar van in op aan met voor door bij naar uit over te ten ter is zijn was "
      "die dat dit deze niet geen om als dan zich haar hun tot tegen zonder onder tussen wordt "},
     {"pt",
      " o a os as um uma uns umas e ou mas de do da dos das em no na nos nas por pelo pela pelos "
      "pelas para com sem sobre entre é são se seu sua seus suas que não ao à aos às mais até "
      "como "},
     {"pl",
      " a i o u w z we ze na do od po za dla przy bez nad pod przed przez oraz albo lub ale nie "
      "się "
      "jest są był była było że co jak czy to ten ta te tego tej ich jego jej o ku między "},
     {"cs",
      " a i k o s u v z ke se ve ze na do od po za pro při bez nad pod před přes nebo ale ne je "
      "jsou "
      "byl byla bylo že co jak to ten ta ty jeho její jejich mezi "},
     {"sk",
      " a i k o s u v z ku so vo zo na do od po za pre pri bez nad pod pred cez alebo ale nie je "
      "sú "
      "bol bola bolo že čo ako to ten tá tie jeho jej ich medzi "},
     {"ru",
      " а в и к о с у во ко со на по за из от до об для без при над под про не ни но или что как "
      "это его её их между через после перед "},
     {"uk",
      " а в з і й о у та на по за із від до для без при над під про не ні але або що як це його її "
      "їх між через після перед "},
     {"sv",
      " en ett den det de och eller men i på av till från med för om vid hos under över efter före "
      "utan mot är var har att som inte sin sitt sina "},
     {"da",
      " en et den det de og eller men i på af til fra med for om ved hos under over efter før uden "
      "mod er var har at som ikke sin sit sine "},
     {"nb",
      " en ei et den det de og eller men i på av til fra med for om ved hos under over etter før "
      "uten mot er var har å at som ikke sin sitt sine "}}};

std::string primary_of(std::string_view language) {
  const std::string primary = primary_language(language);
  return primary == "no" || primary == "nn" ? "nb" : primary;
}

std::string_view leaning_words(std::string_view language) {
  const auto found = std::find_if(kLeaning.begin(), kLeaning.end(),
                                  [&](const Leaning& l) { return l.language == language; });
  return found == kLeaning.end() ? std::string_view() : found->words;
}

// The word in small letters, without what opens it.
std::string bare(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const DecodedChar c = decode_utf8(word, at);
    at += c.length;
    const bool letter = u_isalnum(static_cast<UChar32>(c.value)) || c.value == U'\u2019';
    if (letter || !out.empty())
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
  }
  return out;
}

bool begins_upper(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(decode_utf8(word, 0).value));
}

}  // namespace

int sense_penalty(std::string_view text, std::uint32_t end, std::string_view language) {
  std::string_view before = text.substr(0, end);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  const std::size_t space = before.rfind(' ');
  const bool opens = space == std::string_view::npos;
  const std::string_view word = opens ? before : before.substr(space + 1);
  if (word.empty()) return 0;
  if (std::string_view(",:;.!?").find(word.back()) != std::string_view::npos ||
      word.ends_with("\u2013") || word.ends_with("\u2014"))
    return 0;
  const std::string primary = primary_of(language);
  if (lists(leaning_words(primary), bare(word))) return kLeans;
  if (word.back() >= '0' && word.back() <= '9') return kCounts;
  std::string_view after = text.substr(end);
  while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
  // The first word has its capital from the sentence, a German noun from the language.
  if (!opens && primary != "de" && begins_upper(word) && begins_upper(after)) return kName;
  return kPlain;
}

}  // namespace forme
