#include "paragraph/word_division.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "paragraph/tailoring.h"

namespace forme {
namespace {

// What a division costs, on TeX's scale, where 50 is usual.
constexpr int kDivision = 50;
constexpr int kSoftHyphen = 40;     // the author asked for it
constexpr int kCapitalised = 40;    // added: names are better whole
constexpr int kAllCapitals = 300;   // added: an acronym is no word that could be divided
constexpr int kCompound = 80;       // added: the word breaks at its own hyphen first
constexpr int kUnhyphenated = 300;  // added to a soft hyphen where the style divides no words
constexpr std::string_view kSoft = "\u00AD";

struct Character {
  bool letter = false, capital = false;
  std::uint32_t length = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) < 0x80) {
    const bool capital = c >= 'A' && c <= 'Z';
    return {capital || (c >= 'a' && c <= 'z'), capital, 1};
  }
  const DecodedChar d = decode_utf8(text, at);
  const auto code = static_cast<UChar32>(d.value);
  const bool mark = (U_MASK(u_charType(code)) & U_GC_M_MASK) != 0;
  return {mark || u_isalpha(code), !mark && u_isupper(code), static_cast<std::uint32_t>(d.length)};
}

// The whole word between spaces that a piece belongs to: spans may have cut it. No further than an
// address is ever long.
std::string_view around(std::string_view text, const Piece& piece) {
  constexpr std::size_t kFar = 256;
  std::size_t first = piece.first, last = piece.last;
  while (first > 0 && text[first - 1] != ' ' && piece.first - first < kFar) --first;
  while (last < text.size() && text[last] != ' ' && last - piece.last < kFar) ++last;
  return text.substr(first, last - first);
}

// Whether a capital says that a word is a name: not in languages that write every noun with one.
bool capitals_mean_names(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return primary != "de" && primary != "lb";
}

// Whether the word at `first` opens its sentence, and has its capital from that: before it stand
// the text's beginning or the end of a sentence, but no initial ("J. Garamont").
bool opens_sentence(std::string_view text, std::size_t first) {
  std::size_t at = first;
  const auto last = [&] {
    std::size_t start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    return start;
  };
  const auto skip = [&](std::uint32_t mask) {
    while (at > 0) {
      const auto c = static_cast<UChar32>(decode_utf8(text, last()).value);
      if ((U_MASK(u_charType(c)) & mask) == 0 && c != '"' && c != '\'') break;
      at = last();
    }
  };
  skip(U_GC_PS_MASK | U_GC_PI_MASK | U_GC_PF_MASK);
  if (at == 0) return true;
  if (text[at - 1] != ' ') return false;
  skip(U_GC_ZS_MASK);
  skip(U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK);
  if (at == 0) return true;
  const char end = text[at - 1];
  if (end == '!' || end == '?' || end == ':') return true;
  if (end != '.' || at < 2) return false;
  --at;
  return !character_at(text, last()).capital;
}

// Whether a word holds signs that may forbid its division, or only letters and quotes.
bool has_signs(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= '-' && c <= ':') || c == '@' || c == kSoft.front();
  });
}

bool may_divide(std::string_view word) {
  return word.find(kSoft) == std::string_view::npos && !is_address(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Division {
 public:
  Division(const ParagraphText& paragraph, const BreakSettings& settings, Hyphenator& hyphenator)
      : paragraph_(paragraph), settings_(settings), hyphenator_(hyphenator) {}

  std::vector<Candidate> divisions() {
    const auto least = static_cast<std::uint32_t>(settings_.hyphen_left + settings_.hyphen_right);
    for (const Piece& piece : paragraph_.pieces) {
      if (piece.kind != Piece::Kind::Word || piece.last - piece.first < least) continue;
      if (piece.level > 1) continue;  // a Latin word in Arabic copy stays whole
      const std::string_view whole = around(paragraph_.utf8, piece);
      const bool signs = has_signs(whole);
      if (!signs || may_divide(whole))
        divide(piece, signs && whole.find('-') != std::string_view::npos);
    }
    return std::move(out_);
  }

 private:
  // Each stretch of letters in the piece: quotes, stops and apostrophes are no part of a word.
  void divide(const Piece& piece, bool compound) {
    const std::string_view text = paragraph_.utf8;
    for (std::uint32_t at = piece.first; at < piece.last;) {
      Character c = character_at(text, at);
      if (!c.letter) {
        at += c.length;
        continue;
      }
      const std::uint32_t first = at;
      const bool capitalised = c.capital;
      bool all_capitals = capitalised;
      while (at < piece.last) {
        if (text[at] >= 'a' && text[at] <= 'z') {
          all_capitals = false;
          ++at;
          continue;
        }
        c = character_at(text, at);
        if (!c.letter) break;
        all_capitals = all_capitals && c.capital;
        at += c.length;
      }
      const std::string& language = paragraph_.runs[piece.run].shape.language;
      int penalty = kDivision + (compound ? kCompound : 0);
      if (all_capitals)
        penalty += kAllCapitals;
      else if (capitalised && capitals_mean_names(language) && !opens_sentence(text, first))
        penalty += kCapitalised;
      for (const std::uint16_t point :
           hyphenator_.points(language, text.substr(first, at - first), settings_.hyphen_left,
                              settings_.hyphen_right))
        out_.push_back({first + point, penalty, false, true});
    }
  }

  const ParagraphText& paragraph_;
  const BreakSettings& settings_;
  Hyphenator& hyphenator_;
  std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> divide_words(const ParagraphText& paragraph,
                                    const std::vector<LineBreak>& breaks,
                                    const BreakSettings& settings, Hyphenator& hyphenator) {
  std::vector<Candidate> divisions;
  if (settings.hyphenate) divisions = Division(paragraph, settings, hyphenator).divisions();
  std::vector<Candidate> all;
  all.reserve(breaks.size() + divisions.size());
  auto next = divisions.begin();
  for (const LineBreak& b : breaks) {
    while (next != divisions.end() && next->at < b.at) all.push_back(*next++);
    if (next != divisions.end() && next->at == b.at) ++next;
    Candidate& candidate = all.emplace_back();
    candidate.at = b.at;
    candidate.penalty = b.penalty;
    candidate.mandatory = b.mandatory;
    if (b.at >= 2 && paragraph.utf8.substr(b.at - 2, 2) == kSoft) {
      candidate.inserts_hyphen = true;
      candidate.penalty = kSoftHyphen + (settings.hyphenate ? 0 : kUnhyphenated);
    }
  }
  all.insert(all.end(), next, divisions.end());
  return all;
}

}  // namespace forme
