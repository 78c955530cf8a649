#include "cli/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/copy_fit_report.h"

namespace forme {
namespace {

// An issue with one article that has one picture.
Issue issue_with_picture() {
  Issue issue;
  issue.manifest.slug = "courier";
  issue.manifest.number = "890";
  issue.manifest.cover_date = {2016, 2, 24};
  Figure figure;
  figure.source = "/home/somebody/issues/courier-890/pictures/hill.jpg";
  figure.declared = "../pictures/hill.jpg";
  Article article;
  article.id = "rail";
  article.figures.push_back(Block{"f1", {}, figure});
  issue.articles.push_back(article);
  return issue;
}

MadeUp made_with_picture(const Issue& issue, double ppi) {
  MadeUp made;
  const auto& figure = std::get<Figure>(issue.articles[0].figures[0].body);
  made.pictures.push_back({figure.source, 5, ppi});
  return made;
}

PictureFacts facts_of(const Issue& issue, const std::string& format) {
  PictureInfo info;
  info.format = format;
  return {{std::get<Figure>(issue.articles[0].figures[0].body).source, info}};
}

TEST(PlacedPictures, GoByTheNameThatTheIssueDeclares) {
  const Issue issue = issue_with_picture();
  const auto placed =
      placed_pictures(made_with_picture(issue, 180.4), issue, facts_of(issue, "jpeg"));
  ASSERT_EQ(placed.size(), 1u);
  EXPECT_EQ(placed[0], (PlacedPicture{"../pictures/hill.jpg", 5, 180}));
}

TEST(PlacedPictures, LeaveOutVectorPicturesWhichHaveNoPixels) {
  const Issue issue = issue_with_picture();
  EXPECT_TRUE(placed_pictures(made_with_picture(issue, 12), issue, facts_of(issue, "svg")).empty());
}

class JudgedPicture : public testing::Test {
 public:
  int refused(int ppi) { return judge_pictures({{"a.jpg", 1, ppi}}, press_, diagnostics_); }
  PressProfile press_;  // warns under 200, refuses under 150
  Diagnostics diagnostics_;
};

TEST_F(JudgedPicture, PassesAtThePressesLimit) {
  EXPECT_EQ(refused(200), 0);
  EXPECT_TRUE(diagnostics_.all().empty());
}

TEST_F(JudgedPicture, IsWarnedOfBelowIt) {
  EXPECT_EQ(refused(199), 0);
  ASSERT_EQ(diagnostics_.all().size(), 1u);
  EXPECT_EQ(diagnostics_.all()[0].severity, Severity::Warning);
}

TEST_F(JudgedPicture, IsRefusedUnderTheLeast) {
  EXPECT_EQ(refused(149), 1);
}

SettingQuality setting_of_rail() {
  SettingFigures figures;
  figures.lines = 120;
  figures.hyphens = 9;
  figures.rivers = 2;
  return {{{"rail", figures}}, figures};
}

CopyFit rail_over() {
  CopyFit fit{"rail", {1, 5}, 120, 2, 11, 111};
  fit.words_over = 62;
  fit.did = {2, 5, true, 3, 20, 0.06, 1, -1};
  fit.cures = {"cut 62 words (11 lines)"};
  return fit;
}

nlohmann::json json_of(const Diagnostics& diagnostics) {
  const Issue issue = issue_with_picture();
  const Report report{issue.manifest,
                      3,
                      {rail_over()},
                      setting_of_rail(),
                      {{"../pictures/hill.jpg", 5, 180}},
                      diagnostics,
                      {report_file("courier-890.epub", "abc")},
                      {{"'rail'", "rail", 0, 5, {}, {0, 3, 2, 40}, "'rail' came late"}}};
  return nlohmann::json::parse(to_json(report));
}

TEST(Report, HoldsCopyFitPicturesAndTheHashOfEachFile) {
  const auto json = json_of({});
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["issue"]["coverDate"], "2016-02-24");
  EXPECT_EQ(json["status"], 3);
  EXPECT_EQ(json["copyFit"][0]["pages"], (std::vector<int>{1, 5}));
  EXPECT_EQ(json["copyFit"][0]["overset"], 11);
  EXPECT_EQ(json["copyFit"][0]["room"], 111);
  EXPECT_EQ(json["copyFit"][0]["wordsOver"], 62);
  EXPECT_EQ(json["copyFit"][0]["cropPercent"], 6);
  EXPECT_EQ(json["copyFit"][0]["cures"][0], "cut 62 words (11 lines)");
  EXPECT_TRUE(json["moved"][0]["from"].is_null());
  EXPECT_EQ(json["moved"][0]["to"]["page"], 5);
  EXPECT_EQ(json["moved"][0]["to"]["h"], 40);
  EXPECT_EQ(json["moved"][0]["why"], "'rail' came late");
  EXPECT_EQ(json["setting"]["articles"][0]["article"], "rail");
  EXPECT_EQ(json["setting"]["articles"][0]["hyphensPer100"], 7.5);
  EXPECT_EQ(json["setting"]["total"]["rivers"], 2);
  EXPECT_EQ(json["pictures"][0]["ppi"], 180);
  EXPECT_EQ(json["files"][0]["name"], "courier-890.epub");
  EXPECT_EQ(json["files"][0]["bytes"], 3);
  // SHA-256 of "abc": FIPS 180-2, appendix B.1.
  EXPECT_EQ(json["files"][0]["sha256"],
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(CopyFitTable, SaysWhatEachStoryHasWhatWasDoneAndWhatWouldFit) {
  CopyFit fits{"mill", {2}, 40, 3, 0, 43};
  fits.words_free = 20;
  fits.did = {1, 3, false, 0, 0, 0, 0, 2};
  CopyFit nowhere{"late", {}, 30, 0, 30};
  const std::string table = copy_fit_table({rail_over(), fits, nowhere});
  EXPECT_EQ(table,
            "article  page  lines  room  over  words  headline     picture        copy"
            "              would fit\n"
            "rail     1, 5    120   111   +11    +62  2 x 5 short  3 x 20 cut 6%  -1 line, 1 quote"
            "  cut 62 words (11 lines)\n"
            "mill     2        40    43    -3    -20  1 x 3                       +2 lines\n"
            "late     none     30     0   +30\n");
}

TEST(Report, ShowsNoPathAboveTheIssue) {
  Diagnostics diagnostics;
  diagnostics.warning({"/usr/share/forme/layouts/tabloid/layout.xml", 3, 1}, "odd");
  EXPECT_EQ(json_of(diagnostics)["warnings"][0]["file"], "layout.xml");
}

}  // namespace
}  // namespace forme
