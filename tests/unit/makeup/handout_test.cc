#include "makeup/handout.h"

#include <gmock/gmock.h>

#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::HasSubstr;

std::string paragraphs(int count) {
  std::string body;
  for (int i = 0; i < count; ++i)
    body +=
        "<p>The press stood in the cellar, where its bed of stone was as cold in August as in "
        "March, and four men carried it up the stairs.</p>";
  return body;
}

std::string links(int count) {
  std::string body = "<p>";
  for (int i = 0; i < count; ++i)
    body += "The <a href=\"https://example.org/" + std::to_string(i) + "\">forme</a> is locked. ";
  return body + "</p>";
}

struct MadeHandout {
  explicit MadeHandout(const MemoryIssue& parts) : set(parts, "handout") {
    EXPECT_EQ(set.said, "");
    handout = make_handout(set.issue, set.layout, set.setter, set.pictures, 0, diagnostics);
  }
  const std::vector<DisplayPage>& pages() const& { return handout.pages; }
  // Nobody walks over the pages of a handout that is gone.
  const std::vector<DisplayPage>& pages() const&& = delete;
  std::string words() const {
    std::string out;
    for (const DisplayPage& page : pages()) out += words_in(page.items) + "\n";
    return out;
  }
  // Of the lines of the article's copy, the lowest baseline on any of the pages; in rows.
  double lowest_row() const {
    Length lowest;
    for (const DisplayPage& page : pages()) {
      for (const DisplayItem& item : page.items) {
        const auto* line = std::get_if<LineItem>(&item);
        if (line && line->text.leaf != kNoLeaf) lowest = std::max(lowest, line->origin.y);
      }
    }
    return (lowest - set.layout.grid.top(0)) / set.layout.grid.row;
  }
  // Where the code stands: the page, from 0.
  std::size_t page_of_code() const {
    for (std::size_t i = 0; i < pages().size(); ++i) {
      for (const DisplayItem& item : pages()[i].items)
        if (std::holds_alternative<PolygonItem>(item)) return i;
    }
    return pages().size();
  }

  SetArticle set;
  Diagnostics diagnostics;
  Handout handout;
};

MadeHandout handout_of(const std::string& body) {
  MemoryIssue parts;
  parts.attributes += R"( baseUrl="https://example.org/")";
  parts.body = body;
  return MadeHandout(parts);
}

// The folio stands in the last row.
int last_row(const MadeHandout& made) {
  return made.set.layout.grid.rows - 1;
}

TEST(Handout, ATableThatNothingPartsStandsOnOnePage) {
  constexpr int kRows = 24;
  std::string table = "<table><tbody>";
  for (int row = 0; row < kRows; ++row) {
    table += row == 0 ? "<tr><td rowspan=\"24\">Joined</td>" : "<tr>";
    table += "<td>Entry" + std::to_string(row) + ".</td></tr>";
  }
  const MadeHandout made = handout_of(paragraphs(30) + table + "</tbody></table>" + paragraphs(3));
  EXPECT_LE(made.pages().size(), 4U);
  for (int row = 0; row < kRows; ++row)
    EXPECT_THAT(made.words(), HasSubstr("Entry" + std::to_string(row) + "."));
  EXPECT_LT(made.lowest_row(), last_row(made));
}

TEST(Handout, SaysWhatIsDeeperThanItsPage) {
  std::string cell;
  for (int i = 0; i < 400; ++i) cell += "Compositors set the copy by hand. ";
  const MadeHandout made = handout_of(paragraphs(2) + "<table><tbody><tr><td>" + cell +
                                      "</td><td>Two</td></tr></tbody></table>" + paragraphs(2));
  ASSERT_EQ(made.diagnostics.all().size(), 1U);
  EXPECT_THAT(to_text(made.diagnostics.all()[0]), HasSubstr("deeper than a page of the handout"));
  EXPECT_LE(made.pages().size(), 4U);
}

TEST(Handout, ManyLinksHavePagesOfTheirOwn) {
  const MadeHandout made = handout_of(links(150) + paragraphs(3));
  for (int i = 0; i < 150; ++i)
    EXPECT_THAT(made.words(), HasSubstr("example.org/" + std::to_string(i)));
  EXPECT_LE(made.pages().size(), 7U);
}

TEST(Handout, AHeadMayTakeMoreThanAPage) {
  MemoryIssue parts;
  std::string standfirst;
  for (int i = 0; i < 150; ++i) standfirst += "The forme weighs as much as a man. ";
  parts.head = "<headline>A headline</headline><standfirst>" + standfirst + "Last.</standfirst>";
  parts.body = paragraphs(3);
  const MadeHandout made(parts);
  EXPECT_GT(made.pages().size(), 1U);
  EXPECT_LT(made.lowest_row(), last_row(made));
  EXPECT_THAT(made.words(), HasSubstr("Last."));
}

// As in the art direction: code and notes where the reader begins.
TEST(Handout, HasItsCodeOnTheFirstPageAndRowsFreeOverTheFolio) {
  const MadeHandout made = handout_of(paragraphs(60));
  ASSERT_GT(made.pages().size(), 1U);
  EXPECT_EQ(made.page_of_code(), 0U);
  EXPECT_LE(made.lowest_row(), last_row(made) - 2);
}

TEST(Handout, ARowLessIsFreeOverTheFolioWhereThatSavesAPage) {
  for (int count = 60; count > 10; --count) {
    MemoryIssue parts;
    parts.body = paragraphs(count);
    const MadeHandout made(parts);
    if (made.pages().size() > 1) continue;
    EXPECT_GT(made.lowest_row(), last_row(made) - 2) << count;
    return;
  }
  FAIL() << "none takes one page";
}

TEST(Handout, APanelArticleThatIsOnePanelHasItsHeadingOnce) {
  MemoryIssue parts;
  parts.article_attributes = " genre=\"panel\"";
  parts.body = "<panel><headline>A headline</headline><p>Copy.</p></panel>";
  const MadeHandout made(parts);
  std::string words;
  for (const DisplayItem& item : made.pages()[0].items) {
    const auto* run = std::get_if<GlyphItem>(&item);
    if (run && run->text.leaf != kNoLeaf) words += run->run.text;
  }
  EXPECT_EQ(words, "A headlineCopy.");
}

TEST(Handout, APanelStandsWhole) {
  std::string panel = "<panel><headline>Figures</headline>";
  for (int i = 0; i < 12; ++i) panel += "<p>Panel" + std::to_string(i) + ".</p>";
  for (int before = 10; before < 40; before += 3) {
    const MadeHandout made = handout_of(paragraphs(before) + panel + "</panel>" + paragraphs(4));
    int on = 0;
    for (const DisplayPage& page : made.pages())
      on += words_in(page.items).find("Panel") != std::string::npos ? 1 : 0;
    EXPECT_EQ(on, 1) << before;
  }
}

}  // namespace
}  // namespace forme
