#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "content/issue.h"

namespace forme {
namespace {

namespace disk = std::filesystem;

const std::string kFolder = std::string(FORME_SOURCE_DIR) + "/tests/bad";

std::vector<std::string> broken_issues() {
  std::vector<std::string> names;
  for (const auto& entry : disk::directory_iterator(kFolder)) {
    if (disk::exists(entry.path() / "expect")) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// A line of `expect`: "FILE:LINE: words".
struct Expected {
  std::string place, words;
};

std::vector<Expected> expectations(const std::string& name) {
  std::vector<Expected> out;
  std::ifstream file(kFolder + "/" + name + "/expect");
  for (std::string line; std::getline(file, line);) {
    const std::size_t cut = line.find(": ");
    EXPECT_NE(cut, std::string::npos) << line;
    out.push_back({line.substr(0, cut), line.substr(cut + 2)});
  }
  return out;
}

class BrokenIssue : public testing::TestWithParam<std::string> {};

TEST_P(BrokenIssue, IsToldItsMistakesAndNothingElse) {
  Diagnostics diagnostics;
  (void)read_issue(*make_disk_file_system(), kFolder + "/" + GetParam(), std::nullopt, diagnostics);
  std::vector<Expected> expected = expectations(GetParam());
  ASSERT_FALSE(expected.empty());
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity != Severity::Error) continue;
    EXPECT_EQ(d.cause, Cause::Input);
    const std::string place = d.where.file + ":" + std::to_string(d.where.line);
    const auto match = std::find_if(expected.begin(), expected.end(), [&](const Expected& e) {
      return e.place == place && d.message.find(e.words) != std::string::npos;
    });
    if (match == expected.end()) {
      ADD_FAILURE() << "not expected: " << to_text(d);
    } else {
      expected.erase(match);
    }
  }
  for (const Expected& e : expected) ADD_FAILURE() << "not said: " << e.place << ": " << e.words;
}

INSTANTIATE_TEST_SUITE_P(Content, BrokenIssue, testing::ValuesIn(broken_issues()),
                         [](const auto& name) {
                           std::string out = name.param;
                           std::replace(out.begin(), out.end(), '-', '_');
                           return out;
                         });

TEST(BrokenIssues, AreAtLeastForty) {
  EXPECT_GE(broken_issues().size(), 40u);
}

TEST(BrokenIssues, AnIssueThatIsNotThereIsTheInputsFault) {
  Diagnostics diagnostics;
  (void)read_issue(*make_disk_file_system(), kFolder + "/none", std::nullopt, diagnostics);
  EXPECT_TRUE(diagnostics.has_errors(Cause::Input));
}

}  // namespace
}  // namespace forme
