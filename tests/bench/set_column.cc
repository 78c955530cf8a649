// Sets paragraphs in one column and writes them as a PDF, for tools/compare-setting: the real
// setter and the real writer, with nothing of make-up between them.
//
//     set_column LAYOUT STYLE TEXT LANGUAGE MEASURE_MM SIZE_PT LEADING_PT OUT.pdf
//
// TEXT has one paragraph a line. Overfull lines and all that the setter objects to go to standard
// error; a count of lines and of overfull lines to standard output.

#include <fmt/format.h>

#include <cstdio>
#include <sstream>

#include "base/number.h"
#include "makeup/items.h"
#include "paragraph/hyphenator.h"
#include "paragraph/set_text.h"
#include "pdf/write_pdf.h"
#include "style/layout.h"

namespace forme {
namespace {

constexpr std::size_t kLinesOfAPage = 60;
constexpr Length kMargin = 30_pt;
constexpr std::size_t kMostBytes = 1 << 24;

struct Order {
  std::string layout, style, text, language;
  Length measure, size, leading;
  std::string out;
};

// What went wrong, as one line; empty when nothing did.
std::string told(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics.all())
    all += fmt::format("{}:{}: {}\n", d.where.file, d.where.line, d.message);
  return all;
}

std::vector<Text> paragraphs_of(const std::string& bytes, const Order& order) {
  std::vector<Text> paragraphs;
  std::istringstream in(bytes);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    Text text;
    text.utf8 = line;
    text.language = order.language;
    text.where = {order.text, ++number, 1};
    paragraphs.push_back(std::move(text));
  }
  return paragraphs;
}

std::vector<DisplayPage> pages_of(const std::vector<Line>& lines, const Order& order) {
  std::vector<DisplayPage> pages;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % kLinesOfAPage == 0) {
      DisplayPage page;
      page.folio = static_cast<int>(pages.size()) + 1;
      page.trim = {order.measure + kMargin * 2,
                   order.leading * static_cast<int>(kLinesOfAPage) + kMargin * 2};
      pages.push_back(std::move(page));
    }
    const Length y = kMargin + order.leading * static_cast<int>(i % kLinesOfAPage + 1);
    append_line(pages.back().items, lines[i], kMargin, y, Owner{});
  }
  return pages;
}

int set_column(const Order& order) {
  const auto disk = make_disk_file_system();
  Diagnostics diagnostics;
  const auto layout = read_layout(*disk, order.layout, diagnostics);
  const auto bytes = disk->read(order.text, kMostBytes);
  const std::string catalogue = std::string(FORME_SOURCE_DIR) + "/fonts/fonts.xml";
  if (!layout || !bytes || !layout->styles.contains(order.style)) {
    std::fputs("set_column: no such layout, style or text\n", stderr);
    return 1;
  }
  const auto fonts = FontLibrary::open(*disk, catalogue, layout->font_set);
  if (!fonts) return 1;
  TextStyle style = layout->style(order.style);
  style.size = order.size;
  style.leading = order.leading;
  style.first_indent = Length();

  TextSetter setter(*fonts);
  std::vector<Line> lines;
  int overfull = 0;
  for (const Text& text : paragraphs_of(*bytes, order)) {
    for (Line& line : setter.set(text, style, {order.measure, {}, {}})) {
      overfull += line.overfull ? 1 : 0;
      lines.push_back(std::move(line));
    }
  }
  std::fputs(told(setter.take_diagnostics()).c_str(), stderr);
  PdfSettings settings;
  settings.language = order.language;
  settings.creation_date = "D:20160224000000Z";
  settings.tags = settings.links = settings.bookmarks = false;
  PdfDocument document{pages_of(lines, order), {}, {}};
  document.structure.nodes.emplace_back();
  const auto pdf = write_pdf(document, settings, *fonts, layout->palette, {});
  if (!pdf || !disk->write(order.out, *pdf)) return 1;
  std::fputs(fmt::format("{} lines, {} overfull\n", lines.size(), overfull).c_str(), stdout);
  return 0;
}

}  // namespace
}  // namespace forme

int main(int argc, char** argv) {
  if (argc != 9) {
    std::fputs("set_column LAYOUT STYLE TEXT LANGUAGE MEASURE_MM SIZE_PT LEADING_PT OUT.pdf\n",
               stderr);
    return 2;
  }
  using forme::Length;
  const auto number = [&](int i) { return forme::parse_double(argv[i]).value_or(0); };
  return forme::set_column({argv[1], argv[2], argv[3], argv[4], Length::from_mm(number(5)),
                            Length::from_pt(number(6)), Length::from_pt(number(7)), argv[8]});
}
