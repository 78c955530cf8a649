#include "paragraph/line_break.h"

#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include "paragraph/tailoring.h"

namespace forme {
namespace {

constexpr std::size_t kBytesOfAWord = 4;  // and its space, few enough for most texts

struct Release {
  void operator()(UBreakIterator* p) const { ubrk_close(p); }
  void operator()(UText* p) const { utext_close(p); }
};

}  // namespace

struct LineBreaker::State {
  std::map<std::string, std::unique_ptr<UBreakIterator, Release>, std::less<>> iterators;
  std::unique_ptr<UText, Release> text;

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
};

LineBreaker::LineBreaker() : state_(new State) {}
LineBreaker::~LineBreaker() = default;

std::vector<LineBreak> LineBreaker::untailored(std::string_view text, const std::string& language) {
  std::vector<LineBreak> breaks;
  UBreakIterator* iterator = state_->iterator(language);
  UErrorCode status = U_ZERO_ERROR;
  UText* utf8 = utext_openUTF8(state_->text.get(), text.data(),
                               static_cast<std::int64_t>(text.size()), &status);
  if (!state_->text) state_->text.reset(utf8);
  if (!iterator || U_FAILURE(status)) return breaks;
  breaks.reserve(text.size() / kBytesOfAWord);
  ubrk_setUText(iterator, utf8, &status);
  ubrk_first(iterator);
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    if (static_cast<std::size_t>(at) >= text.size()) break;
    const bool mandatory = text[static_cast<std::size_t>(at) - 1] != ' ' &&
                           ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
    breaks.push_back({static_cast<std::uint32_t>(at), mandatory, 0});
  }
  return breaks;
}

std::vector<LineBreak> LineBreaker::find(std::string_view text, const std::string& language) {
  return tailor_breaks(untailored(text, language), text, language);
}

}  // namespace forme
