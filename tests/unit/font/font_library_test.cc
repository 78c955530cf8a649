#include "font/font_library.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "support/memory_file_system.h"

namespace forme {
namespace {

const std::string kCatalogue = std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml";

// A small catalogue in memory, with the bytes of the real faces.
class SmallCatalogue {
 public:
  SmallCatalogue() {
    disk_ = make_disk_file_system();
    memory.put("/paper/fonts.xml", R"(<fonts version="1">
      <package id="some-fonts" folder="/fonts" licence="OFL" copyright="/doc/copyright"/>
      <package id="other-fonts" folder="/other" licence="OFL" copyright="/doc/copyright"/>
      <family id="serif" name="Serif" kind="serif" package="some-fonts">
        <face file="A.ttf" weight="400" width="normal"/></family>
      <family id="other" name="Other" kind="serif" package="other-fonts">
        <face file="B.ttf" weight="400" width="normal"/></family>
      <set id="one"><role id="text" family="serif"/></set>
      <set id="two"><role id="text" family="other"/></set>
      <fallback/></fonts>)");
    const auto bytes = disk_->read("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", 1 << 24);
    memory.put("/fonts/A.ttf", *bytes);
    memory.put("/other/B.ttf", *bytes);
  }
  MemoryFileSystem memory;

 private:
  std::unique_ptr<FileSystem> disk_;
};

class FontLibraryTest : public testing::Test {
 protected:
  FontLibrary open(const std::string& set = "noto") {
    auto library = FontLibrary::open(disk, kCatalogue, set);
    if (!library) throw std::runtime_error(to_text(library.failure()));
    return *std::move(library);
  }
  std::string file(const FontLibrary& fonts, const FaceRequest& request) {
    const auto id = fonts.find(request);
    return id ? fonts.face(*id).file() : id.failure().message;
  }
  std::string fallback(const FontLibrary& fonts, const FaceRequest& request,
                       std::string_view cluster, std::string_view language = {}) {
    const auto id = fonts.fallback(*fonts.find(request), cluster, language);
    return id ? fonts.face(*id).file() : "none";
  }
  static inline const std::unique_ptr<FileSystem> disk_ = make_disk_file_system();
  const FileSystem& disk = *disk_;
};

TEST_F(FontLibraryTest, GivesEachRoleTheFaceOfTheArtDirection) {
  const FontLibrary fonts = open();
  EXPECT_EQ(file(fonts, {"text", 400, false, "condensed"}), "NotoSerif-Condensed.ttf");
  EXPECT_EQ(file(fonts, {"text", 400, true, "condensed"}), "NotoSerif-CondensedItalic.ttf");
  EXPECT_EQ(file(fonts, {"headline", 800, false, "extra-condensed"}),
            "NotoSerif-ExtraCondensedExtraBold.ttf");
  EXPECT_EQ(file(fonts, {"display", 900, false, "extra-condensed"}),
            "NotoSerifDisplay-ExtraCondensedBlack.ttf");
  EXPECT_EQ(file(fonts, {"sans", 700, false, "condensed"}), "NotoSans-CondensedBold.ttf");
}

TEST_F(FontLibraryTest, AnotherSetChangesTheFamiliesOfTheRoles) {
  const FontLibrary fonts = open("vollkorn");
  EXPECT_EQ(file(fonts, {"text", 400, false, "condensed"}), "Vollkorn-Regular.ttf");
  EXPECT_EQ(file(fonts, {"headline", 900, true, "extra-condensed"}), "Vollkorn-BlackItalic.ttf");
}

TEST_F(FontLibraryTest, AnUnknownSetIsAnErrorThatNamesTheSets) {
  const auto library = FontLibrary::open(disk, kCatalogue, "times");
  ASSERT_FALSE(library.ok());
  EXPECT_THAT(library.failure().hint, testing::HasSubstr("noto, vollkorn"));
}

TEST_F(FontLibraryTest, AnUnknownRoleIsAnError) {
  const FontLibrary fonts = open();
  EXPECT_FALSE(fonts.find({"script", 400, false, "normal"}).ok());
}

TEST(SmallCatalogueTest, AMissingFileNamesItsPackage) {
  SmallCatalogue small;
  (void)small.memory.remove_tree("/fonts/A.ttf");
  const auto library = FontLibrary::open(small.memory, "fonts.xml", "one");
  ASSERT_FALSE(library.ok());
  EXPECT_EQ(library.failure().cause, Cause::Surroundings);
  EXPECT_THAT(library.failure().message, testing::HasSubstr("A.ttf"));
  EXPECT_THAT(library.failure().hint, testing::HasSubstr("apt install some-fonts"));
}

TEST(SmallCatalogueTest, AFileOfAnotherSetMayBeMissing) {
  SmallCatalogue small;
  (void)small.memory.remove_tree("/other/B.ttf");
  EXPECT_TRUE(FontLibrary::open(small.memory, "fonts.xml", "one").ok());
  EXPECT_FALSE(FontLibrary::open(small.memory, "fonts.xml", "two").ok());
}

TEST(SmallCatalogueTest, AFileThatIsNoFontIsAnErrorAndNoCrash) {
  SmallCatalogue small;
  const std::string whole = *small.memory.read("/fonts/A.ttf", 1 << 24);
  for (const std::string& bytes :
       {std::string(), std::string("not a font"), whole.substr(0, 300)}) {
    small.memory.put("/fonts/A.ttf", bytes);
    const auto library = FontLibrary::open(small.memory, "fonts.xml", "one");
    ASSERT_TRUE(library.ok());
    const auto face = library->find({"text", 400, false, "normal"});
    ASSERT_FALSE(face.ok());
    EXPECT_EQ(face.failure().cause, Cause::Surroundings);
    EXPECT_THAT(face.failure().hint, testing::HasSubstr("some-fonts"));
  }
}

TEST_F(FontLibraryTest, FallbackIsByScriptLanguageKindAndWeight) {
  const FontLibrary fonts = open();
  const FaceRequest text{"text", 400, false, "condensed"}, bold{"text", 700, false, "normal"},
      sans{"sans", 400, false, "normal"};
  EXPECT_EQ(fallback(fonts, text, "த"), "NotoSerifTamil-Condensed.ttf");
  EXPECT_EQ(fallback(fonts, bold, "த"), "NotoSerifTamil-Bold.ttf");
  EXPECT_EQ(fallback(fonts, sans, "த"), "NotoSansTamil-Regular.ttf");
  EXPECT_EQ(fallback(fonts, text, "س", "ar"), "NotoNaskhArabic-Regular.ttf");
  EXPECT_EQ(fallback(fonts, text, "س", "ur-PK"), "NotoNastaliqUrdu-Regular.ttf");
  EXPECT_EQ(fallback(fonts, text, "ש"), "NotoSerifHebrew-Condensed.ttf");
  EXPECT_EQ(fallback(fonts, text, "ह"), "NotoSerifDevanagari-Condensed.ttf");
  EXPECT_EQ(fallback(fonts, text, "ব"), "NotoSerifBengali-Condensed.ttf");
  // An Arabic comma between Latin words, and a danda.
  EXPECT_EQ(fallback(fonts, text, "\u060C"), "NotoNaskhArabic-Regular.ttf");
  EXPECT_NE(fallback(fonts, text, "\u0964"), "none");
  EXPECT_EQ(fallback(fonts, text, "☞"), "NotoSansSymbols2-Regular.ttf");
  EXPECT_EQ(fallback(fonts, text, "∮"), "NotoSansMath-Regular.ttf");
}

TEST_F(FontLibraryTest, FallbackCoversTheWholeClusterOrIsNone) {
  const FontLibrary fonts = open();
  const FaceRequest text{"text", 400, false, "condensed"};
  EXPECT_EQ(fallback(fonts, text, "\U0001F98A"), "none");
  EXPECT_EQ(fallback(fonts, text, "த\U0001F98A"), "none");
}

TEST_F(FontLibraryTest, AFaceIsLoadedOnceForAllThreads) {
  const FontLibrary fonts = open();
  std::vector<const Face*> seen(8);
  std::vector<std::thread> threads;
  for (const Face*& face : seen)
    threads.emplace_back([&] {
      face = &fonts.face(*fonts.find({"text", 400, false, "condensed"}));
    });
  for (std::thread& thread : threads) thread.join();
  for (const Face* face : seen) EXPECT_EQ(face, seen.front());
}

TEST_F(FontLibraryTest, EachLicenceNamesItsFile) {
  const FontLibrary fonts = open();
  const auto id = fonts.find({"text", 400, false, "condensed"});
  const FontLibrary::Licence licence = fonts.licence_of(*id);
  EXPECT_EQ(licence.family, "Noto Serif");
  EXPECT_EQ(licence.package, "fonts-noto-extra");
  for (const FontLibrary::Licence& each : fonts.licences())
    EXPECT_EQ(disk.kind(each.file), FileSystem::Kind::File) << each.file;
}

TEST_F(FontLibraryTest, EveryPackageOfTheCatalogueIsInTheListOfPackages) {
  std::ifstream in(std::string(FORME_SOURCE_DIR) + "/tools/packages.txt");
  std::stringstream list;
  list << in.rdbuf();
  for (const char* set : {"noto", "vollkorn"})
    for (const FontLibrary::Licence& licence : open(set).licences())
      EXPECT_THAT(list.str(), testing::HasSubstr("\n" + licence.package + "\n"));
}

TEST_F(FontLibraryTest, MetricsAreThoseOfTheFile) {
  const FontLibrary fonts = open();
  const Face& face = fonts.face(*fonts.find({"text", 400, false, "condensed"}));
  EXPECT_EQ(face.units_per_em(), 1000);
  EXPECT_EQ(face.cap_height(), 714);
  EXPECT_EQ(face.x_height(), 536);
  EXPECT_GT(face.ascender(), 1000);
  EXPECT_LT(face.descender(), -200);
  EXPECT_FALSE(face.is_cff());
  EXPECT_EQ(face.glyph(U'\U0001F98A'), 0U);
  const std::uint32_t h = face.glyph(U'H');
  ASSERT_NE(h, 0U);
  EXPECT_GT(face.advance(h), 600);
  EXPECT_EQ(face.extents(h).y_bearing, 714);
  EXPECT_EQ(face.extents(h).height, -714);
  EXPECT_EQ(face.advance(1'000'000), 0);
}

}  // namespace
}  // namespace forme
