#include <gtest/gtest.h>

#include "style/grammar.h"
#include "support/schema_judge.h"

namespace forme {
namespace {

class StyleSchema : public testing::TestWithParam<const char*> {
 protected:
  static XmlGrammar grammar(const std::string& root) {
    return root == "layout" ? make_layout_grammar() : make_press_grammar();
  }
  SchemaJudge judge_{GetParam(), grammar(GetParam())};
};

TEST_P(StyleSchema, AndReaderTakeWhatIsShipped) {
  judge_.expect_accepted(judge_.documents("layouts"));
}

TEST_P(StyleSchema, AndReaderAgreeOnChangedDocuments) {
  judge_.expect_agreement_on_changes(judge_.documents("layouts"), 240);
}

INSTANTIATE_TEST_SUITE_P(Style, StyleSchema, testing::Values("layout", "press"),
                         [](const auto& root) { return std::string(root.param); });

}  // namespace
}  // namespace forme
