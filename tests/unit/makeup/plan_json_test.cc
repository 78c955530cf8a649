#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "makeup/plan.h"

namespace forme {
namespace {

Layout small_layout() {
  Layout layout;
  layout.grid.column = 100_pt, layout.grid.gutter = 10_pt, layout.grid.row = 9.5_pt;
  layout.styles["body"] = TextStyle{};
  return layout;
}

TEST(PlanJson, WhatIsWrittenIsReadBack) {
  Plan plan;
  plan.paper = "courier", plan.number = "890", plan.layout = "tabloid";
  PlanLeaf leaf;
  leaf.kind = LeafKind::Story;
  leaf.ids = {"rail"};
  leaf.slot = "lead";
  leaf.box = {0, 13, 5, 60};
  leaf.variant = {8, true, 2, 4, 30, true, 12.5};
  leaf.from = {3, 4};
  leaf.continued_from = 1, leaf.continued_on = 5;
  plan.pages.push_back({1, "front", "News", true, {leaf}, "a0b1"});
  plan.copy = {{"rail", "c2d3"}};
  const Result<Plan> read = plan_from_json(plan_to_json(plan, small_layout()), "plan.json");
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read->pages.size(), 1U);
  const PlanLeaf& back = read->pages[0].leaves.at(0);
  EXPECT_EQ(back.ids, leaf.ids);
  EXPECT_EQ(back.box, leaf.box);
  EXPECT_EQ(back.variant, leaf.variant);
  EXPECT_EQ(back.from, leaf.from);
  EXPECT_EQ(back.continued_on, 5);
  EXPECT_TRUE(read->pages[0].sent);
  EXPECT_EQ(read->pages[0].marks, "a0b1");
  EXPECT_EQ(read->copy, plan.copy);
}

TEST(PlanJson, TheCornerThatADogLegLeavesIsReadBack) {
  const std::pair<BookedCorner, const char*> corners[] = {{{2, 30, false, false}, "footRight"},
                                                          {{3, 31, false, true}, "footLeft"},
                                                          {{1, 32, true, false}, "head"}};
  for (const auto& [corner, at] : corners) {
    Plan plan;
    PlanLeaf leaf;
    leaf.box = {0, 13, 5, 60};
    leaf.variant.corner = corner;
    plan.pages.push_back({1, "news", "", false, {leaf}});
    const std::string json = plan_to_json(plan, small_layout());
    EXPECT_EQ(nlohmann::json::parse(json)["pages"][0]["leaves"][0]["variant"]["corner"],
              (nlohmann::json{{"at", at}, {"columns", corner.columns}, {"rows", corner.rows}}));
    const Result<Plan> read = plan_from_json(json, "plan.json");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->pages[0].leaves[0].variant, leaf.variant);
    EXPECT_EQ(read->pages[0].leaves[0].box, leaf.box);
  }
}

TEST(PlanJson, ALiftedQuoteIsReadBack) {
  Plan plan;
  PlanLeaf leaf;
  leaf.box = {0, 13, 5, 60};
  leaf.variant.quote = {3, 2};
  leaf.lifted = {1, 20, 2, 10}, leaf.lifted_words = "Ink is dear.";
  plan.pages.push_back({1, "news", "", false, {leaf}});
  const std::string json = plan_to_json(plan, small_layout());
  EXPECT_EQ(nlohmann::json::parse(json)["pages"][0]["leaves"][0]["variant"]["liftedQuote"],
            (nlohmann::json{{"sentence", 3}, {"columns", 2}}));
  const auto lifted = nlohmann::json::parse(json)["pages"][0]["leaves"][0]["lifted"];
  EXPECT_EQ(lifted["words"], "Ink is dear.");
  EXPECT_EQ(lifted["x"], 1);
  EXPECT_EQ(lifted["y"], 33);
  EXPECT_EQ(lifted["rect_pt"][2], 210.0);
  EXPECT_EQ(plan_from_json(json, "plan.json")->pages[0].leaves[0].variant, leaf.variant);
  plan.pages[0].leaves[0].variant.quote = {};
  plan.pages[0].leaves[0].lifted = {0, 0, 0, 0};
  EXPECT_EQ(plan_to_json(plan, small_layout()).find("liftedQuote"), std::string::npos);
}

TEST(PlanJson, ARectangleWithoutACornerSaysNone) {
  Plan plan;
  PlanLeaf leaf;
  leaf.box = {0, 13, 5, 60};
  plan.pages.push_back({1, "news", "", false, {leaf}});
  const auto json = nlohmann::json::parse(plan_to_json(plan, small_layout()));
  EXPECT_FALSE(json["pages"][0]["leaves"][0]["variant"].contains("corner"));
}

TEST(PlanJson, SaysWhatEachPagePaysAndDoesNotReadItBack) {
  Plan plan;
  plan.pages.push_back({1, "front", "News", false, {}});
  plan.pages[0].cost.terms = {{"jump", 150, "rail"}, {"one-sided", 2.25}};
  plan.pages[0].cost.forbidden = {7, 3, 1};
  plan.terms = {{"left out", 600, "canal"}};
  const std::string json = plan_to_json(plan, small_layout());
  const auto read = nlohmann::json::parse(json);
  EXPECT_EQ(read["pages"][0]["cost"], nlohmann::json::parse(R"({
    "total": 152.3,
    "terms": [{"term": "jump", "cost": 150.0, "article": "rail"},
              {"term": "one-sided", "cost": 2.3}],
    "forbidden": {"unfilledRows": 7, "oversetLines": 3, "overlaps": 1}})"));
  EXPECT_EQ(read["cost"], nlohmann::json::parse(R"({
    "total": 752.3, "terms": [{"term": "left out", "cost": 600.0, "article": "canal"}]})"));
  const Result<Plan> back = plan_from_json(json, "plan.json");
  ASSERT_TRUE(back.ok());
  EXPECT_TRUE(back->pages[0].cost.terms.empty());
}

TEST(PlanJson, RectanglesAreAsSeenWhereColumnsCountFromTheRight) {
  Layout layout = small_layout();
  layout.trim = {360_pt, 500_pt};
  layout.grid.origin = {20_pt, 20_pt};
  layout.from_right = true;
  Plan plan;
  PlanLeaf leaf;
  leaf.box = {0, 0, 2, 10};
  plan.pages.push_back({1, "news", "", false, {leaf}});
  const std::string json = plan_to_json(plan, layout);
  EXPECT_NE(json.find("\"from\": \"right\""), std::string::npos);
  EXPECT_NE(json.find("\"origin_x_pt\": 340.0"), std::string::npos);
  EXPECT_NE(json.find("130.0,"), std::string::npos) << json;  // 360 - 20 - 210
  EXPECT_EQ(plan_from_json(json, "plan.json")->pages[0].leaves[0].box, leaf.box);
}

TEST(PlanJson, HolesAreSaidInColumnsRowsAndPointsWithWhosePlaceTheyAreIn) {
  Plan plan;
  plan.holes = {{2, {1, 40, 2, 10}, "mill"}, {3, {0, 0, 6, 100}, ""}};
  const auto j = nlohmann::json::parse(plan_to_json(plan, small_layout())).at("holes");
  ASSERT_EQ(j.size(), 2U);
  EXPECT_EQ(j[0].at("page"), 2);
  EXPECT_EQ(j[0].at("article"), "mill");
  EXPECT_EQ(j[0].at("x"), 1);
  EXPECT_EQ(j[0].at("y"), 40);
  EXPECT_EQ(j[0].at("w"), 2);
  EXPECT_EQ(j[0].at("h"), 10);
  EXPECT_EQ(j[0].at("rect_pt").at(2), 210.0);  // two columns and a gutter
  EXPECT_FALSE(j[1].contains("article"));
}

TEST(PlanJson, EveryKindOfLeafHasItsName) {
  for (LeafKind kind : {LeafKind::Story, LeafKind::Nibs, LeafKind::Letters, LeafKind::Listing,
                        LeafKind::Call, LeafKind::Promos, LeafKind::Imprint, LeafKind::Advert}) {
    Plan plan;
    PlanLeaf leaf;
    leaf.kind = kind;
    plan.pages.push_back({1, "news", "", false, {leaf}});
    const Result<Plan> read = plan_from_json(plan_to_json(plan, small_layout()), "plan.json");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->pages[0].leaves[0].kind, kind);
  }
}

TEST(PlanJson, ABrokenPlanIsADiagnosticAndNoCrash) {
  for (const char* json : {"", "{", "[]", "{\"version\":2}", "{\"version\":1}",
                           "{\"version\":1,\"pages\":[{\"folio\":\"x\"}]}"}) {
    EXPECT_FALSE(plan_from_json(json, "plan.json").ok()) << json;
  }
}

}  // namespace
}  // namespace forme
