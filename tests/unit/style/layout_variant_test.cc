#include <gtest/gtest.h>

#include "style/layout.h"

namespace forme {
namespace {

class LayoutVariants : public testing::TestWithParam<const char*> {
 protected:
  LayoutVariants() {
    Diagnostics diagnostics;
    auto read =
        read_layout(*disk_, std::string(FORME_SOURCE_DIR) + "/layouts/" + GetParam(), diagnostics);
    EXPECT_TRUE(read.ok());
    layout_ = *std::move(read);
  }
  std::unique_ptr<FileSystem> disk_ = make_disk_file_system();
  Layout layout_;
};

TEST_P(LayoutVariants, GoByThePrimaryLanguage) {
  EXPECT_EQ(&layout_.in("en-GB"), &layout_);
  EXPECT_EQ(&layout_.in(""), &layout_);
  EXPECT_NE(&layout_.in("ur"), &layout_);
  EXPECT_EQ(&layout_.in("ur-PK"), &layout_.in("ur"));
  EXPECT_EQ(&layout_.in("fa"), &layout_.in("ar-EG"));
}

TEST_P(LayoutVariants, KeepLinesOfTheGridOnIt) {
  const Length row = layout_.grid.row;
  for (const char* language : {"ur", "ar", "ta", "hi"}) {
    for (const auto& [name, style] : layout_.in(language).styles) {
      const TextStyle& plain = layout_.style(name);
      if (plain.leading != row) continue;
      EXPECT_EQ(style.leading, row * style.grid_rows) << name;
      const Length drop = first_baseline(style) - first_baseline(plain);
      EXPECT_NEAR((drop - row * (style.grid_rows - 1)).pt(), 0, 0.001) << language << " " << name;
    }
  }
}

TEST_P(LayoutVariants, NastaliqTakesTwoRowsALine) {
  const Layout& urdu = layout_.in("ur");
  EXPECT_EQ(urdu.style("body").leading, layout_.grid.row * 2);
  EXPECT_EQ(urdu.headline_steps.back().rows, layout_.headline_steps.back().rows * 2);
  const Length display = layout_.style("body").size * 2;
  for (const HeadlineStep& step : urdu.headline_steps) {
    if (layout_.style(step.style).size < display) continue;
    EXPECT_LE(urdu.style(step.style).size * 2.0, urdu.style(step.style).leading) << step.style;
  }
}

INSTANTIATE_TEST_SUITE_P(Layouts, LayoutVariants,
                         testing::Values("tabloid", "berliner", "a4-newsletter", "handout"),
                         [](const auto& name) {
                           std::string word = name.param;
                           std::erase(word, '-');
                           return word;
                         });

}  // namespace
}  // namespace forme
