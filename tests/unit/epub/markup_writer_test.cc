#include "epub/markup_writer.h"

#include <gmock/gmock.h>

namespace forme {
namespace {

TEST(MarkupWriter, EscapesMarkupInTextAndValues) {
  MarkupWriter out("");
  out.element("p", {{"title", "a\"<&>\n\tb"}}, "1 < 2 & \"3\" > 2");
  EXPECT_EQ(out.take(),
            "<p title=\"a&quot;&lt;&amp;&gt;&#10;&#9;b\">1 &lt; 2 &amp; \"3\" &gt; 2</p>");
}

TEST(MarkupWriter, ReplacesWhatXmlForbids) {
  EXPECT_EQ(escape_markup(std::string_view("a\0b\x1F\xC3", 5), false),
            "a\uFFFD"
            "b\uFFFD\uFFFD");
  EXPECT_EQ(escape_markup("\xEF\xBF\xBE", false), "\uFFFD");  // U+FFFE
  EXPECT_EQ(escape_markup("\r", false), "&#13;");
}

TEST(MarkupWriter, ClosesElementsInTheOrderTheyOpened) {
  MarkupWriter out("<?xml?>");
  out.open("a");
  out.open("b");
  out.empty("c");
  out.close();
  out.text("t");
  out.close();
  EXPECT_EQ(out.take(), "<?xml?><a><b><c/></b>t</a>");
}

}  // namespace
}  // namespace forme
