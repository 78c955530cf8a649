#include "paragraph/breakpoint.h"

#include <algorithm>

#include "base/utf8.h"
#include "paragraph/sense.h"
#include "paragraph/word_division.h"

namespace forme {
namespace {

// The pen over the part of a word before byte `cut` of it, when the word may be cut there as it is.
bool measure_before(const ShapedWord& word, std::uint32_t cut, const Piece& piece,
                    const StyledRun& run, Pen& pen) {
  bool safe = false;
  for (const ShapedPart& part : word.parts) {
    if (part.first >= cut) return safe || part.first == cut;
    std::int64_t units = 0;
    int clusters = 0;
    for (const ShapedGlyph& glyph : part.glyphs) {
      if (glyph.cluster == cut) safe = glyph.safe_to_break;
      if (glyph.cluster >= cut) continue;
      units += glyph.advance;
      clusters += glyph.opens_cluster ? 1 : 0;
    }
    pen = pen + measure_units(part.units_per_em, units, clusters, piece, run);
  }
  return safe;
}

class BreakpointList {
 public:
  BreakpointList(const ParagraphText& paragraph, const BreakSettings& settings,
                 const BreakTools& tools, std::vector<Breakpoint>& out)
      : paragraph_(paragraph), settings_(settings), tools_(tools), out_(out) {}

  void build(const std::vector<Candidate>& candidates) {
    out_.clear();
    out_.reserve(candidates.size() + 2);
    open();
    auto next = candidates.begin();
    while (next != candidates.end() && next->at <= paragraph_.first) ++next;
    for (const Piece& piece : paragraph_.pieces) {
      if (piece.kind == Piece::Kind::LineEnd) {
        visible_pen_ = pen_;
      } else {
        const Pen width = width_of_piece(piece);
        for (; next != candidates.end() && next->at < piece.last; ++next) cut(*next, piece, width);
        pen_ = pen_ + width;
      }
      if (piece.kind == Piece::Kind::Word) {
        visible_pen_ = pen_;
        visible_ = piece.last;
        last_word_ = &piece;
      }
      for (; next != candidates.end() && next->at == piece.last; ++next) between(*next, &piece + 1);
    }
    between({static_cast<std::uint32_t>(paragraph_.utf8.size()), 0, true, false}, end_of_pieces());
  }

 private:
  const StyledRun& run(const Piece& piece) const { return paragraph_.runs[piece.run]; }

  // Most spaces are as wide as the one before.
  Pen width_of_piece(const Piece& piece) {
    if (piece.kind != Piece::Kind::Space) return measure(*piece.word, piece, run(piece));
    if (!space_ || space_->word != piece.word || space_->run != piece.run) {
      space_ = &piece;
      space_width_ = measure(*piece.word, piece, run(piece));
    }
    return space_width_;
  }

  // Spaces at the very beginning are not seen.
  void open() {
    Breakpoint begin;
    begin.visible = begin.next = visible_ = paragraph_.first;
    const Piece* piece = paragraph_.pieces.data();
    for (; piece != end_of_pieces() && piece->kind == Piece::Kind::Space; ++piece)
      begin.start = begin.start + measure(*piece->word, *piece, run(*piece));
    if (piece != end_of_pieces()) hang_start(begin, *piece, piece->first);
    out_.push_back(begin);
  }

  // A break within `piece`, whose own width is `width`.
  void cut(const Candidate& candidate, const Piece& piece, const Pen& width) {
    if (piece.kind != Piece::Kind::Word) return;
    const std::uint32_t at = candidate.at - piece.first;
    Pen head, tail;
    if (measure_before(*piece.word, at, piece, run(piece), head)) {
      tail = width - head;
    } else {
      head = measure_text(piece, piece.first, candidate.at);
      tail = measure_text(piece, candidate.at, piece.last);
    }
    Breakpoint& b = add(candidate, candidate.at);
    b.end = pen_ + head;
    b.start = pen_ + width - tail;
    if (candidate.inserts_hyphen) b.end = b.end + hyphen(piece);
    hang_end(b, piece);
    hang_start(b, piece, candidate.at);
  }

  // A break at the end of a piece, `after` which another may follow.
  void between(const Candidate& candidate, const Piece* after) {
    Breakpoint& b = add(candidate, visible_);
    b.end = visible_pen_;
    b.start = pen_;
    if (candidate.inserts_hyphen && last_word_) b.end = b.end + hyphen(*last_word_);
    if (last_word_) hang_end(b, *last_word_);
    if (after != end_of_pieces()) hang_start(b, *after, candidate.at);
  }

  Breakpoint& add(const Candidate& candidate, std::uint32_t visible) {
    Breakpoint& b = out_.emplace_back();
    b.visible = visible;
    b.next = candidate.at;
    b.penalty = candidate.penalty;
    b.inserts_hyphen = candidate.inserts_hyphen;
    b.forced = candidate.mandatory;
    b.cut = candidate.cut;
    const std::string_view seen = paragraph_.utf8.substr(0, visible);
    b.flagged = b.inserts_hyphen || (!seen.empty() && seen.back() == '-') ||
                (seen.size() > 2 && seen.substr(seen.size() - 3) == "\u2010");
    if (settings_.weigh_sense && !b.forced && !b.flagged && last_word_)
      b.sense = sense_penalty(paragraph_.utf8, visible, run(*last_word_).shape.language);
    return b;
  }

  const Piece* end_of_pieces() const { return paragraph_.pieces.data() + paragraph_.pieces.size(); }

  // Only what runs as the paragraph does is sure to stand at the line's edge.
  bool may_hang(const Piece& piece) const {
    return !settings_.protrusion.signs.empty() && piece.kind == Piece::Kind::Word &&
           piece.level == (paragraph_.right_to_left ? 1 : 0);
  }

  void hang_end(Breakpoint& b, const Piece& piece) {
    if (!may_hang(piece) || b.visible <= piece.first) return;
    std::uint32_t at = b.visible - 1;
    while (at > piece.first && (static_cast<unsigned char>(paragraph_.utf8[at]) & 0xC0) == 0x80)
      --at;
    const char32_t sign = b.inserts_hyphen ? U'\u2010' : decode_utf8(paragraph_.utf8, at).value;
    const double share = settings_.protrusion.of(sign).end;
    if (share <= 0) return;
    b.end_hang = (b.inserts_hyphen ? hyphen(piece).advance : width_of(sign, at, piece)) * share;
    b.end.advance -= b.end_hang;
  }

  void hang_start(Breakpoint& b, const Piece& piece, std::uint32_t at) const {
    if (!may_hang(piece) || at >= piece.last) return;
    const char32_t sign = decode_utf8(paragraph_.utf8, at).value;
    const double share = settings_.protrusion.of(sign).start;
    if (share <= 0) return;
    b.start_hang = width_of(sign, at, piece) * share;
    b.start.advance += b.start_hang;
  }

  // Of a sign of the piece by itself, at `at`.
  Length width_of(char32_t sign, std::uint32_t at, const Piece& piece) const {
    for (const ShapedPart& part : piece.word->parts) {
      if (at - piece.first >= part.last) continue;
      const Face& face = tools_.fonts.face(part.face);
      return scale_units(face.advance(face.glyph(sign)), face.units_per_em(), run(piece).size);
    }
    return {};
  }

  Pen measure_text(const Piece& piece, std::uint32_t first, std::uint32_t last) const {
    const ShapedWord& word =
        tools_.cache.shape(piece.settings, paragraph_.utf8.substr(first, last - first));
    return measure(word, piece, run(piece));
  }

  // Most hyphens are those of one face and run.
  const Pen& hyphen(const Piece& piece) {
    const StyledRun& style = run(piece);
    const FaceId face =
        piece.word->parts.empty() ? style.shape.face : piece.word->parts.back().face;
    if (!hyphen_ || hyphen_->run != piece.run || hyphen_->spaced != piece.spaced ||
        hyphen_face_ != face) {
      const HyphenGlyph glyph = hyphen_glyph(*piece.word, style.shape.face, tools_.fonts);
      hyphen_ = &piece;
      hyphen_face_ = face;
      hyphen_width_ = measure_units(glyph.units_per_em, glyph.advance, 1, piece, style);
    }
    return hyphen_width_;
  }

  const ParagraphText& paragraph_;
  const BreakSettings& settings_;
  const BreakTools& tools_;
  std::vector<Breakpoint>& out_;
  Pen pen_, visible_pen_;
  const Piece* space_ = nullptr;  // the last, and its width
  Pen space_width_;
  const Piece* hyphen_ = nullptr;  // the last that was divided, the face of its hyphen, its width
  FaceId hyphen_face_ = 0;
  Pen hyphen_width_;
  std::uint32_t visible_ = 0;
  const Piece* last_word_ = nullptr;
};

}  // namespace

void find_breakpoints(const ParagraphText& paragraph, const std::string& language,
                      const BreakSettings& settings, const BreakTools& tools,
                      std::vector<Breakpoint>& breaks) {
  const std::vector<LineBreak>& places = tools.breaker.find(paragraph.utf8, language);
  BreakpointList(paragraph, settings, tools, breaks)
      .build(tools.divider.candidates(paragraph, places, settings));
}

HyphenGlyph hyphen_glyph(const ShapedWord& word, FaceId first, const FontLibrary& fonts) {
  const FaceId faces[] = {word.parts.empty() ? first : word.parts.back().face, first};
  for (const FaceId id : faces) {
    const Face& face = fonts.face(id);
    for (const char32_t sign : {U'\u2010', U'-'})
      if (const std::uint32_t glyph = face.glyph(sign))
        return {id, glyph, face.advance(glyph), face.units_per_em()};
  }
  return {first, 0, fonts.face(first).advance(0), fonts.face(first).units_per_em()};
}

}  // namespace forme
