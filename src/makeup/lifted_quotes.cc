#include "makeup/lifted_quotes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/language.h"
#include "base/utf8.h"

namespace forme {
namespace {

// Characters of a quote, and how many do best.
constexpr int kFewest = 36, kMost = 120, kBestLength = 60;
constexpr int kFewestSpaces = 4;  // a sentence of fewer words says little; of scripts with spaces
// Letters before a stop that may be that of an abbreviation, and of one that is written large; and
// figures, of an ordinal.
constexpr std::size_t kAbbreviation = 2, kLargeAbbreviation = 4, kOrdinal = 3;
// What speaks for a sentence, and against it, in lengths of the best.
constexpr double kIsSpeech = -0.6, kOpensParagraph = -0.3;
constexpr double kInFirstParagraph = 0.6, kInLastParagraph = 0.2, kHasFigures = 0.2,
                 kIsInvolved = 0.3, kHasPronoun = 0.5;

using Marks = std::pair<char32_t, char32_t>;
// Marks that open speech and those that close it.
constexpr std::array<Marks, 7> kSpeech = {{{U'\u201C', U'\u201D'},
                                           {U'\u201E', U'\u201C'},
                                           {U'\u201E', U'\u201D'},
                                           {U'\u00AB', U'\u00BB'},
                                           {U'\u00BB', U'\u00AB'},
                                           {U'"', U'"'},
                                           {U'\u300C', U'\u300D'}}};

bool is_speech_mark(char32_t c) {
  return c == U'\u2018' || c == U'\u201A' || c == U'\u2039' || c == U'\u203A' ||
         std::any_of(kSpeech.begin(), kSpeech.end(),
                     [&](const Marks& m) { return c == m.first || c == m.second; });
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
}

bool is_stop(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0 || c == U'\u2026';
}

// Words that point back to a sentence before, by language; each between spaces.
struct BackWords {
  std::string_view language;
  std::string_view anywhere;  // in a sentence: it does not stand by itself
  std::string_view pronouns;  // so it is among its first; later on they may mean what it names
  std::string_view others;    // among its first
};
constexpr std::array<BackWords, 4> kBackWords = {{
    {"en", " he she they him them this that these those here there such former latter ",
     " it its their theirs his her hers ",
     " so but and or nor then both neither either one ones another other others some same also too "
     "more most yet still however therefore thus instead otherwise else even only which who whose "
     "what not no first second third firstly secondly thirdly finally lastly last next later "
     "afterwards meanwhile again each few many several none opposite see compare likewise "
     "similarly consequently hence thereby besides furthermore moreover nevertheless nonetheless "
     "though yesterday today tomorrow tonight "},
    {"de",
     " er ihn ihm ihnen dies diese dieser diesen diesem dieses jene jener jenes letzterer letztere "
     "letzteres ersterer erstere ersteres hier dort ",
     " sie es ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner ",
     " das dem den solche solcher so aber und oder dann da beide beides keiner keine einer eines "
     "andere anderer manche auch noch doch jedoch daher deshalb darum damit dazu davon daran darin "
     "dabei dafür dadurch dagegen dennoch trotzdem außerdem zudem ferner schließlich zunächst "
     "somit folglich deren dessen derselbe dieselbe dasselbe ebenso ebenfalls gleichzeitig "
     "allerdings indessen vielmehr zwar sonst nur erst welche wer was nicht später danach "
     "inzwischen wieder jeder jede viele mehrere gestern heute morgen siehe vergleiche "},
    {"fr", " il elle ils elles lui ce cet cette ces cela ceci ça celui celle ceux celles ici ",
     " leur leurs son sa ses c ",
     " tel telle tels ainsi mais et ou ni alors là y en deux aucun aucune autre autres certains "
     "aussi encore pourtant cependant toutefois néanmoins donc sinon seul seule qui que dont non "
     "pas puis ensuite enfin finalement abord également ailleurs auparavant plus chacun plusieurs "
     "hier aujourd demain voir "},
    {"es",
     " él ella ellos ellas esta estas esto ese esa esos esas eso aquel aquella aquello aquí ahí "
     "allí ",
     " su sus este estos ",
     " lo la tal tales así pero y e o u ni entonces ambos ninguno ninguna otro otra otros otras "
     "algunos también tampoco además aún todavía sin embargo solo sólo quien que cual no luego "
     "después finalmente más cada varios ayer hoy mañana véase "},
}};
constexpr std::size_t kFirstWords = 3;  // of a sentence, that are looked at

// Null where the language has none.
const BackWords* back_words(std::string_view language) {
  const std::string primary = primary_language(language);
  const auto list = std::find_if(kBackWords.begin(), kBackWords.end(),
                                 [&](const BackWords& l) { return l.language == primary; });
  return list == kBackWords.end() ? nullptr : &*list;
}

// A sign of a sentence: bytes [first, last) of its text.
struct Sign {
  char32_t c;
  std::uint32_t first, last;
};

std::vector<Sign> signs_of(const std::string& text, const Sentence& sentence) {
  std::vector<Sign> signs;
  for (std::uint32_t at = sentence.first; at < sentence.last;) {
    const DecodedChar c = decode_utf8(text, at);
    const std::uint32_t next = at + static_cast<std::uint32_t>(c.length);
    signs.push_back({c.value, at, next});
    at = next;
  }
  return signs;
}

// Takes the marks off a sentence that is speech from end to end.
bool take_marks_off(std::vector<Sign>& signs) {
  if (signs.size() < 3) return false;
  const Marks outer{signs.front().c, signs.back().c};
  if (std::find(kSpeech.begin(), kSpeech.end(), outer) == kSpeech.end()) return false;
  signs.pop_back();
  signs.erase(signs.begin());
  while (!signs.empty() && is_space(signs.front().c)) signs.erase(signs.begin());
  while (!signs.empty() && is_space(signs.back().c)) signs.pop_back();
  return true;
}

// Of what ends with a stop that may be no sentence's: "the printer Prof.", "at 7 p.m.", "am 24."
bool may_go_on(const std::vector<Sign>& signs) {
  if (signs.empty() || signs.back().c != U'.') return false;
  std::size_t word = signs.size() - 1;
  while (word > 0 && !is_space(signs[word - 1].c)) --word;
  const auto first = signs.begin() + static_cast<std::ptrdiff_t>(word), stop = signs.end() - 1;
  const auto letters = static_cast<std::size_t>(stop - first);
  if (letters == 0) return false;
  const auto is_figure = [](const Sign& s) { return u_isdigit(static_cast<UChar32>(s.c)) != 0; };
  const bool large = u_isupper(static_cast<UChar32>(first->c)) != 0;
  const std::size_t most = std::all_of(first, stop, is_figure) ? kOrdinal
                           : large                             ? kLargeAbbreviation
                                                               : kAbbreviation;
  return letters <= most || std::any_of(first, stop, [](const Sign& s) { return s.c == U'.'; });
}

// Signs of what is left open in a sentence, goes over its end, or is an address.
bool is_out_of_place(char32_t c) {
  constexpr std::u32string_view kSigns = U"()[]/@\u2028";
  return is_speech_mark(c) || kSigns.find(c) != std::u32string_view::npos;
}

// Whether it begins as a sentence does, ends with its stop and has nothing that is out of place.
bool is_whole(const std::vector<Sign>& signs) {
  if (signs.empty()) return false;
  const auto begins = static_cast<UChar32>(signs.front().c);
  if (!u_isalnum(begins) || u_islower(begins) || !is_stop(signs.back().c)) return false;
  return !may_go_on(signs) && std::none_of(signs.begin(), signs.end(),
                                           [](const Sign& s) { return is_out_of_place(s.c); });
}

bool is_right_length(const std::vector<Sign>& signs) {
  const auto count = static_cast<int>(signs.size());
  if (count < kFewest || count > kMost) return false;
  const auto spaces =
      std::count_if(signs.begin(), signs.end(), [](const Sign& s) { return is_space(s.c); });
  return spaces == 0 || spaces >= kFewestSpaces;
}

// Its words in lower case, each between spaces.
std::vector<std::string> words_of(const std::vector<Sign>& signs) {
  std::vector<std::string> words;
  std::string word = " ";
  for (const Sign& sign : signs) {
    const auto c = static_cast<UChar32>(sign.c);
    if (u_isalpha(c)) {
      append_utf8(word, static_cast<char32_t>(u_tolower(c)));
    } else if (word.size() > 1) {
      words.push_back(word + " ");
      word = " ";
    }
  }
  return words;
}

// Whether words point back so that the sentence does not stand by itself, and whether some may.
struct PointsBack {
  bool surely = false, perhaps = false;
};
PointsBack points_back(const std::vector<std::string>& words, const BackWords& list) {
  PointsBack points;
  const auto is_of = [](std::string_view all, const std::string& word) {
    return all.find(word) != std::string_view::npos;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool pronoun = is_of(list.pronouns, words[i]);
    points.perhaps = points.perhaps || pronoun;
    points.surely = points.surely || is_of(list.anywhere, words[i]) ||
                    (i < kFirstWords && (pronoun || is_of(list.others, words[i])));
  }
  return points;
}

// The words without links and note marks; nothing when a note hangs on them.
bool cut_out(const Text& text, std::uint32_t first, std::uint32_t last, Text& words) {
  words.utf8 = text.utf8.substr(first, last - first);
  words.language = text.language;
  words.where = text.where;
  words.from_right = text.from_right;
  for (const Span& span : text.spans) {
    if (span.last <= first || span.first >= last) continue;
    if (span.kind == SpanKind::NoteMark) return false;
    if (span.kind == SpanKind::Link) continue;
    Span cut = span;
    cut.first = std::max(span.first, first) - first;
    cut.last = std::min(span.last, last) - first;
    words.spans.push_back(std::move(cut));
  }
  return true;
}

double fit_of(const std::vector<Sign>& signs) {
  double fit = std::abs(static_cast<double>(signs.size()) - kBestLength) / kBestLength;
  const auto any = [&](auto is) {
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& s) { return is(s.c); });
  };
  if (any([](char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; })) fit += kHasFigures;
  if (any([](char32_t c) { return c == U':' || c == U';' || c == U'\u2013' || c == U'\u2014'; }))
    fit += kIsInvolved;
  return fit;
}

bool is_read_as_a_whole(const Article& article) {
  switch (article.genre) {
    case Genre::News:
    case Genre::Feature:
    case Genre::Column:
    case Genre::Review:
    case Genre::Obituary:
      return true;
    default:
      return false;
  }
}

// In small letters, without signs and figures: " every printer in the town ".
std::string as_read(const std::vector<Sign>& signs) {
  std::string read = " ";
  for (const std::string& word : words_of(signs)) read += word.substr(1);
  return read;
}
std::string as_read(const std::string& text) {
  return as_read(signs_of(text, {0, static_cast<std::uint32_t>(text.size())}));
}

bool is_of_head(LeafRole role) {
  return role == LeafRole::Kicker || role == LeafRole::Headline ||
         role == LeafRole::ShortHeadline || role == LeafRole::Standfirst;
}

// What the reader has met at the head already.
std::vector<std::string> heads_of(const Article& article) {
  std::vector<std::string> heads;
  for (const Leaf& leaf : article.leaves) {
    if (is_of_head(leaf.role)) heads.push_back(as_read(leaf.text.utf8));
  }
  return heads;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Whether one of the heads says the sentence, or the sentence all of a headline.
bool is_said(const std::vector<std::string>& heads, const std::string& sentence) {
  return std::any_of(heads.begin(), heads.end(), [&](const std::string& head) {
    const bool tells = std::count(head.begin(), head.end(), ' ') > kFewestSpaces;
    return holds(head, sentence) || (tells && holds(sentence, head));
  });
}

// A paragraph of the copy, and where it stands in it.
struct Passage {
  const Text& text;
  double at = 0, part = 0;  // of all of the copy's bytes: before it, and its own
  bool first = false, last = false;
};

std::vector<Passage> passages_of(const Article& article) {
  std::vector<Passage> passages;
  double bytes = 0;
  for (const Block& block : article.body) {
    const auto* p = std::get_if<Paragraph>(&block.body);
    if (!p) continue;
    const Text& text = article.text(p->text);
    passages.push_back({text, bytes, static_cast<double>(text.utf8.size())});
    bytes += passages.back().part;
  }
  if (passages.empty()) return passages;
  passages.front().first = passages.back().last = true;
  for (Passage& passage : passages) passage.at /= bytes, passage.part /= bytes;
  return passages;
}

// Finds those of one passage.
class PassageReader {
 public:
  PassageReader(const Passage& passage, const std::vector<std::string>& heads)
      : passage_(passage), heads_(heads), list_(back_words(passage.text.language)) {}

  void read(SentenceBreaker& breaker, std::vector<LiftedSentence>& out) {
    const Text& text = passage_.text;
    if (!list_) return;
    const std::vector<Sentence> all = breaker.find(text.utf8, text.language);
    for (const Sentence& sentence : all) {
      std::vector<Sign> signs = signs_of(text.utf8, sentence);
      const bool begins = std::exchange(sure_, !may_go_on(signs));
      const bool at_end =
          (passage_.first && sentence == all.front()) || (passage_.last && sentence == all.back());
      if (begins && !at_end) add(sentence, std::move(signs), out);
    }
  }

 private:
  void add(const Sentence& sentence, std::vector<Sign> signs,
           std::vector<LiftedSentence>& out) const {
    const Text& text = passage_.text;
    const bool speech = take_marks_off(signs);
    if (!is_right_length(signs) || !is_whole(signs)) return;
    const PointsBack back = points_back(words_of(signs), *list_);
    if (!speech && back.surely) return;
    LiftedSentence lifted;
    lifted.read = as_read(signs);
    // Between its rules a sentence ends without its full stop.
    const Sign& end = signs.back();
    if (is_said(heads_, lifted.read) ||
        !cut_out(text, signs.front().first, end.c == U'.' ? end.first : end.last, lifted.words))
      return;
    const auto bytes = static_cast<double>(text.utf8.size());
    lifted.at = passage_.at + passage_.part * sentence.first / bytes;
    lifted.length = signs.size();
    lifted.fit = fit_of(signs);
    if (speech) lifted.fit += kIsSpeech;
    if (!speech && back.perhaps) lifted.fit += kHasPronoun;
    if (sentence.first == 0) lifted.fit += kOpensParagraph;
    if (passage_.first) lifted.fit += kInFirstParagraph;
    if (passage_.last) lifted.fit += kInLastParagraph;
    out.push_back(std::move(lifted));
  }

  const Passage& passage_;
  const std::vector<std::string>& heads_;
  const BackWords* list_;  // null: none of its language are known
  bool sure_ = true;       // that a sentence begins here
};

// What writers made pull quotes of, in all of the issue.
std::vector<std::string> written_quotes(const Issue& issue) {
  std::vector<std::string> quotes;
  for (const Article& article : issue.articles) {
    for (const Leaf& leaf : article.leaves) {
      if (leaf.role != LeafRole::PullQuote) continue;
      std::string read = as_read(leaf.text.utf8);
      if (read.size() > 1) quotes.push_back(std::move(read));
    }
  }
  return quotes;
}

}  // namespace

std::vector<LiftedSentence> sentences_to_lift(const Article& article, SentenceBreaker& breaker) {
  std::vector<LiftedSentence> out;
  if (!is_read_as_a_whole(article)) return out;
  const std::vector<std::string> heads = heads_of(article);
  for (const Passage& passage : passages_of(article))
    PassageReader(passage, heads).read(breaker, out);
  return out;
}

SentencesOfIssue::SentencesOfIssue(const Issue& issue)
    : issue_(issue), written_(written_quotes(issue)), found_(issue.articles.size()) {}

const std::vector<LiftedSentence>& SentencesOfIssue::of(std::uint32_t article) {
  std::optional<std::vector<LiftedSentence>>& found = found_[article];
  if (found) return *found;
  found = sentences_to_lift(issue_.articles[article], breaker_);
  std::set<std::string> met;
  for (LiftedSentence& sentence : *found) {
    const auto says = [&](const std::string& quote) {
      return holds(quote, sentence.read) || holds(sentence.read, quote);
    };
    sentence.taken =
        !met.insert(sentence.read).second || std::any_of(written_.begin(), written_.end(), says);
  }
  return *found;
}

}  // namespace forme
