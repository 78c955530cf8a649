#include "cli/resources.h"

#include <gtest/gtest.h>

#include "temp_folder.h"

namespace forme {
namespace {

TEST(Resources, AreFoundBesideTheInstalledProgram) {
  const TempFolder prefix;
  prefix.write("share/forme/fonts/fonts.xml", "");
  prefix.write("share/forme/layouts/tabloid/layout.xml", "");
  const auto files = make_disk_file_system();
  const auto found = find_resources(*files, prefix.path() + "/bin/forme");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->layouts, prefix.path() + "/share/forme/layouts");
  EXPECT_EQ(found->fonts, prefix.path() + "/share/forme/fonts");
}

TEST(Resources, AreThoseOfTheSourceTreeForAProgramThatIsNotInstalled) {
  const TempFolder prefix;
  const auto files = make_disk_file_system();
  const auto found = find_resources(*files, prefix.path() + "/bin/forme");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->layouts, FORME_SOURCE_DIR "/layouts");
}

TEST(Resources, OfAHalfInstalledProgramAreNotMixed) {
  const TempFolder prefix;
  prefix.write("share/forme/layouts/tabloid/layout.xml", "");
  const auto files = make_disk_file_system();
  const auto found = find_resources(*files, prefix.path() + "/bin/forme");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->layouts, FORME_SOURCE_DIR "/layouts");
}

}  // namespace
}  // namespace forme
