#include "makeup/report_overfull.h"

#include <gmock/gmock.h>

#include "makeup/items.h"
#include "paragraph/hyphenator.h"
#include "paragraph/set_text.h"

namespace forme {
namespace {

TEST(ReportOverfull, ALineThatCannotFitIsToldOnceWithThePlaceOfItsText) {
  const auto disk = make_disk_file_system();
  const FontLibrary fonts =
      *FontLibrary::open(*disk, std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml", "noto");
  const HyphenationDictionaries dictionaries{*disk};
  TextSetter setter(fonts, dictionaries);
  Issue issue;
  issue.articles.emplace_back();
  issue.articles[0].leaves.emplace_back();
  Text& text = issue.articles[0].leaves[0].text;
  text.utf8 = "an incomprehensibility b";
  text.spans = {{SpanKind::Emphasis, 8, 12, ""}};  // three runs on the line
  text.language = "und";
  text.where = {"weekly-7/articles/one.xml", 12, 5};

  DisplayPage page;
  page.folio = 3;
  append_lines(page.items, setter.set(text, TextStyle(), {40_pt, {}, {}}), TextStyle(), Length(),
               Length(), Owner{1, 0, 0});
  Diagnostics told;
  report_overfull({page}, issue, " of the handout", told);
  ASSERT_EQ(told.all().size(), 1U);
  EXPECT_EQ(told.all()[0].severity, Severity::Warning);
  EXPECT_EQ(told.all()[0].where, text.where);
  EXPECT_THAT(told.all()[0].message,
              testing::HasSubstr("on page 3 of the handout is wider than its measure"));

  Diagnostics nothing;
  DisplayPage wide;
  append_lines(wide.items, setter.set(text, TextStyle(), {400_pt, {}, {}}), TextStyle(), Length(),
               Length(), Owner{1, 0, 0});
  report_overfull({wide}, issue, "", nothing);
  EXPECT_TRUE(nothing.all().empty());
}

}  // namespace
}  // namespace forme
