#include <gmock/gmock.h>

#include "style/layout.h"
#include "support/memory_file_system.h"

namespace forme {
namespace {

using testing::HasSubstr;

class ReadProtrusion : public testing::Test {
 protected:
  void SetUp() override {
    const auto disk = make_disk_file_system();
    files_.put("/paper/layouts/tabloid/layout.xml",
               *disk->read(std::string(FORME_SOURCE_DIR) + "/layouts/tabloid/layout.xml", 1 << 20));
  }
  // A layout of this protrusion and these styles on top of the shipped one.
  Result<Layout> read(const std::string& protrusion, const std::string& styles) {
    files_.put("/paper/layouts/own/layout.xml",
               "<layout version=\"1\" id=\"own\" extends=\"tabloid\" trim=\"289mm 380mm\">" +
                   protrusion + "<styles>" + styles + "</styles><page id=\"news\"/></layout>");
    Diagnostics diagnostics;
    return read_layout(files_, "/paper/layouts/own", diagnostics);
  }

 private:
  MemoryFileSystem files_;
};

TEST_F(ReadProtrusion, AStyleHasTheTableThatItNames) {
  const auto layout = read(
      "<protrusion name=\"own\"><hang signs=\", .\" end=\"0.7\"/></protrusion>"
      "<protrusion name=\"far\" like=\"own\"><hang signs=\".\" start=\"0.2\" "
      "end=\"1\"/></protrusion>",
      "<style name=\"body\" like=\"body\" protrusion=\"far\"/>");
  ASSERT_TRUE(layout);
  const Protrusion& table = layout->style("body").protrusion;
  EXPECT_EQ(table.of(U',').end, 0.7);
  EXPECT_EQ(table.of(U'.').end, 1.0);
  EXPECT_EQ(table.of(U'.').start, 0.2);
  EXPECT_EQ(table.of(U' ').end, 0.0);
  EXPECT_EQ(table.of(U'a').end, 0.0);
}

TEST_F(ReadProtrusion, TheShippedBodyHangsHyphensStopsAndQuotes) {
  const auto layout = read("", "<style name=\"plain\" like=\"body\" protrusion=\"none\"/>");
  ASSERT_TRUE(layout);
  const Protrusion& table = layout->style("body").protrusion;
  for (const char32_t sign : {U'-', U'\u2010', U'.', U',', U'\u2019', U'\u201D'})
    EXPECT_GT(table.of(sign).end, 0.3);
  for (const char32_t sign : {U'\u2018', U'\u201C', U'\u201E'})
    EXPECT_GT(table.of(sign).start, 0.3);
  EXPECT_TRUE(layout->style("plain").protrusion.signs.empty());
}

TEST_F(ReadProtrusion, AMistakeIsToldWithItsLine) {
  const auto unknown = read("", "<style name=\"x\" like=\"body\" protrusion=\"none-such\"/>");
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.failure().message, HasSubstr("no protrusion 'none-such'"));
  EXPECT_EQ(unknown.failure().where.line, 1);
  const auto wide =
      read("<protrusion name=\"own\"><hang signs=\".\" end=\"1.1\"/></protrusion>", "");
  ASSERT_FALSE(wide);
  EXPECT_THAT(wide.failure().message, HasSubstr("at most all of its width"));
}

}  // namespace
}  // namespace forme
