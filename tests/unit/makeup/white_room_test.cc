#include "makeup/white_room.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "display/shown_pages.h"
#include "makeup/set_figure.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// What is said of the article's first figure, a column wide and 9 rows deep with its caption, on
// page `folio`.
std::vector<std::string> said_of(const SetArticle& set, int folio) {
  DisplayPage front, page;
  front.folio = 1, page.folio = folio;
  const Length width = set.layout.grid.column;
  const int rows = ideal_picture_rows(set.context(), set.block<Figure>(), width);
  EXPECT_EQ(rows, 8);
  page.items = set_figure(set.context(), set.block<Figure>(), width, rows).items;
  limit_to(page.items, set.article().outputs);
  std::vector<DisplayPage> pages = {front, page};
  if (folio == 1) pages.erase(pages.begin());
  Diagnostics diagnostics;
  note_white_room(set.issue, Plan(), pages, set.layout.grid, diagnostics);
  std::vector<std::string> said;
  for (const Diagnostic& diagnostic : diagnostics.all()) said.push_back(to_text(diagnostic));
  return said;
}

std::string figure(const std::string& outputs) {
  return R"(<figure src="../pictures/x.jpg" alt="X" )" + outputs +
         "><caption>One line</caption></figure>";
}

TEST(WhiteRoom, IsToldOfAPictureThatOnlyPrintMayHave) {
  const SetArticle set{figure(R"(outputs="print epub")")};
  EXPECT_THAT(said_of(set, 3),
              ElementsAre(AllOf(HasSubstr("a.xml:1:"),
                                HasSubstr("this picture leaves 9 rows of page 3 white in the "
                                          "screen PDF"))));
}

TEST(WhiteRoom, OfTheCoverIsToldOnlyOnPageOne) {
  const SetArticle set{figure(R"(outputs="print screen")")};
  EXPECT_THAT(said_of(set, 3), IsEmpty());
  EXPECT_THAT(said_of(set, 1), ElementsAre(HasSubstr("white on the cover of the EPUB")));
}

TEST(WhiteRoom, IsNotToldOfWhatStandsOnNoPage) {
  const SetArticle set{figure(R"(outputs="print")")};
  Diagnostics diagnostics;
  note_white_room(set.issue, Plan(), {DisplayPage()}, set.layout.grid, diagnostics);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(WhiteRoom, OfAnArticleIsItsRectangles) {
  const SetArticle set("<p>Copy.</p>" + figure(""), R"( outputs="screen handout epub")");
  Plan plan;
  plan.pages.resize(2);
  for (int folio : {1, 2}) {
    PlanPage& page = plan.pages[static_cast<std::size_t>(folio) - 1];
    page.folio = folio;
    page.leaves.push_back({});
    page.leaves[0].ids = {"a"};
    page.leaves[0].box = {0, 0, 3, 10 * folio};
  }
  Diagnostics diagnostics;
  note_white_room(set.issue, plan, {DisplayPage()}, set.layout.grid, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);  // of its picture nothing more
  EXPECT_THAT(to_text(diagnostics.all()[0]),
              HasSubstr("this article leaves 10 rows of page 1, 20 rows of page 2 white in the "
                        "print PDF"));
}

}  // namespace
}  // namespace forme
