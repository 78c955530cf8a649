#include "paragraph/word_division.h"

#include <gmock/gmock.h>

#include <map>

namespace forme {
namespace {

class WordDivision : public testing::Test {
 protected:
  // The text with its divisions, each with its cost.
  std::string divide(std::string_view text, const std::string& language, bool hyphenate = true) {
    ParagraphText paragraph;
    paragraph.utf8 = text;
    StyledRun run;
    run.last = static_cast<std::uint32_t>(text.size());
    run.shape.language = language;
    paragraph.runs.push_back(run);
    for (std::size_t at = 0; at < text.size();) {
      const bool space = text[at] == ' ';
      const std::size_t end = space ? at + 1 : std::min(text.find(' ', at), text.size());
      Piece piece;
      piece.kind = space ? Piece::Kind::Space : Piece::Kind::Word;
      piece.first = static_cast<std::uint32_t>(at);
      piece.last = static_cast<std::uint32_t>(end);
      const auto number = static_cast<std::uint32_t>(words.size());
      const auto [word, fresh] =
          words.try_emplace({language, std::string(text.substr(at, end - at))});
      if (fresh) word->second.number = number;
      piece.word = &word->second;
      paragraph.pieces.push_back(piece);
      at = end;
    }
    BreakSettings settings;
    settings.hyphenate = hyphenate;
    std::string out;
    std::size_t at = 0;
    for (const Candidate& c :
         divider.candidates(paragraph, breaker.find(text, language), settings)) {
      if (!c.inserts_hyphen) continue;
      out += std::string(text.substr(at, c.at - at)) + "(" + std::to_string(c.penalty) + ")";
      at = c.at;
    }
    return out + std::string(text.substr(at));
  }
  static inline const std::unique_ptr<FileSystem> disk = make_disk_file_system();
  static inline const HyphenationDictionaries dictionaries{*disk};
  Hyphenator hyphenator{dictionaries};
  LineBreaker breaker;
  std::map<std::pair<std::string, std::string>, ShapedWord> words;  // by language and letters
  WordDivider divider{hyphenator};                                  // remembers the words of a test
};

TEST_F(WordDivision, ANameIsDearerThanAWord) {
  EXPECT_EQ(divide("in garamond by", "en-GB"), "in gara(50)mond by");
  EXPECT_EQ(divide("in Garamond by", "en-GB"), "in Gara(90)mond by");
}

TEST_F(WordDivision, ACapitalThatOpensASentenceMakesNoName) {
  EXPECT_EQ(divide("Newspaper", "en-GB"), "News(50)pa(50)per");
  EXPECT_EQ(divide("end. “Newspaper", "en-GB"), "end. “News(50)pa(50)per");
  EXPECT_EQ(divide("end.” (Newspaper", "en-GB"), "end.” (News(50)pa(50)per");
  EXPECT_EQ(divide("by J. Newspaper", "en-GB"), "by J. News(90)pa(90)per");
}

TEST_F(WordDivision, AWordThatIsKnownIsJudgedByWhereItStands) {
  EXPECT_EQ(divide("Newspaper", "en-GB"), "News(50)pa(50)per");
  EXPECT_EQ(divide("by Newspaper", "en-GB"), "by News(90)pa(90)per");
  EXPECT_EQ(divide("Newspaper", "en-GB"), "News(50)pa(50)per");
  EXPECT_EQ(divide("Newspaper", "de"), "Newspa(50)per");
}

TEST_F(WordDivision, GermanNounsAreNoNames) {
  EXPECT_EQ(divide("die Zeitung", "de"), "die Zei(50)tung");
}

TEST_F(WordDivision, AnAcronymIsDividedOnlyWhereNothingElseWillDo) {
  EXPECT_EQ(divide("of UNESCO is", "en-GB"), "of UNESCO is");
  EXPECT_EQ(divide("a NEWSPAPER is", "en-GB"), "a NEWS(350)PA(350)PER is");
}

TEST_F(WordDivision, AWordAtItsHyphenFirst) {
  EXPECT_EQ(divide("a well-balanced one", "en-GB"), "a well-bal(130)anced one");
}

TEST_F(WordDivision, ASoftHyphenIsTheOnlyDivisionOfItsWord) {
  EXPECT_EQ(divide("a news\u00ADpaper is", "en-GB"), "a news\u00AD(40)paper is");
  EXPECT_EQ(divide("a news\u00ADpaper is", "en-GB", false), "a news\u00AD(340)paper is");
}

TEST_F(WordDivision, NoAddressAndNoFigureIsDivided) {
  for (const char* whole : {"see https://courier.example/newspaper", "to editor@newspaper.example",
                            "www.newspaper.example", "a newspaper2016 is"})
    EXPECT_EQ(divide(whole, "en-GB"), whole);
}

TEST_F(WordDivision, AStyleThatDividesNothingGetsNone) {
  EXPECT_EQ(divide("a newspaper", "en-GB", false), "a newspaper");
}

}  // namespace
}  // namespace forme
