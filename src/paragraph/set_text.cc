#include "paragraph/set_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
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
namespace {

// A text that was prepared, and what it was prepared for. Copy is set a line longer and a line
// shorter, headlines over other spans: what does not hang on the measure is found once.
struct Prepared {
  Text text;
  TextStyle style;
  std::uint32_t first = 0;
  ParagraphText paragraph;  // looks at `text`
  std::optional<BreakSettings> breaking;
  std::vector<Breakpoint> breaks;  // by `breaking`

  bool is_of(const Text& other, const TextStyle& as, std::uint32_t from) const {
    return text.utf8 == other.utf8 && first == from && style == as && text == other;
  }
};

// Copy needs one, the headlines of a story a dozen: it has all its sizes over one span after the
// other.
constexpr std::size_t kKept = 48;

}  // namespace

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

  // The texts that were prepared last, and the one whose room is used next.
  std::array<Prepared, kKept> kept;
  std::size_t oldest = 0;
  LineBuilder::Room room;
  OptimumFit fit;
  Diagnostics diagnostics;
  std::set<std::string> reported;  // clusters
  std::string language;            // of the last text, and its direction: most share it
  bool language_right_to_left = false;

  // Good until `kKept` others were prepared.
  Prepared& prepared(const Text& text, const TextStyle& style, std::uint32_t first);
  void prepare_anew(Prepared& out);
  const std::vector<Breakpoint>& breaks_of(Prepared& prepared, const BreakSettings& breaking);
  void report_missing(const ParagraphText& paragraph, const Text& text);
};

TextSetter::TextSetter(const FontLibrary& fonts)
    : state_(new State(fonts, make_disk_file_system(), nullptr)) {}
TextSetter::TextSetter(const FontLibrary& fonts, const HyphenationDictionaries& dictionaries)
    : state_(new State(fonts, nullptr, &dictionaries)) {}
TextSetter::~TextSetter() = default;

Prepared& TextSetter::State::prepared(const Text& text, const TextStyle& style,
                                      std::uint32_t first) {
  for (Prepared& known : kept)
    if (known.is_of(text, style, first)) return known;
  Prepared& out = kept[oldest];
  oldest = (oldest + 1) % kKept;
  out.text = text;
  out.style = style;
  out.first = first;
  prepare_anew(out);
  return out;
}

void TextSetter::State::prepare_anew(Prepared& out) {
  const Text& text = out.text;
  if (text.language != language) {
    language = text.language;
    language_right_to_left = is_right_to_left(language);
  }
  out.breaking.reset();
  ParagraphText& paragraph = out.paragraph;
  paragraph.utf8 = text.utf8;
  paragraph.first = out.first;
  paragraph.right_to_left = language_right_to_left;
  paragraph.from_right = text.from_right;
  paragraph.runs = styled_runs(text, out.style, faces, cache.shaper(), diagnostics);
  prepare(paragraph, language, cache);
  if (paragraph.lacks_glyphs) report_missing(paragraph, text);
}

const std::vector<Breakpoint>& TextSetter::State::breaks_of(Prepared& prepared,
                                                            const BreakSettings& breaking) {
  if (prepared.breaking != breaking) {
    find_breakpoints(prepared.paragraph, prepared.text.language, breaking,
                     {fonts, cache, breaker, divider}, prepared.breaks);
    prepared.breaking = breaking;
  }
  return prepared.breaks;
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

void TextSetter::State::report_missing(const ParagraphText& paragraph, const Text& text) {
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

Length narrowest(const FitSettings& settings) {
  return std::accumulate(settings.first.begin(), settings.first.end(), settings.rest,
                         [](Length a, Length b) { return std::min(a, b); });
}

}  // namespace

std::vector<Line> TextSetter::set(const Text& text, const TextStyle& style,
                                  const LineWidths& widths, const SetOptions& options) {
  std::vector<Line> lines;
  if (text.utf8.size() <= options.skip_bytes) return lines;
  Prepared& prepared = state_->prepared(text, style, options.skip_bytes);
  const ParagraphText& paragraph = prepared.paragraph;
  if (paragraph.pieces.empty()) return lines;

  const Measure measure{widths, options.opens_after_head ? Length() : style.first_indent,
                        paragraph.right_to_left != paragraph.from_right};
  const FitSettings settings = fit_settings(style, measure, options);
  BreakSettings breaking;
  breaking.hyphenate = style.hyphenate && !options.balance;
  breaking.hyphen_left = style.hyphen_left;
  breaking.hyphen_right = style.hyphen_right;
  breaking.weigh_sense = options.balance;
  breaking.protrusion = style.protrusion;
  const auto lines_with = [&] {
    const std::vector<Breakpoint>& breaks = state_->breaks_of(prepared, breaking);
    LineBuilder builder(paragraph, breaks, style, settings.limits, state_->fonts, state_->cache,
                        state_->room);
    const std::vector<FitLine> fits = state_->fit.lines(breaks, settings);
    std::vector<Line> set;
    set.reserve(fits.size());
    for (const FitLine& fit : fits) {
      const std::size_t line = set.size();
      set.push_back(builder.build(fit, {measure.start(line), measure.width(line), style.align}));
    }
    return set;
  };
  lines = lines_with();
  const bool too_wide =
      std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.overfull; });
  if (too_wide && !options.whole_words) {
    breaking.longest_word = narrowest(settings);
    lines = lines_with();
  }
  return lines;
}

Line TextSetter::set_line(const Text& text, const TextStyle& style) {
  if (text.utf8.empty()) return {};
  const ParagraphText& paragraph = state_->prepared(text, style, 0).paragraph;
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
  for (Prepared& known : state_->kept) known = {};  // what they lack is to be said again
  return all;
}

}  // namespace forme
