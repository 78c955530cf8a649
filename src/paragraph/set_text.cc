#include "paragraph/set_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "base/language.h"
#include "base/utf8.h"
#include "paragraph/breakpoint.h"
#include "paragraph/line_builder.h"
#include "paragraph/optimum_fit.h"
#include "paragraph/paragraph_text.h"
#include "paragraph/word_division.h"
#include "shaping/itemizer.h"

namespace forme {

struct TextSetter::State {
  explicit State(const FontLibrary& library, std::unique_ptr<FileSystem> own_fs,
                 const HyphenationDictionaries* shared)
      : fonts(library),
        fs(std::move(own_fs)),
        own(shared ? nullptr : std::make_unique<HyphenationDictionaries>(*fs)),
        faces(library),
        cache(library),
        hyphenator(shared ? *shared : *own),
        divider(hyphenator) {}

  const FontLibrary& fonts;
  std::unique_ptr<FileSystem> fs;
  std::unique_ptr<HyphenationDictionaries> own;
  FaceFinder faces;
  WordCache cache;
  LineBreaker breaker;
  Hyphenator hyphenator;
  WordDivider divider;

  // Of the last text; their room is used again.
  ParagraphText paragraph;
  std::vector<Breakpoint> breaks;
  LineBuilder::Room room;
  OptimumFit fit;
  Diagnostics diagnostics;
  std::set<std::string> reported;  // clusters
  std::string language;            // of the last text, and its direction: most share it
  bool language_right_to_left = false;

  void prepare_text(const Text& text, const TextStyle& style, std::uint32_t first);
  void report_missing(const Text& text);
};

TextSetter::TextSetter(const FontLibrary& fonts)
    : state_(new State(fonts, make_disk_file_system(), nullptr)) {}
TextSetter::TextSetter(const FontLibrary& fonts, const HyphenationDictionaries& dictionaries)
    : state_(new State(fonts, nullptr, &dictionaries)) {}
TextSetter::~TextSetter() = default;

void TextSetter::State::prepare_text(const Text& text, const TextStyle& style,
                                     std::uint32_t first) {
  if (text.language != language) {
    language = text.language;
    language_right_to_left = is_right_to_left(language);
  }
  paragraph.utf8 = text.utf8;
  paragraph.first = first;
  paragraph.right_to_left = language_right_to_left;
  paragraph.from_right = text.from_right;
  paragraph.runs = styled_runs(text, style, faces, cache.shaper(), diagnostics);
  prepare(paragraph, language, cache);
  if (paragraph.lacks_glyphs) report_missing(text);
}

namespace {

// "the character U+1F98A (FOX FACE)", or of a sequence each of its characters.
std::string describe(std::string_view cluster) {
  std::string names;
  int count = 0;
  for (std::size_t at = 0; at < cluster.size(); ++count) {
    const DecodedChar c = decode_utf8(cluster, at);
    char name[128] = "";
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(c.value), U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
    names += fmt::format("{}U+{:04X} ({})", count == 0 ? "" : ", ",
                         static_cast<std::uint32_t>(c.value), name);
    at += c.length;
  }
  return (count == 1 ? "the character " : "as one sign the characters ") + names;
}

}  // namespace

void TextSetter::State::report_missing(const Text& text) {
  for (const Piece& piece : paragraph.pieces) {
    if (!piece.word) continue;
    for (const MissingCluster& missing : piece.word->missing) {
      const std::string cluster(
          paragraph.utf8.substr(piece.first + missing.first, missing.last - missing.first));
      if (!reported.insert(cluster).second) continue;
      diagnostics.warning(text.where, "No font has " + describe(cluster),
                          "it is shown as a box; write another, or add a family to fonts.xml");
    }
  }
}

namespace {

// The measure as the lines have it once the first-line indent is taken off.
struct Measure {
  const LineWidths& widths;
  Length indent;
  bool against;  // the text begins at the far side of its columns

  Length width(std::size_t line) const { return widths.at(line) - (line == 0 ? indent : Length()); }
  Length start(std::size_t line) const {
    return widths.left(line) + (line == 0 && !against ? indent : Length());
  }
};

FitSettings fit_settings(const TextStyle& style, const Measure& measure,
                         const SetOptions& options) {
  FitSettings settings;
  if (options.balance)
    settings.mode = FitSettings::Mode::Balanced;
  else if (style.align != Align::Justify)
    settings.mode = FitSettings::Mode::Ragged;
  settings.limits.space_min = style.word_space_min;
  settings.limits.space_max = style.word_space_max;
  settings.em = style.size;
  settings.looseness = options.looseness;
  settings.rest = measure.widths.rest;
  const std::size_t special =
      std::max<std::size_t>(measure.widths.first.size(), measure.indent != Length() ? 1 : 0);
  for (std::size_t line = 0; line < special; ++line) settings.first.push_back(measure.width(line));
  return settings;
}

}  // namespace

std::vector<Line> TextSetter::set(const Text& text, const TextStyle& style,
                                  const LineWidths& widths, const SetOptions& options) {
  std::vector<Line> lines;
  if (text.utf8.size() <= options.skip_bytes) return lines;
  state_->prepare_text(text, style, options.skip_bytes);
  const ParagraphText& paragraph = state_->paragraph;
  if (paragraph.pieces.empty()) return lines;

  const Measure measure{widths, options.opens_after_head ? Length() : style.first_indent,
                        paragraph.right_to_left != paragraph.from_right};
  const FitSettings settings = fit_settings(style, measure, options);
  const BreakSettings breaking{style.hyphenate && !options.balance, style.hyphen_left,
                               style.hyphen_right, options.balance, style.protrusion};
  std::vector<Breakpoint>& breaks = state_->breaks;
  find_breakpoints(paragraph, text.language, breaking,
                   {state_->fonts, state_->cache, state_->breaker, state_->divider}, breaks);
  LineBuilder builder(paragraph, breaks, style, settings.limits, state_->fonts, state_->cache,
                      state_->room);
  const std::vector<FitLine> fits = state_->fit.lines(breaks, settings);
  lines.reserve(fits.size());
  for (const FitLine& fit : fits) {
    const std::size_t line = lines.size();
    lines.push_back(builder.build(fit, {measure.start(line), measure.width(line), style.align}));
  }
  return lines;
}

Line TextSetter::set_line(const Text& text, const TextStyle& style) {
  if (text.utf8.empty()) return {};
  state_->prepare_text(text, style, 0);
  const ParagraphText& paragraph = state_->paragraph;
  if (paragraph.pieces.empty()) return {};
  Breakpoint end;
  end.visible = end.next = static_cast<std::uint32_t>(text.utf8.size());
  end.forced = true;
  const std::vector<Breakpoint> breaks = {Breakpoint(), end};
  const JustifyLimits limits;
  LineBuilder builder(paragraph, breaks, style, limits, state_->fonts, state_->cache, state_->room);
  Line line = builder.build({0, 1, 0, false, false}, {Length(), Length(), Align::Start});
  line.indent = Length();
  return line;
}

const FontLibrary& TextSetter::fonts() const {
  return state_->fonts;
}

Diagnostics TextSetter::take_diagnostics() {
  Diagnostics all = std::exchange(state_->diagnostics, {});
  all.append(state_->hyphenator.take_diagnostics());
  state_->reported.clear();
  return all;
}

}  // namespace forme
