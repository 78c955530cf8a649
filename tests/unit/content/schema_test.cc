#include <gtest/gtest.h>

#include "content/article_grammar.h"
#include "manifest/grammar.h"
#include "support/schema_judge.h"

namespace forme {
namespace {

class Schema : public testing::TestWithParam<const char*> {
 protected:
  static XmlGrammar grammar(const std::string& root) {
    if (root == "issue") return make_issue_grammar();
    return root == "paper" ? make_paper_grammar() : make_article_grammar();
  }
  SchemaJudge judge_{GetParam(), grammar(GetParam())};
};

TEST_P(Schema, AndReaderTakeEverySample) {
  judge_.expect_accepted(judge_.documents("issues"));
}

TEST_P(Schema, AndReaderTakeAllThatTheVocabularyHas) {
  judge_.expect_accepted(judge_.documents("tests/good"));
}

TEST_P(Schema, AndReaderAgreeOnBrokenDocuments) {
  const std::vector<std::string> files = judge_.documents("tests/bad");
  EXPECT_LT(judge_.expect_agreement(files), static_cast<int>(files.size()));
}

TEST_P(Schema, AndReaderAgreeOnChangedDocuments) {
  judge_.expect_agreement_on_changes(judge_.documents("tests/good"), 240);
}

INSTANTIATE_TEST_SUITE_P(Content, Schema, testing::Values("issue", "paper", "article"),
                         [](const auto& root) { return std::string(root.param); });

}  // namespace
}  // namespace forme
