#include "paragraph/set_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "paragraph/breakpoint.h"
#include "paragraph/line_builder.h"
#include "paragraph/optimum_fit.h"
#include "paragraph/paragraph_text.h"
#include "shaping/itemizer.h"

namespace forme {

struct TextSetter::State {
  explicit State(const FontLibrary& library, std::unique_ptr<FileSystem> own_fs,
                 const HyphenationDictionaries* shared)
      : fonts(library),
        fs(std::move(own_fs)),
        own(shared ? nullptr : std::make_unique<HyphenationDictionaries>(*fs)),
        cache(library),
        hyphenator(shared ? *shared : *own) {}

  const FontLibrary& fonts;
  std::unique_ptr<FileSystem> fs;
  std::unique_ptr<HyphenationDictionaries> own;
  WordCache cache;
  LineBreaker breaker;
  Hyphenator hyphenator;
  Diagnostics diagnostics;
  std::set<char32_t> reported;

  ParagraphText prepare_text(const Text& text, const TextStyle& style, std::uint32_t first);
  void report_missing(const ParagraphText& paragraph, const Text& text);
};

TextSetter::TextSetter(const FontLibrary& fonts)
    : state_(new State(fonts, make_disk_file_system(), nullptr)) {}
TextSetter::TextSetter(const FontLibrary& fonts, const HyphenationDictionaries& dictionaries)
    : state_(new State(fonts, nullptr, &dictionaries)) {}
TextSetter::~TextSetter() = default;

ParagraphText TextSetter::State::prepare_text(const Text& text, const TextStyle& style,
                                              std::uint32_t first) {
  ParagraphText paragraph =
      prepare(text.utf8, first, text.language,
              styled_runs(text, style, fonts, cache.shaper(), diagnostics), cache);
  report_missing(paragraph, text);
  return paragraph;
}

void TextSetter::State::report_missing(const ParagraphText& paragraph, const Text& text) {
  for (const Piece& piece : paragraph.pieces) {
    if (!piece.word || piece.word->missing.empty()) continue;
    for (const char32_t c : piece.word->missing) {
      if (!reported.insert(c).second) continue;
      char name[128] = "";
      UErrorCode status = U_ZERO_ERROR;
      u_charName(static_cast<UChar32>(c), U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
      diagnostics.warning(text.where,
                          fmt::format("No font has the character U+{:04X} ({})",
                                      static_cast<std::uint32_t>(c), name),
                          "it is shown as a box; write another, or add a family to fonts.xml");
    }
  }
}

namespace {

// The measure as the lines have it once the first-line indent is taken off.
struct Measure {
  const LineWidths& widths;
  Length indent;
  bool right_to_left;

  Length width(std::size_t line) const { return widths.at(line) - (line == 0 ? indent : Length()); }
  Length left(std::size_t line) const {
    return widths.left(line) + (line == 0 && !right_to_left ? indent : Length());
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
  const ParagraphText paragraph = state_->prepare_text(text, style, options.skip_bytes);
  if (paragraph.pieces.empty()) return lines;

  const Measure measure{widths, options.opens_after_head ? Length() : style.first_indent,
                        paragraph.right_to_left};
  const FitSettings settings = fit_settings(style, measure, options);
  const BreakSettings breaking{style.hyphenate && !options.balance, style.hyphen_left,
                               style.hyphen_right, options.balance};
  const std::vector<Breakpoint> breaks =
      find_breakpoints(paragraph, text.language, breaking,
                       {state_->fonts, state_->cache, state_->breaker, state_->hyphenator});
  LineBuilder builder(paragraph, breaks, style, settings.limits, state_->fonts, state_->cache);
  const std::vector<FitLine> fits = optimum_fit(breaks, settings);
  lines.reserve(fits.size());
  for (const FitLine& fit : fits) {
    const std::size_t line = lines.size();
    lines.push_back(builder.build(fit, {measure.left(line), measure.width(line), style.align}));
  }
  return lines;
}

Line TextSetter::set_line(const Text& text, const TextStyle& style) {
  if (text.utf8.empty()) return {};
  const ParagraphText paragraph = state_->prepare_text(text, style, 0);
  if (paragraph.pieces.empty()) return {};
  Breakpoint end;
  end.visible = end.next = static_cast<std::uint32_t>(text.utf8.size());
  end.forced = true;
  const std::vector<Breakpoint> breaks = {Breakpoint(), end};
  const JustifyLimits limits;
  LineBuilder builder(paragraph, breaks, style, limits, state_->fonts, state_->cache);
  Line line = builder.build({0, 1, 0, false, false}, {Length(), Length(), Align::Start});
  line.indent = Length();
  return line;
}

const FontLibrary& TextSetter::fonts() const {
  return state_->fonts;
}

void TextSetter::add_hyphenation_exceptions(const std::string& language, const std::string& words) {
  state_->hyphenator.add_exceptions(language, words);
}

Diagnostics TextSetter::take_diagnostics() {
  Diagnostics all = std::exchange(state_->diagnostics, {});
  all.append(state_->hyphenator.take_diagnostics());
  state_->reported.clear();
  return all;
}

}  // namespace forme
