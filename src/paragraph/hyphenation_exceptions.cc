#include "paragraph/hyphenation_exceptions.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"

namespace forme {
namespace {

std::string lower_tag(std::string_view tag) {
  std::string out;
  for (const char c : tag) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// One file, line by line.
class ExceptionReader {
 public:
  using ByLanguage = std::map<std::string, HyphenationExceptions::Words, std::less<>>;
  ExceptionReader(std::string file, ByLanguage& into, Diagnostics& diagnostics)
      : file_(std::move(file)), into_(into), diagnostics_(diagnostics) {}

  void read(std::string_view bytes) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    for (std::size_t at = 0; at < bytes.size(); at = end_ + 1) {
      end_ = std::min(bytes.find('\n', at), bytes.size());
      ++number_;
      line_ = bytes.substr(at, end_ - at);
      if (!is_valid_utf8(line_)) {
        diagnostics_.error({file_, number_, 0}, "The line is not UTF-8", "save the file as UTF-8");
        continue;
      }
      read_line(line_.substr(0, line_.find('#')));
    }
  }

 private:
  void complain(std::string_view part, std::string message, std::string hint) {
    const auto before = static_cast<std::size_t>(part.data() - line_.data());
    const auto column = static_cast<int>(characters_in(line_.substr(0, before))) + 1;
    diagnostics_.error({file_, number_, column}, std::move(message), std::move(hint));
  }

  void read_line(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      if (is_space(line[at])) {
        ++at;
        continue;
      }
      std::size_t last = at;
      while (last < line.size() && !is_space(line[last])) ++last;
      const std::string_view part = line.substr(at, last - at);
      if (part.front() == '[')
        begin_language(part);
      else
        add_word(part);
      at = last;
    }
  }

  void begin_language(std::string_view part) {
    words_ = nullptr;
    skips_ = true;  // the words under a language that nobody knows have been told of with it
    if (part.size() < 3 || part.back() != ']') {
      complain(part, fmt::format("'{}' does not begin a language", part), "write [en-GB]");
      return;
    }
    const std::string_view tag = part.substr(1, part.size() - 2);
    if (!is_language_tag(tag)) {
      complain(part, fmt::format("'{}' is not a language", tag),
               "write a tag as in [en-GB] or [de]");
      return;
    }
    skips_ = false;
    words_ = &into_[lower_tag(tag)];
  }

  void add_word(std::string_view part) {
    if (!words_) {
      if (!skips_)
        complain(part, fmt::format("'{}' stands under no language", part),
                 "begin its language with a line as [en-GB]");
      skips_ = true;
      return;
    }
    std::u32string lower;
    std::vector<std::size_t> divisions;
    for (std::size_t at = 0; at < part.size();) {
      const DecodedChar c = decode_utf8(part, at);
      at += c.length;
      if (c.value == U'-') {
        const std::size_t last = divisions.empty() ? 0 : divisions.back();
        if (lower.size() == last || at == part.size()) {
          complain(part, fmt::format("'{}' is divided where there is no letter", part),
                   "a hyphen stands between two letters");
          return;
        }
        divisions.push_back(lower.size());
      } else if (!is_letter(c.value)) {
        complain(part, fmt::format("'{}' is not a word of letters", part),
                 "write letters, with a hyphen where the word may be divided");
        return;
      } else {
        lower += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
      }
    }
    words_->insert_or_assign(std::move(lower), std::move(divisions));
  }

  static bool is_letter(char32_t c) {
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
  }

  std::string file_;
  ByLanguage& into_;
  Diagnostics& diagnostics_;
  HyphenationExceptions::Words* words_ = nullptr;  // of the language that has begun
  bool skips_ = false;
  std::string_view line_;
  std::size_t end_ = 0;
  int number_ = 0;
};

}  // namespace

void HyphenationExceptions::add_file(std::string_view bytes, const std::string& file,
                                     Diagnostics& diagnostics) {
  ExceptionReader(file, by_language_, diagnostics).read(bytes);
}

const std::vector<std::size_t>* HyphenationExceptions::find(std::string_view language,
                                                            const std::u32string& lower) const {
  if (by_language_.empty()) return nullptr;
  // "de-AT-1996", "de-AT", "de".
  for (std::string tag = lower_tag(language); !tag.empty();) {
    if (const auto words = by_language_.find(tag); words != by_language_.end())
      if (const auto found = words->second.find(lower); found != words->second.end())
        return &found->second;
    const std::size_t dash = tag.rfind('-');
    tag.resize(dash == std::string::npos ? 0 : dash);
  }
  return nullptr;
}

}  // namespace forme
