// How fast copy is set: shaping and breaking 25,000 words at one newspaper measure, beside the
// least that HarfBuzz itself must do for them.

#include <benchmark/benchmark.h>
#include <hb.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "font/font_library.h"
#include "paragraph/hyphenator.h"
#include "paragraph/set_text.h"

namespace forme {
namespace {

constexpr std::size_t kWords = 25'000;

// The paragraphs of the sample issue, markup taken out, again and again until there are enough.
std::vector<Text> sample_copy() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(FORME_SOURCE_DIR) +
                                                               "/issues/courier-890/articles"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Text> all;
  for (const auto& file : files) {
    std::stringstream in;
    in << std::ifstream(file).rdbuf();
    const std::string xml = in.str();
    for (std::size_t at = xml.find("<p>"); at != std::string::npos; at = xml.find("<p>", at + 1)) {
      Text text;
      text.language = "en-GB";
      bool tag = false;
      for (const char c : xml.substr(at, xml.find("</p>", at) - at)) {
        tag = c == '<' || (tag && c != '>');
        const bool space = c == ' ' || c == '\n';
        if (tag || c == '>' || (space && (text.utf8.empty() || text.utf8.back() == ' '))) continue;
        text.utf8 += space ? ' ' : c;
      }
      all.push_back(std::move(text));
    }
  }
  std::vector<Text> copy;
  for (std::size_t i = 0, words = 0; words < kWords && !all.empty(); ++i) {
    copy.push_back(all[i % all.size()]);
    words += 1 + static_cast<std::size_t>(
                     std::count(copy.back().utf8.begin(), copy.back().utf8.end(), ' '));
  }
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
  std::vector<Text> copy = sample_copy();
  LineWidths column{Length::from_pt(112.9), {}, {}};

  std::size_t set(TextSetter& setter) const {
    const TextStyle style = body();
    std::size_t lines = 0;
    for (const Text& text : copy) lines += setter.set(text, style, column).size();
    return lines;
  }
};

// hb_shape() of each distinct word once, and a copy of the glyphs of all.
void raw_shaping(benchmark::State& state) {
  const Bench bench;
  hb_font_t* font =
      bench.fonts.face(*bench.fonts.find({"text", 400, false, "condensed"})).hb_font();
  std::vector<std::string> words;
  std::set<std::string> distinct;
  for (const Text& text : bench.copy) {
    std::stringstream in(text.utf8);
    for (std::string word; in >> word; distinct.insert(word)) words.push_back(word);
  }
  hb_buffer_t* buffer = hb_buffer_create();
  for (auto _ : state) {
    std::size_t glyphs = 0;
    for (const std::string& word : distinct) {
      hb_buffer_clear_contents(buffer);
      hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, -1);
      hb_buffer_guess_segment_properties(buffer);
      hb_shape(font, buffer, nullptr, 0);
      glyphs += hb_buffer_get_length(buffer);
    }
    std::vector<Glyph> out;
    for (const std::string& word : words) out.resize(out.size() + word.size());
    benchmark::DoNotOptimize(out.data());
    benchmark::DoNotOptimize(glyphs);
  }
  hb_buffer_destroy(buffer);
  state.counters["words"] = static_cast<double>(words.size());
  state.counters["distinct"] = static_cast<double>(distinct.size());
}
BENCHMARK(raw_shaping)->Unit(benchmark::kMillisecond);

// Shaping and breaking, with nothing known before.
void set_all(benchmark::State& state) {
  const Bench bench;
  std::size_t lines = 0;
  for (auto _ : state) {
    TextSetter setter(bench.fonts, bench.dictionaries);
    lines = bench.set(setter);
  }
  state.counters["lines"] = static_cast<double>(lines);
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
