#include "paragraph/hyphenator.h"

#include <gmock/gmock.h>
#include <hyphen.h>

#include "base/utf8.h"
#include "support/memory_file_system.h"

namespace forme {
namespace {

const std::string kFolder = "/usr/share/hyphen";

class HyphenatorTest : public testing::Test {
 protected:
  std::string divide(std::string_view language, std::string_view word, int left = 3,
                     int right = 3) {
    std::string out;
    std::size_t at = 0;
    for (const std::uint16_t point : hyphenator.points(language, word, left, right)) {
      out += std::string(word.substr(at, point - at)) + "-";
      at = point;
    }
    return out + std::string(word.substr(at));
  }
  std::unique_ptr<FileSystem> disk = make_disk_file_system();
  HyphenationDictionaries dictionaries{*disk};
  Hyphenator hyphenator{dictionaries};
};

TEST_F(HyphenatorTest, FollowsTheLanguage) {
  EXPECT_EQ(divide("en-GB", "newspaper"), "news-pa-per");
  EXPECT_EQ(divide("en-US", "typography", 2, 2), "ty-pog-ra-phy");
  EXPECT_EQ(divide("de", "Zeitungsverlag"), "Zei-tungs-ver-lag");
  EXPECT_EQ(divide("de-AT", "Druckmaschine", 2, 2), "Druck-ma-schi-ne");
  EXPECT_EQ(divide("fr", "imprimerie"), "impri-me-rie");
}

TEST_F(HyphenatorTest, AWholeWordOfTheGermanFileOverrulesItsParts) {
  EXPECT_EQ(divide("de", "Farbe", 2, 2), "Far-be");
  EXPECT_EQ(divide("de", "Europa", 2, 2), "Eu-ro-pa");
}

TEST_F(HyphenatorTest, KeepsTheLettersAtBothEnds) {
  EXPECT_EQ(divide("de", "Zeitung", 2, 2), "Zei-tung");
  EXPECT_EQ(divide("de", "Zeitung", 4, 2), "Zeitung");
  EXPECT_EQ(divide("de", "Zeitung", 3, 5), "Zeitung");
}

TEST_F(HyphenatorTest, CountsLettersAndNotBytesOrMarks) {
  EXPECT_EQ(divide("de", "Übergröße", 3, 3), "Über-größe");
  EXPECT_EQ(divide("de", "Übergröße", 5, 3), "Übergröße");
}

TEST_F(HyphenatorTest, CapitalsDivideAsSmallLettersDo) {
  EXPECT_EQ(divide("en-GB", "NEWSPAPER"), "NEWS-PA-PER");
}

TEST_F(HyphenatorTest, AnUnknownLanguageDividesNothingAndSaysNothing) {
  EXPECT_EQ(divide("ar", "newspaper"), "newspaper");
  EXPECT_EQ(divide("", "newspaper"), "newspaper");
  EXPECT_TRUE(hyphenator.take_diagnostics().all().empty());
}

TEST_F(HyphenatorTest, MarksOnTheirOwnAreAsGoodAsLettersWithThem) {
  EXPECT_EQ(divide("de", "U\u0308bergro\u0308ße", 3, 3), "U\u0308ber-gro\u0308ße");
}

TEST_F(HyphenatorTest, DividesInEveryLanguageThatDebianHas) {
  EXPECT_EQ(divide("af", "onafhanklik", 2, 2), "on-af-hank-lik");
  EXPECT_EQ(divide("bg", "независимост", 2, 2), "не-за-ви-си-мост");
  EXPECT_EQ(divide("ca", "independència", 2, 2), "in-de-pen-dèn-cia");
  EXPECT_EQ(divide("cs", "nezávislost", 2, 2), "ne-zá-vis-lost");
  EXPECT_EQ(divide("da", "bogtrykker", 3, 2), "bog-tryk-ker");
  EXPECT_EQ(divide("el", "τυπογραφία", 2, 2), "τυ-πο-γρα-φία");
  EXPECT_EQ(divide("hu", "függetlenség", 2, 2), "füg-get-len-ség");
  EXPECT_EQ(divide("nb", "selvstendighet", 3, 3), "selv-sten-dig-het");
  EXPECT_EQ(divide("no", "selvstendighet", 3, 3), "selv-sten-dig-het");
  EXPECT_EQ(divide("pt-BR", "independência", 2, 2), "in-de-pen-dên-cia");
  EXPECT_EQ(divide("ro", "tipografie", 2, 2), "ti-po-gra-fie");
  EXPECT_EQ(divide("sk", "nezávislosť", 2, 3), "ne-zá-vis-losť");
  EXPECT_EQ(divide("sl", "neodvisnost", 2, 2), "ne-od-vi-snost");
  EXPECT_EQ(divide("sr", "независност", 2, 2), "не-за-ви-сност");
  EXPECT_EQ(divide("sr-Latn-RS", "nezavisnost", 2, 2), "ne-za-vi-snost");
  EXPECT_EQ(divide("sv", "självständighet"), "själv-stän-dig-het");
}

TEST_F(HyphenatorTest, ADutchTremaIsNotLeftAtTheHeadOfALine) {
  EXPECT_EQ(divide("nl", "coëfficiënt", 2, 2), "coëf-fi-ciënt");
}

TEST(HyphenatorWithExceptions, TheyWinOverThePatterns) {
  const auto disk = make_disk_file_system();
  Diagnostics none;
  HyphenationExceptions exceptions;
  exceptions.add_file("[en-GB]\nnew-spaper Leeds\n[en]\nta-ble new-sp-aper", "x", none);
  const HyphenationDictionaries dictionaries(*disk, exceptions);
  Hyphenator hyphenator(dictionaries);
  using testing::ElementsAre;
  EXPECT_THAT(hyphenator.points("en-GB", "Newspaper", 3, 3), ElementsAre(3));
  EXPECT_THAT(hyphenator.points("en-GB", "table", 2, 2), ElementsAre(2));
  EXPECT_THAT(hyphenator.points("en-GB", "table", 3, 3), ElementsAre());
  EXPECT_THAT(hyphenator.points("en-US", "newspaper", 2, 2), ElementsAre(3, 5));
  EXPECT_THAT(hyphenator.points("en-GB", "editorial", 3, 3), ElementsAre(4, 6));
  EXPECT_TRUE(none.all().empty());
}

TEST(HyphenatorWithoutFiles, NamesThePackageOnce) {
  MemoryFileSystem empty;
  HyphenationDictionaries dictionaries(empty);
  Hyphenator hyphenator(dictionaries);
  EXPECT_TRUE(hyphenator.points("de", "Zeitung", 3, 3).empty());
  EXPECT_TRUE(hyphenator.points("de", "Verlag", 3, 3).empty());
  const Diagnostics told = hyphenator.take_diagnostics();
  ASSERT_EQ(told.all().size(), 1U);
  EXPECT_THAT(told.all()[0].hint, testing::HasSubstr("hyphen-de"));
}

TEST(HyphenatorWithoutFiles, NamesThePackageOfTheRegionAndMakesDoWithAnother) {
  const auto disk = make_disk_file_system();
  MemoryFileSystem files;
  files.put(kFolder + "/hyph_en_GB.dic", *disk->read(kFolder + "/hyph_en_GB.dic", 1 << 24));
  HyphenationDictionaries dictionaries(files);
  Hyphenator hyphenator(dictionaries);
  EXPECT_FALSE(hyphenator.points("en-US", "newspaper", 3, 3).empty());
  EXPECT_FALSE(hyphenator.points("en-IE", "newspaper", 3, 3).empty());
  const Diagnostics told = hyphenator.take_diagnostics();
  ASSERT_EQ(told.all().size(), 1U);
  EXPECT_THAT(told.all()[0].hint, testing::HasSubstr("hyphen-en-us"));
}

std::vector<std::size_t> divide(const HyphenationDictionary& dictionary, std::u32string_view word) {
  std::vector<std::size_t> divisions;
  dictionary.divide(word, divisions);
  return divisions;
}

TEST(HyphenationDictionary, OffersNoDivisionThatChangesTheSpelling) {
  const auto dictionary =
      HyphenationDictionary::parse("UTF-8\nLEFTHYPHENMIN 2\nschif1fahrt/ff=f,5,2\n1ten\n", false);
  ASSERT_TRUE(dictionary);
  EXPECT_TRUE(divide(*dictionary, U"schiffahrt").empty());
  EXPECT_THAT(divide(*dictionary, U"fahrten"), testing::ElementsAre(4));
}

TEST(HyphenationDictionary, SurvivesAnyBytes) {
  for (const std::string bytes :
       {"", "\n", "UTF-8", "UTF-8\n/\n/,\n1/a,9,9\n....\n", "X\n1a\xFF\n"})
    if (const auto dictionary = HyphenationDictionary::parse(bytes, true))
      divide(*dictionary, U"abc.d");
}

// libhyphen's own loader makes the same automaton as ours does without joining.
// (The German file passes too, but takes libhyphen seconds; the French one makes it leak.)
class AgainstLibhyphen : public testing::TestWithParam<const char*> {};

TEST_P(AgainstLibhyphen, DividesEveryPatternOfTheFileAlike) {
  const std::string path = kFolder + "/" + GetParam();
  HyphenDict* reference = hnj_hyphen_load(path.c_str());
  ASSERT_NE(reference, nullptr);
  const auto disk = make_disk_file_system();
  const std::string bytes = *disk->read(path, 1 << 24);
  const auto ours = HyphenationDictionary::parse(bytes, false);
  ASSERT_TRUE(ours);
  // The patterns' letters, two by two, are words with much to divide.
  std::vector<std::string> stems;
  for (std::size_t at = bytes.find('\n'); at < bytes.size() && stems.size() < 3000;) {
    std::string stem;
    for (++at; at < bytes.size() && bytes[at] != '\n'; ++at)
      if (static_cast<unsigned char>(bytes[at]) >= 'a') stem += bytes[at];
    if (stem.size() > 1 && stem.size() < 40 && is_valid_utf8(stem)) stems.push_back(stem);
  }
  int divided = 0;
  for (std::size_t i = 0; i + 1 < stems.size(); ++i) {
    const std::string word = stems[i] + stems[(i * 7919) % stems.size()];
    std::u32string letters;
    for (std::size_t at = 0; at < word.size();) {
      const DecodedChar c = decode_utf8(word, at);
      letters += c.value;
      at += c.length;
    }
    if (reference->utf8 == 0 && letters.size() != word.size()) continue;
    std::vector<char> hyphens(word.size() + 5);
    char** rep = nullptr;
    int *pos = nullptr, *cut = nullptr;
    hnj_hyphen_hyphenate2(reference, word.c_str(), static_cast<int>(word.size()), hyphens.data(),
                          nullptr, &rep, &pos, &cut);
    std::vector<std::size_t> expected;
    for (std::size_t c = 0; c + 1 < letters.size(); ++c)
      if ((hyphens[c] & 1) && !(rep && rep[c])) expected.push_back(c + 1);
    for (std::size_t c = 0; rep && c < word.size(); ++c) free(rep[c]);
    free(rep);
    free(pos);
    free(cut);
    ASSERT_EQ(divide(*ours, letters), expected) << word;
    divided += expected.empty() ? 0 : 1;
  }
  EXPECT_GT(divided, 20);
  hnj_hyphen_free(reference);
}

INSTANTIATE_TEST_SUITE_P(Files, AgainstLibhyphen,
                         testing::Values("hyph_en_GB.dic", "hyph_en_US.dic", "hyph_es_ES.dic",
                                         "hyph_it_IT.dic", "hyph_nl_NL.dic", "hyph_pl_PL.dic",
                                         "hyph_pt_PT.dic", "hyph_uk_UA.dic", "hyph_sv_SE.dic",
                                         "hyph_hu_HU.dic", "hyph_cs_CZ.dic"));

TEST_F(HyphenatorTest, DividesWhereAFileLeavesItsPatternsUnjoined) {
  EXPECT_EQ(divide("ru", "типография", 2, 2), "ти-по-гра-фия");
  EXPECT_EQ(divide("it", "stampare", 2, 2), "stam-pa-re");
  EXPECT_EQ(divide("uk", "друкарня", 2, 2), "дру-ка-р-ня");
  EXPECT_EQ(divide("ta", "பத்திரிகை", 1, 1), "பத்-தி-ரி-கை");
  EXPECT_EQ(divide("hi", "अखबार", 1, 1), "अख-बार");
}

}  // namespace
}  // namespace forme
