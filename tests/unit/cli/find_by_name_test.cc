#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/sources.h"
#include "temp_folder.h"

namespace forme {
namespace {

using testing::HasSubstr;

class FindByName : public testing::Test {
 protected:
  FindByName() {
    folder_.write("layouts/tabloid/layout.xml", "");
    folder_.write("layouts/handout/layout.xml", "");
    folder_.write("layouts/press/coldset.xml", "");
    folder_.write("papers/look/layout.xml", "");
    folder_.write("papers/issue-1/issue.xml", "");
    folder_.write("elsewhere/layout.xml", "");
    manifest_.folder = folder_.path() + "/papers/issue-1";
    manifest_.root = folder_.path() + "/papers";
    manifest_.where = {"issue-1/issue.xml", 2, 1};
  }
  Result<std::string> layout(const std::string& name) const {
    return find_by_name(*files_, manifest_, name, folder_.path() + "/layouts", "");
  }

  TempFolder folder_;
  std::unique_ptr<FileSystem> files_ = make_disk_file_system();
  Manifest manifest_;
};

TEST_F(FindByName, FindsALayoutThatComesWithTheProgram) {
  const auto found = layout("tabloid");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(*found, folder_.path() + "/layouts/tabloid");
}

TEST_F(FindByName, FindsAPressProfileByItsNameWithoutXml) {
  const auto found =
      find_by_name(*files_, manifest_, "coldset", folder_.path() + "/layouts/press", ".xml");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(*found, folder_.path() + "/layouts/press/coldset.xml");
}

TEST_F(FindByName, FindsALayoutOfThePapersOwnByItsPath) {
  const auto found = layout("../look");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(*found, std::filesystem::canonical(folder_.path() + "/papers/look").string());
}

TEST_F(FindByName, NamesTheLayoutsThatThereAre) {
  const auto found = layout("tabloyd");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.failure().where.line, 2);
  EXPECT_EQ(found.failure().cause, Cause::Input);
  EXPECT_EQ(found.failure().hint, "there are: handout, tabloid");
}

TEST_F(FindByName, RefusesTheReservedName) {
  EXPECT_FALSE(layout("press").ok());
}

TEST_F(FindByName, RefusesAPathThatLeavesTheCollection) {
  const auto found = layout("../../elsewhere");
  ASSERT_FALSE(found.ok());
  EXPECT_THAT(found.failure().message, HasSubstr("leaves the collection"));
}

TEST_F(FindByName, RefusesALinkThatLeavesTheCollection) {
  std::filesystem::create_directory_symlink(folder_.path() + "/elsewhere",
                                            folder_.path() + "/papers/link");
  EXPECT_FALSE(layout("../link").ok());
}

TEST_F(FindByName, RefusesAnAbsolutePath) {
  EXPECT_FALSE(layout(folder_.path() + "/papers/look").ok());
}

TEST_F(FindByName, RefusesTheFolderAboveTheLayouts) {
  EXPECT_FALSE(layout("..").ok());
  EXPECT_FALSE(layout("").ok());
}

}  // namespace
}  // namespace forme
