#include "shaping/shaper.h"

#include <gmock/gmock.h>

#include <set>

#include "shaping/itemizer.h"
#include "shaping/word_cache.h"

namespace forme {
namespace {

class ShaperTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    disk = make_disk_file_system().release();
    auto opened =
        FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
    fonts = new FontLibrary(*std::move(opened));
  }
  static void TearDownTestSuite() {
    delete fonts;
    delete disk;
  }

  ShapeSettings settings(std::vector<std::string> features = {}, const char* language = "en") {
    ShapeSettings s;
    s.face = *fonts->find({"text", 400, false, "condensed"});
    s.features = std::move(features);
    s.language = language;
    s.script = pack_script("Latn");
    return s;
  }
  // File of each part with the clusters of its glyphs, in visual order.
  std::string shape(const ShapeSettings& s, std::string_view word) {
    Shaper shaper(*fonts);
    std::string out;
    for (const ShapedPart& part : shaper.shape(s, word).parts) {
      if (!out.empty()) out += " | ";
      const std::string& file = fonts->face(part.face).file();
      out += file.substr(0, file.find('-')) + ":";
      for (const ShapedGlyph& glyph : part.glyphs) out += " " + std::to_string(glyph.cluster);
    }
    return out;
  }

  static FileSystem* disk;
  static FontLibrary* fonts;
};
FileSystem* ShaperTest::disk = nullptr;
FontLibrary* ShaperTest::fonts = nullptr;

TEST_F(ShaperTest, LigaturesAreOneGlyph) {
  EXPECT_EQ(shape(settings(), "office"), "NotoSerif: 0 1 4 5");
}
TEST_F(ShaperTest, LigaturesCanBeOff) {
  EXPECT_EQ(shape(settings({"-liga"}), "office"), "NotoSerif: 0 1 2 3 4 5");
}
TEST_F(ShaperTest, WelshComposesFromMarks) {
  EXPECT_EQ(shape(settings(), "w\u0302y\u0302"), "NotoSerif: 0 3");
  EXPECT_EQ(shape(settings(), "\u0175\u0177"), "NotoSerif: 0 2");
}
TEST_F(ShaperTest, StackedMarksOfVietnameseAreCovered) {
  EXPECT_EQ(shape(settings(), "Việt"), "NotoSerif: 0 1 2 5");
}
TEST_F(ShaperTest, GreekAndCyrillicNeedNoFallback) {
  EXPECT_EQ(shape(settings(), "λόγος"), "NotoSerif: 0 2 4 6 8");
  EXPECT_EQ(shape(settings(), "мир"), "NotoSerif: 0 2 4");
}
TEST_F(ShaperTest, TamilFallsBackByClusters) {
  ShapeSettings s = settings({}, "ta");
  s.script = pack_script("Taml");
  EXPECT_EQ(shape(s, "தமிழ்"), "NotoSerifTamil: 0 3 3 9 9");
}
TEST_F(ShaperTest, ArabicIsInVisualOrder) {
  ShapeSettings s = settings({}, "ar");
  s.script = pack_script("Arab");
  s.right_to_left = true;
  EXPECT_EQ(shape(s, "بيت"), "NotoNaskhArabic: 4 2 0");
}
TEST_F(ShaperTest, UrduIsSetInNastaliq) {
  ShapeSettings s = settings({}, "ur");
  s.script = pack_script("Arab");
  s.right_to_left = true;
  EXPECT_THAT(shape(s, "اردو"), testing::StartsWith("NotoNastaliqUrdu:"));
}
TEST_F(ShaperTest, AWordOfTwoScriptsHasTwoParts) {
  EXPECT_EQ(shape(settings(), "A☞B"), "NotoSerif: 0 | NotoSansSymbols2: 1 | NotoSerif: 4");
}
TEST_F(ShaperTest, SoftHyphensAreNotSeen) {
  EXPECT_EQ(shape(settings(), "a\u00ADb"), "NotoSerif: 0 3");
}
TEST_F(ShaperTest, ThinSpacesNeedNoGlyphOfTheirOwn) {
  EXPECT_THAT(shape(settings(), "5\u202F%"), testing::StartsWith("NotoSerif: 0 1 4"));
}

TEST_F(ShaperTest, AClusterThatNoFaceHasIsOneBoxAndIsTold) {
  Shaper shaper(*fonts);
  const std::string_view clusters[] = {
      "\U0001F98A",                                  // a fox
      "\U0001F468\u200D\U0001F469\u200D\U0001F467",  // a family
      "\U0001F44D\U0001F3FD",                        // a thumb with a skin tone
      "\U0001F1EC\U0001F1E7",                        // a flag
      "\U00013000",                                  // a hieroglyph
  };
  for (const std::string_view cluster : clusters) {
    const ShapedWord word = shaper.shape(settings(), "a" + std::string(cluster) + "b");
    ASSERT_EQ(word.parts.size(), 3U) << cluster;
    const ShapedPart& box = word.parts[1];
    ASSERT_EQ(box.glyphs.size(), 1U) << cluster;
    EXPECT_GT(box.glyphs[0].advance, 0);
    EXPECT_EQ(box.glyphs[0].id, fonts->face(box.face).glyph(U'\u25AF'));
    EXPECT_GT(fonts->face(box.face).extents(box.glyphs[0].id).width, 0);
    ASSERT_EQ(word.missing.size(), 1U) << cluster;
    EXPECT_EQ(word.missing[0].first, 1U);
    EXPECT_EQ(word.missing[0].last, 1 + cluster.size());
  }
}

TEST_F(ShaperTest, KerningNarrowsAPair) {
  Shaper shaper(*fonts);
  const auto width = [&](const ShapeSettings& s) { return shaper.shape(s, "To").parts[0].advance; };
  EXPECT_LT(width(settings()), width(settings({"-kern"})));
}

TEST_F(ShaperTest, AWordIsSafeToBreakOnlyWhereItsPartsShapeAlike) {
  Shaper shaper(*fonts);
  for (const std::string word : {"Tomorrow", "office", "AVAILABLE", "newspaper"}) {
    const ShapedWord whole = shaper.shape(settings(), word);
    for (const ShapedGlyph& glyph : whole.parts[0].glyphs) {
      if (glyph.cluster == 0 || !glyph.safe_to_break) continue;
      const auto head = shaper.shape(settings(), word.substr(0, glyph.cluster));
      const auto tail = shaper.shape(settings(), word.substr(glyph.cluster));
      EXPECT_EQ(head.parts[0].advance + tail.parts[0].advance, whole.parts[0].advance)
          << word << " at " << glyph.cluster;
    }
  }
}

TEST_F(ShaperTest, TheFontHasSmallCapitalsButNoSuperiorLetters) {
  Shaper shaper(*fonts);
  EXPECT_TRUE(shaper.feature_covers(settings(), "smcp", "abc"));
  EXPECT_TRUE(shaper.feature_covers(settings(), "sups", "12"));
  EXPECT_FALSE(shaper.feature_covers(settings(), "sups", "2th"));
}

TEST_F(ShaperTest, CapitalsCanStandForSmallLetters) {
  Shaper shaper(*fonts);
  ShapeSettings s = settings();
  s.as_capitals = true;
  const ShapedWord small = shaper.shape(s, "straße"), large = shaper.shape(settings(), "STRA");
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_EQ(small.parts[0].glyphs[i].id, large.parts[0].glyphs[i].id);
  EXPECT_EQ(small.parts[0].glyphs.back().cluster, 6U);
}

TEST_F(ShaperTest, TheCacheShapesAWordOnce) {
  WordCache cache(*fonts);
  const SettingsId plain = cache.intern(settings()), off = cache.intern(settings({"-liga"}));
  EXPECT_EQ(plain, cache.intern(settings()));
  const ShapedWord* first = &cache.shape(plain, "office");
  for (int i = 0; i < 1000; ++i) cache.shape(plain, "word" + std::to_string(i));
  EXPECT_EQ(first, &cache.shape(plain, "office"));
  EXPECT_NE(first->parts[0].glyphs.size(), cache.shape(off, "office").parts[0].glyphs.size());
}

}  // namespace
}  // namespace forme
