#include "style/press_profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace forme {
namespace {

class PressProfileFile : public testing::Test {
 protected:
  PressProfileFile() {
    std::filesystem::create_directories(folder_);
    std::string icc(200, '\0');
    icc.replace(16, 4, "CMYK");
    icc.replace(36, 4, "acsp");
    write("press.icc", icc);
  }
  ~PressProfileFile() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  Result<PressProfile> read(const std::string& attributes) const {
    return read_press_profile(*files_,
                              write("p.xml", "<press version=\"1\" id=\"p\" " + attributes + "/>"));
  }
  std::string icc(const std::string& name) const {
    return "package=\"some-profiles\" icc=\"" + (folder_ / name).string() + "\" ";
  }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("press-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::unique_ptr<FileSystem> files_ = make_disk_file_system();
};

TEST_F(PressProfileFile, GivesItsFiguresAndTheIccBytes) {
  const auto profile = read(icc("press.icc") + "condition=\"Custom\" maxPpi=\"250\"");
  ASSERT_TRUE(profile.ok()) << profile.failure().message;
  EXPECT_EQ(profile->condition, "Custom");
  EXPECT_EQ(profile->max_ppi, 250);
  EXPECT_EQ(profile->fail_ppi, 150);
  EXPECT_EQ(profile->cmyk_icc.size(), 200u);
}

TEST_F(PressProfileFile, NamesThePackageOfAMissingIccProfile) {
  const auto profile = read(icc("none.icc"));
  ASSERT_FALSE(profile.ok());
  EXPECT_EQ(profile.failure().cause, Cause::Surroundings);
  EXPECT_THAT(profile.failure().hint, testing::HasSubstr("some-profiles"));
}

TEST_F(PressProfileFile, FindsTheIccProfileBesideIt) {
  EXPECT_TRUE(read("icc=\"press.icc\"").ok());
}

TEST_F(PressProfileFile, RefusesAProfileThatIsNotCmyk) {
  write("rgb.icc", std::string(200, ' '));
  EXPECT_FALSE(read(icc("rgb.icc")).ok());
}

TEST_F(PressProfileFile, RefusesAFigureThatIsNone) {
  const auto profile = read(icc("press.icc") + "maxPpi=\"many\"");
  ASSERT_FALSE(profile.ok());
  EXPECT_EQ(profile.failure().where.line, 1);
}

TEST_F(PressProfileFile, RefusesAnotherRoot) {
  EXPECT_FALSE(read_press_profile(*files_, write("p.xml", "<layout version=\"1\"/>")).ok());
}

// What stands in layouts/press must be readable on this machine.
TEST(ShippedPressProfiles, CanAllBeRead) {
  const auto files = make_disk_file_system();
  const auto names = files->list(FORME_SOURCE_DIR "/layouts/press");
  ASSERT_TRUE(names.ok());
  ASSERT_FALSE(names->empty());
  for (const std::string& name : *names) {
    if (!name.ends_with(".xml")) continue;
    const auto profile = read_press_profile(*files, FORME_SOURCE_DIR "/layouts/press/" + name);
    ASSERT_TRUE(profile.ok()) << name << ": " << profile.failure().message;
    EXPECT_EQ(profile->id + ".xml", name);
  }
}

}  // namespace
}  // namespace forme
