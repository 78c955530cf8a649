#include "font/catalogue.h"

#include <gmock/gmock.h>

#include "support/schema_judge.h"

namespace forme {
namespace {

constexpr const char* kPackage =
    R"(<package id="p" folder="/fonts" licence="OFL" copyright="/doc/p/copyright"/>)";

std::string document(const std::string& inside) {
  return "<fonts version=\"1\">" + std::string(kPackage) + inside + "</fonts>";
}

std::string family(const std::string& faces) {
  return R"(<family id="f" name="F" kind="serif" package="p">)" + faces + "</family>";
}

TEST(Catalogue, KeepsFacesInTheOrderOfTheFile) {
  const auto read =
      read_font_catalogue(document(family(R"(<face file="A.ttf" weight="400" width="normal"/>
                         <face file="B.ttf" weight="700" width="condensed" italic="true"/>)")),
                          "fonts.xml");
  ASSERT_TRUE(read.ok()) << read.failure().message;
  ASSERT_EQ(read->faces.size(), 2U);
  EXPECT_EQ(read->path(read->faces[0]), "/fonts/A.ttf");
  EXPECT_EQ(read->faces[1].weight, 700);
  EXPECT_EQ(read->faces[1].width, "condensed");
  EXPECT_TRUE(read->faces[1].italic);
}

struct Mistake {
  const char* inside;
  const char* message;
  int line;
};
class CatalogueMistake : public testing::TestWithParam<Mistake> {};

TEST_P(CatalogueMistake, IsToldWithItsLine) {
  const auto read = read_font_catalogue(document(GetParam().inside), "fonts.xml");
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.failure().message, testing::HasSubstr(GetParam().message));
  EXPECT_EQ(read.failure().where.file, "fonts.xml");
  EXPECT_EQ(read.failure().where.line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    All, CatalogueMistake,
    testing::Values(Mistake{"<font/>", "<font>", 1},
                    Mistake{R"(<family id="f" name="F" kind="serif" package="p"/>)", "<face>", 1},
                    Mistake{R"(<family id="f" name="F" kind="serif" package="q">
                   <face file="A" weight="400" width="normal"/></family>)",
                            "There is no package \"q\"", 1},
                    Mistake{R"(<family id="f" name="F" kind="serif">
                   <face file="A" weight="400" width="normal"/></family>)",
                            "There is no package \"\"", 1},
                    Mistake{R"(<set id="s"><role id="text" family="none"/></set>)",
                            "There is no family \"none\"", 1},
                    Mistake{R"(<set id="s"/>
                   <set id="s"/>)",
                            "The set \"s\" stands twice", 2},
                    Mistake{R"(<family id="f" name="F" kind="serif" package="p">
                   <face file="../A" weight="400" width="normal"/></family>)",
                            "../A", 2},
                    Mistake{R"(<family id="f" name="F" kind="serif" package="p">
                   <face file="A" weight="heavy" width="normal"/></family>)",
                            "heavy", 2},
                    Mistake{R"(<family id="f" name="F" kind="serif" package="p">
                   <face file="A" weight="400" width="wide"/></family>)",
                            "wide", 2}));

TEST(Catalogue, ReadsItsElementsInAnyOrder) {
  EXPECT_TRUE(read_font_catalogue(
                  "<fonts version=\"1\"><set id=\"s\"><role id=\"text\" family=\"f\"/></set>" +
                      family(R"(<face file="A.ttf" weight="400" width="normal"/>)") + kPackage +
                      "</fonts>",
                  "fonts.xml")
                  .ok());
}

TEST(Catalogue, AgreesWithItsSchema) {
  const SchemaJudge judge("fonts", make_font_grammar());
  const std::vector<std::string> shipped = judge.documents("fonts");
  judge.expect_accepted(shipped);
  judge.expect_agreement_on_changes(shipped, 240);
}

FontCatalogue styles() {
  const char* faces = R"(<face file="n400" weight="400" width="normal"/>
    <face file="n400i" weight="400" width="normal" italic="true"/>
    <face file="n700" weight="700" width="normal"/>
    <face file="c600" weight="600" width="condensed"/>
    <face file="x900" weight="900" width="extra-condensed"/>)";
  return *read_font_catalogue(document(family(faces)), "fonts.xml");
}

std::string nearest(int weight, const char* width, bool italic) {
  const FontCatalogue catalogue = styles();
  return catalogue.faces[nearest_face(catalogue, 0, weight, width, italic)].file;
}

TEST(NearestFace, PrefersItalicOverWidthAndWeight) {
  EXPECT_EQ(nearest(900, "extra-condensed", true), "n400i");
}
TEST(NearestFace, PrefersWidthOverWeight) {
  EXPECT_EQ(nearest(400, "condensed", false), "c600");
  EXPECT_EQ(nearest(400, "extra-condensed", false), "x900");
}
TEST(NearestFace, TakesTheNearestWeightOfTheWidth) {
  EXPECT_EQ(nearest(800, "normal", false), "n700");
  EXPECT_EQ(nearest(500, "normal", false), "n400");
}

}  // namespace
}  // namespace forme
