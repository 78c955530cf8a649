#include "cli/sources.h"

#include <gmock/gmock.h>

#include <sstream>

#include "temp_folder.h"

namespace forme {
namespace {

// An issue whose layout stands beside it, in the folder "paper".
class SourcesTest : public testing::Test {
 protected:
  SourcesTest() {
    const std::string tabloid = FORME_SOURCE_DIR "/layouts/tabloid/layout.xml";
    folder.write("paper/layout.xml", *files->read(tabloid, 1 << 20));
    folder.write("one/issue.xml",
                 R"(<issue version="1" publicationName="The Test" number="1" slug="t")"
                 R"( coverDate="2016-02-24" layout="../paper">)"
                 R"(<articles><article src="articles/a.xml"/></articles></issue>)");
    folder.write("one/articles/a.xml",
                 R"(<article version="1" id="a"><headline>A</headline><body><p>B.</p></body>)"
                 R"(</article>)");
  }
  std::optional<Sources> read() {
    std::ostringstream out;
    Environment environment{*files, out, out, false, folder.path() + "/bin/forme", {}};
    CommonOptions options;
    options.issue = folder.path() + "/one";
    return read_sources(options, environment, diagnostics);
  }
  std::string said() const {
    std::string all;
    for (const Diagnostic& d : diagnostics.all()) all += to_text(d);
    return all;
  }
  const TempFolder folder;
  const std::unique_ptr<FileSystem> files = make_disk_file_system();
  Diagnostics diagnostics;
};

TEST_F(SourcesTest, ALayoutNeedsNoHyphenationFile) {
  EXPECT_TRUE(read().has_value()) << said();
}

TEST_F(SourcesTest, ALayoutsHyphenationFileGoesBeforeThePatterns) {
  folder.write("paper/hyphenation.txt", "[en-GB]\nnewsp-aper\n");
  const auto sources = read();
  ASSERT_TRUE(sources.has_value()) << said();
  Hyphenator hyphenator(*sources->dictionaries);
  EXPECT_THAT(hyphenator.points("en-GB", "newspaper", 3, 3), testing::ElementsAre(5));
}

TEST_F(SourcesTest, AMistakeInItStopsTheBuildWithItsLine) {
  folder.write("paper/hyphenation.txt", "[en-GB]\n\nnews--paper\n");
  EXPECT_FALSE(read().has_value());
  EXPECT_THAT(said(), testing::HasSubstr("layouts/paper/hyphenation.txt:3:1: error: "));
}

TEST_F(SourcesTest, TheShippedFilesHaveNoMistake) {
  for (const char* layout : {"tabloid", "berliner", "a4-newsletter"}) {
    folder.write("one/issue.xml",
                 R"(<issue version="1" publicationName="The Test" number="1" slug="t")"
                 R"( coverDate="2016-02-24" layout=")" +
                     std::string(layout) +
                     R"("><articles><article src="articles/a.xml"/></articles></issue>)");
    const auto sources = read();
    ASSERT_TRUE(sources.has_value()) << said();
    EXPECT_FALSE(sources->dictionaries->exceptions().empty()) << layout;
  }
}

TEST_F(SourcesTest, APaperInALanguageWithoutOurWordsIsToldSoOnce) {
  const std::string issue = *files->read(folder.path() + "/one/issue.xml", 1 << 20);
  const auto in = [&](const std::string& language) {
    std::string text = issue;
    text.replace(0, 6, "<issue xml:lang=\"" + language + "\"");
    folder.write("one/issue.xml", text);
    diagnostics = Diagnostics();
    EXPECT_TRUE(read().has_value()) << said();
    return said();
  };
  EXPECT_EQ(in("pl-PL"), "");
  EXPECT_EQ(in("frr"),
            "one/issue.xml:1:1: warning: forme has no words of its own in 'frr'\n"
            "  hint: in English are \"Advertisement\", \"In brief\" and the like on the pages, and "
            "\"Contents\" and \"Cover\" in the EPUB\n");
}

}  // namespace
}  // namespace forme
