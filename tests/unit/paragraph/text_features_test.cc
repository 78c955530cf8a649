#include "base/utf8.h"
#include "set_text_fixture.h"

namespace forme {
namespace {

TEST_F(SetText, SpansChangeTheFaceAndTheRest) {
  Text t = text("plain em strong link note1");
  t.spans = {{SpanKind::Emphasis, 6, 8, ""},
             {SpanKind::Strong, 9, 15, ""},
             {SpanKind::Link, 16, 20, "https://a.example"},
             {SpanKind::NoteMark, 25, 26, "7"}};
  const Line line = setter.set_line(t, body());
  const auto run_at = [&](std::uint32_t byte) -> const GlyphRun& {
    for (const PlacedRun& placed : line.runs)
      if (placed.run.text_first <= byte && byte < placed.run.text_last) return placed.run;
    throw std::out_of_range("no run");
  };
  EXPECT_EQ(fonts.face(run_at(0).face).file(), "NotoSerif-Condensed.ttf");
  EXPECT_EQ(fonts.face(run_at(6).face).file(), "NotoSerif-CondensedItalic.ttf");
  EXPECT_EQ(fonts.face(run_at(9).face).file(), "NotoSerif-CondensedBold.ttf");
  EXPECT_EQ(run_at(16).link, "https://a.example");
  EXPECT_EQ(run_at(15).link, "");
  EXPECT_EQ(run_at(25).note, 7U);
  EXPECT_EQ(text_of(line), t.utf8);
}

TEST_F(SetText, EmphasisWithinItalicIsUpright) {
  Text t = text("word");
  t.spans = {{SpanKind::Emphasis, 0, 4, ""}};
  TextStyle style = body();
  style.italic = true;
  EXPECT_EQ(fonts.face(setter.set_line(t, style).runs[0].run.face).file(),
            "NotoSerif-Condensed.ttf");
}

TEST_F(SetText, SuperiorsAreTheFontsElseScaled) {
  Text t = text("x2 4th");
  t.spans = {{SpanKind::Superscript, 1, 2, ""}, {SpanKind::Superscript, 4, 6, ""}};
  const Line line = setter.set_line(t, body());
  const GlyphRun& figure = line.runs[1].run;
  const GlyphRun& letters = line.runs[3].run;
  EXPECT_EQ(figure.size, body().size);
  EXPECT_EQ(figure.rise, Length());
  EXPECT_EQ(letters.size, body().size * 0.62);
  EXPECT_GT(letters.rise, Length());
}

TEST_F(SetText, SmallCapitalsAreReal) {
  Text t = text("the BBC said");
  t.spans = {{SpanKind::SmallCaps, 0, 3, ""}, {SpanKind::SmallCaps, 4, 7, ""}};
  const Line small = setter.set_line(t, body());
  const Line plain = setter.set_line(text("the BBC said"), body());
  EXPECT_NE(small.runs[0].run.glyphs[0].id, plain.runs[0].run.glyphs[0].id);
  EXPECT_NE(small.runs[2].run.glyphs[0].id, plain.runs[0].run.glyphs[4].id);
  EXPECT_EQ(small.runs[0].run.size, body().size);
}

TEST_F(SetText, SmallCapitalsOfOtherScriptsAreRealOrCapitals) {
  for (const char* word : {"газета", "τύπος"}) {
    Text t = text(word);
    t.spans = {{SpanKind::SmallCaps, 0, static_cast<std::uint32_t>(t.utf8.size()), ""}};
    const Line small = setter.set_line(t, body());
    const Line plain = setter.set_line(text(word), body());
    for (std::size_t i = 0; i < plain.runs[0].run.glyphs.size(); ++i)
      EXPECT_NE(small.runs[0].run.glyphs[i].id, plain.runs[0].run.glyphs[i].id) << word << i;
  }
}

TEST_F(SetText, TurkishSmallCapitalsKeepTheDot) {
  const auto small = [&](const char* letters) {
    Text t = text(letters, "tr");
    t.spans = {{SpanKind::SmallCaps, 0, static_cast<std::uint32_t>(t.utf8.size()), ""}};
    return setter.set_line(t, body()).runs[0].run.glyphs[0].id;
  };
  EXPECT_NE(small("i"), small("ı"));
}

TEST_F(SetText, FiguresOfAFractionAreSmallAndOfADateAreNot) {
  const Line fraction = setter.set_line(text("3/4"), body());
  TextStyle off = body();
  off.features.emplace_back("-frac");
  const Line plain = setter.set_line(text("3/4"), off);
  ASSERT_EQ(fraction.runs[0].run.glyphs.size(), plain.runs[0].run.glyphs.size());
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_NE(fraction.runs[0].run.glyphs[i].id, plain.runs[0].run.glyphs[i].id);
  const Line date = setter.set_line(text("3/4/1566"), body());
  EXPECT_EQ(date.runs[0].run.glyphs[0].id, plain.runs[0].run.glyphs[0].id);
}

// Vollkorn has them; Noto's feature gives figures alone.
TEST_F(SetText, BracketsAndHyphensAmongCapitalsAreThoseOfCapitals) {
  const FontLibrary vollkorn =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "vollkorn");
  TextSetter other(vollkorn, dictionaries);
  const auto glyph = [&](const char* copy, std::size_t at) {
    return other.set_line(text(copy), body()).runs[0].run.glyphs[at].id;
  };
  EXPECT_NE(glyph("(TUC)", 0), glyph("(tuc)", 0));
  EXPECT_NE(glyph("SOS-TUC", 3), glyph("sos-tuc", 3));
  EXPECT_EQ(glyph("(Tuc)", 0), glyph("(tuc)", 0));
  TextStyle off = body();
  off.features.emplace_back("-case");
  EXPECT_EQ(other.set_line(text("(TUC)"), off).runs[0].run.glyphs[0].id, glyph("(tuc)", 0));
}

}  // namespace
}  // namespace forme
