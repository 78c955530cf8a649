#include "makeup/drop_cap.h"

#include <gmock/gmock.h>

#include "font/glyph_ink.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

const char* const kRest =
    "he masons who built the Houses of Parliament went home for Christmas in 1841 by a goods train "
    "that left Paddington at half past four in the morning, and rode in open wagons next to the "
    "engine as far as the cutting at Sonning.";

struct Dropped {
  explicit Dropped(const std::string& opening)
      : set("<p>" + opening + kRest + "</p>"),
        cap(set_drop_cap(set.context(), set.block<Paragraph>().text, set.layout.style("body"),
                         set.layout.grid.column)) {}
  // The letter, and the heights of its ink over its baseline.
  GlyphItem letter() const { return glyphs_in(cap.items).back(); }
  Length edge(std::size_t line) const { return cap.lines.at(line).indent; }

  SetArticle set;
  DropCap cap;
};

TEST(DropCap, StandsFromTheCapHeightOfTheFirstLineToTheBaselineOfItsLast) {
  const Dropped dropped("T");
  ASSERT_FALSE(dropped.cap.lines.empty());
  const TextStyle& body = dropped.set.layout.style("body");
  const GlyphItem letter = dropped.letter();
  EXPECT_EQ(letter.origin.y, first_baseline(body) + body.leading * (dropped.cap.deep - 1));
  const Face& face = dropped.set.fonts.face(letter.run.face);
  const Face& text = dropped.set.fonts.face(dropped.cap.lines[0].runs[0].run.face);
  const double top =
      letter.origin.y.pt() - letter.run.size.pt() * face.cap_height() / face.units_per_em();
  const double capitals =
      first_baseline(body).pt() - body.size.pt() * text.cap_height() / text.units_per_em();
  EXPECT_NEAR(top, capitals, 0.02);
}

TEST(DropCap, ItsInkStandsAtTheEdgeOfTheColumn) {
  const Dropped dropped("T");
  const GlyphItem letter = dropped.letter();
  const Face& face = dropped.set.fonts.face(letter.run.face);
  const double bearing =
      face.extents(letter.run.glyphs[0].id).x_bearing * letter.run.size.pt() / face.units_per_em();
  EXPECT_NEAR(letter.origin.x.pt() + bearing, 0, 0.05);
}

TEST(DropCap, TheFirstLineComesNearerToALetterThatIsOpenAbove) {
  for (const char* opening : {"A", "L"}) {
    const Dropped dropped(opening);
    EXPECT_LT(dropped.edge(0), dropped.edge(1)) << opening;
    EXPECT_EQ(dropped.edge(1), dropped.edge(2)) << opening;
  }
}

TEST(DropCap, LinesBesideOtherLettersBeginUnderOneAnother) {
  for (const char* opening : {"H", "O", "P", "S", "T", "V"}) {
    const Dropped dropped(opening);
    ASSERT_FALSE(dropped.cap.lines.empty());
    EXPECT_EQ(dropped.edge(0), dropped.edge(1)) << opening;
    EXPECT_EQ(dropped.edge(1), dropped.edge(2)) << opening;
  }
}

TEST(DropCap, NoLineTouchesTheInkBesideIt) {
  for (const char* opening : {"A", "B", "J", "L", "Q", "R", "T", "V", "W", "“V", "Ä", "Δ"}) {
    const Dropped dropped(opening);
    ASSERT_FALSE(dropped.cap.lines.empty()) << opening;
    const TextStyle& body = dropped.set.layout.style("body");
    const GlyphItem letter = dropped.letter();
    const Face& face = dropped.set.fonts.face(letter.run.face);
    const double unit = letter.run.size.pt() / face.units_per_em();
    for (std::size_t i = 0; i < dropped.cap.lines.size(); ++i) {
      const double baseline =
          first_baseline(body).pt() + body.leading.pt() * static_cast<double>(i);
      const double up = letter.origin.y.pt() - baseline;
      const InkSpan ink = ink_between(face, letter.run.glyphs[0].id, static_cast<int>(up / unit),
                                      static_cast<int>((up + body.size.pt() * 0.5) / unit));
      if (ink.empty) continue;
      EXPECT_GT(dropped.edge(i).pt(), letter.origin.x.pt() + ink.right * unit + 1) << opening << i;
    }
  }
}

TEST(DropCap, TheMarkBeforeALetterJoinsIt) {
  const Dropped dropped("“T");
  const std::vector<GlyphItem> items = glyphs_in(dropped.cap.items);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].run.text, "“");
  EXPECT_LT(items[0].run.size, items[1].run.size);
  EXPECT_LT(right_of(items[0]), left_of(items[1]) + items[1].run.size * 0.2);
  EXPECT_EQ(items[0].run.reads_as, "“The");
  EXPECT_TRUE(dropped.cap.lines[0].runs[0].run.ends_reading);
}

TEST(DropCap, AParagraphNoDeeperThanTheLetterTakesNone) {
  const SetArticle set{"<p>The masons went home.</p>"};
  EXPECT_TRUE(set_drop_cap(set.context(), set.block<Paragraph>().text, set.layout.style("body"),
                           set.layout.grid.column)
                  .lines.empty());
}

TEST(DropCap, AFigureIsNoInitial) {
  const Dropped dropped("1841, and t");
  EXPECT_TRUE(dropped.cap.lines.empty());
}

}  // namespace
}  // namespace forme
