#include "paragraph/line_builder.h"

#include <algorithm>

#include "shaping/itemizer.h"

namespace forme {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

// `against`: the text runs against the columns that it stands in, and begins at their far side.
Length indent_of(const LinePlace& place, Length width, bool against) {
  const Length slack = place.width - width;
  switch (place.align) {
    case Align::Centre:
      return place.start + slack / 2;
    case Align::End:
      return against ? place.start : place.start + slack;
    case Align::Justify:
    case Align::Start:
      break;
  }
  return against ? place.start + slack : place.start;
}

// Font units to lengths, glyph scaling included.
class Scaling {
 public:
  Scaling(int units_per_em, Length size, int per_mille)
      : factor_(size.units() * (1000 + per_mille)), divisor_(std::int64_t{1000} * units_per_em) {}
  Length operator()(std::int64_t units) const {
    const std::int64_t product = units * factor_, half = divisor_ / 2;
    return Length::from_units((product + (product < 0 ? -half : half)) / divisor_);
  }

 private:
  std::int64_t factor_, divisor_;
};

}  // namespace

Line LineBuilder::build(const FitLine& fit, const LinePlace& place) {
  const Breakpoint &from = breaks_[fit.from], &to = breaks_[fit.to];
  Line line;
  line.first = from.next;
  line.last = to.next;
  line.hyphenated = to.inserts_hyphen;
  line.overfull = fit.overfull || to.cut;
  line.last_of_paragraph = fit.to + 1 == breaks_.size();

  const Length measure = place.width + from.start_hang + to.end_hang;
  adjust_ = {};
  collect(from, to);
  const Length natural = spaces_width_;
  // A line without a word space is not forced: its letters would gape.
  if (fit.filled && (natural > Length() || fit.ratio <= 1)) {
    adjust_ = justification_at(fit.ratio, limits_);
    if (natural > Length()) {
      const Length target = fit.overfull ? natural * limits_.space_min : measure - letters_width();
      spread(target - natural);
      line.space_ratio = target / natural;
    } else if (!fit.overfull) {
      spread_letters(measure - letters_width());
    }
  }
  emit(line);
  finish_runs(line, to);
  line.width = pen_;
  line.from_right = paragraph_.from_right;
  line.start_hang = from.start_hang;
  line.end_hang = to.end_hang;
  const Length inside = line.width - line.start_hang - line.end_hang;
  const bool against = paragraph_.right_to_left != paragraph_.from_right;
  line.indent = indent_of(place, inside, against) - (against ? line.end_hang : line.start_hang);
  return line;
}

void LineBuilder::collect(const Breakpoint& from, const Breakpoint& to) {
  atoms_.clear();
  spaces_width_ = {};
  const auto& pieces = paragraph_.pieces;
  while (next_piece_ < pieces.size() && pieces[next_piece_].last <= from.next) ++next_piece_;
  for (std::size_t i = next_piece_; i < pieces.size() && pieces[i].first < to.visible; ++i)
    collect_piece(pieces[i], from, to);
  if (!to.inserts_hyphen || atoms_.empty()) return;
  add_hyphen(to);
}

void LineBuilder::add_hyphen(const Breakpoint& to) {
  Atom atom = atoms_.back();
  const HyphenGlyph hyphen =
      hyphen_glyph(*atom.piece->word, paragraph_.runs[atom.piece->run].shape.face, fonts_);
  hyphen_ = {hyphen.id, hyphen.advance, 0, 0, 0, true, true};
  atom.kind = Atom::Kind::Hyphen;
  atom.face = hyphen.face;
  atom.units_per_em = hyphen.units_per_em;
  atom.glyphs = {&hyphen_, 1};
  atom.advance = hyphen.advance;
  atom.clusters = 1;
  atom.base = atom.first = atom.last = to.visible;
  atoms_.push_back(atom);
}

void LineBuilder::collect_piece(const Piece& piece, const Breakpoint& from, const Breakpoint& to) {
  if (piece.kind != Piece::Kind::Word) {
    // A line end within a line is a space: furniture knows one line only.
    if (!atoms_.empty())
      add_word(cache_.space(piece.settings), piece, piece.first, Atom::Kind::Space);
    return;
  }
  const std::uint32_t first = std::max(piece.first, from.next);
  const std::uint32_t last = std::min(piece.last, to.visible);
  if (first == piece.first && last == piece.last) {
    add_word(*piece.word, piece, first, Atom::Kind::Letters);
  } else if (!add_cut(piece, first, last)) {
    const std::string_view cut = paragraph_.utf8.substr(first, last - first);
    add_word(cache_.shape(piece.settings, cut), piece, first, Atom::Kind::Letters);
  }
}

void LineBuilder::add_word(const ShapedWord& word, const Piece& piece, std::uint32_t base,
                           Atom::Kind kind) {
  for (const ShapedPart& part : word.parts) {
    Atom& atom = atoms_.emplace_back();
    atom.kind = kind;
    atom.piece = &piece;
    atom.face = part.face;
    atom.units_per_em = part.units_per_em;
    atom.glyphs = part.glyphs;
    atom.advance = part.advance;
    atom.clusters = part.clusters;
    atom.base = base;
    atom.first = base + part.first;
    atom.last = base + part.last;
    if (kind == Atom::Kind::Space) {
      atom.last = piece.last;  // a no-break space has two bytes
      if (space_ != &word || space_run_ != piece.run) {
        space_ = &word;
        space_run_ = piece.run;
        space_width_ = width_of(atom);
      }
      atom.space = space_width_;
      spaces_width_ += atom.space;
    }
  }
}

// Bytes [first, last) of a word in one face that keeps its shape when it is cut there.
bool LineBuilder::add_cut(const Piece& piece, std::uint32_t first, std::uint32_t last) {
  if (piece.word->parts.size() != 1 || (piece.level & 1) != 0) return false;
  const ShapedPart& part = piece.word->parts.front();
  const std::uint32_t from = first - piece.first, to = last - piece.first;
  const auto safe_at = [&](std::uint32_t byte) {
    if (byte == part.first) return part.glyphs.begin();
    if (byte == part.last) return part.glyphs.end();
    const auto glyph = std::find_if(part.glyphs.begin(), part.glyphs.end(),
                                    [&](const ShapedGlyph& g) { return g.cluster >= byte; });
    const bool safe = glyph != part.glyphs.end() && glyph->cluster == byte && glyph->safe_to_break;
    return safe ? glyph : part.glyphs.end();
  };
  const auto begin = safe_at(from), end = safe_at(to);
  if (begin == part.glyphs.end() || (end == part.glyphs.end() && to != part.last)) return false;
  Atom& atom = atoms_.emplace_back();
  atom.piece = &piece;
  atom.face = part.face;
  atom.units_per_em = part.units_per_em;
  atom.glyphs = {begin, end};
  for (const ShapedGlyph& glyph : atom.glyphs) {
    atom.advance += glyph.advance;
    atom.clusters += glyph.opens_cluster ? 1 : 0;
  }
  atom.base = piece.first;
  atom.first = first;
  atom.last = last;
  return true;
}

// With tracking and scale as the line has them, without stretch.
Length LineBuilder::width_of(const Atom& atom) const {
  const StyledRun& run = paragraph_.runs[atom.piece->run];
  const bool space = atom.kind == Atom::Kind::Space;
  Length width = Scaling(atom.units_per_em, run.size, space ? 0 : adjust_.scale)(atom.advance);
  const int tracking = run.tracking + (space ? 0 : adjust_.tracking);
  if (space || atom.piece->spaced)
    width += Length::from_units(run.size.units() / 1000) * (tracking * atom.clusters);
  return width;
}

Length LineBuilder::letters_width() const {
  Length width;
  for (const Atom& atom : atoms_)
    if (atom.kind != Atom::Kind::Space) width += width_of(atom);
  return width;
}

// Shares `extra` over the spaces by their natural widths; nothing is lost to rounding.
void LineBuilder::spread(Length extra) {
  Length passed, given;
  for (Atom& atom : atoms_) {
    if (atom.kind != Atom::Kind::Space) continue;
    passed += atom.space;
    atom.stretch = extra * (passed / spaces_width_) - given;
    given += atom.stretch;
  }
}

// Where there are no spaces, the little that whole steps of tracking left over goes between words
// or parts of them.
void LineBuilder::spread_letters(Length extra) {
  if (atoms_.empty()) return;
  Length given;
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const Length due = extra * (static_cast<double>(i + 1) / static_cast<double>(atoms_.size()));
    atoms_[i].stretch = due - given;
    given = due;
  }
}

void LineBuilder::emit(Line& line) {
  pen_ = {};
  glyph_count_ = 0;
  bool left_to_right = true;
  for (const Atom& atom : atoms_) {
    left_to_right = left_to_right && atom.piece->level == 0;
    glyph_count_ += atom.glyphs.size();
  }
  if (left_to_right) {
    for (const Atom& atom : atoms_) emit_atom(atom, line);
    return;
  }
  std::vector<std::uint8_t> levels;
  levels.reserve(atoms_.size());
  for (const Atom& atom : atoms_) levels.push_back(atom.piece->level);
  for (const std::uint32_t at : visual_order(levels)) emit_atom(atoms_[at], line);
}

// The run that `atom` goes on, or a new one.
GlyphRun& LineBuilder::run_for(const Atom& atom, Line& line) {
  const StyledRun& style = paragraph_.runs[atom.piece->run];
  const bool right_to_left = (atom.piece->level & 1) != 0;
  const FaceId face = atom.face;
  if (!line.runs.empty()) {
    GlyphRun& run = line.runs.back().run;
    if (!right_to_left && atom.piece->run == last_run_ && atom.first == run.text_last &&
        run.face == face && !run.right_to_left)
      return run;  // as most do
    const bool adjoins = right_to_left ? atom.last == run.text_first : atom.first == run.text_last;
    const bool same_style = run.text_first >= style.first && run.text_last <= style.last;
    if (adjoins && same_style && run.face == face && run.right_to_left == right_to_left) return run;
  }
  last_run_ = atom.piece->run;
  line.runs.emplace_back().x = pen_;
  GlyphRun& run = line.runs.back().run;
  run.face = face;
  run.size = style.size;
  run.scale_x = (1000 + adjust_.scale) / 1000.0;
  run.colour = style_.colour;
  run.right_to_left = right_to_left;
  // Level 2 is a number or a Latin word within text from the right, even in a Latin paragraph.
  run.against = atom.piece->level >= 2 || right_to_left != paragraph_.right_to_left;
  run.rise = style.rise;
  run.language = style.shape.language;
  run.text_first = atom.first;
  run.text_last = atom.last;
  run.link = style.link;
  run.note = style.note;
  if (line.runs.size() == 1) run.glyphs.reserve(glyph_count_);  // most lines are one run
  return run;
}

void LineBuilder::emit_atom(const Atom& atom, Line& line) {
  GlyphRun& run = run_for(atom, line);
  run.text_first = std::min(run.text_first, atom.first);
  run.text_last = std::max(run.text_last, atom.last);
  const StyledRun& style = paragraph_.runs[atom.piece->run];
  const bool space = atom.kind == Atom::Kind::Space;
  const Length tracking = space || atom.piece->spaced
                              ? Length::from_units(style.size.units() / 1000) *
                                    (style.tracking + (space ? 0 : adjust_.tracking))
                              : Length();
  const Scaling scaled(atom.units_per_em, style.size, space ? 0 : adjust_.scale);
  // It follows the letter, which is on its left in text from the right.
  const Length before = run.right_to_left ? tracking : Length();
  // Places are rounded, not advances, so that the glyphs of a part add up to its width.
  std::int64_t units = 0;
  Length place, pen = pen_;
  std::size_t at = run.glyphs.size();
  run.glyphs.resize(at + atom.glyphs.size());
  for (const ShapedGlyph& glyph : atom.glyphs) {
    units += glyph.advance;
    const Length next = scaled(units);
    Glyph& placed = run.glyphs[at++];
    placed.id = glyph.id;
    placed.advance = glyph.opens_cluster ? next - place + tracking : next - place;
    placed.cluster = atom.base + glyph.cluster;
    pen += placed.advance;
    place = next;
    placed.x_offset = glyph.x_offset != 0 ? scaled(glyph.x_offset) + before : before;
    if (glyph.y_offset != 0)
      placed.y_offset = scale_units(glyph.y_offset, atom.units_per_em, style.size);
  }
  pen_ = pen;
  if (atom.stretch == Length() || atom.glyphs.empty()) return;
  run.glyphs.back().advance += atom.stretch;
  pen_ += atom.stretch;
}

// Gives runs their text. What is not seen at the line's ends belongs to its first and last words.
void LineBuilder::finish_runs(Line& line, const Breakpoint& to) {
  if (line.runs.empty()) {
    GlyphRun run;
    const StyledRun& style = paragraph_.runs.front();
    run.face = style.shape.face;
    run.size = style.size;
    run.colour = style_.colour;
    run.language = style.shape.language;
    run.text_first = line.first;
    run.text_last = line.last;
    line.runs.push_back({pen_, std::move(run)});
  }
  const auto by_text = [](const PlacedRun& a, const PlacedRun& b) {
    return a.run.text_last < b.run.text_last ||
           (a.run.text_last == b.run.text_last && a.run.text_first < b.run.text_first);
  };
  auto& runs = line.runs;
  std::min_element(runs.begin(), runs.end(), by_text)->run.text_first = line.first;
  const auto last = std::max_element(runs.begin(), runs.end(), by_text);
  const bool soft =
      to.inserts_hyphen && to.visible >= kSoftHyphen.size() &&
      paragraph_.utf8.substr(to.visible - kSoftHyphen.size(), kSoftHyphen.size()) == kSoftHyphen;
  for (auto placed = runs.begin(); placed != runs.end(); ++placed) {
    GlyphRun& run = placed->run;
    const std::uint32_t seen_last = run.text_last;
    if (placed == last) run.text_last = line.last;
    run.text = paragraph_.utf8.substr(run.text_first, run.text_last - run.text_first);
    if (placed == last && to.inserts_hyphen && !soft) {
      run.text.insert(seen_last - run.text_first, kSoftHyphen);
    }
    for (Glyph& glyph : run.glyphs) glyph.cluster -= run.text_first;
    if (placed == last && soft)
      for (Glyph& glyph : run.glyphs)
        if (glyph.cluster == seen_last - run.text_first)
          glyph.cluster -= static_cast<std::uint32_t>(kSoftHyphen.size());
  }
}

}  // namespace forme
