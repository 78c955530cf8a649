#include "epub/labels.h"

#include <algorithm>
#include <array>
#include <string>

namespace forme {

namespace {

// A further language is a further row. Every row has every word.
constexpr std::array<Labels, 2> kLabels{{
    {
        .language = "en",
        .issue = "{}, issue {}",
        .front_page = "Front page of {}, issue {}, {}: {}",
        .cover = "Cover",
        .contents = "Contents",
        .articles = "Articles",
        .imprint = "Imprint",
        .contacts = "Contacts",
        .landmarks = "Landmarks",
        .start = "Start of the articles",
        .pages = "Pages of the print edition",
        .page = "Page {}",
        .see_also = "See also",
        .previously = "Previously",
        .corrections = "Corrections",
        .correction = "Correction to {}",
        .part = "{}, part {}",
        .solution = "Solution",
        .edition = "Edition {}",
        .print_edition = "{}, print edition",
        .accessibility =
            "Every article is a document of its own with headings, every picture has a "
            "description, and the pages of the print edition are marked. The text reflows and "
            "takes "
            "the reader's own sizes and colours.",
    },
    {
        .language = "de",
        .issue = "{}, Ausgabe {}",
        .front_page = "Titelseite von {}, Ausgabe {}, {}: {}",
        .cover = "Titelseite",
        .contents = "Inhalt",
        .articles = "Artikel",
        .imprint = "Impressum",
        .contacts = "Kontakt",
        .landmarks = "Wegweiser",
        .start = "Beginn der Artikel",
        .pages = "Seiten der Druckausgabe",
        .page = "Seite {}",
        .see_also = "Siehe auch",
        .previously = "Bereits erschienen",
        .corrections = "Berichtigungen",
        .correction = "Berichtigung zu {}",
        .part = "{}, Teil {}",
        .solution = "Lösung",
        .edition = "Auflage {}",
        .print_edition = "{}, Druckausgabe",
        .accessibility =
            "Jeder Artikel ist ein eigenes Dokument mit Überschriften, jedes Bild hat eine "
            "Beschreibung, und die Seiten der Druckausgabe sind verzeichnet. Der Text passt sich "
            "der "
            "Breite, den Größen und den Farben des Lesegeräts an.",
    },
}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::string_view primary_language(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

const Labels& labels_for(std::string_view language) {
  const std::string primary = lower(primary_language(language));
  for (const Labels& labels : kLabels) {
    if (labels.language == primary) return labels;
  }
  return kLabels.front();
}

}  // namespace forme
