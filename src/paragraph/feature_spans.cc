#include "paragraph/feature_spans.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "base/utf8.h"

namespace forme {
namespace {

constexpr std::string_view kFractionSlash = "\u2044";
constexpr std::array<int, 10> kDenominators = {2, 3, 4, 5, 6, 8, 10, 16, 32, 64};
constexpr std::size_t kMostFigures = 4;  // on either side of the bar

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

int value_of(std::string_view figures) {
  int value = 0;
  for (const char c : figures) value = value * 10 + (c - '0');
  return value;
}

// Whether nothing at `at` goes on a number, a word or a date.
bool ends_fraction(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char c = text[at];
  const bool joins_figure = c == '.' || c == ',' || c == ':';
  if (joins_figure) return at + 1 >= text.size() || !is_figure(text[at + 1]);
  if (c == '/' || is_figure(c)) return false;
  return !u_isalpha(static_cast<UChar32>(decode_utf8(text, at).value));
}

bool begins_fraction(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  const auto c = static_cast<UChar32>(decode_utf8(text, before).value);
  constexpr std::string_view kGoesOn = "./,:-+";
  const bool goes_on = c < 0x80 && kGoesOn.find(static_cast<char>(c)) != std::string_view::npos;
  return !goes_on && !u_isalnum(c) && u_charType(c) != U_CURRENCY_SYMBOL && c != 0x2044;
}

bool is_true_fraction(std::string_view above, std::string_view below) {
  if (above[0] == '0' || below[0] == '0') return false;
  const int n = value_of(above), d = value_of(below);
  return n < d && std::gcd(n, d) == 1 &&
         std::find(kDenominators.begin(), kDenominators.end(), d) != kDenominators.end();
}

// The fraction whose bar is the `bar` bytes at `at`, if it is one.
void add_fraction(std::string_view text, std::size_t at, std::size_t bar,
                  std::vector<FeatureSpan>& out) {
  std::size_t first = at, last = at + bar;
  while (first > 0 && is_figure(text[first - 1])) --first;
  while (last < text.size() && is_figure(text[last])) ++last;
  const std::string_view above = text.substr(first, at - first);
  const std::string_view below = text.substr(at + bar, last - at - bar);
  if (above.empty() || below.empty() || above.size() > kMostFigures || below.size() > kMostFigures)
    return;
  if (!begins_fraction(text, first) || !ends_fraction(text, last)) return;
  if (bar == 1 && !is_true_fraction(above, below)) return;
  out.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), "frac"});
}

void add_fractions(std::string_view text, std::vector<FeatureSpan>& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '/') add_fraction(text, at, 1, out);
    if (text[at] == '\xE2' && text.substr(at, 3) == kFractionSlash) add_fraction(text, at, 3, out);
  }
}

// What one word between spaces has for the capitals' sake.
struct WordShape {
  std::uint32_t first = 0, last = 0;
  int capitals = 0;
  bool small = false;  // letters that are no capitals
  bool sign = false;   // one that has a form for capitals
};

bool has_capital_form(char32_t c) {
  constexpr std::u32string_view kSigns = U"-()[]{}/\\@:¡¿«»·‐‑–—•‹›";
  return kSigns.find(c) != std::u32string_view::npos;
}

// The first small letter says all that is asked of a word.
WordShape word_at(std::string_view text, std::size_t at) {
  WordShape word;
  word.first = static_cast<std::uint32_t>(at);
  const std::size_t last = std::min(text.find(' ', at), text.size());
  word.last = static_cast<std::uint32_t>(last);
  while (at < last && !word.small) {
    const DecodedChar c = decode_utf8(text, at);
    const auto code = static_cast<UChar32>(c.value);
    // The plain letters first: most words end here and need no look at Unicode's tables.
    const bool plain_small = code >= 'a' && code <= 'z';
    if (!plain_small && u_isupper(code))
      ++word.capitals;
    else if (plain_small || u_isalpha(code))
      word.small = true;
    else
      word.sign = word.sign || has_capital_form(c.value);
    at += c.length;
  }
  return word;
}

// Stretches of words in capitals; words without letters count between two of them.
void add_capitals(std::string_view text, std::vector<FeatureSpan>& out) {
  FeatureSpan open{0, 0, "case"};
  bool sign = false, sign_between = false;
  const auto close = [&] {
    if (open.last > open.first && sign) out.push_back(open);
    open = {0, 0, "case"};
    sign = sign_between = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const WordShape word = word_at(text, at);
    at = word.last;
    const bool opened = open.last > open.first;
    if (word.small) {
      close();
    } else if (word.capitals >= 2 || (opened && word.capitals == 1)) {
      if (!opened) open.first = word.first;
      open.last = word.last;
      sign = sign || word.sign || sign_between;
      sign_between = false;
    } else if (opened) {
      sign_between = sign_between || word.sign;
    }
  }
  close();
}

}  // namespace

std::vector<FeatureSpan> feature_spans(std::string_view text, bool capitals) {
  std::vector<FeatureSpan> spans;
  if (text.find('/') != std::string_view::npos ||
      text.find(kFractionSlash) != std::string_view::npos)
    add_fractions(text, spans);
  const std::size_t fractions = spans.size();
  if (capitals) add_capitals(text, spans);
  if (fractions == 0 || fractions == spans.size()) return spans;
  std::stable_sort(spans.begin(), spans.end(),
                   [](const FeatureSpan& a, const FeatureSpan& b) { return a.first < b.first; });
  // A fraction among capitals is a fraction first.
  std::vector<FeatureSpan> flat;
  for (const FeatureSpan& span : spans) {
    if (!flat.empty() && span.first < flat.back().last) {
      const FeatureSpan around = flat.back();
      if (around.feature == std::string_view("frac")) continue;
      flat.back().last = span.first;
      flat.push_back(span);
      if (span.last < around.last) flat.push_back({span.last, around.last, around.feature});
    } else {
      flat.push_back(span);
    }
  }
  std::erase_if(flat, [](const FeatureSpan& span) { return span.first == span.last; });
  return flat;
}

}  // namespace forme
