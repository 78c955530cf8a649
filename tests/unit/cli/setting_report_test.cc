#include "cli/setting_report.h"

#include <gtest/gtest.h>

#include <sstream>

namespace forme {
namespace {

TEST(SettingTable, HasALineAnArticleAndOneForAllInColumnsOfOneWidth) {
  SettingFigures figures;
  figures.lines = 80;
  figures.hyphens = 10;
  figures.widows = 1;
  const std::string table = setting_table({{{"a-long-name", figures}, {"rail", {}}}, figures});
  std::istringstream lines(table);
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) all.push_back(line);
  ASSERT_EQ(all.size(), 5u);
  for (const std::string& line : all) EXPECT_EQ(line.size(), all[0].size()) << line;
  EXPECT_EQ(all[2].substr(0, 27), "a-long-name      80    12.5");
  EXPECT_EQ(all[3].substr(0, 27), "rail              0     0.0");
  EXPECT_EQ(all[4].substr(0, 27), "all              80    12.5");
}

TEST(SettingTable, NamesAColumnForEveryFigureOfTheJson) {
  SettingFigures figures;
  figures.lines = 4711;
  const std::string table = setting_table({{}, figures});
  EXPECT_NE(table.find("4711"), std::string::npos);
  for (const char* heading : {"ladders", "rivers", "widows", "orphans", "tight", "loose"})
    EXPECT_NE(table.find(heading), std::string::npos) << heading;
}

}  // namespace
}  // namespace forme
