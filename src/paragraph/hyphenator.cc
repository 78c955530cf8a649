#include "paragraph/hyphenator.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <unordered_map>

#include "base/utf8.h"
#include "paragraph/hyphenation_dictionary.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxDictionaryBytes = std::uint64_t{16} << 20;

struct LanguageEntry {
  std::string_view language, region, package;
  bool join;  // see HyphenationDictionary::parse()
};
// The region whose patterns serve a language that names none, or one without patterns of its own.
// Without joining, the Russian, Tamil and Hindi files would hardly divide a word; with it, the
// German one would divide "Fa-r-be".
constexpr std::array<LanguageEntry, 14> kLanguages = {{{"bn", "IN", "hyphen-bn", true},
                                                       {"de", "DE", "hyphen-de", false},
                                                       {"en", "GB", "hyphen-en-gb", false},
                                                       {"es", "ES", "hyphen-es", false},
                                                       {"fr", "FR", "hyphen-fr", false},
                                                       {"hi", "IN", "hyphen-hi", true},
                                                       {"it", "IT", "hyphen-it", true},
                                                       {"nl", "NL", "hyphen-nl", false},
                                                       {"pl", "PL", "hyphen-pl", false},
                                                       {"pt", "PT", "hyphen-pt-pt", false},
                                                       {"ru", "RU", "hyphen-ru", true},
                                                       {"ta", "IN", "hyphen-ta", true},
                                                       {"te", "IN", "hyphen-te", true},
                                                       {"uk", "UA", "hyphen-uk", true}}};

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

struct HyphenationDictionaries::State {
  const FileSystem& fs;
  std::string folder;
  std::mutex mutex;
  // Null: not there.
  std::map<std::string, std::unique_ptr<const HyphenationDictionary>, std::less<>> by_file;
};

HyphenationDictionaries::HyphenationDictionaries(const FileSystem& fs, std::string folder)
    : state_(new State{fs, std::move(folder), {}, {}}) {}
HyphenationDictionaries::~HyphenationDictionaries() = default;

const HyphenationDictionary* HyphenationDictionaries::find(std::string_view language) const {
  const std::lock_guard lock(state_->mutex);
  const Tag tag = parse_tag(language);
  const LanguageEntry* entry = entry_for(tag.language);
  for (const std::string& name : file_names(tag)) {
    auto found = state_->by_file.find(name);
    if (found == state_->by_file.end()) {
      const std::string path = state_->folder + "/" + name;
      std::unique_ptr<const HyphenationDictionary> dictionary;
      if (state_->fs.kind(path) == FileSystem::Kind::File) {
        Result<std::string> bytes = state_->fs.read(path, kMaxDictionaryBytes);
        if (bytes) dictionary = HyphenationDictionary::parse(*bytes, entry && entry->join);
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
    const HyphenationDictionary* dictionary = nullptr;
    std::map<std::u32string, std::vector<std::size_t>> exceptions;      // letters before
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
  std::u32string lower;
  for (const Letter& letter : word) lower += letter.lower;
  if (const auto found = language.exceptions.find(lower); found != language.exceptions.end())
    return found->second;
  if (!language.dictionary) return {};
  return language.dictionary->divide(lower);
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
  if (!letters.empty()) {
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
  std::u32string lower;
  std::vector<std::size_t> divisions;
  std::size_t letters = 0;
  for (std::size_t at = 0; at <= words.size();) {
    const DecodedChar c = at < words.size() ? decode_utf8(words, at) : DecodedChar{U' ', 1};
    at += c.length;
    if (c.value == U'-') {
      divisions.push_back(letters);
    } else if (c.value > U' ') {
      lower += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
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

Diagnostics Hyphenator::take_diagnostics() {
  return std::exchange(state_->diagnostics, {});
}

}  // namespace forme
