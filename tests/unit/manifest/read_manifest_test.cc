#include "manifest/read_manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "manifest/read_paper.h"
#include "support/memory_file_system.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Reading {
  Manifest manifest;
  Paper paper;
  std::string said;
};

Reading read(MemoryFileSystem& files, const std::string& attributes, const std::string& rest) {
  files.put("/c/i/a.xml", "");
  files.put("/c/i/issue.xml", R"(<issue version="1" publicationName="The Test" number="7" )"
                              R"(coverDate="2016-02-24")" +
                                  attributes + R"(><articles><article src="a.xml"/></articles>)" +
                                  rest + "</issue>");
  const auto tree = SourceTree::open(files, "/c/i");
  Diagnostics diagnostics;
  Reading out;
  out.manifest = read_manifest(*tree, diagnostics).value_or(Manifest());
  out.paper = read_paper(*tree, out.manifest, diagnostics);
  for (const Diagnostic& d : diagnostics.all()) out.said += to_text(d);
  return out;
}

Reading read(const std::string& attributes, const std::string& rest = "") {
  MemoryFileSystem files;
  files.put("/c/i/fair.svg", "");
  return read(files, attributes, rest);
}

TEST(Manifest, WhatIsLeftOutHasItsDefault) {
  const Reading r = read("");
  EXPECT_EQ(r.said, "");
  EXPECT_EQ(r.manifest.slug, "the-test");
  EXPECT_EQ(r.manifest.language, "en-GB");
  EXPECT_EQ(r.manifest.layout, "tabloid");
  EXPECT_EQ(r.manifest.press, "");
  EXPECT_EQ(r.manifest.edition, 1);
  EXPECT_EQ(r.manifest.flatplan.pages, 0);
  EXPECT_EQ(r.manifest.articles[0].source, "/c/i/a.xml");
  EXPECT_EQ(r.paper.title, "The Test");
  EXPECT_EQ(r.paper.source, "");
}

TEST(Manifest, ReadsTheFlatplan) {
  const Reading r = read("",
                         "<flatplan pages='8'><page folio='1' section='News' kind='front'>"
                         "<place article='a' slot='lead' jumpTo='5'/><auto articles=' b  c'/>"
                         "</page><page folio='6-7' spread='true' sent='true'/></flatplan>");
  EXPECT_EQ(r.said, "");
  const auto& pages = r.manifest.flatplan.list;
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].places[0].slot, "lead");
  EXPECT_EQ(pages[0].places[0].jump_to, 5);
  EXPECT_THAT(pages[0].autos, ElementsAre("b", "c"));
  EXPECT_EQ(pages[1].first, 6);
  EXPECT_EQ(pages[1].last, 7);
  EXPECT_TRUE(pages[1].spread && pages[1].sent);
}

TEST(Manifest, ReadsAdvertsAndPromos) {
  const Reading r =
      read("",
           "<adverts><advert id='f' src='fair.svg' alt='A fair' columns='2' depth='85mm' page='3' "
           "position='head-right' fit='scale' house='true' keepApart='k'/></adverts>"
           "<promos><promo article='a' src='fair.svg' focus='0.25 0.75'><headline>H</headline>"
           "<p>One.</p><p>Two.</p></promo></promos>");
  EXPECT_EQ(r.said, "");
  const Advert& advert = r.manifest.adverts.at(0);
  EXPECT_EQ(advert.depth, 85_mm);
  EXPECT_EQ(advert.position, AdvertPosition::HeadRight);
  EXPECT_TRUE(advert.scale && advert.house);
  EXPECT_EQ(advert.keep_apart, "k");
  EXPECT_EQ(r.manifest.promos.at(0).focus_y, 0.75);
  EXPECT_EQ(r.manifest.promos.at(0).text, "One. Two.");
}

TEST(Manifest, AWrongIssnOrAnAdvertWithoutAltIsAWarning) {
  const Reading r = read(" issn='1234-5678'",
                         "<adverts><advert id='f' src='fair.svg' position='full'/></adverts>");
  EXPECT_THAT(r.said, HasSubstr("warning: the check digit of the ISSN 1234-5678 is wrong"));
  EXPECT_THAT(r.said, HasSubstr("warning: the advert has no alt text"));
}

TEST(Manifest, AnIssnMayEndInX) {
  EXPECT_EQ(read(" issn='0000-006X'").said, "");
}

TEST(Manifest, APathMayReachTheCollectionButAnAdvertOnlyTheIssue) {
  MemoryFileSystem files;
  files.put("/c/shared/paper.xml", "<paper version='1'/>");
  files.put("/c/shared/press.xml", "");
  files.put("/c/shared/look/layout.xml", "");
  files.put("/c/shared/fair.svg", "");
  const Reading r = read(files,
                         " paper='../shared/paper.xml' layout='../shared/look' "
                         "press='../shared/press.xml'",
                         "<adverts><advert id='f' src='../shared/fair.svg' alt='A fair' "
                         "position='full'/></adverts>");
  EXPECT_EQ(r.manifest.paper, "/c/shared/paper.xml");
  EXPECT_EQ(r.manifest.layout, "../shared/look");
  EXPECT_EQ(r.manifest.press, "../shared/press.xml");
  EXPECT_THAT(r.said, HasSubstr("\"../shared/fair.svg\" leaves the issue's folder"));
}

TEST(Paper, ReadsWhatStaysTheSame) {
  MemoryFileSystem files;
  files.put("/c/i/paper.xml",
            "<paper version='1' name='N' rights='R'><masthead><title>T</title><motto>M</motto>"
            "</masthead><ears><ear article='a'><headline>H</headline><p>P</p></ear></ears>"
            "<imprint><p>One </p><p>Two</p></imprint><contacts><contact kind='phone' label='L'>1"
            "</contact></contacts><calls><panel id='join'><headline>J</headline><p>Do</p>"
            "<qr href='https://a.example/'><caption>C</caption></qr></panel></calls>"
            "<sections><section id='News' colour='red'/></sections>"
            "<people><person id='ed' name='E' role='Editor'/></people>"
            "<series><series id='s' title='S'/></series><keywords><group label='G'>"
            "<keyword id='k' label='K' alt=' x; ;y '/></group></keywords></paper>");
  const Reading r = read(files, " paper='paper.xml'", "");
  EXPECT_EQ(r.said, "");
  EXPECT_EQ(r.paper.title, "T");
  EXPECT_EQ(r.paper.motto, "M");
  EXPECT_EQ(r.paper.ears.at(0).text, "P");
  EXPECT_THAT(r.paper.imprint, ElementsAre("One", "Two"));
  EXPECT_EQ(r.paper.contacts.at(0).value, "1");
  EXPECT_EQ(r.paper.calls.at(0).href, "https://a.example/");
  ASSERT_NE(r.paper.section("News"), nullptr);
  EXPECT_EQ(r.paper.section("News")->title, "News");
  EXPECT_EQ(r.paper.section("Arts"), nullptr);
  EXPECT_EQ(r.paper.people.at(0).role, "Editor");
  EXPECT_EQ(r.paper.series.at(0).title, "S");
  ASSERT_NE(r.paper.keyword("k"), nullptr);
  EXPECT_THAT(r.paper.keyword("k")->alternatives, ElementsAre("x", "y"));
}

}  // namespace
}  // namespace forme
