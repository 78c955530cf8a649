#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paragraph/breakpoint.h"
#include "paragraph/hyphenator.h"

namespace forme {

// A place where a line may end once words may be divided.
struct Candidate {
  std::uint32_t at = 0;
  int penalty = 0;
  bool mandatory = false;
  bool inserts_hyphen = false;
  bool cut = false;  // as Breakpoint::cut
};

// Divides the words of paragraphs, and remembers how each word of the cache is divided. One per
// thread.
class WordDivider {
 public:
  explicit WordDivider(Hyphenator& hyphenator) : hyphenator_(hyphenator) {}

  // The line breaks of the text together with the divisions of its words, in order; good until the
  // next call. REQUIRES: the words of all paragraphs are of one cache.
  const std::vector<Candidate>& candidates(const ParagraphText& paragraph,
                                           const std::vector<LineBreak>& breaks,
                                           const BreakSettings& settings);

 private:
  // A stretch of letters that may be divided: quotes, stops and apostrophes are no part of a word.
  struct Stretch {
    std::uint32_t first = 0;  // byte of the word
    std::uint32_t points = 0, end_of_points = 0;
    bool capitalised = false, all_capitals = false;
  };
  // What is known of a word by itself.
  struct Word {
    std::uint32_t stretches = 0, end_of_stretches = 0;
    bool looked_at = false, found_stretches = false;
    bool may_divide = true;  // it holds nothing that forbids it
    bool compound = false;   // it has a hyphen of its own
  };
  using Words = std::vector<Word>;  // by their numbers

  void divide(const ParagraphText& paragraph, const BreakSettings& settings);
  void cut_piece(std::string_view text, const Piece& piece, std::size_t divisions);
  void divide_piece(const ParagraphText& paragraph, const Piece& piece, Words& words);
  void find_stretches(std::string_view text, const std::string& language, Word& word);
  Words& words_with(int left, int right);

  Hyphenator& hyphenator_;
  int left_ = 0, right_ = 0;                                  // letters that are kept, at present
  std::vector<std::pair<std::pair<int, int>, Words>> known_;  // by letters kept: few
  std::vector<Stretch> stretches_;                            // of all words
  std::vector<std::uint16_t> points_;                         // bytes of their stretches
  std::vector<Candidate> divisions_, all_;
};

}  // namespace forme
