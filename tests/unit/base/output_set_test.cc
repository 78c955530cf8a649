#include "base/output_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/memory_file_system.h"

namespace forme {
namespace {

using Files = std::map<std::string, std::string>;
using Fault = MemoryFileSystem::Fault;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string kOut = "/paper/out/courier-890";

const Files kOld{{"courier-890-print.pdf", "old print"},
                 {"handouts/gone.pdf", "old handout"},
                 {"courier-890.epub", "old book"},
                 {"courier-890-report.json",
                  R"({"files":[{"name":"courier-890-print.pdf"},{"name":"handouts/gone.pdf"},)"
                  R"({"name":"courier-890.epub"}]})"},
                 {"notes.txt", "the editor's own"},
                 {"proofs/page-1.png", "the editor's own too"}};
const Files kNew{{"courier-890-print.pdf", "new print"},
                 {"courier-890.epub", "old book"},
                 {"courier-890-report.json", R"({"files":[{"name":"courier-890-print.pdf"}]})"},
                 {"notes.txt", "the editor's own"},
                 {"proofs/page-1.png", "the editor's own too"}};

void put_old_edition(MemoryFileSystem& fs) {
  for (const auto& [name, bytes] : kOld) fs.put(kOut + "/" + name, bytes);
}

// A build that makes the print PDF alone and keeps the EPUB.
Status build(FileSystem& fs) {
  auto set = OutputSet::open(fs, "out/courier-890");
  if (!set) return set.failure();
  for (const char* name : {"courier-890-print.pdf", "courier-890-report.json"}) {
    if (Status added = set->add(name, kNew.at(name)); !added) return added;
  }
  return set->commit({"courier-890.epub"});
}

// What stands beside the edition: nothing, once a run is over.
Files beside(const MemoryFileSystem& fs) {
  Files out = fs.files("/paper/out");
  std::erase_if(out, [](const auto& file) { return file.first.rfind("courier-890/", 0) == 0; });
  return out;
}

TEST(OutputSet, ReplacesTheEarlierEditionAndKeepsWhatIsNotOfIt) {
  MemoryFileSystem fs;
  put_old_edition(fs);
  ASSERT_TRUE(build(fs).ok());
  EXPECT_EQ(fs.files(kOut), kNew);
  EXPECT_EQ(fs.kind(kOut + "/handouts"), FileSystem::Kind::Missing);
  EXPECT_EQ(beside(fs), Files{});
}

TEST(OutputSet, MakesTheFirstEditionAndTheFoldersAboveIt) {
  MemoryFileSystem fs;
  ASSERT_TRUE(build(fs).ok());
  EXPECT_EQ(fs.files(kOut).size(), 2u);
}

TEST(OutputSet, NamesTheFilesOfTheEarlierEdition) {
  MemoryFileSystem fs;
  put_old_edition(fs);
  auto set = OutputSet::open(fs, kOut);
  ASSERT_TRUE(set.ok());
  EXPECT_THAT(set->earlier_files(),
              ElementsAre("courier-890-print.pdf", "courier-890.epub", "handouts/gone.pdf"));
}

TEST(OutputSet, LeavesTheEditionOfAnotherReportAlone) {
  MemoryFileSystem fs;
  put_old_edition(fs);
  fs.put(kOut + "/courier-889-report.json", R"({"files":[{"name":"courier-889.epub"}]})");
  fs.put(kOut + "/courier-889.epub", "last week's");
  ASSERT_TRUE(build(fs).ok());
  EXPECT_EQ(fs.files(kOut).count("courier-889.epub"), 1u);
}

TEST(OutputSet, TakesABrokenReportForAFileOfSomeoneElse) {
  for (const char* report : {"", "{", "[]", R"({"files":7})", R"({"files":[1,{"name":2}]})"}) {
    MemoryFileSystem fs;
    put_old_edition(fs);
    fs.put(kOut + "/courier-890-report.json", report);
    ASSERT_TRUE(build(fs).ok()) << report;
    EXPECT_EQ(fs.files(kOut).count("handouts/gone.pdf"), 1u) << report;
  }
}

TEST(OutputSet, AbandonsWhatIsNotCommitted) {
  MemoryFileSystem fs;
  put_old_edition(fs);
  {
    auto set = OutputSet::open(fs, kOut);
    ASSERT_TRUE(set.ok());
    ASSERT_TRUE(set->add("courier-890-print.pdf", "half made").ok());
  }
  EXPECT_EQ(fs.files(kOut), kOld);
  EXPECT_EQ(beside(fs), Files{});
}

TEST(OutputSet, IsForOneRunAtATime) {
  MemoryFileSystem fs;
  auto first = OutputSet::open(fs, kOut);
  ASSERT_TRUE(first.ok());
  EXPECT_FALSE(OutputSet::open(fs, kOut).ok());
}

TEST(OutputSet, RefusesTheRootAndAFolderThatHoldsTheCurrentOne) {
  MemoryFileSystem fs;
  for (const char* folder : {"/", "/paper", ".", "/paper/", ""}) {
    const auto set = OutputSet::open(fs, folder);
    ASSERT_FALSE(set.ok()) << folder;
    EXPECT_THAT(set.failure().message, HasSubstr("output folder")) << folder;
  }
}

TEST(OutputSet, RefusesAFolderWhoseNameIsAFiles) {
  MemoryFileSystem fs;
  fs.put(kOut, "a file");
  EXPECT_FALSE(OutputSet::open(fs, kOut).ok());
}

TEST(OutputSet, RefusesNamesThatLeaveTheFolderOrComeTwice) {
  MemoryFileSystem fs;
  auto set = OutputSet::open(fs, kOut);
  ASSERT_TRUE(set.ok());
  for (const char* name : {"", "/a", "../a", "a/../b", "a//b", "a/", "./a"}) {
    EXPECT_FALSE(set->add(name, "x").ok()) << name;
  }
  EXPECT_TRUE(set->add("a", "x").ok());
  EXPECT_FALSE(set->add("a", "y").ok());
}

TEST(OutputSet, RefusesToTakeTheNameOfAForeignFolder) {
  MemoryFileSystem fs;
  fs.put(kOut + "/courier-890.epub/notes.txt", "mine");
  auto set = OutputSet::open(fs, kOut);
  ASSERT_TRUE(set.ok());
  ASSERT_TRUE(set->add("courier-890.epub", "book").ok());
  EXPECT_FALSE(set->commit({}).ok());
  EXPECT_EQ(fs.files(kOut).at("courier-890.epub/notes.txt"), "mine");
}

class Failing : public testing::TestWithParam<bool> {
 protected:
  void prepare(MemoryFileSystem& fs) {
    if (!GetParam()) fs.forbid_exchange();
    put_old_edition(fs);
  }
  static constexpr int kMoreCallsThanAnyBuild = 200;
};

TEST_P(Failing, OneFailedCallLeavesTheOldEditionOrTheNewWhole) {
  int failures = 0;
  for (int n = 1; n < kMoreCallsThanAnyBuild; ++n) {
    MemoryFileSystem fs;
    prepare(fs);
    fs.fail_at(n, Fault::Once);
    const Status status = build(fs);
    if (!fs.failed()) break;
    ++failures;
    EXPECT_EQ(fs.files(kOut), status.ok() ? kNew : kOld) << "call " << n;
    fs.restart();
    ASSERT_TRUE(build(fs).ok()) << "after call " << n;
    EXPECT_EQ(beside(fs), Files{}) << "after call " << n;
  }
  EXPECT_GT(failures, 15);
  EXPECT_LT(failures, kMoreCallsThanAnyBuild - 1);
}

TEST_P(Failing, ARunKilledAtAnyCallLeavesTheOldEditionOrTheNewToTheNextRun) {
  for (int n = 1; n < kMoreCallsThanAnyBuild; ++n) {
    MemoryFileSystem fs;
    prepare(fs);
    fs.fail_at(n, Fault::PowerCut);
    (void)build(fs);
    if (!fs.failed()) break;
    fs.restart();
    const Files left = fs.files(kOut);
    EXPECT_TRUE(!GetParam() || left == kOld || left == kNew) << "call " << n;
    { ASSERT_TRUE(OutputSet::open(fs, kOut).ok()) << "after call " << n; }
    EXPECT_TRUE(fs.files(kOut) == kOld || fs.files(kOut) == kNew) << "call " << n;
    EXPECT_EQ(beside(fs), Files{}) << "after call " << n;
  }
}

INSTANTIATE_TEST_SUITE_P(OutputSet, Failing, testing::Bool(), [](const auto& exchange) {
  return exchange.param ? "WhereFoldersCanBeSwapped" : "WhereTheyCannot";
});

}  // namespace
}  // namespace forme
