#include <unicode/uchar.h>

#include <random>

#include "base/utf8.h"
#include "set_text_fixture.h"

namespace forme {
namespace {

TEST_F(SetText, LinesCoverTheTextOnceInOrder) {
  std::mt19937 random(890);
  const std::vector<Text> samples = {
      text(kEnglish),
      text(kGerman, "de"),
      text("One two\u2028three four\u2028\u2028five"),
      text("co\u00ADop\u00ADera\u00ADtion and soft\u00ADware"),
      text("See https://courier.example/2016/02/24/rail-crews now"),
      text("நாளிதழ் ஒன்றின் முதல் பக்கம் செய்திகளால் நிறைந்தது", "ta"),
      text("طُبعت أول صحيفة عربية في القاهرة سنة 1828 باسم الوقائع", "ar"),
      text(" leading and trailing "),
      text("x"),
      text("a  b"),
      text("No fox \U0001F98A, 5\u00A0km and 3\u202F%")};
  for (int i = 0; i < 400; ++i) {
    const Text& sample = samples[random() % samples.size()];
    TextStyle style = body();
    style.align = static_cast<Align>(random() % 4);
    style.hyphenate = random() % 4 != 0;
    style.first_indent = Length::from_pt(static_cast<double>(random() % 10));
    style.size = Length::from_pt(7 + static_cast<double>(random() % 8));
    style.tracking = static_cast<int>(random() % 40) - 20;
    LineWidths widths = measure(Length::from_pt(30 + static_cast<double>(random() % 200)));
    if (random() % 2 == 0) widths.first = {widths.rest - 10_pt, widths.rest - 15_pt};
    SetOptions options;
    options.balance = random() % 4 == 0;
    options.looseness = static_cast<int>(random() % 3) - 1;
    options.skip_bytes = random() % 4 == 0 ? 1 : 0;
    if (static_cast<unsigned char>(sample.utf8[0]) >= 0x80) options.skip_bytes = 0;
    const auto lines = setter.set(sample, style, widths, options);
    std::uint32_t at = options.skip_bytes;
    for (const Line& line : lines) {
      EXPECT_EQ(line.first, at);
      at = line.last;
      for (const PlacedRun& placed : line.runs)
        for (const Glyph& glyph : placed.run.glyphs)
          EXPECT_LT(glyph.cluster, std::max<std::size_t>(placed.run.text.size(), 1));
    }
    EXPECT_EQ(at, sample.utf8.size() <= options.skip_bytes ? at : sample.utf8.size());
    EXPECT_EQ(joined(lines, sample.utf8), sample.utf8.substr(options.skip_bytes)) << i;
  }
}

TEST_F(SetText, EmptyTextHasNoLines) {
  EXPECT_TRUE(setter.set(text(""), body(), measure(100_pt)).empty());
  EXPECT_TRUE(setter.set_line(text(""), body()).runs.empty());
}

TEST_F(SetText, JustifiedLinesFillTheMeasureExactly) {
  const auto lines = setter.set(text(kEnglish), body(), measure(40_mm));
  ASSERT_GT(lines.size(), 10U);
  for (const Line& line : lines) {
    EXPECT_EQ(line.width, right_edge(line));
    if (line.last_of_paragraph)
      EXPECT_LE(line.width, 40_mm);
    else
      EXPECT_EQ(line.width, 40_mm);
  }
  EXPECT_TRUE(lines.back().last_of_paragraph);
}

Protrusion protrusion() {
  return {"margin",
          {{U',', 0, 0.6},
           {U'.', 0, 0.6},
           {U'\u060C', 0, 0.6},
           {U'\u06D4', 0, 0.6},
           {U'\u2010', 0, 0.6},
           {U'\u2018', 0.5, 0},
           {U'\u201C', 0.5, 0}}};
}

TEST_F(SetText, SignsAtTheEdgesHangByTheStylesTable) {
  TextStyle style = body();
  style.protrusion = protrusion();
  const Face& face = fonts.face(*fonts.find({"text", 400, false, "condensed"}));
  const auto share = [&](char32_t sign, double part) {
    return style.size.pt() * face.advance(face.glyph(sign)) / face.units_per_em() * part;
  };
  int hanging = 0;
  for (const Line& line : setter.set(text(kEnglish), style, measure(40_mm))) {
    std::string shown = text_of(line);
    while (shown.ends_with(' ')) shown.pop_back();
    const double expected = line.hyphenated        ? share(U'\u2010', 0.6)
                            : shown.ends_with(',') ? share(U',', 0.6)
                            : shown.ends_with('.') ? share(U'.', 0.6)
                                                   : 0;
    EXPECT_NEAR(line.end_hang.pt(), expected, 1e-3) << shown;
    EXPECT_EQ(line.indent, Length());
    if (!line.last_of_paragraph) {
      EXPECT_EQ(line.width, 40_mm + line.end_hang) << shown;  // the rest fills the measure
    }
    hanging += expected > 0 ? 1 : 0;
  }
  EXPECT_GT(hanging, 3);
}

TEST_F(SetText, AnOpeningQuoteHangsToTheLeftAndACentredLineIsCentredWithoutIt) {
  TextStyle style = body();
  style.protrusion = protrusion();
  const Text quote = text("\u201CStop press.");
  style.align = Align::Start;
  const Line left = setter.set(quote, style, measure(100_pt)).at(0);
  EXPECT_GT(left.start_hang, Length());
  EXPECT_EQ(left.indent, -left.start_hang);
  style.align = Align::Centre;
  const Line centred = setter.set(quote, style, measure(100_pt)).at(0);
  const Length before = centred.indent + centred.start_hang;
  const Length after = 100_pt - centred.indent - centred.width + centred.end_hang;
  EXPECT_NEAR(before.pt(), after.pt(), 1e-3);
}

TEST_F(SetText, ARightToLeftLineHangsItsStopsToTheLeft) {
  TextStyle style = body();
  style.protrusion = protrusion();
  const auto lines =
      setter.set(text("طُبعت أول صحيفة عربية في القاهرة سنة، ثم صدرت بعدها، ثم توقفت.", "ar"), style,
                 measure(70_pt));
  int hanging = 0;
  for (const Line& line : lines) {
    if (line.end_hang == Length()) continue;
    ++hanging;
    if (!line.last_of_paragraph) {
      EXPECT_EQ(line.indent, -line.end_hang);
    }
  }
  EXPECT_GT(hanging, 0);
}

TEST_F(SetText, RoomThatAHangingSignGivesIsUsed) {
  TextStyle style = body();
  style.align = Align::Start;
  const Text words = text("Stop, press");
  const Length width = setter.set(text("Stop,"), style, measure(100_pt)).at(0).width;
  const Length measured = width - Length::from_pt(1);
  EXPECT_TRUE(setter.set(words, style, measure(measured)).at(0).overfull);
  style.protrusion = protrusion();
  EXPECT_FALSE(setter.set(words, style, measure(measured)).at(0).overfull);
}

TEST_F(SetText, NoLineIsOverfullInANewspaperColumn) {
  for (const Text& sample : {text(kEnglish), text(kGerman, "de")})
    for (double mm = 36; mm < 60; mm += 0.7)
      for (const Line& line : setter.set(sample, body(), measure(Length::from_mm(mm))))
        EXPECT_FALSE(line.overfull) << mm << ": " << text_of(line);
}

TEST_F(SetText, AWordThatMustStandWholeStandsOutOfItsMeasure) {
  TextStyle style = body();
  style.hyphenate = false;
  SetOptions whole;
  whole.whole_words = true;
  const auto lines = setter.set(text("a incomprehensibilities b"), style, measure(30_pt), whole);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[1].overfull);
  EXPECT_GT(lines[1].width, 30_pt);
}

// And no other: "sentences" would go into two lines as well.
TEST_F(SetText, AWordWiderThanItsMeasureIsDividedWhateverTheStyleSays) {
  TextStyle style = body();
  style.hyphenate = false;
  style.align = Align::Start;
  const auto lines = setter.set(text("sentences incomprehensibilities b"), style, measure(50_pt));
  ASSERT_GT(lines.size(), 2U);
  EXPECT_EQ(text_of(lines[0]), "sentences ");
  EXPECT_TRUE(lines[1].hyphenated);
  for (const Line& line : lines) {
    EXPECT_LE(line.width, 50_pt) << text_of(line);
    EXPECT_FALSE(line.overfull) << text_of(line);
  }
}

TEST_F(SetText, AWordThatNothingDividesIsCutAndMarked) {
  TextStyle style = body();
  style.align = Align::Start;
  const auto lines =
      setter.set(text("See qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq7 or"), style, measure(50_pt));
  ASSERT_GT(lines.size(), 3U);
  EXPECT_TRUE(lines[1].overfull);
  EXPECT_FALSE(lines[1].hyphenated);
  for (const Line& line : lines) EXPECT_LE(line.width, 50_pt) << text_of(line);
}

TEST_F(SetText, EachLineHasItsOwnWidthAndPlace) {
  LineWidths widths = measure(113_pt);
  widths.first = {80_pt, 80_pt, 80_pt};
  widths.first_left = {33_pt, 33_pt, 33_pt};
  const auto lines = setter.set(text(kEnglish), body(), widths);
  ASSERT_GT(lines.size(), 6U);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(lines[i].width, i < 3 ? 80_pt : 113_pt);
    EXPECT_EQ(lines[i].indent, i < 3 ? 33_pt : Length());
  }
}

TEST_F(SetText, TheFirstLineIsIndentedUnlessItFollowsAHead) {
  TextStyle style = body();
  style.first_indent = 8_pt;
  const auto indented = setter.set(text(kEnglish), style, measure(113_pt));
  EXPECT_EQ(indented[0].indent, 8_pt);
  EXPECT_EQ(indented[0].width, 105_pt);
  EXPECT_EQ(indented[1].indent, Length());
  SetOptions after_head;
  after_head.opens_after_head = true;
  EXPECT_EQ(setter.set(text(kEnglish), style, measure(113_pt), after_head)[0].indent, Length());
}

TEST_F(SetText, AlignmentPlacesNaturalLines) {
  TextStyle style = body();
  const Text sample = text("Short");
  const auto indent = [&](Align align) {
    style.align = align;
    return setter.set(sample, style, measure(100_pt)).at(0).indent;
  };
  const Length width = setter.set(sample, style, measure(100_pt)).at(0).width;
  EXPECT_EQ(indent(Align::Start), Length());
  EXPECT_EQ(indent(Align::Justify), Length());
  EXPECT_EQ(indent(Align::End), 100_pt - width);
  EXPECT_EQ(indent(Align::Centre), (100_pt - width) / 2);
}

TEST_F(SetText, RaggedLinesKeepTheWordSpaceAndDivideNoWords) {
  TextStyle style = body();
  style.align = Align::Start;
  style.hyphenate = false;
  for (const Line& line : setter.set(text(kEnglish), style, measure(130_pt))) {
    EXPECT_EQ(line.space_ratio, 1.0);
    EXPECT_FALSE(line.hyphenated);
    EXPECT_LE(line.width, 130_pt);
  }
}

TEST_F(SetText, HyphensKeepTheLettersOfTheStyle) {
  TextStyle style = body();
  style.hyphen_left = 4;
  style.hyphen_right = 5;
  int hyphens = 0;
  for (double mm = 25; mm < 45; mm += 1) {
    const auto lines = setter.set(text(kGerman, "de"), style, measure(Length::from_mm(mm)));
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      if (!lines[i].hyphenated) continue;
      ++hyphens;
      const std::string_view whole = kGerman;
      std::size_t first = whole.rfind(' ', lines[i].last) + 1, last = whole.find(' ', first);
      last = std::min(last, whole.size());
      EXPECT_GE(lines[i].last - first, 4U);
      EXPECT_GE(last - lines[i].last, 5U);
    }
  }
  EXPECT_GT(hyphens, 20);
}

TEST_F(SetText, AnInsertedHyphenIsASoftHyphenAsText) {
  const auto lines = setter.set(text(kGerman, "de"), body(), measure(26_mm));
  int hyphens = 0;
  for (const Line& line : lines) {
    if (!line.hyphenated) continue;
    ++hyphens;
    const GlyphRun& run = line.runs.back().run;
    EXPECT_TRUE(run.text.ends_with(kHyphen)) << run.text;
    EXPECT_EQ(run.glyphs.back().cluster, run.text.size() - 2);
    EXPECT_EQ(run.glyphs.back().id, fonts.face(run.face).glyph(U'\u2010'));
    EXPECT_EQ(run.text_last, line.last);
  }
  EXPECT_GT(hyphens, 1);
}

TEST_F(SetText, ASoftHyphenOfTheCopyIsSeenOnlyAtALineEnd) {
  TextStyle style = body();
  style.align = Align::Start;
  const auto narrow =
      setter.set(text("Rindfleisch\u00ADetikettierung", "en"), style, measure(60_pt));
  ASSERT_EQ(narrow.size(), 2U);
  EXPECT_EQ(text_of(narrow[0]), "Rindfleisch\u00AD");
  EXPECT_EQ(narrow[0].runs[0].run.glyphs.back().id,
            fonts.face(narrow[0].runs[0].run.face).glyph(U'\u2010'));
  const auto wide = setter.set(text("co\u00ADop", "en"), style, measure(60_pt));
  EXPECT_EQ(wide[0].runs[0].run.glyphs.size(), 4U);
}

TEST_F(SetText, AnAddressIsNeverHyphenated) {
  for (double mm = 20; mm < 60; mm += 2)
    for (const Line& line : setter.set(
             text("Read https://courier.example/international/correspondence/archive online"),
             body(), measure(Length::from_mm(mm))))
      EXPECT_FALSE(line.hyphenated) << text_of(line);
}

TEST_F(SetText, LoosenessAddsOrTakesALine) {
  int longer = 0, shorter = 0;
  for (double mm = 38; mm < 60; mm += 2) {
    SetOptions options;
    const auto plain = setter.set(text(kEnglish), body(), measure(Length::from_mm(mm))).size();
    options.looseness = 1;
    longer += setter.set(text(kEnglish), body(), measure(Length::from_mm(mm)), options).size() ==
              plain + 1;
    options.looseness = -1;
    shorter += setter.set(text(kEnglish), body(), measure(Length::from_mm(mm)), options).size() ==
               plain - 1;
  }
  EXPECT_GT(longer, 4);
  EXPECT_GT(shorter, 0);
}

TEST_F(SetText, ASpanFromTheRightKeepsTheSignsAfterItOut) {
  Text t = text("say الوقائع (1828) now");
  const auto last = static_cast<std::uint32_t>(t.utf8.find(" (1828)"));
  t.spans = {{SpanKind::Language, 4, last, "ar"}};
  const Line line = setter.set_line(t, body());
  std::string seen;
  for (const PlacedRun& placed : line.runs) seen += placed.run.text + "|";
  EXPECT_EQ(seen, "say |الوقائع| (1828) now|");
}

TEST_F(SetText, RightToLeftWordsAreReversedOnTheLine) {
  const Text t = text("say سلام عليكم now");
  const Line line = setter.set_line(t, body());
  EXPECT_EQ(text_of(line), t.utf8);
  bool seen = false;
  for (const PlacedRun& placed : line.runs) {
    if (!placed.run.right_to_left) continue;
    seen = true;
    for (std::size_t i = 0; i + 1 < placed.run.glyphs.size(); ++i)
      EXPECT_GE(placed.run.glyphs[i].cluster, placed.run.glyphs[i + 1].cluster);
  }
  EXPECT_TRUE(seen);
  // "now" stands at the right all the same.
  EXPECT_TRUE(line.runs.back().run.text.ends_with("now"));
}

TEST_F(SetText, ARightToLeftParagraphStandsAtTheRight) {
  TextStyle style = body();
  style.align = Align::Start;
  const auto lines = setter.set(text("صحيفة Courier اليوم", "ar"), style, measure(200_pt));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].indent + lines[0].width, 200_pt);
  EXPECT_TRUE(lines[0].runs.back().run.text.starts_with("صحيفة"));
  EXPECT_TRUE(lines[0].runs.front().run.right_to_left);
}

TEST_F(SetText, ALineOfTamilIsOneRun) {
  const Line line = setter.set_line(text("முதல் பக்கம் செய்தி", "ta"), body());
  ASSERT_EQ(line.runs.size(), 1U);
  EXPECT_EQ(fonts.face(line.runs[0].run.face).file(), "NotoSerifTamil-Condensed.ttf");
}

TEST_F(SetText, ALineBreakIsASpaceInFurniture) {
  const Line line = setter.set_line(text("one\u2028two"), body());
  EXPECT_EQ(text_of(line), "one\u2028two");
  EXPECT_EQ(line.width, setter.set_line(text("one two"), body()).width);
}

TEST_F(SetText, TextWithoutEndOrWidthTakesNoEndlessTime) {
  std::string hyphens, nothing, spans;
  for (int i = 0; i < 20'000; ++i) {
    hyphens += "a-";
    nothing += "\u200B";
    spans += "x";
  }
  Text marked = text(spans);
  for (std::uint32_t i = 0; i < 20'000; i += 2)
    marked.spans.push_back({SpanKind::Emphasis, i, i + 1, ""});
  for (const Text& t : {text(hyphens), text(nothing), marked})
    EXPECT_EQ(setter.set(t, body(), measure(100_pt)).back().last, t.utf8.size());
}

TEST_F(SetText, TrackedHebrewStillEndsAtTheRight) {
  TextStyle style = body();
  style.size = 40_pt;
  for (const int tracking : {0, -20}) {
    style.tracking = tracking;
    const Line line = setter.set_line(text("דפוס", "he"), style);
    const GlyphRun& run = line.runs.front().run;
    Length pen, right;
    for (const Glyph& glyph : run.glyphs) {
      const Face& face = fonts.face(run.face);
      right = pen + glyph.x_offset +
              run.size * (static_cast<double>(face.advance(glyph.id)) / face.units_per_em());
      pen += glyph.advance;
    }
    EXPECT_NEAR((right - line.width).pt(), 0, 0.01) << tracking;
  }
}

// A cluster is a letter with its marks, or several letters that have become one.
TEST_F(SetText, NoLineBreaksWithinACluster) {
  const Text samples[] = {
      text("उदन्त मार्तण्ड हिन्दी का पहला समाचार पत्र था। संयुक्ताक्षर जैसे क्षत्रिय और द्वन्द्व कठिन थे", "hi"),
      text("தமிழ் எழுத்தில் கொ, கோ, கௌ போன்ற உயிர்மெய் எழுத்துகளின் குறிகள் நிற்கும்", "ta"),
      text("كانت الحروف العربيّة متّصلة وطُبعت في مطبعة بولاق بالقاهرة", "ar"),
      text("הַמִּלָּה בְּרֵאשִׁית נִדְפְּסָה בְּנִקּוּד", "he")};
  TextStyle style = body();
  style.hyphen_left = style.hyphen_right = 1;
  for (const Text& sample : samples) {
    for (double width = 10; width < 90; width += 3) {
      for (const Line& line : setter.set(sample, style, measure(Length::from_pt(width)))) {
        if (line.first == 0) continue;
        const auto next = decode_utf8(sample.utf8, line.first).value;
        const auto type = U_MASK(u_charType(static_cast<UChar32>(next)));
        EXPECT_EQ(type & U_GC_M_MASK, 0U) << sample.utf8.substr(line.first);
        const std::string before = sample.utf8.substr(0, line.first);
        for (const char* virama : {"\u094D", "\u200D"})
          EXPECT_FALSE(before.ends_with(virama)) << sample.utf8.substr(line.first);
      }
    }
  }
}

TEST_F(SetText, TrackingStandsBetweenLettersButNotWithinArabic) {
  const auto width = [&](const Text& t, int tracking) {
    TextStyle style = body();
    style.tracking = tracking;
    return setter.set_line(t, style).width;
  };
  const Text latin = text("news"), arabic = text("صحيفة", "ar");
  const Length step = Length::from_units(body().size.units() / 1000);
  EXPECT_EQ(width(latin, 20) - width(latin, 0), step * 20 * 4);
  EXPECT_EQ(width(arabic, 20), width(arabic, 0));
}

TEST_F(SetText, ACharacterWithoutAFontIsToldOnceWithItsPlace) {
  Text t = text("a \U0001F98A b \U0001F98A");
  t.where = {"courier-890/articles/fox.xml", 12, 5};
  setter.set(t, body(), measure(100_pt));
  setter.set(t, body(), measure(90_pt));
  const Diagnostics told = setter.take_diagnostics();
  ASSERT_EQ(told.all().size(), 1U);
  EXPECT_EQ(told.all()[0].where, t.where);
  EXPECT_EQ(told.all()[0].severity, Severity::Warning);
  EXPECT_THAT(told.all()[0].message, testing::HasSubstr("U+1F98A (FOX FACE)"));
  EXPECT_TRUE(setter.take_diagnostics().all().empty());
}

TEST_F(SetText, HeadlinesAreBalancedInTheFewestLines) {
  TextStyle style;
  style.family = "headline";
  style.width = "extra-condensed";
  style.weight = 700;
  style.size = 39_pt;
  SetOptions options;
  options.balance = true;
  const char* const headlines[] = {"Rail crews stand firm as third strike shuts two lines",
                                   "The press that would not stop printing",
                                   "A levy of half of one per cent on the pay bill",
                                   "Museum opens the doors of its new reading room"};
  for (const char* headline : headlines) {
    const auto lines = setter.set(text(headline), style, measure(400_pt), options);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string line = text_of(lines[i]);
      EXPECT_GT(lines[i].width / 400_pt, 0.6) << line;
      if (i + 1 == lines.size()) continue;
      for (const char* leaning : {" a ", " the ", " of ", " as ", " on "})
        EXPECT_FALSE(line.ends_with(leaning)) << line;
    }
  }
}

TEST_F(SetText, TheSameTextIsSetTheSameWhateverCameBefore) {
  TextSetter fresh(fonts, dictionaries);
  setter.set(text(kGerman, "de"), body(), measure(50_mm));
  setter.set(text(kEnglish), body(), measure(60_mm));
  EXPECT_EQ(setter.set(text(kEnglish), body(), measure(40_mm)),
            fresh.set(text(kEnglish), body(), measure(40_mm)));
}

}  // namespace
}  // namespace forme
