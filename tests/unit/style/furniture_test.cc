#include <gmock/gmock.h>

#include "style/furniture_names.h"
#include "style/layout.h"
#include "support/memory_file_system.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::MatchesRegex;

// What is said of the tabloid's layout once `from` in it is `to`.
std::string said_of(const std::string& from, const std::string& to) {
  const auto disk = make_disk_file_system();
  std::string text = *disk->read(FORME_SOURCE_DIR "/layouts/tabloid/layout.xml", 1 << 20);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return "the layout has no " + from;
  text.replace(at, from.size(), to);
  MemoryFileSystem files;
  files.put("/l/mine/layout.xml", text);
  Diagnostics diagnostics;
  const auto layout = read_layout(files, "/l/mine", diagnostics);
  return layout ? "" : to_text(layout.failure());
}

constexpr const char* kRule = "row=\"10.5\" thickness=\"1pt\"";

TEST(Furniture, OfTheShippedLayoutIsTaken) {
  EXPECT_EQ(said_of(kRule, kRule), "");
}

TEST(Furniture, ARuleInAnUndeclaredColourIsRefusedAtItsPlace) {
  EXPECT_THAT(said_of(kRule, std::string(kRule) + " colour=\"rde\""),
              MatchesRegex("layouts/mine/layout.xml:[0-9]+:[0-9]+: error: the layout has no colour "
                           "'rde'\n  hint: did you mean red\\?\n"));
}

TEST(Furniture, AStyleInAnUndeclaredColourIsRefusedAtItsPlace) {
  EXPECT_THAT(said_of("<style name=\"ear\"", "<style colour=\"rde\" name=\"ear\""),
              MatchesRegex("layouts/mine/layout.xml:[0-9]+:[0-9]+: error: the layout has no colour "
                           "'rde'\n.*\n"));
}

TEST(Furniture, ARunInAnUndeclaredStyleIsRefusedAtItsPlace) {
  EXPECT_THAT(said_of("<run style=\"masthead\">", "<run style=\"mastheed\">"),
              MatchesRegex("layouts/mine/layout.xml:[0-9]+:[0-9]+: error: the layout has no style "
                           "'mastheed'\n  hint: did you mean masthead\\?\n"));
}

TEST(Furniture, ANameThatTheIssueDoesNotHaveIsRefusedAtItsPlace) {
  EXPECT_THAT(said_of("{issnLabel}", "{isnLabel}"),
              MatchesRegex("layouts/mine/layout.xml:[0-9]+:[0-9]+: error: nothing of the issue is "
                           "called \\{isnLabel\\}\n  hint: did you mean issnLabel\\?\n"));
  EXPECT_THAT(said_of("{issnLabel}", "{weather}"),
              MatchesRegex("(.|\n)*  hint: title, motto, .*, issue, .*, issnLabel, .*imprint\n"));
}

TEST(Furniture, ATemplateIsWordsAndNames) {
  std::vector<std::string> found;
  for (const TemplatePiece& piece : template_pieces("No {number}, {x}{date} at {"))
    found.push_back((piece.is_name ? "name " : "") + piece.words);
  EXPECT_THAT(found, ElementsAre("No ", "name number", ", ", "name x", "name date", " at {"));
}

TEST(Furniture, EveryNameHasItsSpelling) {
  EXPECT_EQ(furniture_name("title"), FurnitureName::Title);
  EXPECT_EQ(furniture_name("issnLabel"), FurnitureName::IssnLabel);
  EXPECT_EQ(furniture_name("imprint"), FurnitureName::Imprint);
  EXPECT_EQ(furniture_spellings().size(), static_cast<std::size_t>(FurnitureName::Imprint) + 1);
  EXPECT_FALSE(furniture_name("Title"));
}

}  // namespace
}  // namespace forme
