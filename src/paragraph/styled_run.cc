#include "paragraph/styled_run.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/language.h"
#include "base/number.h"
#include "base/utf8.h"
#include "paragraph/feature_spans.h"
#include "shaping/itemizer.h"

namespace forme {
namespace {

// Where a face has no superiors: their size and place as most text faces draw them.
constexpr double kScriptSize = 0.62;
constexpr double kSuperiorRise = 0.34;  // of the full size
constexpr double kInferiorRise = -0.14;
// Where a face has no small capitals, capitals of about this size match its x-height.
constexpr double kSmallCapitalSize = 0.8;
constexpr int kBold = 700;

struct Markup {
  bool emphasis = false, strong = false, small_caps = false, superior = false, inferior = false;
  std::string language, link;
  std::uint32_t note = 0;
};

void apply(const Span& span, Markup& markup) {
  switch (span.kind) {
    case SpanKind::Emphasis:
      markup.emphasis = !markup.emphasis;
      break;
    case SpanKind::Strong:
      markup.strong = true;
      break;
    case SpanKind::SmallCaps:
      markup.small_caps = true;
      break;
    case SpanKind::Subscript:
      markup.inferior = true;
      break;
    case SpanKind::Superscript:
      markup.superior = true;
      break;
    case SpanKind::Link:
      markup.link = span.value;
      break;
    case SpanKind::Language:
      markup.language = span.value;
      break;
    case SpanKind::Abbreviation:
      break;
    case SpanKind::NoteMark:
      markup.superior = true;
      markup.note = static_cast<std::uint32_t>(std::max(parse_int(span.value).value_or(0), 0));
      break;
  }
}

// The spans that hold from one boundary to the next, outer first. They nest, so few hold at once.
class OpenSpans {
 public:
  explicit OpenSpans(const Text& text) : size_(static_cast<std::uint32_t>(text.utf8.size())) {
    boundaries_ = {0, size_};
    for (const Span& span : text.spans) {
      if (span.first >= span.last || span.last > size_) continue;
      spans_.push_back(&span);
      boundaries_.push_back(span.first);
      boundaries_.push_back(span.last);
    }
    std::stable_sort(spans_.begin(), spans_.end(),
                     [](const Span* a, const Span* b) { return a->first < b->first; });
    std::sort(boundaries_.begin(), boundaries_.end());
    boundaries_.erase(std::unique(boundaries_.begin(), boundaries_.end()), boundaries_.end());
  }

  const std::vector<std::uint32_t>& boundaries() const { return boundaries_; }

  // Boundaries must be asked for in order.
  const std::vector<const Span*>& at(std::uint32_t boundary) {
    std::erase_if(open_, [&](const Span* span) { return span->last <= boundary; });
    for (; next_ < spans_.size() && spans_[next_]->first <= boundary; ++next_)
      open_.push_back(spans_[next_]);
    return open_;
  }

 private:
  std::uint32_t size_;
  std::vector<const Span*> spans_, open_;
  std::size_t next_ = 0;
  std::vector<std::uint32_t> boundaries_;
};

// The letters of `text` that are in lower case, else all its letters: what decides by which feature
// a stretch becomes small capitals. An acronym has no lower case, so its capitals become small
// ones.
struct CaseProbe {
  bool capitals = true;
  std::string letters;
};
CaseProbe probe_case(std::string_view text) {
  std::string small, large;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_utf8(text, at);
    const auto code = static_cast<UChar32>(c.value);
    if (u_islower(code)) append_utf8(small, c.value);
    if (u_isupper(code)) append_utf8(large, c.value);
    at += c.length;
  }
  return small.empty() ? CaseProbe{true, large} : CaseProbe{false, small};
}

void add_feature(StyledRun& run, const std::string& feature, Shaper& shaper,
                 std::string_view letters, double size, double rise) {
  if (shaper.feature_covers(run.shape, feature, letters)) {
    run.shape.features.push_back(feature);
    return;
  }
  run.rise = run.size * rise;
  run.size = run.size * size;
}

// Whether the small capitals of i and ı differ where they are two letters: not every face knows.
bool keeps_dots(const StyledRun& run, Shaper& shaper) {
  const std::string language = primary_language(run.shape.language);
  if (language != "tr" && language != "az") return true;
  ShapeSettings small = run.shape;
  small.script = pack_script("Latn");
  small.features.emplace_back("smcp");
  const ShapedWord dotted = shaper.shape(small, "i"), plain = shaper.shape(small, "ı");
  return dotted.parts[0].glyphs[0].id != plain.parts[0].glyphs[0].id;
}

void set_small_caps(StyledRun& run, Shaper& shaper, std::string_view text) {
  const CaseProbe probe = probe_case(text);
  if (probe.letters.empty()) return;
  const char* feature = probe.capitals ? "c2sc" : "smcp";
  if (shaper.feature_covers(run.shape, feature, probe.letters) && keeps_dots(run, shaper)) {
    run.shape.features.push_back(feature);
    return;
  }
  run.shape.as_capitals = true;
  run.size = run.size * kSmallCapitalSize;
}

bool takes_feature(const StyledRun& run, const std::string& feature, Shaper& shaper) {
  const auto& features = run.shape.features;
  const auto has = [&](const std::string& tag) {
    return std::find(features.begin(), features.end(), tag) != features.end();
  };
  return !has("-" + feature) && !has("sups") && !has("subs") && !has("c2sc") && !has("smcp") &&
         !run.shape.as_capitals && run.rise == Length() &&
         shaper.has_feature(run.shape.face, feature);
}

// Cuts runs where the copy itself asks for a feature. A style that has it off ("-frac") keeps it
// off, and so does a run of another figure or letter form.
void add_feature_spans(std::string_view text, Shaper& shaper, std::vector<StyledRun>& runs) {
  const bool capitals = std::any_of(runs.begin(), runs.end(), [&](const StyledRun& run) {
    return shaper.has_feature(run.shape.face, "case");
  });
  const std::vector<FeatureSpan> spans = feature_spans(text, capitals);
  if (spans.empty()) return;
  std::vector<StyledRun> cut;
  for (const StyledRun& run : runs) {
    StyledRun rest = run;
    for (const FeatureSpan& span : spans) {
      const std::uint32_t first = std::max(span.first, rest.first);
      const std::uint32_t last = std::min(span.last, rest.last);
      const bool whole =
          span.feature != std::string_view("frac") || last - first == span.last - span.first;
      if (first >= last || !whole || !takes_feature(run, span.feature, shaper)) continue;
      if (rest.first < first) {
        cut.push_back(rest);
        cut.back().last = first;
      }
      cut.push_back(rest);
      cut.back().first = first;
      cut.back().last = last;
      cut.back().shape.features.emplace_back(span.feature);
      rest.first = last;
    }
    if (rest.first < rest.last) cut.push_back(rest);
  }
  runs = std::move(cut);
}

}  // namespace

Result<FaceId> FaceFinder::find(const FaceRequest& request) {
  for (const auto& [known, face] : known_)
    if (known == request) return face;
  Result<FaceId> face = fonts_.find(request);
  if (face) known_.emplace_back(request, *face);
  return face;
}

std::vector<StyledRun> styled_runs(const Text& text, const TextStyle& style, FaceFinder& faces,
                                   Shaper& shaper, Diagnostics& diagnostics) {
  std::vector<StyledRun> runs;
  OpenSpans open(text);
  const std::vector<std::uint32_t>& at = open.boundaries();
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    Markup markup;
    markup.language = text.language;
    for (const Span* span : open.at(at[i])) apply(*span, markup);

    const int weight = markup.strong ? std::max(kBold, style.weight) : style.weight;
    const auto face =
        faces.find({style.family, weight, style.italic != markup.emphasis, style.width});
    if (!face) {
      diagnostics.add(face.failure());
      return {};
    }
    StyledRun run{at[i], at[i + 1], {}, style.size, {}, style.tracking, markup.link, markup.note};
    run.shape.face = *face;
    run.shape.features = style.features;
    run.shape.language = markup.language;
    const std::string_view letters = std::string_view(text.utf8).substr(at[i], at[i + 1] - at[i]);
    if (markup.small_caps) set_small_caps(run, shaper, letters);
    if (markup.superior)
      add_feature(run, "sups", shaper, letters, kScriptSize, kSuperiorRise);
    else if (markup.inferior)
      add_feature(run, "subs", shaper, letters, kScriptSize, kInferiorRise);
    runs.push_back(std::move(run));
  }
  add_feature_spans(text.utf8, shaper, runs);
  return runs;
}

}  // namespace forme
