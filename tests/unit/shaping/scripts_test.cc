// Shaping tables: one line a word. What is looked at are the clusters of the glyphs, in visual
// order, after the base name of the file that has them.
#include <gmock/gmock.h>

#include "shaping/itemizer.h"
#include "shaping/shaper.h"

namespace forme {
namespace {

const FontLibrary& library() {
  static const std::unique_ptr<FileSystem> disk = make_disk_file_system();
  static const FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  return fonts;
}

// As a paragraph would ask for it: script and direction are the word's own.
ShapeSettings settings(std::string_view word, std::string language, bool italic = false) {
  const Item item = itemize(word, false).front();
  ShapeSettings s;
  s.face = *library().find({"text", 400, italic, "condensed"});
  s.language = std::move(language);
  s.script = item.script;
  s.right_to_left = (item.level & 1) != 0;
  return s;
}

std::string shaped(std::string_view word, const std::string& language) {
  Shaper shaper(library());
  std::string out;
  for (const ShapedPart& part : shaper.shape(settings(word, language), word).parts) {
    const std::string& file = library().face(part.face).file();
    out += (out.empty() ? "" : " | ") + file.substr(0, file.find('-')) + ":";
    for (const ShapedGlyph& glyph : part.glyphs) out += " " + std::to_string(glyph.cluster);
  }
  return out;
}

std::vector<std::uint32_t> glyphs(const ShapeSettings& s, std::string_view word) {
  Shaper shaper(library());
  std::vector<std::uint32_t> ids;
  for (const ShapedPart& part : shaper.shape(s, word).parts) {
    ids.push_back(part.face);
    for (const ShapedGlyph& glyph : part.glyphs) ids.push_back(glyph.id);
  }
  return ids;
}

struct Row {
  const char* language;
  const char* word;
  const char* clusters;
};

class Scripts : public testing::TestWithParam<Row> {};

TEST_P(Scripts, AreShapedByCluster) {
  EXPECT_EQ(shaped(GetParam().word, GetParam().language), GetParam().clusters)
      << GetParam().language << " " << GetParam().word;
}

constexpr Row kRows[] = {
    {"cy", "gŵr", "NotoSerif: 0 1 3"},
    {"vi", "ngữ", "NotoSerif: 0 1 2"},
    {"el", "ὑπογεγραμμένη", "NotoSerif: 0 3 5 7 9 11 13 15 17 19 21 23 25"},
    {"el", "ᾧ", "NotoSerif: 0"},
    {"ru", "шрифт", "NotoSerif: 0 2 4 6 8"},
    {"ta", "கொடு", "NotoSerifTamil: 0 0 0 6"},
    {"ta", "ஸ்ரீ", "NotoSerifTamil: 0"},
    {"hi", "क्षत्रिय", "NotoSerifDevanagari: 0 9 9 21"},
    {"hi", "ज्ञान", "NotoSerifDevanagari: 0 0 12"},
    {"hi", "है।", "NotoSerifDevanagari: 0 0 6"},
    {"bn", "বাংলা", "NotoSerifBengali: 0 0 0 9 9"},
    {"ar", "سلام", "NotoNaskhArabic: 6 4 2 0"},
    {"ar", "طُبع", "NotoNaskhArabic: 6 4 0 0"},
    {"ar", "نعم،", "NotoNaskhArabic: 6 4 2 0"},
    {"fa", "می‌شد", "NotoNaskhArabic: 9 4 2 0"},
    {"ur", "نستعلیق", "NotoNastaliqUrdu: 12 12 10 10 8 6 4 4 2 0 0 0"},
    {"ur", "ہے۔", "NotoNastaliqUrdu: 4 2 0 0"},
    {"he", "שָׁלוֹם", "NotoSerifHebrew: 12 8 8 6 0 0 0"},
    {"he", "רש״י", "NotoSerifHebrew: 6 4 2 0"},
};
INSTANTIATE_TEST_SUITE_P(Shaping, Scripts, testing::ValuesIn(kRows));

// A sequence of a letter and marks is the letter that Unicode composes of them.
class Decomposed : public testing::TestWithParam<Row> {};

TEST_P(Decomposed, ShapesLikeComposed) {
  const auto& [language, composed, decomposed] = GetParam();
  EXPECT_EQ(glyphs(settings(composed, language), composed),
            glyphs(settings(decomposed, language), decomposed));
}

constexpr Row kPairs[] = {
    {"cy", "ŵŷ", "w\u0302y\u0302"},
    {"vi", "ệ", "e\u0323\u0302"},
    {"vi", "ệ", "e\u0302\u0323"},
    {"vi", "Ắ", "A\u0306\u0301"},
    {"el", "ᾧ", "ω\u0314\u0342\u0345"},
    {"el", "ΐ", "ι\u0308\u0301"},
    {"ru", "ёй", "е\u0308и\u0306"},
    {"uk", "ї", "і\u0308"},
    {"ro", "ș", "s\u0326"},
    {"pl", "źó", "z\u0301o\u0301"},
    {"ar", "أ", "ا\u0654"},
    {"ur", "ؤ", "و\u0654"},
    {"he", "שׁ", "ש\u05C1"},
    {"hi", "क़", "क\u093C"},
    {"ta", "கொ", "கெ\u0BBE"},
};
INSTANTIATE_TEST_SUITE_P(Shaping, Decomposed, testing::ValuesIn(kPairs));

// The third field is the language that has its own form, the second the letters.
class LanguageSystems : public testing::TestWithParam<Row> {};

TEST_P(LanguageSystems, HaveFormsOfTheirOwn) {
  const auto& [other, letters, own] = GetParam();
  const bool italic = std::string_view(own) == "sr";
  EXPECT_NE(glyphs(settings(letters, own, italic), letters),
            glyphs(settings(letters, other, italic), letters))
      << own;
}

// The face has no forms for Polish or Dutch.
constexpr Row kForms[] = {
    {"en", "ş", "ro"}, {"en", "ţ", "ro"}, {"ru", "б", "sr"}, {"ru", "т", "sr"}, {"en", "l·l", "ca"},
};
INSTANTIATE_TEST_SUITE_P(Shaping, LanguageSystems, testing::ValuesIn(kForms));

// The features that styles and elements ask for change what they are for, in the script of the
// word.
struct FeatureRow {
  const char* feature;
  const char* letters;
};
class FaceFeatures : public testing::TestWithParam<FeatureRow> {};

TEST_P(FaceFeatures, CoverTheirLetters) {
  Shaper shaper(library());
  ShapeSettings s = settings("x", "en");
  s.script = 0;  // as the word has it
  EXPECT_TRUE(shaper.feature_covers(s, GetParam().feature, GetParam().letters));
}

// Small capitals are Latin alone: Greek and Cyrillic ones are capitals made smaller.
constexpr FeatureRow kFeatures[] = {{"smcp", "rail"}, {"c2sc", "TUC"}, {"onum", "34579"},
                                    {"frac", "3/4"},  {"sups", "123"}, {"subs", "123"},
                                    {"zero", "0"}};
INSTANTIATE_TEST_SUITE_P(Shaping, FaceFeatures, testing::ValuesIn(kFeatures));

TEST(Figures, OfTablesAreOfOneWidth) {
  Shaper shaper(library());
  const auto width = [&](const char* feature, const char* figure) {
    ShapeSettings s = settings("x", "en");
    s.features = {feature, "lnum"};
    return shaper.shape(s, figure).parts[0].advance;
  };
  EXPECT_EQ(width("tnum", "1"), width("tnum", "8"));
  EXPECT_LT(width("pnum", "1"), width("pnum", "8"));
}

}  // namespace
}  // namespace forme
