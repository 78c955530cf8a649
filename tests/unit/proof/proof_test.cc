#include "proof/proof.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/memory_issue.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::unique_ptr<FileSystem>& disk() {
  static const std::unique_ptr<FileSystem> fs = make_disk_file_system();
  return fs;
}

std::string words_of(const DisplayPage& sheet) {
  std::string words;
  for (const DisplayItem& item : sheet.items) {
    if (std::holds_alternative<LineItem>(item)) words += '\n';
    if (const auto* glyphs = std::get_if<GlyphItem>(&item)) words += glyphs->run.text;
  }
  return words;
}

// A paper of the tabloid's pages: the plan has one story a page, the pages one rule each.
class MakeProof : public testing::Test {
 protected:
  void pages(int count) {
    for (int folio = 1; folio <= count; ++folio) {
      PlanPage plan;
      plan.folio = folio;
      plan.kind = folio == 1 ? "front" : "news";
      PlanLeaf leaf;
      leaf.ids = {issue_.articles.front().id};
      leaf.box = {0, 13, 5, 61};
      leaf.variant.cost = 12.5;
      plan.leaves.push_back(leaf);
      const std::string& story = leaf.ids.front();
      plan.cost.terms = {{"crop", 2.25, story}, {"jump", 150, story}};
      plan_.pages.push_back(plan);
      DisplayPage page;
      page.folio = folio;
      page.trim = layout_.trim;
      page.items = {RuleItem{kArtifact, kMark, "red"}, DestinationItem{"article/rail", {}},
                    LinkItem{kArtifact, kMark, "https://example.org/", "", ""}};
      pages_.push_back(page);
    }
  }
  PlanLeaf& leaf(std::size_t page) { return plan_.pages[page].leaves.front(); }
  Proof make() { return make_proof({issue_, layout_, plan_, pages_}, setter_); }
  // Where the marks of the pages stand on a sheet.
  static std::vector<Rect> marks(const DisplayPage& sheet) {
    std::vector<Rect> found;
    for (const DisplayItem& item : sheet.items) {
      const auto* rule = std::get_if<RuleItem>(&item);
      if (rule && rule->colour == "red") found.push_back(rule->box);
    }
    return found;
  }

  static constexpr Rect kMark{20_mm, 30_mm, 100_mm, 10_mm};
  Diagnostics diagnostics_;
  Layout layout_ =
      *read_layout(*disk(), std::string(FORME_SOURCE_DIR) + "/layouts/tabloid", diagnostics_);
  FontLibrary fonts_ = *FontLibrary::open(
      *disk(), std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", layout_.font_set);
  TextSetter setter_{fonts_};
  Issue issue_ = MemoryIssue().read();
  Plan plan_;
  std::vector<DisplayPage> pages_;
};

TEST_F(MakeProof, HasTheFlatplanFirstAndASheetForEachPage) {
  pages(4);
  EXPECT_THAT(make().labels, ElementsAre("Flatplan", "1", "2", "3", "4"));
}

TEST_F(MakeProof, DrawsThePagesThemselvesSmallerWithoutTheirLinks) {
  pages(2);
  const Proof proof = make();
  ASSERT_EQ(marks(proof.sheets[0]).size(), 2U);
  ASSERT_EQ(marks(proof.sheets[1]).size(), 1U);
  const Rect mark = marks(proof.sheets[1]).front();
  EXPECT_LT(mark.width, kMark.width);
  EXPECT_NEAR(mark.width / mark.height, 10, 0.01);
  for (const DisplayPage& sheet : proof.sheets) {
    for (const DisplayItem& item : sheet.items) {
      const auto* link = std::get_if<LinkItem>(&item);
      const auto* place = std::get_if<DestinationItem>(&item);
      if (link) {
        EXPECT_THAT(link->destination, testing::AnyOf(HasSubstr("page/"), "flatplan"));
      }
      if (place) {
        EXPECT_THAT(place->name, Not(HasSubstr("article/")));
      }
    }
  }
}

TEST_F(MakeProof, GreeksTypeThatIsTooSmallToRead) {
  pages(12);
  for (DisplayPage& page : pages_) {
    GlyphItem copy;
    copy.origin = {50_mm, 200_mm};
    copy.run.size = 8.4_pt;
    copy.run.colour = "red";
    copy.run.text = "Copy of the page";
    copy.run.glyphs = {{17, 100_pt, {}, {}, 0}};
    page.items = {copy};
  }
  const Proof proof = make();
  EXPECT_THAT(words_of(proof.sheets[0]), Not(HasSubstr("Copy of the page")));
  EXPECT_THAT(words_of(proof.sheets[1]), HasSubstr("Copy of the page"));
  ASSERT_EQ(marks(proof.sheets[0]).size(), 12U);  // a bar in the place of each
  const Rect bar = marks(proof.sheets[0]).front();
  EXPECT_NEAR(bar.width / bar.height, 100 / (8.4 * 0.45), 0.05);
}

TEST_F(MakeProof, DropCapOfGreekedCopyReadsAsItself) {
  pages(12);
  GlyphItem cap, rest;
  cap.run.size = 37_pt, rest.run.size = 8_pt;
  cap.run.colour = rest.run.colour = "red";
  cap.run.text = "T", cap.run.reads_as = "The", rest.run.text = "he", rest.run.ends_reading = true;
  cap.run.glyphs = rest.run.glyphs = {{17, 20_pt, {}, {}, 0}};
  pages_[0].items = {cap, rest};
  const Proof proof = make();
  const auto joined = [](const DisplayPage& sheet) {
    return std::any_of(sheet.items.begin(), sheet.items.end(), [](const DisplayItem& item) {
      const auto* glyphs = std::get_if<GlyphItem>(&item);
      return glyphs && (!glyphs->run.reads_as.empty() || glyphs->run.ends_reading);
    });
  };
  EXPECT_FALSE(joined(proof.sheets[0]));
  EXPECT_TRUE(joined(proof.sheets[1]));
}

TEST_F(MakeProof, SetsFacingPagesSideBySideAsInThePaper) {
  pages(4);
  std::vector<Rect> found = marks(make().sheets[0]);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[1].y, found[2].y);
  EXPECT_LT(found[1].x, found[2].x);
  const Length apart = found[2].x - found[1].x;
  EXPECT_NEAR(apart / found[1].width, layout_.trim.width / kMark.width, 0.01);
  layout_.from_right = true;
  found = marks(make().sheets[0]);
  EXPECT_EQ(found[1].y, found[2].y);
  EXPECT_GT(found[1].x, found[2].x);
}

TEST_F(MakeProof, SaysKindGenrePriorityPayAndFitOfEachLeaf) {
  pages(1);
  leaf(0).overset = 12;
  leaf(0).legs = {40, 41};
  const std::string words = words_of(make().sheets[1]);
  for (const char* said :
       {"story: news, priority", "pays 152.3", "cost 152.3", "\n12.5\n", "over 12 lines",
        "legs 40 41", "slot lead", "5×61 at 0,13", "Page 1", "rows empty"}) {
    EXPECT_THAT(words, HasSubstr(said));
  }
}

TEST_F(MakeProof, ListsWhatThePagePaysForTheDearestFirstInPlainWords) {
  pages(2);
  const std::string story = leaf(0).ids.front();
  plan_.pages[0].cost.terms.push_back({"no dominant picture", 80});
  plan_.pages[0].cost.forbidden.unfilled_rows = 9;
  const Proof proof = make();
  EXPECT_THAT(
      words_of(proof.sheets[1]),
      HasSubstr("what the page pays for\nforbidden: 9 rows unfilled\n150\nturns to another "
                "page\n1 " +
                story + "\n80\nno dominant picture\nthe page\n2.3\npicture cropped\n1 " + story));
  EXPECT_THAT(words_of(proof.sheets[2]), Not(HasSubstr("forbidden")));
  EXPECT_THAT(words_of(proof.sheets[0]),
              HasSubstr("turns to another page 300; no dominant picture 80; picture cropped 4.5"));
}

TEST_F(MakeProof, DrawsTheDearestTermsOfAStoryOverItAndNoneOfAnother) {
  pages(1);
  const std::string story = leaf(0).ids.front();
  plan_.pages[0].cost.terms = {{"crop", 1, story},       {"slack", 40, story},
                               {"jump", 150, story},     {"slack", 30, story},
                               {"grey leg", 60, story},  {"span", 500, "another"},
                               {"long leg", 0.5, story}, {"one-sided", 400}};
  const std::string words = words_of(make().sheets[1]);
  const std::string over = words.substr(0, words.find("what the page pays for"));
  EXPECT_THAT(over, HasSubstr("pays 281.5\n150 turns to another page\n70 white under the story\n60 "
                              "deep leg with nothing to rest the eye\n"));
  for (const char* lesser : {"picture cropped", "too wide or too narrow", "heavy on one side"})
    EXPECT_THAT(over, Not(HasSubstr(lesser)));
}

TEST_F(MakeProof, AddsUpWhatIsTooLittleToList) {
  pages(1);
  std::vector<CostTerm>& terms = plan_.pages[0].cost.terms;
  terms.clear();
  for (int i = 0; i < 60; ++i) terms.push_back({"slack", 100.0 - i, fmt::format("story-{}", i)});
  const std::string words = words_of(make().sheets[1]);
  for (int i = 0; i < 15; ++i) EXPECT_THAT(words, HasSubstr(fmt::format("story-{}\n", i)));
  EXPECT_THAT(words, HasSubstr("\n2835\n45 lesser terms together"));  // 85 + 84 + … + 41
  EXPECT_THAT(words, HasSubstr("cost 4230"));
}

TEST_F(MakeProof, SaysOfAPageThatPaysNothingThatItDoes) {
  pages(1);
  plan_.pages[0].cost.terms.clear();
  EXPECT_THAT(words_of(make().sheets[1]), HasSubstr("the page pays for nothing"));
}

TEST_F(MakeProof, MarksCopyThatIsOverAndRowsThatAreFree) {
  pages(3);
  leaf(0).overset = 12;
  leaf(1).free_rows = 9;
  leaf(1).spaces = {{{2, 20, 41}, 32}, {{3, 20, 41}, 41}};
  const Proof proof = make();
  const auto fills = [&](std::size_t sheet, const char* colour) {
    const auto& items = proof.sheets[sheet].items;
    return std::count_if(items.begin(), items.end(), [&](const DisplayItem& item) {
      const auto* rule = std::get_if<RuleItem>(&item);
      return rule && rule->colour == colour && rule->opacity < 1;
    });
  };
  EXPECT_EQ(fills(1, "proof over"), 1);
  EXPECT_EQ(fills(2, "proof over"), 0);
  // Page 3 has the same holes as page 2 and no leg that is short.
  EXPECT_EQ(fills(2, "proof under"), fills(3, "proof under") + 1);
}

TEST_F(MakeProof, MarksFreeRowsOfALeafWithoutLegsAtItsFoot) {
  pages(1);
  leaf(0).box = {0, 13, 5, 60};
  leaf(0).free_rows = 150;
  const Proof proof = make();
  const std::vector<DisplayItem>& items = proof.sheets[1].items;
  const auto colour_of = [](LeafKind kind) { return std::string("proof ") + leaf_kind_name(kind); };
  Rect whole, free;
  for (const DisplayItem& item : items) {
    const auto* rule = std::get_if<RuleItem>(&item);
    if (!rule || rule->opacity >= 1) continue;
    if (rule->colour == colour_of(LeafKind::Story)) whole = rule->box;
    if (rule->colour == "proof under") free = rule->box;
  }
  EXPECT_EQ(free.width, whole.width);
  EXPECT_NEAR(free.height / whole.height, 0.5, 0.001);
  EXPECT_NEAR((free.bottom() - whole.bottom()).pt(), 0, 0.01);
}

TEST_F(MakeProof, ListsEveryStoryThatFoundNoRoomOnFurtherSheetsWhereNeedBe) {
  pages(2);
  for (int i = 0; i < 500; ++i)
    plan_.overset.push_back({"story-" + std::to_string(i), i + 1, "no page has room for it"});
  const Proof proof = make();
  std::string words;
  for (std::size_t i = 0; i < proof.sheets.size() && proof.labels[i] == "Flatplan"; ++i)
    words += words_of(proof.sheets[i]);
  EXPECT_GT(std::count(proof.labels.begin(), proof.labels.end(), "Flatplan"), 1);
  for (int i = 0; i < 500; ++i)
    EXPECT_THAT(words, HasSubstr("story-" + std::to_string(i) + ": over "));
  EXPECT_THAT(words, HasSubstr("500 stories over by 125250 lines"));
}

TEST_F(MakeProof, LeavesNoLeafOutOfTheTableOfAPage) {
  pages(1);
  for (int i = 0; i < 90; ++i) {
    PlanLeaf nib = leaf(0);
    nib.ids = {"nib-" + std::to_string(i)};
    nib.box = {i % 6, 13 + i / 6 * 6, 1, 6};
    plan_.pages[0].leaves.push_back(nib);
  }
  const Proof proof = make();
  ASSERT_GT(proof.sheets.size(), 2U);
  EXPECT_EQ(proof.labels.back(), "1");
  std::string words;
  for (std::size_t i = 1; i < proof.sheets.size(); ++i) words += words_of(proof.sheets[i]) + "\n";
  for (int i = 0; i < 90; ++i) EXPECT_THAT(words, HasSubstr("\nnib-" + std::to_string(i) + "\n"));
}

TEST_F(MakeProof, StaysOnItsSheetsWithColoursThatThePaletteHas) {
  pages(5);
  plan_.pages[1].leaves.front().ids = {std::string(64, 'w')};
  plan_.overset.push_back({std::string(64, 'w'), 3, std::string(300, 'x')});
  const Proof proof = make();
  const Palette palette = proof_palette(layout_.palette);
  for (const DisplayPage& sheet : proof.sheets) {
    const auto inside = [&](Length x, Length width, Length y) {
      EXPECT_GE(x, Length());
      EXPECT_LE(x + width, sheet.trim.width);
      EXPECT_GE(y, Length());
      EXPECT_LE(y, sheet.trim.height);
    };
    for (const DisplayItem& item : sheet.items) {
      if (const auto* rule = std::get_if<RuleItem>(&item)) {
        inside(rule->box.x, rule->box.width, rule->box.bottom());
        EXPECT_TRUE(palette.contains(rule->colour)) << rule->colour;
      } else if (const auto* frame = std::get_if<FrameItem>(&item)) {
        inside(frame->box.x, frame->box.width, frame->box.bottom());
        EXPECT_TRUE(palette.contains(frame->colour)) << frame->colour;
      } else if (const auto* line = std::get_if<LineItem>(&item)) {
        inside(line->origin.x, line->width, line->origin.y);
      } else if (const auto* glyphs = std::get_if<GlyphItem>(&item)) {
        EXPECT_TRUE(palette.contains(glyphs->run.colour)) << glyphs->run.colour;
      }
    }
  }
}

TEST_F(MakeProof, IsTheSameTwice) {
  pages(3);
  const Proof first = make(), again = make();
  EXPECT_EQ(first.sheets, again.sheets);
  EXPECT_EQ(first.labels, again.labels);
}

TEST_F(MakeProof, OfNoPageIsAFlatplanAlone) {
  EXPECT_THAT(make().labels, ElementsAre("Flatplan"));
}

}  // namespace
}  // namespace forme
