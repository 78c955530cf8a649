#include "base/file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/output_set.h"

namespace forme {
namespace {

namespace disk = std::filesystem;
using Kind = FileSystem::Kind;
using testing::ElementsAre;
using testing::HasSubstr;

class Disk : public testing::Test {
 protected:
  Disk() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = disk::canonical(testing::TempDir()).string() + "/forme-" + test->name();
    disk::remove_all(folder_);
    disk::create_directories(folder_);
  }
  ~Disk() override { disk::remove_all(folder_); }
  std::string path(const std::string& name) const { return folder_ + "/" + name; }

  std::string folder_;
  std::unique_ptr<FileSystem> fs_ = make_disk_file_system();
};

TEST_F(Disk, ReadsWhatWasWritten) {
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(fs_->write(path("a"), bytes).ok());
  EXPECT_EQ(*fs_->read(path("a"), 4), bytes);
  ASSERT_TRUE(fs_->write(path("a"), "").ok());
  EXPECT_EQ(*fs_->read(path("a"), 4), "");
}

TEST_F(Disk, RefusesAFileBeyondTheLimitAsInput) {
  ASSERT_TRUE(fs_->write(path("a"), "12345").ok());
  const auto read = fs_->read(path("a"), 4);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.failure().cause, Cause::Input);
}

TEST_F(Disk, AMissingFileIsTheInputsFaultAndAFailedWriteTheSurroundings) {
  EXPECT_EQ(fs_->read(path("none"), 9).failure().cause, Cause::Input);
  EXPECT_EQ(fs_->read(folder_, 9).failure().cause, Cause::Input);
  EXPECT_EQ(fs_->write(path("none/a"), "x").failure().cause, Cause::Surroundings);
}

TEST_F(Disk, ListsNamesInOrder) {
  for (const char* name : {"b", "a", "C"}) ASSERT_TRUE(fs_->write(path(name), "").ok());
  EXPECT_THAT(*fs_->list(folder_), ElementsAre("C", "a", "b"));
}

TEST_F(Disk, TellsKindsApartThroughLinks) {
  ASSERT_TRUE(fs_->make_folders(path("f/g")).ok());
  disk::create_symlink("f", path("link"));
  disk::create_symlink("nowhere", path("dangling"));
  EXPECT_EQ(fs_->kind(path("f/g")), Kind::Folder);
  EXPECT_EQ(fs_->kind(path("link")), Kind::Folder);
  EXPECT_EQ(fs_->kind(path("dangling")), Kind::Missing);
  EXPECT_TRUE(fs_->is_link(path("link")));
  EXPECT_FALSE(fs_->is_link(path("f")));
  EXPECT_EQ(*fs_->canonical(path("link/../link/g")), path("f/g"));
}

TEST_F(Disk, RemovesATreeButNotWhatItsLinksPointTo) {
  ASSERT_TRUE(fs_->make_folders(path("tree")).ok());
  ASSERT_TRUE(fs_->write(path("kept"), "x").ok());
  disk::create_symlink("../kept", path("tree/link"));
  ASSERT_TRUE(fs_->remove_tree(path("tree")).ok());
  ASSERT_TRUE(fs_->remove_tree(path("tree")).ok());
  EXPECT_EQ(fs_->kind(path("tree")), Kind::Missing);
  EXPECT_EQ(fs_->kind(path("kept")), Kind::File);
}

TEST_F(Disk, SwapsTwoFolders) {
  for (const char* name : {"a", "b"}) {
    ASSERT_TRUE(fs_->make_folders(path(name)).ok());
    ASSERT_TRUE(fs_->write(path(std::string(name) + "/name"), name).ok());
  }
  ASSERT_TRUE(fs_->exchange(path("a"), path("b")).ok());
  EXPECT_EQ(*fs_->read(path("a/name"), 9), "b");
  EXPECT_EQ(*fs_->read(path("b/name"), 9), "a");
}

TEST_F(Disk, ALockIsHeldOnceAndLeavesNothing) {
  {
    const auto first = fs_->lock(path("lock"));
    ASSERT_TRUE(first.ok());
    const auto second = fs_->lock(path("lock"));
    ASSERT_FALSE(second.ok());
    EXPECT_THAT(second.failure().message, HasSubstr("another run"));
  }
  EXPECT_EQ(fs_->kind(path("lock")), Kind::Missing);
  EXPECT_TRUE(fs_->lock(path("lock")).ok());
}

TEST_F(Disk, AnEditionCarriesForeignFilesOverWithoutCopyingThem) {
  ASSERT_TRUE(fs_->make_folders(path("out")).ok());
  ASSERT_TRUE(fs_->write(path("out/mine"), "x").ok());
  disk::create_symlink("nowhere", path("out/link"));
  disk::create_directory_symlink("/", path("out/root"));
  disk::create_hard_link(path("out/mine"), path("witness"));
  {
    auto set = OutputSet::open(*fs_, path("out"));
    ASSERT_TRUE(set.ok());
    ASSERT_TRUE(set->add("handouts/a.pdf", "new").ok());
    ASSERT_TRUE(set->commit({}).ok());
  }
  EXPECT_EQ(*fs_->read(path("out/handouts/a.pdf"), 9), "new");
  EXPECT_TRUE(disk::equivalent(path("out/mine"), path("witness")));
  EXPECT_TRUE(fs_->is_link(path("out/link")));
  EXPECT_TRUE(fs_->is_link(path("out/root")));
  EXPECT_THAT(*fs_->list(folder_), ElementsAre("out", "witness"));
}

TEST_F(Disk, AnOutputFolderThatIsALinkStaysOne) {
  ASSERT_TRUE(fs_->make_folders(path("real")).ok());
  disk::create_directory_symlink("real", path("out"));
  {
    auto set = OutputSet::open(*fs_, path("out/"));
    ASSERT_TRUE(set.ok());
    ASSERT_TRUE(set->add("a", "new").ok());
    ASSERT_TRUE(set->commit({}).ok());
  }
  EXPECT_TRUE(fs_->is_link(path("out")));
  EXPECT_EQ(*fs_->read(path("real/a"), 9), "new");
}

}  // namespace
}  // namespace forme
