#include <gtest/gtest.h>

#include "content/issue.h"
#include "font/font_library.h"
#include "paragraph/set_text.h"
#include "style/layout.h"

// What holds of line ends over all the copy of the sample papers.
namespace forme {
namespace {

struct Sample {
  const char* issue;
  const char* layout;
};
class SampleCopy : public testing::TestWithParam<Sample> {
 protected:
  static std::string seen(const Line& line) {
    std::vector<const GlyphRun*> runs;
    for (const PlacedRun& placed : line.runs) runs.push_back(&placed.run);
    std::sort(runs.begin(), runs.end(), [](const GlyphRun* a, const GlyphRun* b) {
      return a->text_first != b->text_first ? a->text_first < b->text_first
                                            : a->text_last < b->text_last;
    });
    std::string text;
    for (const GlyphRun* run : runs) text += run->text;
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  }
  static bool begins_with(const std::string& line, std::initializer_list<const char*> signs) {
    return std::any_of(signs.begin(), signs.end(),
                       [&](const char* sign) { return line.starts_with(sign); });
  }
  // Calls `check` with the lines of every paragraph, in the style of the body.
  template <class Check>
  void each_paragraph(Check check) {
    const std::string source = FORME_SOURCE_DIR;
    Diagnostics diagnostics;
    const Issue issue =
        read_issue(*disk, source + "/issues/" + GetParam().issue, std::nullopt, diagnostics);
    const Layout layout =
        *read_layout(*disk, source + "/layouts/" + GetParam().layout, diagnostics);
    const FontLibrary fonts =
        *FontLibrary::open(*disk, source + "/fonts/fonts.xml", layout.font_set);
    TextSetter setter(fonts);
    int paragraphs = 0;
    for (const Article& article : issue.articles) {
      for (std::size_t leaf = 0; leaf < article.leaves.size(); ++leaf) {
        if (article.leaves[leaf].role != LeafRole::Paragraph) continue;
        std::vector<std::string> lines;
        for (const Line& line : setter.set(article.leaves[leaf].text, layout.style("body"),
                                           {layout.grid.column, {}, {}}))
          lines.push_back(seen(line));
        check(lines);
        ++paragraphs;
      }
    }
    EXPECT_GT(paragraphs, 30);
  }
  const std::unique_ptr<FileSystem> disk = make_disk_file_system();
};

TEST_P(SampleCopy, NoThreeLinesInARowEndOnAHyphen) {
  each_paragraph([](const std::vector<std::string>& lines) {
    int row = 0;
    for (const std::string& line : lines) {
      row = line.ends_with("\u00AD") || line.ends_with("-") ? row + 1 : 0;
      EXPECT_LE(row, 2) << line;
    }
  });
}

TEST_P(SampleCopy, NoLineBeginsWithADashOrAStop) {
  each_paragraph([](const std::vector<std::string>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
      // ".example/settle" is the rest of an address.
      const bool stop = lines[i][0] == '.' && (lines[i].size() < 2 || lines[i][1] < 'a');
      EXPECT_FALSE(stop || begins_with(lines[i], {"– ", "— ", "…", ",", ";", ":", "!", "?", ")",
                                                  "”", "’ ", "%", "km ", "Uhr "}))
          << lines[i - 1] << " / " << lines[i];
    }
  });
}

TEST_P(SampleCopy, NoDivisionLeavesFewerThanThreeLetters) {
  each_paragraph([](const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      if (!lines[i].ends_with("\u00AD")) continue;
      const std::size_t word = lines[i].find_last_of(" -(“„\u2019") + 1;
      EXPECT_GE(lines[i].size() - word, 3 + 2U) << lines[i];
      EXPECT_GE(lines[i + 1].find_first_of(" .,;:"), 3U) << lines[i + 1];
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Issues, SampleCopy,
                         testing::Values(Sample{"courier-890", "tabloid"},
                                         Sample{"setzkasten-12", "a4-newsletter"}));

}  // namespace
}  // namespace forme
