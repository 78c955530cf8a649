#include "paragraph/sentences.h"

#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

#include <map>

namespace forme {
namespace {

struct Release {
  void operator()(UBreakIterator* p) const { ubrk_close(p); }
  void operator()(UText* p) const { utext_close(p); }
};

// With the abbreviations that end no sentence.
std::string locale_of(const std::string& language) {
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(language.c_str(), locale, sizeof locale, nullptr, &status);
  return (U_FAILURE(status) ? std::string() : std::string(locale)) + "@ss=standard";
}

}  // namespace

struct SentenceBreaker::State {
  std::map<std::string, std::unique_ptr<UBreakIterator, Release>> iterators;  // by language

  UBreakIterator* iterator(const std::string& language) {
    auto [found, fresh] = iterators.try_emplace(language);
    UErrorCode status = U_ZERO_ERROR;
    if (fresh)
      found->second.reset(
          ubrk_open(UBRK_SENTENCE, locale_of(language).c_str(), nullptr, 0, &status));
    return found->second.get();
  }
};

SentenceBreaker::SentenceBreaker() : state_(new State) {}
SentenceBreaker::~SentenceBreaker() = default;

std::vector<Sentence> SentenceBreaker::find(std::string_view text, const std::string& language) {
  std::vector<Sentence> sentences;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, Release> utf8(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  UBreakIterator* iterator = state_->iterator(language);
  if (!iterator || U_FAILURE(status)) return sentences;
  ubrk_setUText(iterator, utf8.get(), &status);
  if (U_FAILURE(status)) return sentences;
  std::int32_t from = ubrk_first(iterator);
  for (std::int32_t to = ubrk_next(iterator); to != UBRK_DONE;
       from = to, to = ubrk_next(iterator)) {
    auto last = static_cast<std::uint32_t>(to);
    const auto first = static_cast<std::uint32_t>(from);
    while (last > first && text[last - 1] == ' ') --last;
    if (last > first) sentences.push_back({first, last});
  }
  return sentences;
}

}  // namespace forme
