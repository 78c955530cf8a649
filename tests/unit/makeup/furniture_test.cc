#include "makeup/furniture.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::HasSubstr;

// A sentence so many times.
std::string copy_of(int sentences) {
  std::string copy;
  for (int i = 0; i < sentences; ++i) copy += "A word that went in a night. ";
  return copy;
}

std::string promo(const std::string& text) {
  return "<promo article=\"a\"><headline>Third class</headline><p>" + text + "</p></promo>";
}

MemoryIssue with_promos(const std::string& promos) {
  MemoryIssue parts;
  parts.rest = "<promos>" + promos + "</promos>";
  return parts;
}

std::string text_of(const Diagnostics& told) {
  std::string all;
  for (const Diagnostic& d : told.all()) all += to_text(d);
  return all;
}

// How far down the ink of the lines comes, as far as baselines tell.
Length lowest_baseline(const std::vector<DisplayItem>& items) {
  Length lowest;
  for (const GlyphItem& item : glyphs_in(items)) lowest = std::max(lowest, item.origin.y);
  return lowest;
}

constexpr GridRect kStrip{0, 93, 4, 9};

TEST(Promos, StayInTheirStripAndSayHowManyLinesAreOver) {
  const SetArticle set(with_promos(promo(copy_of(40)) + promo("Short.")));
  Diagnostics told;
  const auto items = set_promos(set.settings, kStrip, Plan(), told);
  EXPECT_LT(lowest_baseline(items), set.layout.grid.row * kStrip.h);
  EXPECT_THAT(words_in(items), HasSubstr("Short."));
  EXPECT_THAT(text_of(told),
              testing::MatchesRegex("i/issue.xml:1:[0-9]+: warning: the promo of 'a' is too long "
                                    "for its place: [0-9]+ lines are left out\n.*\n"));
}

TEST(Promos, ThatFitAreSetWholeWithoutAWord) {
  const SetArticle set(with_promos(promo("A word that went in a night.")));
  Diagnostics told;
  EXPECT_THAT(words_in(set_promos(set.settings, kStrip, Plan(), told)), HasSubstr("in a night."));
  EXPECT_EQ(text_of(told), "");
}

// What a picture and the words beside it do not take of the strip stays white.
TEST(Promos, HaveWiderPicturesWhereTheyAreFewer) {
  const auto picture_of = [](int promos) {
    std::string all;
    for (int i = 0; i < promos; ++i)
      all += "<promo article=\"a\" src=\"p.png\"><headline>Third class</headline></promo>";
    MemoryIssue parts = with_promos(all);
    parts.files.put("/c/i/p.png", "");
    SetArticle set(std::move(parts));
    PictureInfo& picture = set.pictures[set.issue.manifest.promos.front().source];
    picture.width = 1500, picture.height = 1000;
    Diagnostics told;
    const auto items = set_promos(set.settings, kStrip, Plan(), told);
    const auto found = std::find_if(items.begin(), items.end(), [](const DisplayItem& item) {
      return std::holds_alternative<PictureItem>(item);
    });
    return found == items.end() ? Rect{} : std::get<PictureItem>(*found).box;
  };
  EXPECT_EQ(picture_of(3).width, Length(22_mm));
  EXPECT_GT(picture_of(2).width, Length(22_mm) * 1.4);
  EXPECT_GT(picture_of(1).width, Length(22_mm) * 2.8);
  EXPECT_EQ(picture_of(1).height, picture_of(3).height);
}

TEST(Promos, AFourthIsLeftOutWithAWord) {
  const SetArticle set(
      with_promos(promo("One.") + promo("Two.") + promo("Three.") + promo("Four.")));
  Diagnostics told;
  const auto items = set_promos(set.settings, kStrip, Plan(), told);
  EXPECT_THAT(words_in(items), HasSubstr("Three."));
  EXPECT_THAT(words_in(items), testing::Not(HasSubstr("Four.")));
  ASSERT_EQ(told.all().size(), 1U);
  EXPECT_EQ(told.all()[0].message, "the promo of 'a' is left out");
  EXPECT_EQ(told.all()[0].where, set.issue.manifest.promos[3].where);
}

std::string ear(const std::string& headline, const std::string& text) {
  return "<ear><headline>" + headline + "</headline><p>" + text + "</p></ear>";
}

MemoryIssue with_ears(const std::string& ears) {
  MemoryIssue parts;
  parts.paper = "<ears>" + ears + "</ears>";
  return parts;
}

// What stands on the front page of a layout beside its copy.
struct Front {
  explicit Front(const SetArticle& set) {
    page.folio = 1;
    page.kind = "front";
    append_furniture(sheet, set.layout.page("front"), set.settings, page, Plan(), told);
  }
  // The lowest baseline of the first column's furniture above the copy.
  Length foot_of_left_ear(const SetArticle& set) const {
    const Grid& grid = set.layout.grid;
    Length lowest;
    for (const GlyphItem& item : glyphs_in(sheet.items)) {
      const bool is_ear = item.origin.x < grid.left(1) && item.origin.y < grid.top(50) &&
                          item.run.text.find("night") != std::string::npos;
      if (is_ear) lowest = std::max(lowest, item.origin.y);
    }
    return lowest;
  }
  PlanPage page;
  DisplayPage sheet;
  Diagnostics told;
};

constexpr double kDateRuleRow = 10.5;  // of the tabloid's front page

TEST(Ears, EndAboveTheRuleUnderThemAndSayHowManyLinesAreOver) {
  const SetArticle set(with_ears(ear("Ten readers write", copy_of(12))));
  const Front front(set);
  EXPECT_GT(front.foot_of_left_ear(set), set.layout.grid.top(5));
  EXPECT_LT(front.foot_of_left_ear(set), set.layout.grid.top(kDateRuleRow));
  EXPECT_THAT(
      text_of(front.told),
      testing::MatchesRegex("paper.xml:1:[0-9]+: warning: the ear on page 1 is too long for "
                            "its place: [0-9]+ lines are left out\n.*\n"));
}

TEST(Ears, ThatFitAreSetWholeWithoutAWord) {
  const SetArticle set(with_ears(ear("Ten readers write", "A word that went in a night.")));
  const Front front(set);
  EXPECT_THAT(words_in(front.sheet.items), HasSubstr("Ten readers write"));
  EXPECT_THAT(words_in(front.sheet.items), HasSubstr("night."));
  EXPECT_EQ(text_of(front.told), "");
}

int upright_rules(const std::vector<DisplayItem>& items) {
  return static_cast<int>(std::count_if(items.begin(), items.end(), [](const DisplayItem& item) {
    const auto* rule = std::get_if<RuleItem>(&item);
    return rule && rule->box.height > rule->box.width;
  }));
}

TEST(Ears, AnEmptyOneIsNotDrawnAndLeavesTheOtherAtItsSide) {
  SetArticle set(with_ears(ear("First", "One.") + ear("Second", "Two.")));
  EXPECT_EQ(upright_rules(Front(set).sheet.items), 2);
  set.issue.paper.ears[0] = Ear();
  const Front front(set);
  EXPECT_EQ(upright_rules(front.sheet.items), 1);
  EXPECT_THAT(words_in(front.sheet.items), HasSubstr("Two."));
  for (const GlyphItem& item : glyphs_in(front.sheet.items)) {
    if (item.run.text.find("Two") != std::string::npos) {
      EXPECT_GE(item.origin.x, set.layout.grid.left(5));
    }
  }
}

}  // namespace
}  // namespace forme
