#include "paragraph/word_division.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/language.h"
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
constexpr int kCut = 3'000;  // between letters: anything else is better, but type past its measure
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
  const std::string primary = primary_language(language);
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

// Whether the letter before `at` makes one sign with the next: a virama does.
bool joins_next(std::string_view text, std::size_t at) {
  constexpr int kVirama = 9;  // canonical combining class
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return u_getCombiningClass(static_cast<UChar32>(decode_utf8(text, start).value)) == kVirama;
}

bool may_divide(std::string_view word) {
  return word.find(kSoft) == std::string_view::npos && !is_address(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Verdict {
  bool may_divide = true, compound = false;
};
// On a whole word between spaces.
Verdict judge(std::string_view word) {
  if (!has_signs(word)) return {};
  return {may_divide(word), word.find('-') != std::string_view::npos};
}

// Whether a piece is a whole word between spaces.
bool stands_alone(std::string_view text, const Piece& piece) {
  return (piece.first == 0 || text[piece.first - 1] == ' ') &&
         (piece.last == text.size() || text[piece.last] == ' ');
}

}  // namespace

WordDivider::Words& WordDivider::words_with(int left, int right) {
  left_ = left;
  right_ = right;
  for (auto& [kept, words] : known_)
    if (kept == std::pair(left, right)) return words;
  return known_.emplace_back(std::pair(left, right), Words()).second;
}

void WordDivider::divide(const ParagraphText& paragraph, const BreakSettings& settings) {
  Words& words = words_with(settings.hyphen_left, settings.hyphen_right);
  const auto least = static_cast<std::uint32_t>(settings.hyphen_left + settings.hyphen_right);
  const auto too_wide = [&](const Piece& piece) {
    return settings.longest_word > Length() &&
           measure(*piece.word, piece, paragraph.runs[piece.run]).advance > settings.longest_word;
  };
  for (const Piece& piece : paragraph.pieces) {
    if (piece.kind != Piece::Kind::Word || piece.last - piece.first < least) continue;
    const bool wide = too_wide(piece);
    const std::size_t before = divisions_.size();
    // A Latin word in Arabic copy stays whole.
    if ((settings.hyphenate || wide) && piece.level <= 1) divide_piece(paragraph, piece, words);
    if (wide) cut_piece(paragraph.utf8, piece, before);
  }
}

// Between any two letters of a piece, beside its divisions from the n-th on.
void WordDivider::cut_piece(std::string_view text, const Piece& piece, std::size_t divisions) {
  const auto first = static_cast<std::ptrdiff_t>(divisions);
  const std::vector<Candidate> divided(divisions_.begin() + first, divisions_.end());
  for (const ShapedPart& part : piece.word->parts) {
    for (const ShapedGlyph& glyph : part.glyphs) {
      const std::uint32_t at = piece.first + glyph.cluster;
      const bool known = std::any_of(divided.begin(), divided.end(),
                                     [&](const Candidate& c) { return c.at == at; });
      if (glyph.opens_cluster && glyph.cluster > 0 && !known && !joins_next(text, at))
        divisions_.push_back({at, kCut, false, false, true});
    }
  }
  std::sort(divisions_.begin() + first, divisions_.end(),
            [](const Candidate& a, const Candidate& b) { return a.at < b.at; });
}

void WordDivider::divide_piece(const ParagraphText& paragraph, const Piece& piece, Words& words) {
  const std::string_view text = paragraph.utf8.substr(piece.first, piece.last - piece.first);
  if (piece.word->number >= words.size()) words.resize(piece.word->number + std::size_t{1});
  Word& word = words[piece.word->number];
  if (!word.looked_at) {
    const Verdict verdict = judge(text);
    word.looked_at = true;
    word.may_divide = verdict.may_divide;
    word.compound = verdict.compound;
  }
  Verdict verdict{word.may_divide, word.compound};
  if (!stands_alone(paragraph.utf8, piece)) verdict = judge(around(paragraph.utf8, piece));
  if (!verdict.may_divide) return;
  const std::string& language = paragraph.runs[piece.run].shape.language;
  if (!word.found_stretches) find_stretches(text, language, word);
  for (std::uint32_t i = word.stretches; i < word.end_of_stretches; ++i) {
    const Stretch& stretch = stretches_[i];
    const std::uint32_t first = piece.first + stretch.first;
    int penalty = kDivision + (verdict.compound ? kCompound : 0);
    if (stretch.all_capitals)
      penalty += kAllCapitals;
    else if (stretch.capitalised && capitals_mean_names(language) &&
             !opens_sentence(paragraph.utf8, first))
      penalty += kCapitalised;
    for (std::uint32_t point = stretch.points; point < stretch.end_of_points; ++point)
      divisions_.push_back({first + points_[point], penalty, false, true});
  }
}

void WordDivider::find_stretches(std::string_view text, const std::string& language, Word& word) {
  word.found_stretches = true;
  word.stretches = static_cast<std::uint32_t>(stretches_.size());
  for (std::uint32_t at = 0; at < text.size();) {
    Character c = character_at(text, at);
    if (!c.letter) {
      at += c.length;
      continue;
    }
    Stretch stretch;
    stretch.first = at;
    stretch.capitalised = stretch.all_capitals = c.capital;
    for (; at < text.size(); at += c.length) {
      c = character_at(text, at);
      if (!c.letter) break;
      stretch.all_capitals = stretch.all_capitals && c.capital;
    }
    const std::vector<std::uint16_t>& points =
        hyphenator_.points(language, text.substr(stretch.first, at - stretch.first), left_, right_);
    if (points.empty()) continue;
    stretch.points = static_cast<std::uint32_t>(points_.size());
    points_.insert(points_.end(), points.begin(), points.end());
    stretch.end_of_points = static_cast<std::uint32_t>(points_.size());
    stretches_.push_back(stretch);
  }
  word.end_of_stretches = static_cast<std::uint32_t>(stretches_.size());
}

const std::vector<Candidate>& WordDivider::candidates(const ParagraphText& paragraph,
                                                      const std::vector<LineBreak>& breaks,
                                                      const BreakSettings& settings) {
  divisions_.clear();
  all_.clear();
  if (settings.hyphenate || settings.longest_word > Length()) divide(paragraph, settings);
  auto next = divisions_.begin();
  for (const LineBreak& b : breaks) {
    while (next != divisions_.end() && next->at < b.at) all_.push_back(*next++);
    if (next != divisions_.end() && next->at == b.at) ++next;
    Candidate& candidate = all_.emplace_back();
    candidate.at = b.at;
    candidate.penalty = b.penalty;
    candidate.mandatory = b.mandatory;
    if (b.at >= 2 && paragraph.utf8.substr(b.at - 2, 2) == kSoft) {
      candidate.inserts_hyphen = true;
      candidate.penalty = kSoftHyphen + (settings.hyphenate ? 0 : kUnhyphenated);
    }
  }
  all_.insert(all_.end(), next, divisions_.end());
  return all_;
}

}  // namespace forme
