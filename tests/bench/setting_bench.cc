// How fast copy is set: shaping and breaking all the text of the generated 25,000-word issue at one
// newspaper measure, beside the least that HarfBuzz itself must do for it. The bar: `setting` has a
// `ratio` of at most 3.

#include <benchmark/benchmark.h>
#include <hb.h>

#include <ctime>
#include <map>
#include <string_view>

#include "content/issue.h"
#include "font/font_library.h"
#include "paragraph/hyphenator.h"
#include "paragraph/set_text.h"

namespace forme {
namespace {

// Every text of the issue that tests/bench/make_issue.py wrote.
std::vector<Text> copy_of_issue(const FileSystem& disk) {
  Diagnostics diagnostics;
  const Issue issue = read_issue(disk, FORME_BENCH_ISSUE, std::nullopt, diagnostics);
  std::vector<Text> copy;
  for (const Article& article : issue.articles)
    for (const auto& leaf : article.leaves) copy.push_back(leaf.text);
  return copy;
}

TextStyle body() {
  TextStyle style;
  style.size = Length::from_pt(8.4);
  style.leading = Length::from_pt(9.5);
  style.align = Align::Justify;
  style.hyphenate = true;
  style.features = {"kern", "liga", "lnum"};
  style.first_indent = 8_pt;
  return style;
}

struct Bench {
  std::unique_ptr<FileSystem> disk = make_disk_file_system();
  FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  HyphenationDictionaries dictionaries{*disk};
  std::vector<Text> copy = copy_of_issue(*disk);
  LineWidths column{Length::from_pt(112.9), {}, {}};

  std::size_t set(TextSetter& setter) const {
    const TextStyle style = body();
    std::size_t lines = 0;
    for (const Text& text : copy) lines += setter.set(text, style, column).size();
    return lines;
  }
};

// The copy cut into words, and what hb_shape() needs to shape each distinct one in the body's face.
class RawShaping {
 public:
  explicit RawShaping(const Bench& bench)
      : font_(bench.fonts.face(*bench.fonts.find({"text", 400, false, "condensed"})).hb_font()) {
    std::map<std::string_view, std::size_t> places;
    for (const Text& text : bench.copy) {
      const std::string_view utf8 = text.utf8;
      for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find(' ', at), utf8.size());
        const std::string_view word = utf8.substr(at, end - at);
        const auto [place, fresh] = places.emplace(word, distinct_.size());
        if (fresh) distinct_.push_back(word);
        words_.push_back(place->second);
        at = end + 1;
      }
    }
  }

  // Shapes each distinct word once, and copies the glyphs of all words behind one another.
  std::size_t run() {
    std::vector<std::vector<Glyph>> shaped(distinct_.size());
    for (std::size_t i = 0; i < distinct_.size(); ++i) shape(distinct_[i], shaped[i]);
    std::vector<Glyph> out;
    for (const std::size_t word : words_)
      out.insert(out.end(), shaped[word].begin(), shaped[word].end());
    return out.size();
  }
  std::size_t words() const { return words_.size(); }
  std::size_t distinct() const { return distinct_.size(); }

 private:
  void shape(std::string_view word, std::vector<Glyph>& out) {
    hb_buffer_t* buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, language_);
    hb_shape(font_, buffer, features_.data(), static_cast<unsigned>(features_.size()));
    unsigned count = 0;
    const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* place = hb_buffer_get_glyph_positions(buffer, &count);
    out.reserve(count);
    for (unsigned i = 0; i < count; ++i)
      out.push_back(
          {info[i].codepoint, Length::from_units(place[i].x_advance), {}, {}, info[i].cluster});
  }

  struct Release {
    void operator()(hb_buffer_t* p) const { hb_buffer_destroy(p); }
  };
  hb_font_t* font_;
  hb_language_t language_ = hb_language_from_string("en-GB", -1);
  std::vector<hb_feature_t> features_ = {{HB_TAG('k', 'e', 'r', 'n'), 1, 0, ~0U},
                                         {HB_TAG('l', 'i', 'g', 'a'), 1, 0, ~0U},
                                         {HB_TAG('l', 'n', 'u', 'm'), 1, 0, ~0U}};
  std::unique_ptr<hb_buffer_t, Release> buffer_{hb_buffer_create()};
  std::vector<std::string_view> distinct_;
  std::vector<std::size_t> words_;  // of the copy, as places in distinct_
};

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Shaping and breaking with nothing known before, and raw shaping, by turns in one run: `ratio` is
// the one's processor time over the other's, whatever else the machine does.
void setting(benchmark::State& state) {
  const Bench bench;
  RawShaping raw(bench);
  double ours = 0, theirs = 0;
  std::size_t lines = 0;
  for (auto _ : state) {
    const double start = cpu_seconds();
    benchmark::DoNotOptimize(raw.run());
    const double middle = cpu_seconds();
    {
      TextSetter setter(bench.fonts, bench.dictionaries);
      lines = bench.set(setter);
    }
    const double end = cpu_seconds();
    theirs += middle - start;
    ours += end - middle;
    state.SetIterationTime(end - middle);
  }
  state.counters["ratio"] = ours / theirs;
  state.counters["raw_ms"] = 1000 * theirs / static_cast<double>(state.iterations());
  state.counters["lines"] = static_cast<double>(lines);
  state.counters["words"] = static_cast<double>(raw.words());
  state.counters["distinct"] = static_cast<double>(raw.distinct());
}
BENCHMARK(setting)->Unit(benchmark::kMillisecond)->UseManualTime();

// The two by themselves, for a profiler.
void raw_shaping(benchmark::State& state) {
  const Bench bench;
  RawShaping raw(bench);
  for (auto _ : state) benchmark::DoNotOptimize(raw.run());
}
BENCHMARK(raw_shaping)->Unit(benchmark::kMillisecond);

void set_all(benchmark::State& state) {
  const Bench bench;
  for (auto _ : state) {
    TextSetter setter(bench.fonts, bench.dictionaries);
    benchmark::DoNotOptimize(bench.set(setter));
  }
}
BENCHMARK(set_all)->Unit(benchmark::kMillisecond);

// The same at another measure, as make-up does it: every word has been shaped before.
void set_again(benchmark::State& state) {
  const Bench bench;
  TextSetter setter(bench.fonts, bench.dictionaries);
  bench.set(setter);
  for (auto _ : state) benchmark::DoNotOptimize(bench.set(setter));
}
BENCHMARK(set_again)->Unit(benchmark::kMillisecond);

// What a first call pays: the catalogue, the faces, the patterns.
void open_fonts(benchmark::State& state) {
  const auto disk = make_disk_file_system();
  for (auto _ : state) {
    const auto fonts =
        FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
    benchmark::DoNotOptimize(
        fonts->face(*fonts->find({"text", 400, false, "condensed"})).cap_height());
  }
}
BENCHMARK(open_fonts)->Unit(benchmark::kMillisecond);

void load_patterns(benchmark::State& state, const char* language) {
  const auto disk = make_disk_file_system();
  for (auto _ : state) {
    const HyphenationDictionaries dictionaries(*disk);
    benchmark::DoNotOptimize(dictionaries.find(language));
  }
}
BENCHMARK_CAPTURE(load_patterns, english, "en-GB")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load_patterns, german, "de")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace forme

BENCHMARK_MAIN();
