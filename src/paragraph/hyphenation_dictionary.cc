#include "paragraph/hyphenation_dictionary.h"

#include <hyphen.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>

#include "base/number.h"
#include "base/utf8.h"

namespace forme {
namespace {

constexpr std::size_t kMaxLetters = 100;  // longer is no word
constexpr std::size_t kMaxBytes = 4 * kMaxLetters;
using Encoded = std::array<char, kMaxBytes>;

// 0 where a byte stands for no character.
std::array<char32_t, 256> characters_of(const char* encoding) {
  std::array<char32_t, 256> out = {};
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  for (int byte = 1; byte < 256 && U_SUCCESS(status); ++byte) {
    const char in = static_cast<char>(byte);
    char16_t units[4] = {};
    UErrorCode own = U_ZERO_ERROR;
    if (ucnv_toUChars(converter, units, 4, &in, 1, &own) == 1 && U_SUCCESS(own))
      out[static_cast<std::size_t>(byte)] = units[0];
  }
  ucnv_close(converter);
  return out;
}

// One level of patterns as the automaton that libhyphen runs: a trie of the patterns' letters, each
// state linked to the longest suffix of it that is a state. hnj_hyphen_load() makes the same one,
// but spends seconds on the German file, whose 290,000 states overflow its hash table. Where asked,
// ours joins the values of suffixes to each state, which libhyphen wants done in the file.
class Automaton {
 public:
  Automaton() { add_state(); }

  void set_encoding(const std::string& encoding) {
    std::strncpy(dict_.cset, encoding.c_str(), sizeof dict_.cset - 1);
    dict_.utf8 = encoding == "UTF-8" ? 1 : 0;
  }

  // A line of the file: a setting, or a pattern such as ".ab3ol" or "schif1fahrt/ff=f,5,2".
  void add_line(std::string_view line) {
    if (!add_setting(line)) lines_.push_back(line);
  }

  HyphenDict* finish(bool join) {
    join_ = join;
    for (const Pattern& pattern : sorted_patterns()) add_pattern(pattern);
    link_transitions();
    order_by_depth();
    link_fallbacks();
    dict_.states = states_.data();
    dict_.num_states = static_cast<int>(states_.size());
    if (!nohyphen_.empty()) {
      dict_.nohyphen = nohyphen_.data();
      dict_.nohyphenl = static_cast<int>(std::count(nohyphen_.begin(), nohyphen_.end(), '\0'));
    }
    return &dict_;
  }

 private:
  struct Pattern {
    std::uint64_t key = 0;         // the first eight letters, big endian: most comparisons end here
    std::string_view letters;      // within text_
    const char* values = nullptr;  // one digit more than letters, ended by 0
    bool replaces = false;
  };
  struct Branch {
    int parent, child;
    char letter;
  };

  bool add_setting(std::string_view line) {
    const auto number_after = [&](std::string_view name, char& value) {
      if (line.substr(0, name.size()) != name) return false;
      std::string_view digits = line.substr(name.size());
      while (!digits.empty() && digits.front() == ' ') digits.remove_prefix(1);
      value = static_cast<char>(std::clamp(parse_int(digits).value_or(0), 0, 100));
      return true;
    };
    if (line.empty() || line.front() < 'C' || line.front() > 'R') return false;
    if (number_after("LEFTHYPHENMIN", dict_.lhmin) || number_after("RIGHTHYPHENMIN", dict_.rhmin) ||
        number_after("COMPOUNDLEFTHYPHENMIN", dict_.clhmin) ||
        number_after("COMPOUNDRIGHTHYPHENMIN", dict_.crhmin))
      return true;
    if (line.substr(0, 8) != "NOHYPHEN") return false;
    std::string_view list = line.substr(8);
    while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
    nohyphen_ = list;
    std::replace(nohyphen_.begin(), nohyphen_.end(), ',', '\0');  // libhyphen counts these
    return true;
  }

  // In order, neighbours share their beginnings and the trie grows along one path.
  std::vector<Pattern> sorted_patterns() {
    std::size_t bytes = 0;
    for (const std::string_view line : lines_) bytes += 2 * line.size() + 3;
    text_.resize(bytes);  // never again: patterns point into it
    char* free_text = text_.data();
    std::vector<Pattern> patterns;
    patterns.reserve(lines_.size());
    for (const std::string_view line : lines_) patterns.push_back(parse(line, free_text));
    std::stable_sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
      return a.key != b.key ? a.key < b.key : a.letters < b.letters;
    });
    return patterns;
  }

  static Pattern parse(std::string_view line, char*& free_text) {
    const std::size_t slash = line.find('/');
    line = line.substr(0, slash);
    char* const letters = free_text;
    char* const values = letters + line.size() + 1;
    std::size_t count = 0;
    values[0] = '0';
    for (const char c : line) {
      if (static_cast<unsigned char>(c) <= ' ') break;
      if (c >= '0' && c <= '9') {
        values[count] = c;
      } else {
        letters[count++] = c;
        values[count] = '0';
      }
    }
    values[count + 1] = '\0';
    free_text = values + count + 2;
    Pattern pattern{0, {letters, count}, values, slash != std::string_view::npos};
    for (std::size_t i = 0; i < 8; ++i)
      pattern.key = (pattern.key << 8) | (i < count ? static_cast<unsigned char>(letters[i]) : 0U);
    return pattern;
  }

  int add_state() {
    HyphenState state = {};
    state.fallback_state = -1;
    states_.push_back(state);
    return static_cast<int>(states_.size()) - 1;
  }

  void add_pattern(const Pattern& pattern) {
    std::size_t shared = 0;
    while (shared < path_.size() && shared < pattern.letters.size() &&
           path_letters_[shared] == pattern.letters[shared])
      ++shared;
    path_.resize(shared);
    path_letters_.resize(shared);
    for (std::size_t at = shared; at < pattern.letters.size(); ++at) {
      const int parent = path_.empty() ? 0 : path_.back();
      const int child = add_state();
      branches_.push_back({parent, child, pattern.letters[at]});
      path_.push_back(child);
      path_letters_ += pattern.letters[at];
    }
    HyphenState& state = states_[static_cast<std::size_t>(path_.empty() ? 0 : path_.back())];
    state.replcut = static_cast<signed char>(pattern.letters.size());
    // libhyphen lays the values from the end of what it has read: zeroes before the first may go.
    // A replacement's values stay whole, without that of the word's start; divide() only has to
    // know that there is one, so any text will do for it.
    state.match = const_cast<char*>(pattern.values);
    if (pattern.replaces) {
      if (pattern.letters.substr(0, 1) == ".") ++state.match;
      state.repl = replacement_.data();
    } else {
      while (*state.match == '0') ++state.match;
    }
  }

  void link_transitions() {
    // A state's branches were made in order of their letters, but not one after the other.
    std::vector<int> count(states_.size() + 1);
    for (const Branch& branch : branches_) ++count[static_cast<std::size_t>(branch.parent) + 1];
    for (std::size_t i = 1; i < count.size(); ++i) count[i] += count[i - 1];
    transitions_.resize(branches_.size());
    for (std::size_t i = 0; i < states_.size(); ++i)
      states_[i].trans = transitions_.data() + count[i];
    for (const Branch& branch : branches_) {
      HyphenState& state = states_[static_cast<std::size_t>(branch.parent)];
      state.trans[state.num_trans++] = {branch.letter, branch.child};
    }
  }

  int step(int state, char letter) const {
    const HyphenState& from = states_[static_cast<std::size_t>(state)];
    for (int i = 0; i < from.num_trans; ++i)
      if (from.trans[i].ch == letter) return from.trans[i].new_state;
    return -1;
  }

  // What stands near the root, where all words pass, stands together: a walk through the states is
  // mostly waiting for memory. The state that a branch leads to is then one after the branch's
  // number.
  void order_by_depth() {
    std::vector<HyphenState> states;
    std::vector<HyphenTrans> transitions;
    std::vector<char> values;
    states.reserve(states_.size());
    transitions.reserve(transitions_.size());
    values.reserve(text_.size());  // the matches point into it
    std::vector<int> queue = {0};
    queue.reserve(states_.size());
    for (std::size_t next = 0; next < queue.size(); ++next) {
      HyphenState& state = states.emplace_back(states_[static_cast<std::size_t>(queue[next])]);
      const HyphenTrans* branches = state.trans;
      state.trans = transitions.data() + transitions.size();
      for (int i = 0; i < state.num_trans; ++i) {
        queue.push_back(branches[i].new_state);
        transitions.push_back({branches[i].ch, static_cast<int>(queue.size()) - 1});
      }
      if (!state.match) continue;
      const std::string_view match = state.match;
      state.match = values.data() + values.size();
      values.insert(values.end(), match.begin(), match.end());
      values.push_back('\0');
    }
    states_ = std::move(states);
    transitions_ = std::move(transitions);
    text_ = std::move(values);
  }

  // Parents before children (Aho and Corasick 1975, algorithm 3), so that a suffix's values are
  // whole before they are joined.
  void link_fallbacks() {
    for (const HyphenState& parent : states_) {
      for (int i = 0; i < parent.num_trans; ++i) {
        const HyphenTrans& branch = parent.trans[i];
        int suffix = parent.fallback_state, target = -1;
        while (suffix >= 0 && (target = step(suffix, branch.ch)) < 0)
          suffix = states_[static_cast<std::size_t>(suffix)].fallback_state;
        HyphenState& child = states_[static_cast<std::size_t>(branch.new_state)];
        child.fallback_state = std::max(target, 0);
        join_values(child, states_[static_cast<std::size_t>(child.fallback_state)]);
      }
    }
  }

  void join_values(HyphenState& state, const HyphenState& suffix) {
    if (!join_ || !suffix.match || suffix.repl || state.repl) return;
    if (!state.match) {
      state.match = suffix.match;
      return;
    }
    const std::string_view own = state.match, other = suffix.match;
    std::string joined(std::max(own.size(), other.size()), '0');
    std::copy(own.begin(), own.end(), joined.end() - static_cast<std::ptrdiff_t>(own.size()));
    for (std::size_t i = 0; i < other.size(); ++i) {
      char& value = joined[joined.size() - 1 - i];
      value = std::max(value, other[other.size() - 1 - i]);
    }
    if (joined == own) return;
    joined_.push_back(std::move(joined));
    state.match = joined_.back().data();
  }

  HyphenDict dict_ = {};
  bool join_ = false;
  std::vector<std::string_view> lines_;
  std::vector<char> text_;
  std::string replacement_ = "=";
  std::deque<std::string> joined_;
  std::vector<HyphenState> states_;
  std::vector<HyphenTrans> transitions_;
  std::vector<Branch> branches_;
  std::vector<int> path_;  // states of the pattern added last
  std::string path_letters_;
  std::string nohyphen_;
};

// Apostrophes and hyphens part a word of themselves where a file does not say otherwise.
constexpr std::array<std::string_view, 3> kFirstLevel = {"NOHYPHEN ',-", "1-1", "1'1"};
constexpr std::array<std::string_view, 5> kFirstLevelUtf8 = {"NOHYPHEN ',\u2013,\u2019,-", "1-1",
                                                             "1'1", "1\u20131", "1\u20191"};
constexpr std::u32string_view kFirstLevelSigns = U"',-\u2013\u2019";

}  // namespace

struct HyphenationDictionary::State {
  Automaton first, second;  // compounds, then syllables
  HyphenDict* top = nullptr;
  HyphenDict* syllables = nullptr;  // when the first level is ours: all that words of letters need
  std::array<char32_t, 256> encoded =
      {};  // the characters of a one-byte encoding; unused for UTF-8

  // How many bytes the word takes; 0 when it cannot be written in the dictionary's encoding.
  int encode(std::u32string_view word, Encoded& out) const {
    std::size_t size = 0;
    std::string utf8;
    for (const char32_t letter : word) {
      if (top->utf8 != 0) {
        utf8.clear();
        append_utf8(utf8, letter);
        for (const char byte : utf8) out[size++] = byte;
        continue;
      }
      const auto found = std::find(encoded.begin() + 1, encoded.end(), letter);
      if (found == encoded.end()) return 0;
      out[size++] = static_cast<char>(found - encoded.begin());
    }
    return static_cast<int>(size);
  }
};

HyphenationDictionary::HyphenationDictionary(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
HyphenationDictionary::~HyphenationDictionary() = default;

std::unique_ptr<const HyphenationDictionary> HyphenationDictionary::parse(std::string_view bytes,
                                                                          bool join) {
  auto state = std::make_unique<State>();
  std::string encoding;
  bool two_levels = false, opened = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
    at = end + 1;
    if (!opened) {
      opened = true;
      encoding = line.substr(0, MAX_NAME - 1);
    } else if (line.substr(0, 9) == "NEXTLEVEL") {
      two_levels = true;
    } else if (!line.empty() && line.front() != '%' && line.front() != '#') {
      (two_levels ? state->second : state->first).add_line(line);
    }
  }
  if (encoding.empty()) return nullptr;
  if (!two_levels) {
    std::swap(state->first, state->second);
    for (const std::string_view line : kFirstLevel)
      if (encoding != "UTF-8") state->first.add_line(line);
    for (const std::string_view line : kFirstLevelUtf8)
      if (encoding == "UTF-8") state->first.add_line(line);
  }
  state->first.set_encoding(encoding);
  state->second.set_encoding(encoding);
  state->top = state->first.finish(join);
  HyphenDict* syllables = state->second.finish(join);
  state->top->nextlevel = syllables;
  if (!two_levels) {
    state->syllables = syllables;
    const auto or_else = [](char value, char other) { return value != 0 ? value : other; };
    state->top->lhmin = syllables->lhmin;
    state->top->rhmin = syllables->rhmin;
    state->top->clhmin = or_else(syllables->clhmin, or_else(syllables->lhmin, 3));
    state->top->crhmin = or_else(syllables->crhmin, or_else(syllables->rhmin, 3));
  }
  if (encoding != "UTF-8") state->encoded = characters_of(encoding.c_str());
  return std::unique_ptr<const HyphenationDictionary>(new HyphenationDictionary(std::move(state)));
}

void HyphenationDictionary::divide(std::u32string_view lower,
                                   std::vector<std::size_t>& divisions) const {
  divisions.clear();
  if (lower.size() > kMaxLetters) return;
  Encoded in;
  const int size = state_->encode(lower, in);
  if (size == 0) return;
  std::array<char, kMaxBytes + 5> hyphens;  // libhyphen writes four bytes past the word and an end
  char** replacements = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  const bool letters = lower.find_first_of(kFirstLevelSigns) == std::u32string_view::npos;
  HyphenDict* levels = state_->syllables && letters ? state_->syllables : state_->top;
  const int failed = hnj_hyphen_hyphenate2(levels, in.data(), size, hyphens.data(), nullptr,
                                           &replacements, &positions, &cuts);
  for (std::size_t i = 0; failed == 0 && i + 1 < lower.size(); ++i)
    if ((hyphens[i] & 1) != 0 && !(replacements && replacements[i])) divisions.push_back(i + 1);
  for (int i = 0; replacements && i < size; ++i) free(replacements[i]);
  free(replacements);
  free(positions);
  free(cuts);
}

}  // namespace forme
