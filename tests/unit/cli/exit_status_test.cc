#include "cli/exit_status.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

TEST(ExitStatus, IsGoodWhenThereIsNothingToSay) {
  EXPECT_EQ(exit_status({}, false), ExitStatus::Good);
}

TEST(ExitStatus, IsGoodInSpiteOfWarnings) {
  Diagnostics diagnostics;
  diagnostics.warning({}, "a keyword is unknown");
  EXPECT_EQ(exit_status(diagnostics, false), ExitStatus::Good);
}

TEST(ExitStatus, SaysThatCopyDoesNotFit) {
  EXPECT_EQ(exit_status({}, true), ExitStatus::Objections);
}

TEST(ExitStatus, PutsWrongInputBeforeObjections) {
  Diagnostics diagnostics;
  diagnostics.error({"issue.xml", 3, 1}, "bad");
  EXPECT_EQ(exit_status(diagnostics, true), ExitStatus::BadInput);
}

TEST(ExitStatus, PutsTheSurroundingsBeforeWrongInput) {
  Diagnostics diagnostics;
  diagnostics.error({"issue.xml", 3, 1}, "bad");
  diagnostics.surroundings({}, "the disk is full");
  EXPECT_EQ(exit_status(diagnostics, true), ExitStatus::Surroundings);
}

}  // namespace
}  // namespace forme
