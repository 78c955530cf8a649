#include "pdf/run_reading.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "pdf/character_kinds.h"

namespace forme {

namespace {

template <class Predicate>
bool all_chars(std::string_view text, Predicate predicate) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_utf8(text, at);
    if (!predicate(c.value)) return false;
    at += c.length;
  }
  return true;
}

std::size_t count_chars(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::size_t byte_of_char(std::string_view text, std::size_t n) {
  std::size_t at = 0;
  while (n-- > 0 && at < text.size()) at += decode_utf8(text, at).length;
  return at;
}

std::string_view char_at(std::string_view text, std::size_t n) {
  const std::size_t at = byte_of_char(text, n);
  if (at >= text.size()) return {};
  return text.substr(at, decode_utf8(text, at).length);
}

const std::string kLeftToRightMark = "\u200E", kRightToLeftMark = "\u200F";

// The points of Hebrew and the marks of Arabic.
bool is_mark_from_right(char32_t c) {
  return (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
         c == 0x670 || (c >= 0x6D6 && c <= 0x6ED);
}

// Signs that readers keep with figures.
bool goes_with_figures(std::string_view text) {
  constexpr std::array<std::string_view, 9> kSigns = {".", ",", ":", "/", "+", "-", "،", "٫", "٬"};
  return std::find(kSigns.begin(), kSigns.end(), text) != kSigns.end();
}

bool is_word_space(std::string_view text) {
  return !text.empty() && all_chars(text, is_space);
}

}  // namespace

void RunReading::read(const GlyphRun& run, FontCodes& codes, const RunJoints& joints) {
  right_to_left_ = run.right_to_left;
  break_space_ = false;
  texts_.assign(run.glyphs.size(), {});
  dropped_.assign(run.glyphs.size(), 0);
  actual_.clear();
  words_.clear();
  made_.clear();
  find_clusters(run);
  split_break_space();
  leave_out_controls();
  for (const Cluster& cluster : clusters_) read_cluster(cluster, run, codes);
  if (right_to_left_) {
    find_words(run);
  } else {
    find_actual_texts(run, joints);
    keep_narrow_spaces(run, codes);
  }
  if (run.against) mark_direction(run);
}

void RunReading::find_clusters(const GlyphRun& run) {
  clusters_.clear();
  const std::size_t count = run.glyphs.size();
  const std::string_view text = run.text;
  const auto start = [&](std::size_t logical) {
    return std::min<std::size_t>(run.glyphs[visual(logical)].cluster, text.size());
  };
  for (std::size_t at = 0; at < count;) {
    std::size_t end = at + 1;
    while (end < count && start(end) == start(at)) ++end;
    const std::size_t stop = end < count ? std::max(start(end), start(at)) : text.size();
    clusters_.push_back({at, end, text.substr(start(at), stop - start(at))});
    at = end;
  }
}

void RunReading::split_break_space() {
  if (clusters_.empty() || is_word_space(clusters_.back().text)) return;
  std::string_view& text = clusters_.back().text;
  for (;;) {
    std::size_t last = text.size();
    while (last > 0 && (static_cast<unsigned char>(text[--last]) & 0xC0) == 0x80) {
    }
    if (last == 0) return;
    const char32_t c = decode_utf8(text, last).value;
    if (!is_space(c) && c != 0x200B) return;
    break_space_ = break_space_ || is_space(c);
    text = text.substr(0, last);
  }
}

// What shaping took out of a word counts to the letter before it. A cluster of nothing else is a
// hyphen that is seen, or a glyph that is not.
void RunReading::leave_out_controls() {
  for (Cluster& cluster : clusters_) {
    std::string kept;
    for (std::size_t at = 0; at < cluster.text.size();) {
      const DecodedChar c = decode_utf8(cluster.text, at);
      if (!is_control(c.value)) kept += cluster.text.substr(at, c.length);
      at += c.length;
    }
    if (!kept.empty() && kept.size() != cluster.text.size())
      cluster.text = made_.emplace_back(std::move(kept));
  }
}

void RunReading::read_cluster(const Cluster& cluster, const GlyphRun& run, FontCodes& codes) {
  const std::size_t glyphs = cluster.last - cluster.first;
  const Glyph& first = run.glyphs[visual(cluster.first)];
  if (glyphs == 1) {
    std::string_view& text = texts_[visual(cluster.first)];
    text = cluster.text;
    if (right_to_left_ && goes_with_figures(text))
      text = made_.emplace_back(kRightToLeftMark + std::string(text));
    dropped_[visual(cluster.first)] =
        first.advance == Length() && !cluster.text.empty() && all_chars(cluster.text, is_control);
    return;
  }
  const std::size_t chars = count_chars(cluster.text);
  for (std::size_t i = 0; i < glyphs; ++i) {
    const std::size_t at = visual(cluster.first + i);
    if (chars == glyphs) {
      texts_[at] = char_at(cluster.text, i);
    } else if (const char32_t c = codes.nominal_char(run.glyphs[at].id); c != 0) {
      append_utf8(made_.emplace_back(), c);
      texts_[at] = made_.back();
    } else {
      texts_[at] = char_at(cluster.text, std::min(i, chars == 0 ? 0 : chars - 1));
    }
  }
}

// At the side where the text goes on: the right of a run from the right, the left of another.
void RunReading::mark_direction(const GlyphRun& run) {
  if (texts_.empty()) return;
  const auto keep = [&](std::string text) -> std::string_view { return made_.emplace_back(text); };
  if (run.right_to_left) {
    if (!words_.empty() && !words_.front().cells.empty()) {
      std::string_view& text = words_.front().cells.back().text;
      text = keep(std::string(text) + kLeftToRightMark);
    } else {
      texts_.back() = keep(std::string(texts_.back()) + kLeftToRightMark);
    }
  } else if (!actual_.empty() && actual_.front().first == 0) {
    actual_.front().text = keep(kRightToLeftMark + std::string(actual_.front().text));
  } else {
    texts_.front() = keep(kRightToLeftMark + std::string(texts_.front()));
  }
}

std::size_t RunReading::end_of_word(std::size_t cluster) const {
  const bool space = is_word_space(clusters_[cluster].text);
  std::size_t end = cluster + 1;
  while (end < clusters_.size() && is_word_space(clusters_[end].text) == space) ++end;
  return end;
}

// Readers share a glyph's width between its characters, and begin a new word where two of them come
// too close.
bool RunReading::is_crowded(const Cluster& cluster, const GlyphRun& run) const {
  // em; poppler's limit is 0.1. A share is less by what kerning takes from the last.
  constexpr double kLeastAdvance = 0.1, kLeastShare = 0.15;
  if (cluster.last - cluster.first > 1) return true;
  const std::size_t glyph = visual(cluster.first);
  if (dropped_[glyph] != 0) return false;
  const std::size_t chars = count_chars(cluster.text);
  const double least = chars > 1 ? static_cast<double>(chars) * kLeastShare : kLeastAdvance;
  return chars > 0 && run.glyphs[glyph].advance / run.size < least;
}

void RunReading::find_actual_texts(const GlyphRun& run, const RunJoints& joints) {
  for (std::size_t at = 0; at < clusters_.size();) {
    const std::size_t end = end_of_word(at);
    const auto from = clusters_.begin() + static_cast<std::ptrdiff_t>(at);
    const auto to = clusters_.begin() + static_cast<std::ptrdiff_t>(end);
    const bool begins = at > 0 || !joints.continues;
    const bool ends = end < clusters_.size() || !joints.goes_on;
    if (!begins || !ends ||
        std::any_of(from, to, [&](const Cluster& c) { return is_crowded(c, run); })) {
      std::string& text = made_.emplace_back();
      for (auto c = from; c != to; ++c) {
        if (dropped_[c->first] == 0) text += c->text;
      }
      if (begins && !ends) text = joints.word;
      actual_.push_back({clusters_[at].first, clusters_[end - 1].last, text, begins, ends});
    }
    at = end;
  }
}

// Readers pass over a space narrower than they expect, even where it has a glyph: 0.15 em with
// poppler. There the letter before it reads as itself and the space.
void RunReading::keep_narrow_spaces(const GlyphRun& run, const FontCodes& codes) {
  constexpr double kLeastSpace = 0.16;  // em
  const Face& face = codes.face();
  for (std::size_t i = 1; i < texts_.size(); ++i) {
    if (!is_word_space(texts_[i]) || is_word_space(texts_[i - 1]) || texts_[i - 1].empty())
      continue;
    const Glyph& letter = run.glyphs[i - 1];
    const double drawn =
        run.scale_x * face.advance(letter.id) / static_cast<double>(face.units_per_em());
    const double gap = (letter.advance + run.glyphs[i].advance) / run.size - drawn;
    if (gap < kLeastSpace) read_space_with_letter(i);
  }
}

void RunReading::read_space_with_letter(std::size_t space) {
  const auto around = std::find_if(actual_.begin(), actual_.end(), [&](const ActualText& actual) {
    return actual.first < space && space <= actual.last;
  });
  if (around != actual_.end() && around->last > space) return;  // it reads with its word already
  if (around != actual_.end() && !around->begins) return;       // that was given before
  std::string_view& before = around != actual_.end() ? around->text : texts_[space - 1];
  before = made_.emplace_back(std::string(before) + std::string(texts_[space]));
  dropped_[space] = 1;
}

void RunReading::find_words(const GlyphRun& run) {
  for (std::size_t at = 0; at < clusters_.size();) {
    const std::size_t end = end_of_word(at);
    words_.push_back(read_word(at, end, run));
    at = end;
  }
}

// One glyph for one character, which stands on the line and moves the pen enough for a reader to
// keep it apart from the next.
bool RunReading::is_simple(const Cluster& cluster, const GlyphRun& run) const {
  constexpr double kLeastAdvance = 0.12, kMostOffset = 0.05;  // em
  const Glyph& g = run.glyphs[visual(cluster.first)];
  return cluster.last - cluster.first == 1 && count_chars(cluster.text) == 1 &&
         g.y_offset == Length() && std::abs(g.x_offset / run.size) < kMostOffset &&
         g.advance / run.size > kLeastAdvance;
}

RunReading::Word RunReading::read_word(std::size_t from, std::size_t to, const GlyphRun& run) {
  Word word;
  word.first = visual(clusters_[to - 1].last - 1);
  word.last = visual(clusters_[from].first) + 1;
  bool simple = is_word_space(clusters_[from].text);
  if (!simple) {
    simple = true;
    for (std::size_t c = from; c < to; ++c) simple = simple && is_simple(clusters_[c], run);
  }
  if (simple) return word;
  for (std::size_t c = to; c-- > from;) {
    const Cluster& cluster = clusters_[c];
    bool with_glyphs = true;
    for (std::size_t n = count_chars(cluster.text); n-- > 0;) {
      const std::string_view glyph_text = texts_[visual(cluster.first)];
      const bool marked = goes_with_figures(cluster.text);
      Word::Cell cell{marked ? glyph_text : char_at(cluster.text, n), visual(cluster.last - 1),
                      visual(cluster.first) + 1};
      if (!with_glyphs) cell.last = cell.first;
      word.cells.push_back(cell);
      with_glyphs = false;
    }
  }
  // A mark that ends the word would be put before it.
  if (!word.cells.empty() && is_mark_from_right(decode_utf8(word.cells.front().text, 0).value))
    word.cells.front().text =
        made_.emplace_back(kRightToLeftMark + std::string(word.cells.front().text));
  return word;
}

}  // namespace forme
