#include "pdf/joined_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "pdf/character_kinds.h"
#include "pdf/pdf_number.h"

namespace forme {

namespace {

struct Piece {
  const GlyphRun* run = nullptr;
  std::string_view text;  // of the run, within the word
};

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const DecodedChar c = decode_utf8(text, end);
    if (is_space(c.value)) break;
    end += c.length;
  }
  return text.substr(0, end);
}

std::string_view last_word(std::string_view text) {
  std::string_view word = text;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_utf8(text, at);
    at += c.length;
    if (is_space(c.value)) word = text.substr(at);
  }
  return word;
}

// Shown, and from the left: a run that is not would leave the word open.
bool may_join(const GlyphRun& run) {
  return !run.right_to_left && !run.glyphs.empty() && run.scale_x > 0 && to_milli(run.size) > 0;
}

// Whether no space, and nothing of another kind, stands between the two.
bool adjoin(const GlyphItem& a, const GlyphItem& b) {
  return may_join(a.run) && may_join(b.run) && a.node == b.node &&
         a.run.language == b.run.language && a.origin.y == b.origin.y && a.text.leaf != kNoLeaf &&
         a.text.article == b.text.article && a.text.leaf == b.text.leaf &&
         a.text.last == b.text.first && !last_word(a.run.text).empty() &&
         !first_word(b.run.text).empty();
}

// What a piece reads as: of its controls only a hyphen that is seen.
std::string shown(const Piece& piece) {
  const auto start = static_cast<std::size_t>(piece.text.data() - piece.run->text.data());
  const auto is_seen = [&](std::size_t byte) {
    return std::any_of(piece.run->glyphs.begin(), piece.run->glyphs.end(), [&](const Glyph& g) {
      return g.cluster == start + byte && g.advance > Length();
    });
  };
  std::string out;
  for (std::size_t at = 0; at < piece.text.size();) {
    const DecodedChar c = decode_utf8(piece.text, at);
    if (!is_control(c.value) || is_seen(at)) out += piece.text.substr(at, c.length);
    at += c.length;
  }
  return out;
}

void join(const std::vector<Piece>& pieces, JoinedWords& joined) {
  const auto shifts = [&](const Piece& p) { return p.run->rise != pieces.front().run->rise; };
  if (std::none_of(pieces.begin(), pieces.end(), shifts)) return;
  const auto base = std::find_if(pieces.begin(), pieces.end(),
                                 [](const Piece& p) { return p.run->rise == Length(); });
  std::string& word = joined[pieces.front().run].word;
  for (const Piece& piece : pieces) {
    word += shown(piece);
    RunJoints& joints = joined[piece.run];
    joints.continues = joints.continues || &piece != &pieces.front();
    joints.goes_on = joints.goes_on || &piece != &pieces.back();
    joints.base = base != pieces.end() ? base->run : pieces.front().run;
  }
}

}  // namespace

JoinedWords find_joined_words(const DisplayPage& page) {
  JoinedWords joined;
  std::vector<Piece> pieces;  // of the word at hand, from its second run
  const GlyphItem* before = nullptr;
  bool reads_otherwise = false;
  const auto end_word = [&] {
    if (!pieces.empty()) join(pieces, joined);
    pieces.clear();
  };
  for (const DisplayItem& item : page.items) {
    const auto* glyphs = std::get_if<GlyphItem>(&item);
    const bool otherwise = glyphs && (reads_otherwise || !glyphs->run.reads_as.empty());
    if (glyphs) reads_otherwise = otherwise && !glyphs->run.ends_reading;
    if (!glyphs || otherwise || !before || !adjoin(*before, *glyphs)) {
      end_word();
      before = glyphs && !otherwise ? glyphs : nullptr;
      continue;
    }
    if (pieces.empty()) pieces.push_back({&before->run, last_word(before->run.text)});
    const std::string_view text = first_word(glyphs->run.text);
    pieces.push_back({&glyphs->run, text});
    if (text.size() < glyphs->run.text.size()) end_word();
    before = glyphs;
  }
  end_word();
  return joined;
}

}  // namespace forme
