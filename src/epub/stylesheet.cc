#include "epub/stylesheet.h"

#include <fmt/format.h>

#include "epub/book_fonts.h"

namespace forme {

namespace {

// {text}, {headline} and {sans} are filled in by stylesheet().
constexpr std::string_view kRules = R"(
html { line-height: 1.4; }
body { font-family: {text}; margin: 0 4%; widows: 2; orphans: 2; }
h1, h2, h3, h4, h5, h6 {
  font-family: {headline}; line-height: 1.1; text-align: start; hyphens: none;
  -webkit-hyphens: none; -epub-hyphens: none; break-after: avoid; page-break-after: avoid;
}
h1 { font-size: 1.8em; margin: 0.2em 0 0.4em; }
h2 { font-size: 1.2em; margin: 1.2em 0 0.4em; }
h3, h4, h5, h6 { font-size: 1em; margin: 1em 0 0.3em; }
p { margin: 0; text-indent: 1.2em; hyphens: auto; -webkit-hyphens: auto; -epub-hyphens: auto; }
header + p, header + figure + p, h1 + p, h2 + p, h3 + p, h4 + p, figure + p, aside + p, table + p,
ul + p, ol + p, dl + p, blockquote + p, li > p, td > p, figcaption > p, .footnote > p, .qr > p,
.panel > p, .pullquote > p, header > p { text-indent: 0; }
article + article, article > section, article > aside { margin-top: 1em; }
header { margin-bottom: 1em; }
header > p, figcaption > p, caption, .credit, .label, .series, .rights, .note, .of {
  font-family: {sans}; text-indent: 0; hyphens: none; -webkit-hyphens: none; -epub-hyphens: none;
}
.kicker, .standfirst, .byline, .dateline { text-indent: 0; }
.kicker { font-size: 0.9em; font-weight: bold; margin: 0; }
.standfirst { font-size: 1.1em; line-height: 1.25; margin: 0 0 0.5em; }
.byline, .dateline { font-size: 0.85em; font-weight: bold; margin: 0; }
figure { margin: 1em 0; break-inside: avoid; page-break-inside: avoid; }
img { max-width: 100%; height: auto; }
figcaption, caption { font-size: 0.85em; line-height: 1.3; text-align: start; margin-top: 0.3em; }
.credit { font-size: 0.9em; }
blockquote { margin: 0.8em 1.2em; }
.panel { font-family: {sans}; font-size: 0.9em; border-top: 0.25em solid; padding: 0.5em 0; margin: 1.2em 0; }
.panel > p + p { margin-top: 0.5em; }
.pullquote {
  font-family: {headline}; font-size: 1.3em; line-height: 1.25; border-top: thin solid;
  border-bottom: thin solid; padding: 0.5em 0; margin: 1em 0;
}
.pullquote .by { font-family: {sans}; font-size: 0.65em; margin-top: 0.4em; }
.letter { margin: 1em 0; }
.signature { font-family: {sans}; font-weight: bold; text-indent: 0; margin-top: 0.3em; }
.place { font-family: {sans}; text-indent: 0; }
table { font-family: {sans}; font-size: 0.9em; border-collapse: collapse; margin: 1em 0; }
th, td { border-bottom: thin solid; padding: 0.3em 0.8em 0.3em 0; text-align: start; vertical-align: top; }
.end, .decimal { text-align: end; font-variant-numeric: lining-nums tabular-nums; }
.centre { text-align: center; }
dl.directory { font-family: {sans}; margin: 1em 0; }
dt { font-weight: bold; margin-top: 0.5em; }
dd { margin: 0; }
ul.contents { list-style: none; padding: 0; margin: 0.5em 0; }
ul.contents li { margin: 0 0 0.6em; }
ul.contents .standfirst { font-size: 0.9em; margin: 0; }
.footnote { font-size: 0.85em; border-top: thin solid; padding-top: 0.4em; }
.mark, sup, sub { font-size: 0.75em; line-height: 0; }
.sc { font-variant-caps: small-caps; }
.corrections, .related, .previously { border-top: thin solid; padding-top: 0.4em; }
.label, .of { font-weight: bold; margin: 0; }
.note, .series, .rights { font-size: 0.85em; margin-top: 0.8em; }
.cover { text-align: center; margin: 0; }
.cover img { max-height: 95vh; }
)";

std::string quoted(std::string_view family) {
  return fmt::format("\"{}\"", family);
}

std::string font_face(const BookFont& font) {
  return fmt::format(
      "@font-face {{ font-family: \"{}\"; font-style: {}; font-weight: {}; src: url(\"../{}\"); "
      "}}\n",
      font.family, font.italic ? "italic" : "normal", font.bold ? "bold" : "normal", font.file);
}

// The family, then the faces for scripts that it lacks, then the reader's own.
std::string stack(std::string_view first, const std::vector<BookFont>& fonts,
                  std::string_view generic) {
  std::string list = quoted(first);
  for (const BookFont& font : fonts) {
    const bool ours =
        font.family == kTextFamily || font.family == kHeadlineFamily || font.family == kSansFamily;
    if (!ours) list += ", " + quoted(font.family);
  }
  return fmt::format("{}, {}", list, generic);
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

}  // namespace

std::string stylesheet(const std::vector<BookFont>& fonts) {
  std::string css = "@charset \"utf-8\";\n";
  for (const BookFont& font : fonts) css += font_face(font);
  css += kRules;
  replace_all(css, "{text}", stack(kTextFamily, fonts, "serif"));
  replace_all(css, "{headline}", stack(kHeadlineFamily, fonts, "serif"));
  replace_all(css, "{sans}", stack(kSansFamily, fonts, "sans-serif"));
  return css;
}

}  // namespace forme
