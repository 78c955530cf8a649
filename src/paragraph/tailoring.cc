#include "paragraph/tailoring.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "paragraph/style_book.h"

namespace forme {
namespace {

// On the scale of LineBreak::penalty.
constexpr int kForbidden = -1;
constexpr int kHardHyphen = 20;  // the reader loses nothing, but the line end is marked
constexpr int kSlash = 35;
constexpr int kRange = 50;            // within "1914–18"
constexpr int kRepeatedHyphen = 150;  // wrong unless a second hyphen opens the next line
constexpr int kDay = 150;             // between a day and its month
constexpr int kNumeral = 60;          // between a name and its Roman numeral
constexpr int kAddressSlash = 30;
constexpr int kAddressSign = 60;
constexpr int kAddressEmergency = 800;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {  // any letter beyond ASCII counts: addresses have them too
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

char32_t first_of(std::string_view text) {
  return text.empty() ? U' ' : decode_utf8(text, 0).value;
}
std::size_t start_of_last(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}
char32_t last_of(std::string_view text) {
  return text.empty() ? U' ' : decode_utf8(text, start_of_last(text)).value;
}
bool is_of(char32_t c, std::uint32_t mask) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & mask) != 0;
}
bool is_number(char32_t c) {
  return c < 0x80 ? c >= U'0' && c <= U'9' : is_of(c, U_GC_N_MASK);
}
bool is_word_sign(char32_t c) {
  return is_of(c, U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}
bool begins_upper(std::string_view word) {
  if (word.empty()) return false;
  const char32_t first = first_of(word);
  if (first < 0x80) return first >= U'A' && first <= U'Z';
  return u_isupper(static_cast<UChar32>(first));
}

// Dashes and the ellipsis.
bool is_dash(char32_t c) {
  return (c >= U'\u2013' && c <= U'\u2015') || c == U'\u2026';
}
bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'\u2010';
}

// The word that ends at the spaces before `at`, and the one that begins at it.
std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] != ' ') --begin;
  return text.substr(begin, end - begin);
}
std::string_view word_after(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find(' ', at), text.size()) - at);
}

std::string_view without_stops(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ';' ||
                           word.back() == ':' || word.back() == ')'))
    word.remove_suffix(1);
  return word;
}
std::string_view without_brackets(std::string_view word) {
  while (!word.empty() && !is_ascii_small(word.front())) {
    const DecodedChar c = decode_utf8(word, 0);
    if (!is_of(c.value, U_GC_PS_MASK | U_GC_PI_MASK) && c.value != U'"' && c.value != U'\'') break;
    word.remove_prefix(c.length);
  }
  return word;
}

std::string small_first(std::string_view word) {
  const DecodedChar c = decode_utf8(word, 0);
  std::string out;
  append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
  return out.append(word.substr(c.length));
}

// One letter and a stop.
bool is_initial(std::string_view word) {
  if (word.size() < 2 || word.back() != '.') return false;
  const DecodedChar c = decode_utf8(word, 0);
  return c.length + 1 == word.size() && is_of(c.value, U_GC_L_MASK);
}

// "B." of "z. B.", "ej." of "p. ej.": few letters and a stop.
bool ends_abbreviation(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ')')) word.remove_suffix(1);
  if (word.size() < 2 || word.back() != '.') return false;
  int letters = 0;
  for (std::size_t at = 0; at + 1 < word.size(); ++letters) {
    const DecodedChar c = decode_utf8(word, at);
    if (!is_of(c.value, U_GC_L_MASK)) return false;
    at += c.length;
  }
  return letters <= 3;
}

bool is_group_of_three(std::string_view word) {
  word = without_stops(word);
  return word.size() >= 3 && std::all_of(word.begin(), word.begin() + 3, is_digit) &&
         (word.size() == 3 || !is_digit(word[3]));
}

bool is_roman_numeral(std::string_view word) {
  word = without_stops(word);
  return word.size() > 1 && std::all_of(word.begin(), word.end(),
                                        [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

// The tailorings of one text.
class Tailoring {
 public:
  Tailoring(std::string_view text, const StyleBook& book) : text_(text), book_(book) {}

  // Spaces stand before `at`.
  int after_spaces(std::size_t at) const {
    if (is_plain(at)) return 0;
    const std::string_view before = word_before(text_, at), after = word_after(text_, at);
    if (before.empty() || after.empty()) return 0;
    if (numbers(before, after) || names(before, after) || dash_rules(at, before, after) ||
        leans(before, after))
      return kForbidden;
    if (book_.spaced_guillemets && in_guillemets(before, after)) return kForbidden;
    if (parts_day_from_month(at, before, after)) return kDay;
    return begins_upper(before) && is_roman_numeral(after) ? kNumeral : 0;
  }

  // No space stands before `at`. Of no account in an address.
  int joined(std::size_t at) const {
    const std::string_view before = text_.substr(0, at), after = text_.substr(at);
    const char32_t last = last_of(before), next = first_of(after);
    if (is_dash(next)) return kForbidden;
    if (is_dash(last)) {
      if (opens_at(start_of_last(before))) return kForbidden;
      const char32_t first = last_of(before.substr(0, start_of_last(before)));
      return is_number(first) && is_number(next) ? kRange : 0;
    }
    if (!is_hyphen(last) && last != U'/') return 0;
    if (one_sign_before(start_of_last(before)) || one_sign_after(at)) return kForbidden;
    if (last == U'/') return kSlash;
    return book_.repeats_hyphen ? kRepeatedHyphen : kHardHyphen;
  }

 private:
  // Whether no rule can speak of the place, seen by the signs beside it: the way between most
  // words.
  bool is_plain(std::size_t at) const {
    if (!is_ascii_small(text_[at]) || !book_.leaning.empty() || !book_.enclitic.empty())
      return false;
    while (at > 0 && text_[at - 1] == ' ') --at;
    if (at == 0) return false;
    const char last = text_[at - 1];
    return is_ascii_small(last) || last == ',';
  }

  // T1.
  bool numbers(std::string_view before, std::string_view after) const {
    if (is_number(last_of(before))) {
      const std::string_view unit = without_stops(after);
      for (const std::string_view word : {unit, after})
        if (lists(kCommonUnits, word) || lists(kSums, word) || lists(book_.units, word))
          return true;
      if (book_.grouped_figures && is_group_of_three(after) && ends_group(before)) return true;
    }
    if (!is_number(first_of(after))) return false;
    const std::string_view word = without_brackets(before);
    return !word.empty() && (lists(kCommonNumberers, word) || lists(book_.numberers, word) ||
                             lists(book_.numberers, small_first(word)));
  }
  // One to three figures, alone or as the last of a group.
  static bool ends_group(std::string_view word) {
    word = without_brackets(word);
    return word.size() <= 3 && std::all_of(word.begin(), word.end(), is_digit);
  }

  // T2.
  bool names(std::string_view before, std::string_view after) const {
    const std::string_view word = without_brackets(before);
    if (is_initial(word) &&
        ((u_isupper(static_cast<UChar32>(first_of(word))) && begins_upper(after)) ||
         ends_abbreviation(after)))
      return true;
    return begins_upper(without_brackets(after)) && lists(book_.titles, word);
  }

  // T3: whether the break at `at` would tear a dash from where it belongs.
  bool dash_rules(std::size_t at, std::string_view before, std::string_view after) const {
    if (is_dash(first_of(after)) && !opens_at(at)) return true;
    return before.data() == text_.data() && is_dash(first_of(before)) &&
           decode_utf8(before, 0).length == before.size();  // it begins a speech
  }
  // Whether the dash at `at` has a space (or the beginning) before it and a word behind.
  bool opens_at(std::size_t at) const {
    if (at > 0 && text_[at - 1] != ' ') return false;
    const std::size_t behind = at + decode_utf8(text_, at).length;
    const char32_t c = first_of(text_.substr(behind));
    return is_word_sign(c) || is_of(c, U_GC_PS_MASK | U_GC_PI_MASK | U_GC_SC_MASK);
  }

  // T4.
  bool one_sign_before(std::size_t end) const {
    const std::string_view before = text_.substr(0, end);
    if (before.empty() || before.back() == ' ') return true;
    if (!is_word_sign(last_of(before))) return false;
    const std::string_view rest = before.substr(0, start_of_last(before));
    return rest.empty() || !is_word_sign(last_of(rest));
  }
  bool one_sign_after(std::size_t at) const {
    const DecodedChar c = decode_utf8(text_, at);
    return is_of(c.value, U_GC_L_MASK | U_GC_N_MASK) &&
           !is_word_sign(first_of(text_.substr(at + c.length)));
  }

  // T7.
  static bool in_guillemets(std::string_view before, std::string_view after) {
    const char32_t opens = last_of(before), closes = first_of(after);
    return opens == U'\u00AB' || opens == U'\u2039' || closes == U'\u00BB' || closes == U'\u203A';
  }

  // T8.
  bool leans(std::string_view before, std::string_view after) const {
    if (!book_.enclitic.empty() && lists(book_.enclitic, without_stops(after))) return true;
    if (book_.leaning.empty()) return false;
    const std::string_view word = without_brackets(before);
    return !word.empty() && word.size() <= 2 && lists(book_.leaning, small_first(word));
  }

  bool parts_day_from_month(std::size_t at, std::string_view before, std::string_view after) const {
    std::string_view day = before;
    if (day.back() == '.') day.remove_suffix(1);
    if (day.empty() || day.size() > 2 || !std::all_of(day.begin(), day.end(), is_digit))
      return false;
    if (book_.of_month && after == "de" && at + 3 < text_.size()) after = word_after(text_, at + 3);
    return lists(book_.months, without_stops(after));
  }

  static constexpr std::string_view kSums = " × ÷ + − = ";
  std::string_view text_;
  const StyleBook& book_;
};

// Ideographs, kana and Hangul stand in no address; text of them may close up to one. Nor does the
// end of a line.
bool ends_address(char32_t c) {
  if (c >= U' ' && c < 0x80) return false;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK)) {
    case U_LB_IDEOGRAPHIC:
    case U_LB_CONDITIONAL_JAPANESE_STARTER:
    case U_LB_NONSTARTER:
    case U_LB_H2:
    case U_LB_H3:
    case U_LB_MANDATORY_BREAK:
    case U_LB_CARRIAGE_RETURN:
    case U_LB_LINE_FEED:
    case U_LB_NEXT_LINE:
      return true;
    default:
      return false;
  }
}

// Whether two letters stand before the stop at `at` and two behind it.
bool parts_names(std::string_view word, std::size_t at) {
  return at >= 2 && at + 2 < word.size() && is_letter(word[at - 1]) && is_letter(word[at - 2]) &&
         is_letter(word[at + 1]) && is_letter(word[at + 2]);
}

// Whether "www" stands before the stop at `at`.
bool follows_www(std::string_view word, std::size_t at) {
  return at >= 3 && word.substr(at - 3, 3) == "www";
}

bool has_address_signs(std::string_view word) {
  if (word.find("://") != std::string_view::npos || word.substr(0, 4) == "www.") return true;
  const std::size_t stop = word.find('.');
  if (word.find('@') != std::string_view::npos) return stop != std::string_view::npos;
  for (std::size_t at = stop; at != std::string_view::npos; at = word.find('.', at + 1))
    if (parts_names(word, at)) return true;
  return false;
}

// Whether any word of the text may be an address; most texts have none.
bool may_hold_address(std::string_view text) {
  if (has_address_signs(text)) return true;
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1))
    if (follows_www(text, at)) return true;
  return false;
}

// Bytes [first, last) of a text.
struct Extent {
  std::size_t first = 0, last = 0;
  bool empty() const { return first == last; }
};

// The address within the word [first, last); empty where there is none.
Extent find_address(std::string_view text, std::size_t first, std::size_t last) {
  if (!has_address_signs(text.substr(first, last - first))) return {};
  while (first < last) {
    std::size_t end = first;
    for (DecodedChar c; end < last; end += c.length) {
      c = decode_utf8(text, end);
      if (ends_address(c.value)) break;
    }
    if (has_address_signs(text.substr(first, end - first))) return {first, end};
    first = end < last ? end + decode_utf8(text, end).length : last;
  }
  return {};
}

// What an address may go on with after a slash.
bool continues_address(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("~_%#@?=&+-").find(c) != std::string_view::npos;
}

// The breaks within an address: T5 and T6.
void add_address_breaks(std::string_view text, const Extent& address, std::vector<LineBreak>& out) {
  for (std::size_t at = address.first + 1; at < address.last; ++at) {
    const char before = text[at - 1], after = text[at];
    int penalty = kForbidden;
    if (before == '/' && continues_address(after))
      penalty = kAddressSlash;
    else if (before == '?' || before == '&' || before == '=')
      penalty = kAddressSign;
    else if ((after == '.' || after == '-' || after == '@' || after == '_') &&
             at > address.first + 2 && at + 2 < address.last && is_letter(text[at + 1]))
      penalty = kAddressEmergency;
    if (penalty != kForbidden) out.push_back({static_cast<std::uint32_t>(at), false, penalty});
  }
}

}  // namespace

bool is_address(std::string_view word) {
  if (std::none_of(word.begin(), word.end(),
                   [](char c) { return c == '.' || c == ':' || c == '@'; }))
    return false;
  return !find_address(word, 0, word.size()).empty();
}

std::vector<LineBreak> tailor_breaks(std::vector<LineBreak> breaks, std::string_view text,
                                     std::string_view language) {
  const Tailoring tailoring(text, style_book(language));
  for (LineBreak& b : breaks)
    if (!b.mandatory)
      b.penalty = text[b.at - 1] == ' ' ? tailoring.after_spaces(b.at) : tailoring.joined(b.at);
  std::erase_if(breaks, [](const LineBreak& b) { return b.penalty == kForbidden; });
  if (!may_hold_address(text)) return breaks;

  // Addresses have breaks of their own.
  std::vector<LineBreak> out;
  out.reserve(breaks.size());
  std::size_t next = 0;
  const auto take_to = [&](std::size_t last) {
    for (; next < breaks.size() && breaks[next].at <= last; ++next) out.push_back(breaks[next]);
  };
  for (std::size_t word = 0; word < text.size();) {
    const std::size_t end = std::min(text.find(' ', word), text.size());
    if (const Extent address = find_address(text, word, end); !address.empty()) {
      take_to(address.first);
      add_address_breaks(text, address, out);
      while (next < breaks.size() && breaks[next].at < address.last) ++next;
    }
    std::size_t after = end;
    while (after < text.size() && text[after] == ' ') ++after;
    take_to(after);
    word = std::max(after, word + 1);
  }
  return out;
}

}  // namespace forme
