#include "paragraph/line_break.h"

#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include <array>

#include "paragraph/tailoring.h"

namespace forme {
namespace {

constexpr std::size_t kBytesOfAWord = 4;  // and its space, few enough for most texts

// Signs whose rules leave nothing open, which most texts are made of: a line may break after the
// space between two of them, and between no others that stand together in a plain word.
enum class Plain : std::uint8_t {
  No,
  Letter,  // or figure: LB23 and LB28 let nothing part these
  Stop     // LB13: no break before it
};

constexpr std::array<Plain, 256> kPlain = [] {
  std::array<Plain, 256> out = {};
  for (unsigned char c = '0'; c <= '9'; ++c) out[c] = Plain::Letter;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) out[c] = Plain::Letter;
  for (unsigned char c = 'a'; c <= 'z'; ++c) out[c] = Plain::Letter;
  for (const char c : {'.', ',', ';', ':', '!', '?'})
    out[static_cast<unsigned char>(c)] = Plain::Stop;
  return out;
}();

Plain plain(char c) {
  return kPlain[static_cast<unsigned char>(c)];
}

// Whether the space at `at` parts two plain signs, so that a line may break after it and whatever
// stands before has no say in what comes behind (LB18).
bool parts_plain_signs(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && plain(text[at - 1]) != Plain::No &&
         plain(text[at + 1]) == Plain::Letter;
}

// The length of an apostrophe at `at` that stands before a letter; else 0. LB19 lets nothing part
// it from what it joins.
std::size_t apostrophe(std::string_view text, std::size_t at) {
  constexpr std::string_view kCurly = "\u2019";
  const std::size_t length = text[at] == '\''                           ? 1
                             : text.substr(at, kCurly.size()) == kCurly ? kCurly.size()
                                                                        : 0;
  const bool joins = at + length < text.size() && plain(text[at + length]) == Plain::Letter;
  return joins ? length : 0;
}

// Where the line may break next when a plain word begins at `at`; `at` itself when none does.
// REQUIRES: a line may break at `at`, or the text begins there.
std::size_t after_plain_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const std::size_t start = end;
    while (end < text.size() && plain(text[end]) == Plain::Letter) ++end;
    if (end == start || end == text.size()) return at;
    const std::size_t length = apostrophe(text, end);
    if (length == 0) break;
    end += length;
  }
  while (end < text.size() && plain(text[end]) == Plain::Stop) ++end;
  const bool parts = end < text.size() && text[end] == ' ' && parts_plain_signs(text, end);
  return parts ? end + 1 : at;
}

// The end of what must be looked at as a whole from `at` on.
std::size_t after_other_words(std::string_view text, std::size_t at) {
  for (std::size_t space = text.find(' ', at); space != std::string_view::npos;
       space = text.find(' ', space + 1))
    if (parts_plain_signs(text, space) && after_plain_word(text, space + 1) != space + 1)
      return space + 1;
  return text.size();
}

struct Release {
  void operator()(UBreakIterator* p) const { ubrk_close(p); }
  void operator()(UText* p) const { utext_close(p); }
};

}  // namespace

struct LineBreaker::State {
  std::map<std::string, std::unique_ptr<UBreakIterator, Release>, std::less<>> iterators;
  std::unique_ptr<UText, Release> part;
  std::vector<LineBreak> breaks;

  UBreakIterator* iterator(const std::string& language) {
    auto& slot = iterators[language];
    if (!slot) {
      char locale[ULOC_FULLNAME_CAPACITY] = "";
      UErrorCode status = U_ZERO_ERROR;
      uloc_forLanguageTag(language.c_str(), locale, sizeof locale, nullptr, &status);
      status = U_ZERO_ERROR;
      slot.reset(ubrk_open(UBRK_LINE, locale, nullptr, 0, &status));
    }
    return slot.get();
  }
  void add_breaks(std::string_view text, std::size_t first, std::size_t last,
                  UBreakIterator* iterator);
};

LineBreaker::LineBreaker() : state_(new State) {}
LineBreaker::~LineBreaker() = default;

// Adds the breaks of bytes [first, last), and the one at `last`, by ICU.
void LineBreaker::State::add_breaks(std::string_view text, std::size_t first, std::size_t last,
                                    UBreakIterator* iterator) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utf8 = utext_openUTF8(part.get(), text.data() + first,
                               static_cast<std::int64_t>(last - first), &status);
  if (!part) part.reset(utf8);
  if (!iterator || U_FAILURE(status)) return;
  ubrk_setUText(iterator, utf8, &status);
  ubrk_first(iterator);
  for (std::int32_t to = ubrk_next(iterator); to != UBRK_DONE; to = ubrk_next(iterator)) {
    const std::size_t at = first + static_cast<std::size_t>(to);
    if (at >= text.size()) break;
    const bool mandatory = text[at - 1] != ' ' && ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
    breaks.push_back({static_cast<std::uint32_t>(at), mandatory, 0});
  }
}

// ICU's iterator begins afresh at each break, so what stands between two of them may be looked at
// by itself.
const std::vector<LineBreak>& LineBreaker::untailored(std::string_view text,
                                                      const std::string& language) {
  std::vector<LineBreak>& breaks = state_->breaks;
  breaks.clear();
  breaks.reserve(text.size() / kBytesOfAWord);
  UBreakIterator* iterator = state_->iterator(language);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = after_plain_word(text, at);
    if (next != at) {
      breaks.push_back({static_cast<std::uint32_t>(next), false, 0});
    } else {
      next = after_other_words(text, at);
      state_->add_breaks(text, at, next, iterator);
    }
    at = next;
  }
  return breaks;
}

const std::vector<LineBreak>& LineBreaker::find(std::string_view text,
                                                const std::string& language) {
  untailored(text, language);
  state_->breaks = tailor_breaks(std::move(state_->breaks), text, language);
  return state_->breaks;
}

}  // namespace forme
