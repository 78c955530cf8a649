#include <gmock/gmock.h>

#include "makeup/setting_notes.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::HasSubstr;

std::string tail_words(const SetArticle& set) {
  std::string out;
  for (const FlowBlock& block : build_tail(set.context(), set.layout.grid.width(2))) {
    for (const FlowLine& line : block.variants[0].lines) out += words_in(line.items) + "\n";
  }
  return out;
}

TEST(Tail, SaysSeriesRightsCorrectionsAndWhereMoreStands) {
  MemoryIssue parts;
  parts.paper = R"(<series><series id="hands" title="By hand"/></series>)";
  parts.article_attributes = R"( rights="© A guest 2016")";
  parts.tail = R"(<series ref="hands" part="3"/><related ref="test/1/a"/>)"
               R"(<previously ref="test/0/x">The stick, 2015</previously>)"
               R"(<correction of="test/0/y" date="2016-02-24">The bridge is of 1881.</correction>)";
  const SetArticle set{parts};
  ASSERT_EQ(set.said, "");
  const std::string words = tail_words(set);
  EXPECT_THAT(words, HasSubstr("By hand, part 3"));
  EXPECT_THAT(words, HasSubstr("© A guest 2016"));
  EXPECT_THAT(words, HasSubstr("See also\nA headline"));
  EXPECT_THAT(words, HasSubstr("Previously\nThe stick, 2015"));
  // It is made here: its day is the issue's own.
  EXPECT_THAT(words, HasSubstr("Correction to The Test, Issue 0\nThe bridge"));
}

TEST(Tail, ACorrectionOfAnotherDaySaysWhich) {
  MemoryIssue parts;
  parts.article_attributes = "";
  parts.tail = R"(<correction of="test/0/y" date="2016-02-01">It is of 1881.</correction>)";
  const SetArticle set{parts};
  ASSERT_EQ(set.said, "");
  EXPECT_THAT(tail_words(set),
              HasSubstr("Correction to The Test, Issue 0 (1 February 2016)\nIt is of 1881."));
}

TEST(Tail, ARowIsFreeBeforeEachOfItsParts) {
  MemoryIssue parts;
  parts.paper = R"(<series><series id="hands" title="By hand"/></series>)";
  parts.article_attributes = "";
  parts.tail = R"(<series ref="hands" part="3"/><related ref="test/1/a"/>)"
               R"(<correction of="test/0/y" date="2016-02-24">It is of 1881.</correction>)"
               R"(<correction of="test/0/z" date="2016-02-24">It is of 1882.</correction>)";
  const SetArticle set{parts};
  ASSERT_EQ(set.said, "");
  for (const FlowBlock& block : build_tail(set.context(), set.layout.grid.column))
    EXPECT_EQ(block.space_before, 1);
}

TEST(Tail, ThePapersOwnRightsAreNotSaidAgain) {
  MemoryIssue parts;
  parts.article_attributes = "";
  const SetArticle set{parts};
  EXPECT_EQ(tail_words(set), "");
}

TEST(SettingNotes, WarnOfAPictureThatHasFewerColumnsThanItAsksFor) {
  MemoryIssue parts;
  parts.head =
      "<headline>A headline</headline>"
      "<figure src=\"a.png\" alt=\"A bed\" columns=\"3\"/>";
  parts.body = "<p>Copy.</p><figure src=\"b.png\" alt=\"A frisket\" columns=\"2-4\"/>";
  const SetArticle set(parts);
  const Story story(set.context());
  const auto warned = [&](int columns, int lead_columns) {
    Diagnostics diagnostics;
    PlanLeaf leaf;
    leaf.box = {0, 0, columns, 80};
    leaf.variant.picture_columns = lead_columns, leaf.variant.picture_rows = 20;
    note_pictures(story, leaf, diagnostics);
    return diagnostics.all().size();
  };
  EXPECT_EQ(warned(1, 1), 2U);
  EXPECT_EQ(warned(4, 2), 1U);
  EXPECT_EQ(warned(4, 3), 0U);
}

TEST(SettingNotes, WarnOfATableThatIsWiderThanItsPlace) {
  const SetArticle set{
      "<table><tbody><tr><td>Parliamentary</td><td>Standardisation</td><td>Electrification</td>"
      "</tr></tbody></table>"};
  Diagnostics diagnostics;
  note_tables(set.context(), 1, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1U);
  EXPECT_THAT(to_text(diagnostics.all()[0]), HasSubstr("set smaller"));
  Diagnostics none;
  note_tables(set.context(), 4, none);
  EXPECT_TRUE(none.all().empty());
}

}  // namespace
}  // namespace forme
