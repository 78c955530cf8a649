#include "paragraph/hyphenator.h"

#include <hyphen.h>
#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <unordered_map>

#include "base/utf8.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxDictionaryBytes = std::uint64_t{16} << 20;
constexpr std::size_t kMaxLetters = 100;  // longer is no word

struct Release {
  void operator()(HyphenDict* p) const { hnj_hyphen_free(p); }
  void operator()(UConverter* p) const { ucnv_close(p); }
  void operator()(FILE* p) const { fclose(p); }
};

struct LanguageEntry {
  std::string_view language, region, package;
};
// The region whose patterns serve a language that names none, or one without patterns of its own.
constexpr std::array<LanguageEntry, 14> kLanguages = {{{"de", "DE", "hyphen-de"},
                                                       {"en", "GB", "hyphen-en-gb"},
                                                       {"es", "ES", "hyphen-es"},
                                                       {"fr", "FR", "hyphen-fr"},
                                                       {"hi", "IN", "hyphen-hi"},
                                                       {"it", "IT", "hyphen-it"},
                                                       {"nl", "NL", "hyphen-nl"},
                                                       {"pl", "PL", "hyphen-pl"},
                                                       {"pt", "PT", "hyphen-pt-pt"},
                                                       {"ru", "RU", "hyphen-ru"},
                                                       {"ta", "IN", "hyphen-ta"},
                                                       {"uk", "UA", "hyphen-uk"},
                                                       {"bn", "IN", "hyphen-bn"},
                                                       {"te", "IN", "hyphen-te"}}};

const LanguageEntry* entry_for(std::string_view language) {
  const auto found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                  [&](const LanguageEntry& e) { return e.language == language; });
  return found == kLanguages.end() ? nullptr : &*found;
}

struct Tag {
  std::string language, region;
};

// The language and the region (two capitals) of a BCP 47 tag.
Tag parse_tag(std::string_view tag) {
  Tag out;
  for (std::size_t at = 0, part = 0; at <= tag.size(); ++part) {
    const std::size_t end = std::min(tag.find('-', at), tag.size());
    const std::string_view piece = tag.substr(at, end - at);
    if (part == 0) {
      for (const char c : piece) out.language += static_cast<char>(u_tolower(c));
    } else if (piece.size() == 2 && out.region.empty()) {
      for (const char c : piece) out.region += static_cast<char>(u_toupper(c));
    } else if (piece.size() == 1) {
      break;  // extensions follow
    }
    at = end + 1;
  }
  return out;
}

std::vector<std::string> file_names(const Tag& tag) {
  std::vector<std::string> names;
  if (!tag.region.empty()) names.push_back("hyph_" + tag.language + "_" + tag.region + ".dic");
  if (const LanguageEntry* entry = entry_for(tag.language))
    names.push_back("hyph_" + tag.language + "_" + std::string(entry->region) + ".dic");
  names.push_back("hyph_" + tag.language + ".dic");
  return names;
}

struct Letter {
  char32_t lower;
  std::uint16_t byte;  // of the word
};

std::vector<Letter> letters_of(std::string_view word) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < word.size();) {
    const DecodedChar c = decode_utf8(word, at);
    letters.push_back({static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))),
                       static_cast<std::uint16_t>(at)});
    at += c.length;
  }
  return letters;
}

bool is_mark(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

}  // namespace

struct HyphenationDictionaries::Dictionary {
  std::unique_ptr<HyphenDict, Release> patterns;
  std::array<char32_t, 256> encoded = {};  // the characters of a one-byte encoding; unused for UTF-8

  // The word in the dictionary's encoding; empty when it cannot be written in it.
  std::string encode(const std::vector<Letter>& word) const {
    std::string out;
    for (const Letter& letter : word) {
      if (patterns->utf8 != 0) {
        append_utf8(out, letter.lower);
        continue;
      }
      const auto found = std::find(encoded.begin() + 1, encoded.end(), letter.lower);
      if (found == encoded.end()) return {};
      out += static_cast<char>(found - encoded.begin());
    }
    return out;
  }
};

struct HyphenationDictionaries::State {
  const FileSystem& fs;
  std::string folder;
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<Dictionary>, std::less<>> by_file;  // null: not there
};

HyphenationDictionaries::HyphenationDictionaries(const FileSystem& fs, std::string folder)
    : state_(new State{fs, std::move(folder), {}, {}}) {}
HyphenationDictionaries::~HyphenationDictionaries() = default;

namespace {

// 0 where a byte stands for no character.
std::array<char32_t, 256> characters_of(const char* encoding) {
  std::array<char32_t, 256> out = {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Release> converter(ucnv_open(encoding, &status));
  for (int byte = 1; byte < 256 && U_SUCCESS(status); ++byte) {
    const char in = static_cast<char>(byte);
    char16_t units[4] = {};
    UErrorCode own = U_ZERO_ERROR;
    if (ucnv_toUChars(converter.get(), units, 4, &in, 1, &own) == 1 && U_SUCCESS(own))
      out[static_cast<std::size_t>(byte)] = units[0];
  }
  return out;
}

std::unique_ptr<HyphenationDictionaries::Dictionary> read_dictionary(std::string bytes) {
  const std::unique_ptr<FILE, Release> file(fmemopen(bytes.data(), bytes.size(), "r"));
  if (!file) return nullptr;
  auto dictionary = std::make_unique<HyphenationDictionaries::Dictionary>();
  dictionary->patterns.reset(hnj_hyphen_load_file(file.get()));
  if (!dictionary->patterns) return nullptr;
  if (dictionary->patterns->utf8 == 0)
    dictionary->encoded = characters_of(dictionary->patterns->cset);
  return dictionary;
}

}  // namespace

const HyphenationDictionaries::Dictionary* HyphenationDictionaries::find(
    std::string_view language) const {
  const std::lock_guard lock(state_->mutex);
  for (const std::string& name : file_names(parse_tag(language))) {
    auto found = state_->by_file.find(name);
    if (found == state_->by_file.end()) {
      const std::string path = state_->folder + "/" + name;
      std::unique_ptr<Dictionary> dictionary;
      if (state_->fs.kind(path) == FileSystem::Kind::File) {
        Result<std::string> bytes = state_->fs.read(path, kMaxDictionaryBytes);
        if (bytes && !bytes->empty()) dictionary = read_dictionary(*std::move(bytes));
      }
      found = state_->by_file.emplace(name, std::move(dictionary)).first;
    }
    if (found->second) return found->second.get();
  }
  return nullptr;
}

std::string HyphenationDictionaries::package_for(std::string_view language) {
  const LanguageEntry* entry = entry_for(parse_tag(language).language);
  return entry ? std::string(entry->package) : std::string();
}

struct Hyphenator::State {
  struct Language {
    std::string tag;
    const HyphenationDictionaries::Dictionary* dictionary = nullptr;
    std::map<std::string, std::vector<std::size_t>, std::less<>> exceptions;  // letters before
    std::unordered_map<std::string, std::vector<std::uint16_t>> found;  // minima, then the word
  };
  const HyphenationDictionaries& dictionaries;
  std::vector<std::unique_ptr<Language>> languages;
  Diagnostics diagnostics;
  std::string key;

  Language& language(std::string_view tag);
  static std::vector<std::size_t> divide(const Language& language, const std::vector<Letter>& word);
};

Hyphenator::Hyphenator(const HyphenationDictionaries& dictionaries)
    : state_(new State{dictionaries, {}, {}, {}}) {}
Hyphenator::~Hyphenator() = default;

Hyphenator::State::Language& Hyphenator::State::language(std::string_view tag) {
  for (const auto& known : languages)
    if (known->tag == tag) return *known;
  auto added = std::make_unique<Language>();
  added->tag = tag;
  added->dictionary = dictionaries.find(tag);
  if (const std::string package = HyphenationDictionaries::package_for(tag);
      !added->dictionary && !package.empty())
    diagnostics.warning({}, "There is no hyphenation dictionary for \"" + added->tag + "\"",
                        "install the Debian package " + package);
  languages.push_back(std::move(added));
  return *languages.back();
}

// How many letters stand before each division.
std::vector<std::size_t> Hyphenator::State::divide(const Language& language,
                                                   const std::vector<Letter>& word) {
  std::string lower;
  for (const Letter& letter : word) append_utf8(lower, letter.lower);
  if (const auto found = language.exceptions.find(lower); found != language.exceptions.end())
    return found->second;
  if (!language.dictionary) return {};
  const std::string in = language.dictionary->encode(word);
  if (in.empty()) return {};
  std::string hyphens(in.size() + 5, '\0');
  char** replacements = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  std::vector<std::size_t> out;
  if (hnj_hyphen_hyphenate2(language.dictionary->patterns.get(), in.data(),
                            static_cast<int>(in.size()), hyphens.data(), nullptr, &replacements,
                            &positions, &cuts) == 0) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i)
      if ((hyphens[i] & 1) != 0 && !(replacements && replacements[i])) out.push_back(i + 1);
  }
  if (replacements)
    for (std::size_t i = 0; i < word.size(); ++i) free(replacements[i]);
  free(replacements);
  free(positions);
  free(cuts);
  return out;
}

const std::vector<std::uint16_t>& Hyphenator::points(std::string_view language,
                                                     std::string_view word, int left, int right) {
  State::Language& in = state_->language(language);
  state_->key.assign({static_cast<char>(left), static_cast<char>(right)});
  state_->key += word;
  const auto known = in.found.find(state_->key);
  if (known != in.found.end()) return known->second;

  std::vector<std::uint16_t> points;
  const std::vector<Letter> letters = letters_of(word);
  if (letters.size() <= kMaxLetters) {
    const auto count = [&](std::size_t from, std::size_t to) {  // marks are no letters
      return std::count_if(letters.begin() + static_cast<std::ptrdiff_t>(from),
                           letters.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const Letter& letter) { return !is_mark(letter.lower); });
    };
    for (const std::size_t at : State::divide(in, letters))
      if (count(0, at) >= left && count(at, letters.size()) >= right && !is_mark(letters[at].lower))
        points.push_back(letters[at].byte);
  }
  return in.found.emplace(state_->key, std::move(points)).first->second;
}

void Hyphenator::add_exceptions(std::string_view language, std::string_view words) {
  State::Language& in = state_->language(language);
  std::string lower;
  std::vector<std::size_t> divisions;
  std::size_t letters = 0;
  for (std::size_t at = 0; at <= words.size();) {
    const DecodedChar c = at < words.size() ? decode_utf8(words, at) : DecodedChar{U' ', 1};
    at += c.length;
    if (c.value == U'-') {
      divisions.push_back(letters);
    } else if (c.value > U' ') {
      append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
      ++letters;
    } else if (letters > 0) {
      in.exceptions[lower] = divisions;
      lower.clear();
      divisions.clear();
      letters = 0;
    }
  }
  in.found.clear();
}

Diagnostics Hyphenator::take_diagnostics() { return std::exchange(state_->diagnostics, {}); }

}  // namespace forme
