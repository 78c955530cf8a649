#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "display/display_list.h"
#include "pdf/font_codes.h"
#include "pdf/joined_words.h"

namespace forme {

// What each glyph of a run reads as, so that the text can be had back from the page.
// A glyph that stands for one or more whole characters carries them. Where a cluster has several
// glyphs, the word round it is given whole as ActualText: round the cluster alone, readers put
// spaces into Tamil words. Soft hyphens and other controls that show nothing read as nothing.
// Readers turn the characters of a right-to-left word round themselves, so such a word is shown
// from left to right, character by character; the words follow one another in logical order.
// Readers also take signs beside a run that goes against its line for a part of it, and stops in
// right-to-left text for figures: an invisible direction mark behind those puts that right.
class RunReading {
 public:
  struct ActualText {
    std::size_t first = 0, last = 0;  // glyphs, in visual order
    std::string_view text;            // of all the word, also of what is set in other runs
    bool begins = true, ends = true;  // in this run
  };

  // A word of a right-to-left run, or the space between two.
  struct Word {
    std::size_t first = 0, last = 0;  // glyphs, in visual order
    // Empty when each glyph carries one character. Else every character of the word, from left to
    // right, with the glyphs of its cluster at the first of them.
    struct Cell {
      std::string_view text;
      std::size_t first = 0, last = 0;
    };
    std::vector<Cell> cells;
  };

  // The views live as long as `run` and this reading. May be called again for another run.
  void read(const GlyphRun& run, FontCodes& codes, const RunJoints& joints = {});

  const std::vector<std::string_view>& glyph_texts() const { return texts_; }  // visual order
  bool is_dropped(std::size_t glyph) const { return dropped_[glyph] != 0; }
  const std::vector<ActualText>& actual_texts() const { return actual_; }
  const std::vector<Word>& words() const { return words_; }  // right-to-left runs; logical order
  // The run ends in a space at a line break, which has no glyph.
  bool has_break_space() const { return break_space_; }

 private:
  struct Cluster {
    std::size_t first = 0, last = 0;  // glyphs, in logical order
    std::string_view text;
  };
  void find_clusters(const GlyphRun& run);
  void split_break_space();
  void leave_out_controls();
  void read_cluster(const Cluster& cluster, const GlyphRun& run, FontCodes& codes);
  void find_actual_texts(const GlyphRun& run, const RunJoints& joints);
  bool is_crowded(const Cluster& cluster, const GlyphRun& run) const;
  void keep_narrow_spaces(const GlyphRun& run, const FontCodes& codes);
  void read_space_with_letter(std::size_t space);
  void find_words(const GlyphRun& run);
  void mark_direction(const GlyphRun& run);
  bool is_simple(const Cluster& cluster, const GlyphRun& run) const;
  Word read_word(std::size_t from, std::size_t to, const GlyphRun& run);
  std::size_t end_of_word(std::size_t cluster) const;
  std::size_t visual(std::size_t logical) const {
    return right_to_left_ ? texts_.size() - 1 - logical : logical;
  }

  bool right_to_left_ = false, break_space_ = false;
  std::vector<Cluster> clusters_;
  std::vector<std::string_view> texts_;
  std::vector<char> dropped_;
  std::vector<ActualText> actual_;
  std::vector<Word> words_;
  std::deque<std::string> made_;  // texts that do not stand in the run
};

}  // namespace forme
