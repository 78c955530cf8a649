#include <gmock/gmock.h>

#include "style/layout.h"
#include "support/memory_file_system.h"

namespace forme {
namespace {

using testing::ElementsAre;

// What is told of a layout of these parts on top of the shipped one: line and message.
std::vector<std::string> told_of(const std::string& parts) {
  MemoryFileSystem files;
  files.put("/paper/layouts/tabloid/layout.xml",
            *make_disk_file_system()->read(
                std::string(FORME_SOURCE_DIR) + "/layouts/tabloid/layout.xml", 1 << 20));
  files.put("/paper/layouts/own/layout.xml",
            "<layout version=\"1\" id=\"own\" extends=\"tabloid\" trim=\"289mm 380mm\">\n" + parts +
                "\n<page id=\"news\"/></layout>");
  Diagnostics all;
  const auto layout = read_layout(files, "/paper/layouts/own", all);
  if (!layout) all.add(layout.failure());
  all.sort_by_place();
  std::vector<std::string> told;
  for (const Diagnostic& d : all.all())
    told.push_back(std::to_string(d.where.line) + ": " + d.message);
  return told;
}

TEST(ReadLayout, TellsAllMistakesInOneRun) {
  EXPECT_THAT(
      told_of("<styles>\n<style name=\"a\" like=\"none-such\" size=\"8pt\" leading=\"9pt\"/>\n"
              "<style name=\"b\" like=\"body\" colour=\"mauve\"/>\n"
              "<style name=\"c\" like=\"body\" protrusion=\"far\"/></styles>"),
      ElementsAre("3: no style 'none-such' stands before this one",
                  "4: the layout has no colour 'mauve'", "5: the layout has no protrusion 'far'"));
}

TEST(ReadLayout, TellsAMistakeOnce) {
  EXPECT_EQ(told_of("<styles>\n<style name=\"a\" like=\"body\" size=\"large\"/></styles>").size(),
            1U);
  EXPECT_EQ(told_of("<sheets/>").size(), 1U);
}

}  // namespace
}  // namespace forme
