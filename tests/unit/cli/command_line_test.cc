#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "temp_folder.h"

namespace forme {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct Outcome {
  ExitStatus status;
  std::string out, err;
};

Outcome run(const std::vector<std::string>& arguments) {
  const auto files = make_disk_file_system();
  std::ostringstream out, err;
  Environment environment{*files, out, err, false, "/nowhere/bin/forme", [] { return 0.0; }};
  const ExitStatus status = run_command_line(arguments, environment);
  return {status, out.str(), err.str()};
}

class WrongUsage : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(WrongUsage, EndsWithStatus2AndAMessage) {
  const Outcome outcome = run(GetParam());
  EXPECT_EQ(outcome.status, ExitStatus::Usage);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("--help"));
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongUsage,
    testing::Values(
        std::vector<std::string>{}, std::vector<std::string>{"bild", "x"},
        std::vector<std::string>{"build"},
        std::vector<std::string>{"build", "x", "--only", "printt"},
        std::vector<std::string>{"build", "x", "--jobs", "0"},
        std::vector<std::string>{"build", "x", "--date", "2016-02-30"},
        std::vector<std::string>{"build", "x", "--diagnostics", "xml"},
        std::vector<std::string>{"build", "x", "--spreads", "printers"},
        std::vector<std::string>{"build", "x", "--spreads", "reader", "--only", "epub"},
        std::vector<std::string>{"build", "x", "--spreads", "reader", "--binding", "nested"},
        std::vector<std::string>{"build", "x", "--spreads", "printer", "--section", "8"},
        std::vector<std::string>{"build", "x", "--spreads", "printer", "--binding", "nested",
                                 "--section", "6"},
        std::vector<std::string>{"check", "x", "--out", "y"}, std::vector<std::string>{"proof"},
        std::vector<std::string>{"proof", "x", "--only", "print"},
        std::vector<std::string>{"dump", "x"},
        std::vector<std::string>{"dump", "x", "--stage", "ink"}));

TEST(CommandLine, PrintsHelpOnStandardOutput) {
  const Outcome outcome = run({"--help"});
  EXPECT_EQ(outcome.status, ExitStatus::Good);
  EXPECT_THAT(outcome.out, HasSubstr("build"));
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST(CommandLine, PrintsItsVersion) {
  EXPECT_THAT(run({"--version"}).out, testing::MatchesRegex("forme [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(CommandLine, SaysWithStatus1ThatAnIssueIsNotThere) {
  const TempFolder folder;
  for (const char* command : {"build", "check", "proof"}) {
    const Outcome outcome = run({command, folder.path() + "/none"});
    EXPECT_EQ(outcome.status, ExitStatus::BadInput) << command;
    EXPECT_THAT(outcome.err, HasSubstr("error: ")) << command;
  }
}

TEST(CommandLine, PrintsDiagnosticsAsJsonLinesWhenAsked) {
  const TempFolder folder;
  const Outcome outcome = run({"check", folder.path() + "/none", "--diagnostics", "json"});
  EXPECT_THAT(outcome.err, testing::StartsWith("{"));
  EXPECT_THAT(outcome.err, HasSubstr("\"severity\":\"error\""));
}

}  // namespace
}  // namespace forme
