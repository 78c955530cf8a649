#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf_fixture.h"

namespace forme {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PdfTextTest : public PdfTest {
 protected:
  // The text of one run on an otherwise empty page.
  std::string text_of(GlyphRun run) {
    put(std::move(run), 20_pt, 50_pt);
    return text();
  }
};

// Words with one space between them, without the marks that pdftotext puts round right-to-left
// text.
std::string words_of(std::string text) {
  text = text.substr(0, text.find('\f'));
  for (const char* mark : {"\u202A", "\u202B", "\u202C"}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, 3);
  }
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

TEST_F(PdfTextTest, PlainTextComesBack) {
  EXPECT_THAT(text_of(faces().shape(Faces::kSerif, "The gas works at noon.", 9_pt)),
              StartsWith("The gas works at noon.\n"));
}

TEST_F(PdfTextTest, WordsOfTightDisplayTypeStayApart) {
  const GlyphRun tight =
      faces().shape(Faces::kSerif, "The line that set", 80_pt, "", false, 80_pt * -0.05);
  page().trim.width = 2000_pt;
  EXPECT_THAT(text_of(tight), StartsWith("The line that set\n"));
}

TEST_F(PdfTextTest, LigaturesComeBackAsLetters) {
  const GlyphRun run = faces().shape(Faces::kSerif, "efficient fluffy office", 9_pt, "liga");
  ASSERT_LT(run.glyphs.size(), run.text.size());
  EXPECT_THAT(text_of(run), StartsWith("efficient fluffy office\n"));
}

TEST_F(PdfTextTest, SmallCapitalsComeBackAsTyped) {
  EXPECT_THAT(text_of(faces().shape(Faces::kSerif, "Tuc and Nuj", 9_pt, "smcp")),
              StartsWith("Tuc and Nuj\n"));
}

TEST_F(PdfTextTest, OneGlyphMayStandForTwoTexts) {
  put(faces().shape(Faces::kSerif, "hyphen-", 9_pt), 20_pt, 50_pt);
  GlyphRun broken = faces().shape(Faces::kSerif, "bro-", 9_pt);
  broken.text = "bro\u00AD";
  put(broken, 20_pt, 60_pt);
  EXPECT_THAT(text(), StartsWith("hyphen-\nbro\u00AD\n"));
}

TEST_F(PdfTextTest, SpaceAtABreakSeparatesWords) {
  GlyphRun line = faces().shape(Faces::kSerif, "first", 9_pt);
  line.text = "first ";
  put(line, 20_pt, 50_pt);
  EXPECT_THAT(content(),
              testing::ContainsRegex("<[0-9a-f]{20}>]TJ"));  // four glyphs, fi one, and a space
  EXPECT_THAT(text(), StartsWith("first"));
}

// The hexadecimal strings of a page's content, without the numbers between them.
std::string codes_in(const std::string& content) {
  std::string codes;
  for (std::size_t at = content.find("Td\n"); at != std::string::npos;) {
    const std::size_t end = content.find("TJ", at);
    bool inside = false;
    for (std::size_t i = at; i < end; ++i) {
      if (content[i] == '<' || content[i] == '>') inside = content[i] == '<';
      if (inside && content[i] != '<') codes += content[i];
    }
    at = content.find("Td\n", end);
  }
  return codes;
}

TEST_F(PdfTextTest, ALineIsWrittenTheSameWhateverStandsBeforeIt) {
  const GlyphRun line = faces().shape(Faces::kSerif, "first office", 9_pt);
  put(line, 20_pt, 50_pt);
  const std::string alone = codes_in(content());
  ASSERT_GT(alone.size(), 32u);
  page().items.clear();
  put(faces().shape(Faces::kSans, "A sans", 9_pt), 20_pt, 20_pt);
  put(faces().shape(Faces::kSerif, "zigzag flow", 9_pt), 20_pt, 30_pt);
  put(faces().shape(Faces::kSerif, "Small", 9_pt, "smcp"), 20_pt, 40_pt);
  put(line, 20_pt, 50_pt);
  EXPECT_THAT(codes_in(content()), testing::EndsWith(alone));
}

TEST_F(PdfTextTest, SoftHyphensThatAreNotUsedReadAsNothing) {
  GlyphRun run = faces().shape(Faces::kSerif, "pwll\u00ADgwyn\u00ADgyll", 9_pt);
  // As shaping for the page has it: no glyph, its bytes with the letter before.
  std::erase_if(run.glyphs, [](const Glyph& g) { return g.advance == Length(); });
  ASSERT_EQ(run.glyphs.size(), 12u);
  EXPECT_EQ(words_of(text_of(run)), "pwllgwyngyll");
}

TEST_F(PdfTextTest, ANarrowNoBreakSpaceComesBackHoweverTightTheLine) {
  GlyphRun run = faces().shape(Faces::kSerif, "suivre\u202F: il\u202F!", 9_pt);
  for (Glyph& g : run.glyphs) {
    if (run.text.substr(g.cluster).starts_with("\u202F")) g.advance = 0.9_pt;
  }
  EXPECT_EQ(words_of(text_of(run)), "suivre\u202F: il\u202F!");
}

TEST_F(PdfTextTest, DropCapAndItsLineMakeOneWord) {
  const NodeId body = add_node(NodeRole::Paragraph);
  GlyphRun cap = faces().shape(Faces::kSerif, "T", 37.5_pt);
  cap.reads_as = "The";
  Length pen = put(cap, 20_pt, 70_pt, body, 0);
  GlyphRun rest = faces().shape(Faces::kSerif, "he", 9_pt);
  rest.ends_reading = true;
  pen = put(rest, pen, 50_pt, body, 1);
  put(faces().shape(Faces::kSerif, " hill above", 9_pt), pen, 50_pt, body, 3);
  EXPECT_EQ(words_of(text()), "The hill above");
  EXPECT_EQ(words_of(run("pdftotext -enc UTF-8 {} -")), "The hill above");
  EXPECT_THAT(run("pdfinfo -struct-text {}"), HasSubstr(" hill above"));
}

TEST_F(PdfTextTest, TamilComesBackInLogicalOrder) {
  EXPECT_THAT(text_of(faces().shape(Faces::kTamil, "தமிழ் செய்தி கொடுமை", 12_pt)),
              StartsWith("தமிழ் செய்தி கொடுமை\n"));
}

TEST_F(PdfTextTest, ArabicComesBackInLogicalOrder) {
  put(faces().shape(Faces::kArabic, "السلام عليكم", 12_pt, "", true), 20_pt, 50_pt);
  EXPECT_EQ(words_of(text()), "السلام عليكم");
  EXPECT_EQ(words_of(run("pdftotext -enc UTF-8 {} -")), "السلام عليكم");
}

TEST_F(PdfTextTest, UrduComesBackInLogicalOrder) {
  put(faces().shape(Faces::kUrdu, "اخبار کی دنیا میں", 12_pt, "", true), 20_pt, 50_pt);
  EXPECT_EQ(words_of(text()), "اخبار کی دنیا میں");
  EXPECT_EQ(words_of(run("pdftotext -enc UTF-8 {} -")), "اخبار کی دنیا میں");
}

TEST_F(PdfTextTest, AMarkAtTheEndOfATamilWordMakesNoSpace) {
  const Length end = put(faces().shape(Faces::kTamil, "வணக்கம்", 12_pt), 20_pt, 50_pt);
  put(faces().shape(Faces::kSerif, "’", 12_pt), end, 50_pt);
  EXPECT_EQ(words_of(text()), "வணக்கம்’");
}

TEST_F(PdfTextTest, AStopAfterANumberStaysThereInArabic) {
  // "سنة 1820. ثم" as it is seen: the last word is at the left.
  GlyphRun last = faces().shape(Faces::kArabic, ". ثم", 12_pt, "", true);
  GlyphRun number = faces().shape(Faces::kSerif, "1820", 12_pt);
  number.against = true;
  GlyphRun first = faces().shape(Faces::kArabic, "صدرت جريدة سنة ", 12_pt, "", true);
  Length pen = put(last, 20_pt, 50_pt);
  pen = put(number, pen, 50_pt);
  put(first, pen, 50_pt);
  std::string out = run("pdftotext -enc UTF-8 {} -");
  for (const char* mark : {"\u200F", "\u200E"})
    for (std::size_t at; (at = out.find(mark)) != std::string::npos;) out.erase(at, 3);
  EXPECT_EQ(words_of(out), "صدرت جريدة سنة 1820. ثم");
}

TEST_F(PdfTextTest, APaperReadFromTheRightTurnsItsPagesSo) {
  put(faces().shape(Faces::kUrdu, "اخبار", 12_pt, "", true), 20_pt, 50_pt);
  EXPECT_THAT(run("qpdf --qdf --object-streams=disable {} -"), Not(HasSubstr("/Direction")));
  settings_.language = "ur";
  EXPECT_THAT(run("qpdf --qdf --object-streams=disable {} -"), HasSubstr("/Direction /R2L"));
}

TEST_F(PdfTextTest, CffFacesComeBack) {
  EXPECT_THAT(text_of(faces().shape(Faces::kCff, "Office waffle", 9_pt)),
              StartsWith("Office waffle\n"));
}

TEST_F(PdfTextTest, ScaledAndRaisedTextComesBack) {
  GlyphRun run = faces().shape(Faces::kSerif, "narrow", 9_pt);
  run.scale_x = 0.97;
  for (Glyph& g : run.glyphs) g.advance = g.advance * 0.97;
  const Length end = put(run, 20_pt, 50_pt);
  GlyphRun raised = faces().shape(Faces::kSerif, "th", 6_pt);
  raised.rise = 3_pt;
  put(raised, end, 50_pt);
  EXPECT_THAT(content(), HasSubstr("97 Tz"));
  EXPECT_THAT(text(), StartsWith("narrowth"));
}

// The words of the page with the top and foot of their boxes, as "word 40-50".
std::string boxed_words(const std::string& bbox) {
  std::string out;
  const auto number = [&](const char* name, std::size_t at) {
    const std::size_t found = bbox.find(name, at);
    return std::to_string(std::lround(std::strtod(bbox.c_str() + found + 6, nullptr)));
  };
  for (std::size_t at = 0; (at = bbox.find("<word ", at)) != std::string::npos; ++at) {
    const std::size_t text = bbox.find('>', at) + 1;
    out += (out.empty() ? "" : ", ") + bbox.substr(text, bbox.find('<', text) - text) + " " +
           number("yMin=\"", at) + "-" + number("yMax=\"", at);
  }
  return out;
}

class RaisedTextTest : public PdfTextTest {
 protected:
  // Runs of one line of a paragraph, in turn on the baseline and raised.
  void put_line(const std::vector<std::string>& texts, bool raised = false) {
    const NodeId body = add_node(NodeRole::Paragraph);
    Length pen = 20_pt;
    std::uint32_t first = 0;
    for (const std::string& text : texts) {
      GlyphRun run = faces().shape(Faces::kSerif, text, raised ? 6_pt : 9_pt);
      if (raised) run.rise = 3_pt;
      if (text.ends_with(' ') && &text == &texts.back()) run.glyphs.pop_back();
      pen = put(run, pen, 50_pt, body, first);
      first += static_cast<std::uint32_t>(text.size());
      raised = !raised;
    }
  }
  void expect_both_ways(const std::string& words, const std::string& boxes) {
    for (const bool tagged : {false, true}) {
      settings_.tags = tagged;
      EXPECT_EQ(words_of(text()), words) << tagged;
      EXPECT_EQ(boxed_words(run("pdftotext -raw -bbox -enc UTF-8 {} -")), boxes) << tagged;
    }
  }
};

TEST_F(RaisedTextTest, AWordWithRaisedLettersIsOneWordOnItsLine) {
  put_line({"the 4", "th", " of July"});
  expect_both_ways("the 4th of July", "the 40-53, 4th 40-53, of 40-53, July 40-53");
}

TEST_F(RaisedTextTest, AWordMayGoOnBehindItsRaisedLetters) {
  put_line({"the 4", "th", ", or 5", "th", "-6", "th", " day"});
  expect_both_ways("the 4th, or 5th-6th day",
                   "the 40-53, 4th, 40-53, or 40-53, 5th-6th 40-53, day 40-53");
}

TEST_F(RaisedTextTest, ASpaceMayBeRaisedWithItsLetters) {
  put_line({"the 4", "th ", "day"});
  EXPECT_EQ(words_of(text()), "the 4th day");
}

TEST_F(RaisedTextTest, AWordMayBeginWithRaisedLetters) {
  put_line({"3", "He or ", "14", "C"}, true);
  expect_both_ways("3He or 14C", "3He 40-53, or 40-53, 14C 40-53");
}

TEST_F(RaisedTextTest, ARaisedEndOfALineKeepsItsSpace) {
  put_line({"the 4", "th "});
  put(faces().shape(Faces::kSerif, "of July", 9_pt), 20_pt, 62_pt);
  EXPECT_EQ(words_of(text()), "the 4th of July");
}

TEST_F(RaisedTextTest, AHyphenThatIsPutInIsOfTheWordAndOneOfTheCopyIsNot) {
  const NodeId body = add_node(NodeRole::Paragraph);
  GlyphRun first = faces().shape(Faces::kSerif, "ki\u00ADlo", 9_pt);
  std::erase_if(first.glyphs, [](const Glyph& g) { return g.advance == Length(); });
  Length pen = put(first, 20_pt, 50_pt, body, 0);
  GlyphRun raised = faces().shape(Faces::kSerif, "me-", 6_pt);
  raised.text = "me\u00AD";
  raised.rise = 3_pt;
  put(raised, pen, 50_pt, body, 6);
  EXPECT_EQ(words_of(text()), "kilome\u00AD");
}

TEST_F(RaisedTextTest, RaisedWordsOfTheirOwnAreNotJoined) {
  put_line({"see ", "note", " there"});
  EXPECT_EQ(words_of(text()), "see note there");
  EXPECT_THAT(content(), Not(HasSubstr("ActualText")));
}

TEST_F(PdfTextTest, EveryFontIsEmbeddedSubsetAndMapped) {
  put(faces().shape(Faces::kSerif, "Serif", 9_pt), 20_pt, 50_pt);
  put(faces().shape(Faces::kCff, "Compact", 9_pt), 20_pt, 70_pt);
  const std::string fonts = run("pdffonts {}");
  EXPECT_THAT(fonts, testing::ContainsRegex(
                         "[A-Z]{6}\\+NotoSerif-Condensed +CID TrueType +Identity-H +yes yes yes"));
  EXPECT_THAT(fonts, testing::ContainsRegex("[A-Z]{6}\\+C059-Roman.*CID Type 0C +.*yes yes yes"));
}

// The x of each glyph as MuPDF finds it, from `mutool trace`.
std::vector<double> traced_x(const std::string& trace) {
  std::vector<double> xs;
  for (std::size_t at = 0; (at = trace.find("<g unicode", at)) != std::string::npos; ++at) {
    const std::size_t x = trace.find(" x=\"", at);
    xs.push_back(std::strtod(trace.c_str() + x + 4, nullptr));
  }
  return xs;
}

TEST_F(PdfTextTest, NoGlyphDriftsFromItsPlace) {
  const std::string copy =
      "The quick brown fox jumps over the lazy dog; a long line of copy, set at the "
      "tracking of minus ten.";
  for (const FaceId face : {Faces::kSerif, Faces::kCff}) {
    for (const Length size : {Length::from_pt(8.4), Length::from_pt(37.5)}) {
      page().items.clear();
      page().trim.width = 4000_pt;
      const GlyphRun line = faces().shape(face, copy, size, "kern", false, size * -0.01);
      put(line, 20_pt, 50_pt);
      const std::vector<double> found = traced_x(run("mutool trace {} 1"));
      ASSERT_EQ(found.size(), line.glyphs.size());
      Length pen = 20_pt;
      for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i], (pen + line.glyphs[i].x_offset).pt(), 0.02) << i;
        pen += line.glyphs[i].advance;
      }
    }
  }
}

}  // namespace
}  // namespace forme
