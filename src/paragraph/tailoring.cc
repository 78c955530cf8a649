#include "paragraph/tailoring.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace forme {
namespace {

// On the scale of LineBreak::penalty.
constexpr int kHardHyphen = 20;  // the reader loses nothing, but the line end is marked
constexpr int kSlash = 35;
constexpr int kDay = 60;  // between a day and its month
constexpr int kAddressSlash = 30;
constexpr int kAddressSign = 60;
constexpr int kAddressEmergency = 800;

constexpr std::array<std::string_view, 36> kUnits = {
    "km", "m",   "cm",   "mm", "kg", "g",    "mg",      "t",       "lb",       "oz", "ft",  "in",
    "pt", "mph", "km/h", "ha", "kW", "MW",   "GW",      "kWh",     "MWh",      "V",  "W",   "Hz",
    "°C", "%",   "€",    "am", "pm", "a.m.", "million", "billion", "trillion", "bn", "Uhr", "Euro"};
constexpr std::array<std::string_view, 18> kNumberers = {
    "No", "No.",   "Nos", "Nr.", "n°",      "page", "pages", "p.", "pp.",
    "S.", "Seite", "§",   "§§",  "chapter", "vol.", "Vol.",  "£",  "€"};
constexpr std::array<std::string_view, 33> kMonths = {
    "January",   "February",  "March",   "April",    "May",          "June",     "July",
    "August",    "September", "October", "November", "December",     "Jan",      "Feb",
    "Aug",       "Sept",      "Oct",     "Nov",      "Dec",          "Januar",   "Februar",
    "M\u00e4rz", "Mai",       "Juni",    "Juli",     "Oktober",      "Dezember", "janvier",
    "mars",      "juin",      "juillet", "octobre",  "d\u00e9cembre"};
constexpr std::array<std::string_view, 3> kDashes = {"\u2013", "\u2014", "\u2015"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {  // any letter beyond ASCII counts: addresses have them too
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
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
  while (!word.empty() && (word.front() == '(' || word.front() == '[')) word.remove_prefix(1);
  return word;
}

bool is_initial(std::string_view word) {
  word = without_brackets(word);
  if (word.size() < 2 || word.back() != '.') return false;
  const DecodedChar c = decode_utf8(word, 0);
  return c.length + 1 == word.size() && u_isupper(static_cast<UChar32>(c.value));
}

bool begins_upper(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(decode_utf8(word, 0).value));
}

bool begins_with_dash(std::string_view text) {
  return std::any_of(kDashes.begin(), kDashes.end(),
                     [&](std::string_view dash) { return text.substr(0, dash.size()) == dash; });
}

// Spaces stand before `at`: T1 to T3.
bool must_not_part(std::string_view text, std::size_t at) {
  const std::string_view before = word_before(text, at), after = word_after(text, at);
  if (before.empty() || after.empty()) return false;
  const std::string_view unit = without_stops(after);
  if (is_digit(before.back()) && (one_of(kUnits, unit) || one_of(kUnits, after))) return true;
  if (is_digit(after.front()) && one_of(kNumberers, without_brackets(before))) return true;
  if (is_initial(before) && begins_upper(after)) return true;
  return begins_with_dash(after);
}

bool parts_day_from_month(std::string_view text, std::size_t at) {
  std::string_view day = word_before(text, at);
  if (!day.empty() && day.back() == '.') day.remove_suffix(1);
  return !day.empty() && day.size() <= 2 && std::all_of(day.begin(), day.end(), is_digit) &&
         one_of(kMonths, without_stops(word_after(text, at)));
}

// Whether one sign alone stands between a space, or the text's beginning, and byte `end`.
bool one_sign_before(std::string_view text, std::size_t end) {
  if (end == 0) return true;
  std::size_t first = end - 1;
  while (first > 0 && (static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) --first;
  return text[first] == ' ' || first == 0 || text[first - 1] == ' ';
}

// No space stands before `at`: T3 and T4. A negative number takes the break away.
int joined_penalty(std::string_view text, std::size_t at) {
  if (begins_with_dash(text.substr(at))) return -1;
  const char last = text[at - 1];
  if (last != '-' && last != '/') return 0;
  if (one_sign_before(text, at - 1)) return -1;
  return last == '-' ? kHardHyphen : kSlash;
}

// The breaks within the address [first, last): T5 and T6.
void add_address_breaks(std::string_view text, std::size_t first, std::size_t last,
                        std::vector<LineBreak>& out) {
  for (std::size_t at = first + 1; at < last; ++at) {
    const char before = text[at - 1], after = text[at];
    int penalty = -1;
    if (before == '/' && after != '/')
      penalty = kAddressSlash;
    else if (before == '?' || before == '&' || before == '=')
      penalty = kAddressSign;
    else if ((after == '.' || after == '-' || after == '@' || after == '_') && at > first + 2 &&
             at + 2 < last && is_letter(text[at + 1]))
      penalty = kAddressEmergency;
    if (penalty >= 0) out.push_back({static_cast<std::uint32_t>(at), false, penalty});
  }
}

}  // namespace

bool is_address(std::string_view word) {
  if (std::none_of(word.begin(), word.end(),
                   [](char c) { return c == '.' || c == ':' || c == '@'; }))
    return false;
  if (word.find("://") != std::string_view::npos || word.substr(0, 4) == "www.") return true;
  const std::size_t stop = word.find('.');
  if (word.find('@') != std::string_view::npos) return stop != std::string_view::npos;
  for (std::size_t at = stop; at != std::string_view::npos; at = word.find('.', at + 1))
    if (at >= 2 && at + 2 < word.size() && is_letter(word[at - 1]) && is_letter(word[at - 2]) &&
        is_letter(word[at + 1]) && is_letter(word[at + 2]))
      return true;
  return false;
}

std::vector<LineBreak> tailor_breaks(std::vector<LineBreak> breaks, std::string_view text,
                                     std::string_view) {
  std::vector<LineBreak> out;
  out.reserve(breaks.size());
  std::size_t next = 0;
  for (std::size_t word = 0; word < text.size();) {
    const std::size_t end = std::min(text.find(' ', word), text.size());
    const bool address = is_address(text.substr(word, end - word));
    if (address) add_address_breaks(text, word, end, out);
    std::size_t after = end;
    while (after < text.size() && text[after] == ' ') ++after;
    for (; next < breaks.size() && breaks[next].at <= after; ++next) {
      LineBreak b = breaks[next];
      if (!b.mandatory) {
        if (b.at > word && text[b.at - 1] == ' ') {
          if (must_not_part(text, b.at)) continue;
          if (parts_day_from_month(text, b.at)) b.penalty = kDay;
        } else if (address) {
          continue;
        } else {
          b.penalty = joined_penalty(text, b.at);
          if (b.penalty < 0) continue;
        }
      }
      out.push_back(b);
    }
    word = std::max(after, word + 1);
  }
  return out;
}

}  // namespace forme
