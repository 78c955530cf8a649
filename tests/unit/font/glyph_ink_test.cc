#include "font/glyph_ink.h"

#include <gtest/gtest.h>

#include "font/font_library.h"

namespace forme {
namespace {

class GlyphInk : public testing::Test {
 protected:
  static inline const std::unique_ptr<FileSystem> disk = make_disk_file_system();
  static inline const FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  const Face& face = fonts.face(*fonts.find({"headline", 700, false, "extra-condensed"}));

  InkSpan of(char32_t c, double low, double high) const {
    return ink_between(face, face.glyph(c), static_cast<int>(low * face.cap_height()),
                       static_cast<int>(high * face.cap_height()));
  }
};

TEST_F(GlyphInk, IsTheExtentsOverTheWholeHeight) {
  for (const char32_t c : {U'A', U'L', U'O', U'T', U'g', U'“'}) {
    const InkSpan ink = of(c, -2, 2);
    const Face::Extents box = face.extents(face.glyph(c));
    ASSERT_FALSE(ink.empty);
    EXPECT_NEAR(ink.left, box.x_bearing, 2);
    EXPECT_NEAR(ink.right, box.x_bearing + box.width, 2);
  }
}

TEST_F(GlyphInk, FollowsTheOutline) {
  EXPECT_LT(of(U'A', 0.9, 1).right, of(U'A', 0, 0.1).right);
  EXPECT_GT(of(U'V', 0.9, 1).right, of(U'V', 0, 0.1).right);
  EXPECT_GT(of(U'T', 0.9, 1).right, of(U'T', 0.4, 0.5).right);
  EXPECT_LT(of(U'L', 0.5, 0.6).right, of(U'L', 0, 0.1).right);
}

TEST_F(GlyphInk, IsEmptyWhereThereIsNone) {
  EXPECT_TRUE(of(U'H', -0.5, -0.2).empty);
  EXPECT_TRUE(of(U'H', 1.1, 1.5).empty);
  EXPECT_TRUE(of(U' ', -2, 2).empty);
}

}  // namespace
}  // namespace forme
