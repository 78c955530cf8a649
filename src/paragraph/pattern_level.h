#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forme {

// One of Liang's patterns: its letters, and the digits round them.
struct LevelPattern {
  std::uint64_t key = 0;         // the first eight letters, big endian: most comparisons end here
  std::string_view letters;      // of the level
  const char* values = nullptr;  // of the level; one digit more than letters, ended by 0
  bool replaces = false;         // the division changes the spelling
};

// What one level of a libhyphen file says: its settings and its patterns.
class PatternLevel {
 public:
  struct Settings {
    char left = 0, right = 0;                    // letters that are kept; 0: not said
    char compound_left = 0, compound_right = 0;  // the same, of the parts of a compound
    std::string no_hyphen;  // words, with 0 between them as libhyphen counts them
  };

  // A line of the file: a setting, or a pattern such as ".ab3ol" or "schif1fahrt/ff=f,5,2".
  // REQUIRES: its bytes stay until sort().
  void add_line(std::string_view line) {
    if (!add_setting(line)) lines_.push_back(line);
  }
  // Once all lines are there.
  void sort();

  const Settings& settings() const { return settings_; }
  // By their letters, so that neighbours share their beginnings.
  const std::vector<LevelPattern>& patterns() const { return patterns_; }
  std::size_t text_size() const { return text_.size(); }  // of all letters and values, at most

 private:
  bool add_setting(std::string_view line);

  Settings settings_;
  std::vector<std::string_view> lines_;
  std::vector<char> text_;
  std::vector<LevelPattern> patterns_;
};

}  // namespace forme
