#include "base/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/xml_access.h"

namespace forme {
namespace {

using testing::HasSubstr;

XmlElement parsed(const std::string& text) {
  auto result = parse_xml(text, "t.xml");
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : to_text(result.failure()));
  return result.ok() ? *result : XmlElement{};
}

struct Bad {
  const char* what;
  std::string text;
  int line, column;
  const char* word;
};

class BadXml : public testing::TestWithParam<Bad> {};

TEST_P(BadXml, IsRefusedWhereItIsWrong) {
  const auto result = parse_xml(GetParam().text, "t.xml");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.failure().where, (Location{"t.xml", GetParam().line, GetParam().column}))
      << result.failure().message;
  EXPECT_THAT(result.failure().message, HasSubstr(GetParam().word));
}

std::string nested(int depth) {
  std::string text;
  for (int i = 0; i < depth; ++i) text += "<a>";
  for (int i = 0; i < depth; ++i) text += "</a>";
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    Xml, BadXml,
    testing::Values(
        Bad{"Empty", "", 1, 1, "no element"}, Bad{"TextAlone", "words", 1, 1, "before the root"},
        Bad{"NotUtf8", "<a>\n\xE9</a>", 2, 1, "0xE9"},
        Bad{"Overlong", "<a>\xC0\x80</a>", 1, 4, "UTF-8"},
        Bad{"Surrogate", "<a>\xED\xA0\x80</a>", 1, 4, "UTF-8"},
        Bad{"Utf16", std::string("\xFF\xFE<\0a\0/\0>\0", 10), 1, 1, "UTF-8"},
        Bad{"Latin1Declared", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", 1, 21, "8859"},
        Bad{"Version11", "<?xml version=\"1.1\"?><a/>", 1, 7, "1.0"},
        Bad{"LateDeclaration", "\n<?xml version=\"1.0\"?><a/>", 2, 1, "first thing"},
        Bad{"Nul", std::string("<a>\0</a>", 8), 1, 4, "U+0000"},
        Bad{"Control", "<a>é\x01</a>", 1, 5, "U+0001"},
        Bad{"NoCharacter", "<a>\xEF\xBF\xBF</a>", 1, 4, "U+FFFF"},
        Bad{"NulReference", "<a>x&#0;y</a>", 1, 5, "&#0;"},
        Bad{"SurrogateReference", "<a>&#xD800;</a>", 1, 4, "&#xD800;"},
        Bad{"EndlessReference", "<a>&#x100000000000000041;</a>", 1, 4, "not a character"},
        Bad{"EmptyReference", "<a>&#;</a>", 1, 4, "not a character"},
        Bad{"ControlReferenceInAttribute", "<a b='&#1;'/>", 1, 7, "&#1;"},
        Bad{"UnknownEntity", "<a>&nbsp;</a>", 1, 4, "&nbsp;"},
        Bad{"LoneAmpersand", "<a>fish & chips;</a>", 1, 9, "ampersand"},
        Bad{"Doctype", "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 2, 1,
            "DOCTYPE"},
        Bad{"DeclarationInside", "<a><!ENTITY b 'c'></a>", 1, 4, "declaration"},
        Bad{"AttributeTwice", "<a>\n  <b c='1' d='2' c='3'/></a>", 2, 18, "twice"},
        Bad{"AttributeUnquoted", "<a b=c/>", 1, 5, "quotes"},
        Bad{"AttributeWithoutValue", "<a b/>", 1, 5, "no value"},
        Bad{"AttributeUnclosed", "<a b='c/>", 1, 5, "never closed"},
        Bad{"AttributesTouch", "<a b='1'c='2'/>", 1, 9, "malformed"},
        Bad{"AngleInAttribute", "<a b='x<y'/>", 1, 8, "value of b"},
        Bad{"WrongEndTag", "<a>\n<b>\n</a></b>", 3, 1, "does not close <b>"},
        Bad{"NeverClosed", "<a>\n<b>\n", 2, 1, "<b> is never closed"},
        Bad{"TagNeverClosed", "<a", 1, 1, "never closed"},
        Bad{"StrayAngle", "<a>1 < 2</a>", 1, 6, "begins no element"},
        Bad{"BadName", "<1a/>", 1, 1, "begins no element"},
        Bad{"TwoRoots", "<a/>\n<b/>", 2, 1, "more than one"},
        Bad{"TextAfterRoot", "<a/>x", 1, 5, "after the root"},
        Bad{"CommentUnclosed", "<a><!-- x</a>", 1, 4, "comment"},
        Bad{"CommentWithDashes", "<a><!-- x -- y --></a>", 1, 11, "--"},
        Bad{"CdataUnclosed", "<a><![CDATA[x</a>", 1, 4, "CDATA"},
        Bad{"CdataEndInText", "<a>x]]>y</a>", 1, 5, "]]>"},
        Bad{"InstructionUnclosed", "<a><?p x</a>", 1, 4, "instruction"},
        Bad{"TooDeep", nested(65), 1, 193, "64 deep"}),
    [](const auto& bad) { return bad.param.what; });

TEST(Xml, SixtyFourDeepIsStillRead) {
  EXPECT_TRUE(parse_xml(nested(64), "t.xml").ok());
}

TEST(Xml, AFileOfMoreThanAMillionAttributesIsRefused) {
  std::string text = "<a>";
  for (int i = 0; i < 334000; ++i) text += "<b c='' d=''/>";
  const auto result = parse_xml(text + "</a>", "t.xml");
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.failure().message, HasSubstr("more than"));
}

TEST(Xml, ElementsAndAttributesKnowTheirPlaceInCodePoints) {
  const XmlElement root =
      parsed("<?xml version='1.0'?>\n<a>\n  é<b\n   c='&amp;&amp;' d='2'/>\n</a>");
  const XmlElement& b = *child(root, "b");
  EXPECT_EQ(b.line, 3);
  EXPECT_EQ(b.column, 4);
  EXPECT_EQ(b.attributes[0].line, 4);
  EXPECT_EQ(b.attributes[0].column, 4);
  EXPECT_EQ(b.attributes[1].column, 19);
}

TEST(Xml, AByteOrderMarkTakesNoColumn) {
  EXPECT_EQ(parsed("\xEF\xBB\xBF<a/>").column, 1);
  const auto bad = parse_xml("\xEF\xBB\xBF<a>&x;</a>", "t.xml");
  EXPECT_EQ(bad.failure().where.column, 4);
}

TEST(Xml, EntitiesAndCharacterReferencesAreResolved) {
  EXPECT_EQ(folded_text(parsed("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x2014;</a>")), "<>&\"'A—");
}

TEST(Xml, WhiteSpaceInTextStaysAndLineEndsAreLineFeeds) {
  const XmlElement root = parsed("<a> x\r\n y\r</a>");
  EXPECT_EQ(std::get<XmlText>(root.children.front()).value, " x\n y\n");
}

TEST(Xml, LineEndsInAttributesAreBlanksButReferencesStay) {
  EXPECT_EQ(parsed("<a b='x\r\ny\tz&#10;'/>").attribute("b")->value, "x y z\n");
}

TEST(Xml, ACommentOrCdataDoesNotCutText) {
  const XmlElement root = parsed("<a>one<!-- c --> two<![CDATA[ <3>]]><?p?>!</a>");
  ASSERT_EQ(root.children.size(), 1u);
  EXPECT_EQ(std::get<XmlText>(root.children.front()).value, "one two <3>!");
}

TEST(Xml, NamesMayBeOfAnyScript) {
  EXPECT_EQ(parsed("<தமிழ்/>").name, "தமிழ்");
}

TEST(Xml, FoldedTextHasSingleBlanksAndNoneAtTheEnds) {
  EXPECT_EQ(folded_text(parsed("<a>\n  one <b> two</b>\n three\t</a>")), "one two three");
}

}  // namespace
}  // namespace forme
