#include "makeup/lifted_quotes.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>

#include "makeup/leg_faults.h"
#include "makeup/set_pull_quote.h"
#include "makeup/story.h"
#include "unit/makeup/set_article.h"

namespace forme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kGood[] = "Every printer in the town had a hand press in the cellar by then.";
constexpr char kGoodLifted[] = "Every printer in the town had a hand press in the cellar by then";

// Copy whose first and last sentence are none of those.
std::string amid(const std::string& body) {
  return "<p>Ink is dear.</p>" + body + "<p>Ink is dear.</p>";
}
std::vector<std::string> lifted(const std::string& body, const std::string& attributes = "") {
  const SetArticle set(amid(body), attributes);
  SentenceBreaker breaker;
  std::vector<std::string> out;
  for (const LiftedSentence& s : sentences_to_lift(set.article(), breaker))
    out.push_back(s.words.utf8);
  return out;
}
std::string paragraph(const std::string& words) {
  return "<p>" + words + "</p>";
}

TEST(SentencesToLift, AreWholeAndNeitherShortNorLong) {
  EXPECT_THAT(lifted(paragraph(std::string("Ink is dear. ") + kGood + " A wheel")),
              ElementsAre(kGoodLifted));
  std::string long_one = "Printers";
  for (int i = 0; i < 20; ++i) long_one += " and printers";
  EXPECT_THAT(lifted(paragraph(long_one + ".")), IsEmpty());
}

TEST(SentencesToLift, AskWhatTheyAsk) {
  const std::string asked = "Could every printer in the town have had a press in the cellar?";
  EXPECT_THAT(lifted(paragraph(asked)), ElementsAre(asked));
}

TEST(SentencesToLift, SayWhereInTheCopyTheyBegin) {
  const std::string rest(std::string(kGood).size(), 'x');
  const SetArticle set(paragraph(rest) + paragraph(std::string(kGood) + " " + kGood));
  SentenceBreaker breaker;
  const auto found = sentences_to_lift(set.article(), breaker);
  ASSERT_EQ(found.size(), 1U);
  const auto length = static_cast<double>(rest.size());
  EXPECT_NEAR(found[0].at, length / (3 * length + 1), 1e-9);
}

TEST(SentencesToLift, DoNotEndInWhatMayBeAnAbbreviation) {
  for (const char* end : {"Gov", "Prof", "no", "B"})
    EXPECT_THAT(lifted(paragraph("Every press of the town was bought by the well known " +
                                 std::string(end) + ".")),
                IsEmpty())
        << end;
}

TEST(SentencesToLift, DoNotPointBack) {
  for (const char* words : {"They had a hand press in the cellar of every house in the town.",
                            "But every printer had a hand press in the cellar of his house.",
                            "Secondly, every printer of the town had a press in the cellar.",
                            "Every printer of the town gave him a press for the whole cellar.",
                            "Until then a train had the right of way because of the gates.",
                            "In this way every printer came to have a press in his cellar."})
    EXPECT_THAT(lifted(paragraph(words)), IsEmpty()) << words;
  EXPECT_THAT(lifted(paragraph("Sie hatten in jedem Haus der Stadt eine Presse im Keller."),
                     R"( xml:lang="de")"),
              IsEmpty());
  EXPECT_THAT(lifted(paragraph("Alle Drucker der Stadt hatten eine Presse im Keller stehen."),
                     R"( xml:lang="de")"),
              testing::SizeIs(1));
}

TEST(SentencesToLift, DoWorseWithAPronounLaterOn) {
  const auto fit = [](const std::string& words) {
    const SetArticle set(amid(paragraph("Ink is dear. " + words)));
    SentenceBreaker breaker;
    const auto found = sentences_to_lift(set.article(), breaker);
    return found.size() == 1 ? found[0].fit : std::nan("");
  };
  EXPECT_NEAR(fit("The printers of the town call it the night mail to the old north."),
              fit("The printers of the town call us the night mail to the old north.") + 0.5, 1e-9);
}

TEST(SentencesToLift, AreNoneOfALanguageWhoseWordsThatPointBackAreNotKnown) {
  EXPECT_THAT(lifted(paragraph("Každý tiskař ve městě měl tehdy ve sklepě ruční lis."),
                     R"( xml:lang="cs")"),
              IsEmpty());
}

TEST(SentencesToLift, AreNoRestsOfSentencesAfterAnAbbreviationOrAnOrdinal) {
  for (const char* words :
       {"Ink is dear. The press came to St. Mary's Hospital in the town for all the printers.",
        "The gates were shut at 7 p.m. Every printer of the town was in the cellar by then."})
    EXPECT_THAT(lifted(paragraph(words)), IsEmpty()) << words;
  EXPECT_THAT(lifted(paragraph("Am 24. Dezember stand jede Presse der Stadt im Keller still."),
                     R"( xml:lang="de")"),
              IsEmpty());
  EXPECT_THAT(lifted(paragraph("The gates were shut in 1854. " + std::string(kGood))),
              ElementsAre(kGoodLifted));
}

TEST(SentencesToLift, SpeechLosesItsMarksAndNothingIsLeftOpen) {
  EXPECT_THAT(lifted(paragraph("“We are not going back to the hand press on any day.”")),
              ElementsAre("We are not going back to the hand press on any day"));
  EXPECT_THAT(lifted(paragraph("“Nobody here goes back to the hand press,” said the whole house.")),
              IsEmpty());
  EXPECT_THAT(
      lifted(paragraph("The hand press (there was one in every cellar of the town) is gone.")),
      IsEmpty());
}

TEST(SentencesToLift, KeepTheirEmphasisAndNoLinkAndNoNote) {
  const SetArticle set(amid(paragraph(
      R"(Every <em>printer</em> in <a href="https://example.org/">the town</a> had a press then.)")));
  SentenceBreaker breaker;
  const auto found = sentences_to_lift(set.article(), breaker);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].words.spans.size(), 1U);
  EXPECT_EQ(found[0].words.spans[0].kind, SpanKind::Emphasis);
  EXPECT_EQ(found[0].words.utf8.substr(found[0].words.spans[0].first, 7), "printer");
  EXPECT_THAT(lifted(paragraph("Every printer in the town had a press<footnote>Or two.</footnote> "
                               "in the cellar by then.")),
              IsEmpty());
}

TEST(SentencesToLift, AreNoAddressesAndNothingThatTheHeadSays) {
  EXPECT_THAT(lifted(paragraph("All printers of the town may write to courier.example/hot-metal.")),
              IsEmpty());
  const std::string good(kGood);
  for (const std::string& head :
       {"<headline>Presses</headline><standfirst>" + good + " Two are left.</standfirst>",
        "<headline>every printer in the town had a hand press</headline>" + std::string(),
        "<headline>Presses</headline><headline alt=\"short\">" + good + "</headline>"}) {
    MemoryIssue parts;
    parts.body = amid(paragraph(kGood));
    parts.head = head;
    const SetArticle set(std::move(parts));
    SentenceBreaker breaker;
    EXPECT_THAT(sentences_to_lift(set.article(), breaker), IsEmpty()) << head;
  }
}

TEST(SentencesToLift, AreNotTheFirstNorTheLastOfTheCopy) {
  const auto of = [](const std::string& body) {
    const SetArticle set(body);
    SentenceBreaker breaker;
    return sentences_to_lift(set.article(), breaker).size();
  };
  EXPECT_EQ(of(paragraph(kGood)), 0U);
  EXPECT_EQ(of(paragraph(kGood) + paragraph("Ink is dear.")), 0U);
  EXPECT_EQ(of(paragraph("Ink is dear.") + paragraph(kGood)), 0U);
  EXPECT_EQ(of(paragraph("Ink is dear. " + std::string(kGood) + " Ink is dear.")), 1U);
}

TEST(SentencesToLift, AreLiftedOnceInAStoryAndNotWhereAWriterDidSo) {
  constexpr char kOther[] = "Hardly a printer of the town was without a hand press in the cellar.";
  const auto article = [](const std::string& id, const std::string& body) {
    return "<article version=\"1\" id=\"" + id + "\"><headline>Presses</headline><body>" + body +
           "</body></article>";
  };
  MemoryIssue parts;
  parts.body = amid(paragraph(kGood) + paragraph(kGood));
  parts.files.put("/c/i/articles/b.xml", article("b", amid(paragraph(kGood) + paragraph(kOther))));
  parts.files.put("/c/i/articles/c.xml", article("c", amid("<pullquote>Ink is dear</pullquote>"
                                                           "<pullquote>" +
                                                           std::string(kOther) + "</pullquote>")));
  parts.more_articles = "<article src=\"articles/b.xml\"/><article src=\"articles/c.xml\"/>";
  const SetArticle set(std::move(parts));
  ASSERT_EQ(set.issue.articles.size(), 3U) << set.said;
  SentencesOfIssue sentences(set.issue);
  const auto taken = [&](std::uint32_t of) {
    std::vector<bool> all;
    for (const LiftedSentence& sentence : sentences.of(of)) all.push_back(sentence.taken);
    return all;
  };
  EXPECT_THAT(taken(0), ElementsAre(false, true));
  EXPECT_THAT(taken(1), ElementsAre(false, true)) << "a writer's";
}

TEST(SentencesToLift, AreOfWhatIsReadAsAWhole) {
  EXPECT_THAT(lifted(paragraph(kGood), R"( genre="feature")"), ElementsAre(kGoodLifted));
  EXPECT_THAT(lifted(paragraph(kGood), R"( genre="nib")"), IsEmpty());
  EXPECT_THAT(lifted(paragraph(kGood), R"( genre="filler")"), IsEmpty());
}

// A story with sentences of two lengths.
class LiftedQuotesOfAStory : public testing::Test {
 protected:
  LiftedQuotesOfAStory() : set_(parts()) {}
  static MemoryIssue parts() {
    MemoryIssue parts;
    for (const char* town : {"Bath", "Leeds", "York", "Hull", "Wells", "Ely", "Derby", "Ripon",
                             "Truro", "Exeter", "Lincoln", "Durham"}) {
      parts.body += paragraph(
          fmt::format("Every printer in {0} had a hand press. The iron of {0} came by water from "
                      "the forges of the valley. A good press of {0} outlived the man who bought "
                      "it and the man who sold it, and both of their sons, and the Sundays of all.",
                      town));
    }
    return parts;
  }
  static constexpr int kColumns = 6, kRows = 100;
  int lines_of(const Story& story, const LiftedQuote& quote) const {
    const Text words = plain_text(story.words_of(quote), "en");
    return lifted_quote_depth(set_.context(), words, set_.layout.grid.width(quote.columns)).lines;
  }
  // The ways to fill rectangles of `w` columns, with a quote or without, and their rows.
  std::vector<std::pair<int, ShapeChoice>> ways(int w, bool quote) const {
    const Story story(set_.context());
    std::vector<std::pair<int, ShapeChoice>> out;
    for (int h = 1; h <= kRows; ++h) {
      for (const ShapeChoice& choice : story.choices({}, w, h, kColumns, kRows))
        if (choice.variant.quote.any() == quote) out.emplace_back(h, choice);
    }
    return out;
  }

  SetArticle set_;
};

TEST_F(LiftedQuotesOfAStory, FillRoomForLessThanTheWhiteCosts) {
  std::map<std::pair<int, int>, double> least;  // by columns and rows, without
  const Story story(set_.context());
  for (int w = 1; w <= kColumns; ++w)
    for (const auto& [h, choice] : ways(w, false)) {
      auto [found, fresh] = least.try_emplace({w, h}, choice.cost);
      if (!fresh) found->second = std::min(found->second, choice.cost);
    }
  int wide = 0, narrow = 0;
  const ShapeTable shapes = story.shapes({}, kColumns, kRows);
  for (int w = 1; w <= kColumns; ++w)
    for (int h = 1; h <= kRows; ++h) {
      const ShapeChoice& best = shapes.at(w, h);
      if (!best.variant.quote.any()) continue;
      EXPECT_LT(best.cost, least.at({w, h}));
      EXPECT_GE(best.cost, 60);
      ++(best.variant.quote.columns == 2 ? wide : narrow);
      EXPECT_TRUE(best.variant.quote.columns == 1 ||
                  (w >= 3 && lines_of(story, best.variant.quote) <= 3));
    }
  EXPECT_GT(narrow, 0);
  EXPECT_GT(wide, 0);
}

TEST_F(LiftedQuotesOfAStory, StandInTheLegsWithCopyOverAndUnderThem) {
  const Story story(set_.context());
  int fitted = 0;
  for (int w = 1; w <= kColumns; ++w)
    for (const auto& [h, choice] : ways(w, true)) {
      const ComposedLeaf leaf = story.compose({}, w, h, choice.variant);
      const GridRect& quote = leaf.lifted;
      ASSERT_GT(quote.h, 0);
      EXPECT_EQ(quote.w, choice.variant.quote.columns);
      EXPECT_LE(quote.right(), w);
      int over = 0, under = 0;
      for (const FilledLeg& leg : leaf.spaces) {
        const LegSpace& s = leg.space;
        if (s.column < quote.x || s.column >= quote.right()) continue;
        over += s.row + s.rows <= quote.y && s.rows >= kLeastLeg;
        under += s.row >= quote.bottom() && s.rows >= kLeastLeg;
      }
      EXPECT_EQ(over, quote.w) << w << " x " << h;
      EXPECT_EQ(under, quote.w) << w << " x " << h;
      fitted += leaf.fits && leg_faults(leaf.spaces, false).uneven_feet == 0;
    }
  EXPECT_GT(fitted, 20);
}

// The cache of a story's ways knows nothing of what the editor asked.
TEST_F(LiftedQuotesOfAStory, AreNotWhereTheEditorAskedForAJump) {
  const Story story(set_.context());
  for (const bool asked : {false, true, false}) {
    StoryPart part;
    part.continued_on = 2, part.asked_to_jump = asked;
    bool lifts = false;
    for (int h = 1; h <= kRows; ++h)
      for (const ShapeChoice& choice : story.choices(part, 3, h, kColumns, kRows))
        lifts = lifts || choice.variant.quote.any();
    EXPECT_EQ(lifts, !asked);
  }
}

TEST_F(LiftedQuotesOfAStory, AreAsDeepAsIsSaidBeforeTheyAreSet) {
  SentenceBreaker breaker;
  const auto sentences = sentences_to_lift(set_.article(), breaker);
  ASSERT_GT(sentences.size(), 3U);
  for (const LiftedSentence& sentence : sentences)
    for (const int columns : {1, 2}) {
      const Length width = set_.layout.grid.width(columns);
      EXPECT_EQ(lifted_quote_depth(set_.context(), sentence.words, width).rows,
                set_lifted_quote(set_.context(), sentence.words, width).rows);
    }
}

TEST_F(LiftedQuotesOfAStory, AreNoPartOfTheCopy) {
  const Story story(set_.context());
  for (const auto& [h, choice] : ways(3, true)) {
    ComposedLeaf with = story.compose({}, 3, h, choice.variant);
    if (!with.fits) continue;
    std::map<LeafId, std::size_t> read;  // bytes of the copy
    std::string furniture;
    for (const GlyphItem& item : glyphs_in(with.items)) {
      if (item.text.leaf == kNoLeaf)
        furniture += item.run.text + " ";
      else
        read[item.text.leaf] += item.text.last - item.text.first;
    }
    for (const auto& [leaf, bytes] : read) EXPECT_LE(bytes, set_.article().text(leaf).utf8.size());
    const std::string words = story.words_of(choice.variant.quote);
    EXPECT_THAT(furniture, HasSubstr(words.substr(0, words.find(' '))));
    return;
  }
  FAIL() << "no quote fits";
}

TEST_F(LiftedQuotesOfAStory, AreTakenOutByTheirKnobAndWhereTheStoryJumps) {
  StoryPart jumping;
  jumping.continued_on = 2;
  const Story story(set_.context());
  for (int h = 1; h <= kRows; ++h)
    for (const ShapeChoice& choice : story.choices(jumping, 3, h, kColumns, kRows))
      EXPECT_FALSE(choice.variant.jumps && choice.variant.quote.any());
  set_.layout.lift_quotes = false;
  EXPECT_THAT(ways(3, true), IsEmpty());
  set_.layout.lift_quotes = true;
  set_.settings.knobs.lifted_quotes = false;
  EXPECT_THAT(ways(3, true), IsEmpty());
}

TEST_F(LiftedQuotesOfAStory, OfAPlanWhoseCopyIsAnotherNowAreLeftOut) {
  const Story story(set_.context());
  const auto all = ways(3, true);
  const auto fitting = std::find_if(all.begin(), all.end(), [&](const auto& way) {
    return story.compose({}, 3, way.first, way.second.variant).fits;
  });
  ASSERT_NE(fitting, all.end());
  const int h = fitting->first;
  LeafVariant gone = fitting->second.variant;
  gone.quote.sentence = 1000;
  EXPECT_EQ(story.words_of(gone.quote), "");
  const ComposedLeaf leaf = story.compose({}, 3, h, gone);
  EXPECT_TRUE(leaf.fits);
  EXPECT_EQ(leaf.lifted.h, 0);
  gone.quote = {0, 30};
  EXPECT_EQ(story.compose({}, 3, h, gone).lifted.h, 0) << "wider than the story";
}

TEST(LiftedQuotes, AreNotWhereTheWriterChoseOne) {
  std::string body;
  for (int i = 0; i < 10; ++i)
    body += paragraph("Ink is dear. " + std::string(kGood) +
                      " The iron came by water from the valley, and the paper by road.");
  const auto lifts = [](const std::string& copy) {
    const SetArticle set(copy);
    const Story story(set.context());
    for (int h = 1; h <= 100; ++h)
      for (const ShapeChoice& choice : story.choices({}, 1, h, 6, 100))
        if (choice.variant.quote.any()) return true;
    return false;
  };
  EXPECT_TRUE(lifts(body));
  EXPECT_FALSE(lifts(body + "<pullquote>Ink is dear.</pullquote>"));
}

}  // namespace
}  // namespace forme
