#include "paragraph/hyphenator.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>

#include "base/utf8.h"
#include "paragraph/hyphenation_dictionary.h"

namespace forme {
namespace {

constexpr std::uint64_t kMaxDictionaryBytes = std::uint64_t{16} << 20;

struct LanguageEntry {
  std::string_view tag;   // language, or language and region or script; its first row serves a
                          // region without patterns of its own
  std::string_view file;  // hyph_….dic
  std::string_view package;
  bool join = true;  // see HyphenationDictionary::parse()
};
// The files that need no joining are prepared for libhyphen; with it, the German one would divide
// "Fa-r-be". The others give Liang's patterns as they are: without joining, the Russian, Tamil and
// Hindi ones would hardly divide a word.
constexpr std::array<LanguageEntry, 48> kLanguages = {
    {{"af", "af_ZA", "hyphen-af"},
     {"as", "as_IN", "hyphen-as"},
     {"be", "be_BY", "hyphen-be"},
     {"bg", "bg_BG", "hyphen-bg", false},
     {"bn", "bn_IN", "hyphen-bn"},
     {"ca", "ca_ES", "hyphen-ca", false},
     {"cs", "cs_CZ", "hyphen-cs"},
     {"da", "da_DK", "hyphen-da"},
     {"de", "de_DE", "hyphen-de", false},
     {"el", "el_GR", "hyphen-el", false},
     {"en", "en_GB", "hyphen-en-gb", false},
     {"en-US", "en_US", "hyphen-en-us", false},
     {"es", "es_ES", "hyphen-es", false},
     {"fr", "fr", "hyphen-fr", false},
     {"gl", "gl_ES", "hyphen-gl"},
     {"gu", "gu_IN", "hyphen-gu"},
     {"hi", "hi_IN", "hyphen-hi"},
     {"hr", "hr_HR", "hyphen-hr", false},
     {"hu", "hu_HU", "hyphen-hu", false},
     {"id", "id_ID", "hyphen-id"},
     {"is", "is_IS", "hyphen-is"},
     {"it", "it_IT", "hyphen-it"},
     {"kn", "kn_IN", "hyphen-kn"},
     {"lt", "lt_LT", "hyphen-lt"},
     {"lv", "lv_LV", "hyphen-lv"},
     {"ml", "ml_IN", "hyphen-ml"},
     {"mn", "mn_MN", "hyphen-mn"},
     {"mr", "mr_IN", "hyphen-mr"},
     {"nb", "nb_NO", "hyphen-no"},
     {"nl", "nl_NL", "hyphen-nl", false},
     {"nn", "nn_NO", "hyphen-no"},
     {"no", "nb_NO", "hyphen-no"},
     {"or", "or_IN", "hyphen-or"},
     {"pa", "pa_IN", "hyphen-pa"},
     {"pl", "pl_PL", "hyphen-pl", false},
     {"pt", "pt_PT", "hyphen-pt-pt"},
     {"pt-BR", "pt_BR", "hyphen-pt-br"},
     {"ro", "ro_RO", "hyphen-ro", false},
     {"ru", "ru_RU", "hyphen-ru"},
     {"sk", "sk_SK", "hyphen-sk"},
     {"sl", "sl_SI", "hyphen-sl", false},
     {"sr", "sr_RS", "hyphen-sr", false},
     {"sr-Latn", "sr-Latn_RS", "hyphen-sr", false},
     {"sv", "sv_SE", "hyphen-sv", false},
     {"ta", "ta_IN", "hyphen-ta"},
     {"te", "te_IN", "hyphen-te"},
     {"uk", "uk_UA", "hyphen-uk"},
     {"zu", "zu_ZA", "hyphen-zu"}}};

struct Tag {
  std::string language, script, region;
};

// The language, the script (four letters) and the region (two capitals) of a BCP 47 tag.
Tag parse_tag(std::string_view tag) {
  Tag out;
  for (std::size_t at = 0, part = 0; at <= tag.size(); ++part) {
    const std::size_t end = std::min(tag.find('-', at), tag.size());
    const std::string_view piece = tag.substr(at, end - at);
    if (part == 0) {
      for (const char c : piece) out.language += static_cast<char>(u_tolower(c));
    } else if (piece.size() == 4 && out.script.empty() && out.region.empty()) {
      for (const char c : piece) out.script += static_cast<char>(u_tolower(c));
      out.script[0] = static_cast<char>(u_toupper(out.script[0]));
    } else if (piece.size() == 2 && out.region.empty()) {
      for (const char c : piece) out.region += static_cast<char>(u_toupper(c));
    } else if (piece.size() == 1) {
      break;  // extensions follow
    }
    at = end + 1;
  }
  return out;
}

// The row of the tag's region or script, else of its language.
const LanguageEntry* entry_for(const Tag& tag) {
  for (const std::string& wanted :
       {tag.language + "-" + tag.region, tag.language + "-" + tag.script, tag.language}) {
    const auto found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                    [&](const LanguageEntry& e) { return e.tag == wanted; });
    if (found != kLanguages.end()) return &*found;
  }
  return nullptr;
}

std::string path_of(std::string_view file) {
  return "hyph_" + std::string(file) + ".dic";
}

// The files that would do, the best first.
std::vector<std::string> file_names(const Tag& tag) {
  std::vector<std::string> names;
  const std::string written = tag.script.empty() ? tag.language : tag.language + "-" + tag.script;
  if (!tag.region.empty()) names.push_back(path_of(written + "_" + tag.region));
  for (const Tag& less : {tag, Tag{tag.language, "", ""}})
    if (const LanguageEntry* entry = entry_for(less)) names.push_back(path_of(entry->file));
  names.push_back(path_of(tag.language));
  return names;
}

struct Letter {
  char32_t lower;
  std::uint16_t byte;  // of the word
};

// The letters as the dictionaries write them: small, and one character with their marks where there
// is such a one.
void find_letters(std::string_view word, std::vector<Letter>& letters) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  letters.clear();
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] >= 'a' && word[at] <= 'z') {
      letters.push_back({static_cast<char32_t>(word[at]), static_cast<std::uint16_t>(at)});
      ++at;
      continue;
    }
    const DecodedChar c = decode_utf8(word, at);
    const auto lower = u_tolower(static_cast<UChar32>(c.value));
    const UChar32 whole =
        letters.empty() || lower < 0x300
            ? U_SENTINEL
            : unorm2_composePair(nfc, static_cast<UChar32>(letters.back().lower), lower);
    if (whole >= 0)
      letters.back().lower = static_cast<char32_t>(whole);
    else
      letters.push_back({static_cast<char32_t>(lower), static_cast<std::uint16_t>(at)});
    at += c.length;
  }
}

bool has_trema(char32_t c) {
  return std::u32string_view(U"\u00E4\u00EB\u00EF\u00F6\u00FC").find(c) !=
         std::u32string_view::npos;
}

bool is_mark(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & U_GC_M_MASK) != 0;
}

}  // namespace

struct HyphenationDictionaries::State {
  const FileSystem& fs;
  HyphenationExceptions exceptions;
  std::string folder;
  std::mutex mutex;
  // Null: not there.
  std::map<std::string, std::unique_ptr<const HyphenationDictionary>, std::less<>> by_file;
};

HyphenationDictionaries::HyphenationDictionaries(const FileSystem& fs, std::string folder)
    : HyphenationDictionaries(fs, HyphenationExceptions(), std::move(folder)) {}
HyphenationDictionaries::HyphenationDictionaries(const FileSystem& fs,
                                                 HyphenationExceptions exceptions,
                                                 std::string folder)
    : state_(new State{fs, std::move(exceptions), std::move(folder), {}, {}}) {}
HyphenationDictionaries::~HyphenationDictionaries() = default;

const HyphenationDictionary* HyphenationDictionaries::find(std::string_view language) const {
  const std::lock_guard lock(state_->mutex);
  const Tag tag = parse_tag(language);
  const LanguageEntry* entry = entry_for(tag);
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

std::string HyphenationDictionaries::missing_package(std::string_view language) const {
  const LanguageEntry* entry = entry_for(parse_tag(language));
  if (!entry) return {};
  const std::string path = state_->folder + "/" + path_of(entry->file);
  return state_->fs.kind(path) == FileSystem::Kind::File ? std::string()
                                                         : std::string(entry->package);
}

const HyphenationExceptions& HyphenationDictionaries::exceptions() const {
  return state_->exceptions;
}

struct Hyphenator::State {
  struct Language {
    std::string tag;
    const HyphenationDictionary* dictionary = nullptr;
    bool loses_trema = false;  // a letter at the start of a part ("co-efficiënt")
  };
  const HyphenationDictionaries& dictionaries;
  std::vector<std::unique_ptr<Language>> languages;
  Diagnostics diagnostics;

  // Of the last word.
  std::vector<Letter> letters;
  std::u32string lower;
  std::vector<std::size_t> divisions;
  std::vector<std::uint16_t> points;

  Language& language(std::string_view tag);
  void divide(const Language& language);
  int count(std::size_t from, std::size_t to) const;
};

Hyphenator::Hyphenator(const HyphenationDictionaries& dictionaries)
    : state_(new State{dictionaries, {}, {}, {}, {}, {}, {}}) {}
Hyphenator::~Hyphenator() = default;

Hyphenator::State::Language& Hyphenator::State::language(std::string_view tag) {
  for (const auto& known : languages)
    if (known->tag == tag) return *known;
  auto added = std::make_unique<Language>();
  added->tag = tag;
  added->dictionary = dictionaries.find(tag);
  const std::string primary = parse_tag(tag).language;
  added->loses_trema = primary == "nl" || primary == "af";
  if (const std::string package = dictionaries.missing_package(tag); !package.empty())
    diagnostics.warning({},
                        "There is no hyphenation dictionary for \"" + added->tag + "\"" +
                            (added->dictionary ? "; another region's is used" : ""),
                        "install the Debian package " + package);
  languages.push_back(std::move(added));
  return *languages.back();
}

// How many letters stand before each division of the word.
void Hyphenator::State::divide(const Language& language) {
  divisions.clear();
  lower.clear();
  for (const Letter& letter : letters) lower += letter.lower;
  if (const auto* found = dictionaries.exceptions().find(language.tag, lower)) {
    divisions = *found;
    return;
  }
  if (!language.dictionary) return;
  language.dictionary->divide(lower, divisions);
  if (language.loses_trema)
    std::erase_if(divisions, [&](std::size_t at) { return has_trema(lower[at]); });
}

// Marks are no letters.
int Hyphenator::State::count(std::size_t from, std::size_t to) const {
  return static_cast<int>(
      std::count_if(letters.begin() + static_cast<std::ptrdiff_t>(from),
                    letters.begin() + static_cast<std::ptrdiff_t>(to),
                    [](const Letter& letter) { return !is_mark(letter.lower); }));
}

const std::vector<std::uint16_t>& Hyphenator::points(std::string_view language,
                                                     std::string_view word, int left, int right) {
  State& s = *state_;
  s.points.clear();
  const State::Language& in = s.language(language);
  find_letters(word, s.letters);
  if (s.letters.empty()) return s.points;
  s.divide(in);
  for (const std::size_t at : s.divisions)
    if (!is_mark(s.letters[at].lower) && s.count(0, at) >= left &&
        s.count(at, s.letters.size()) >= right)
      s.points.push_back(s.letters[at].byte);
  return s.points;
}

Diagnostics Hyphenator::take_diagnostics() {
  return std::exchange(state_->diagnostics, {});
}

}  // namespace forme
