#include "makeup/phrases.h"

#include <array>
#include <utility>

namespace forme {

const Phrases& phrases(std::string_view language) {
  static const std::array<std::pair<std::string_view, Phrases>, 4> table = {{
      {"en",
       {"Continued on page {}", "From page {}", "Advertisement", "In brief", "Issue {}", "Page {}",
        "From: {} issue {}, {}: ", "Notes", "This article stands at ", "{}, part {}", "See also",
        "Previously", "Correction to {}", "Solution", "“"}},
      {"de",
       {"Fortsetzung auf Seite {}", "Von Seite {}", "Anzeige", "Kurz gemeldet", "Nr. {}",
        "Seite {}", "Aus: {} Nr. {}, {}: ", "Anmerkungen", "Dieser Artikel steht unter ",
        "{}, Teil {}", "Siehe auch", "Bereits erschienen", "Berichtigung zu {}", "Lösung", "»"}},
      {"fr",
       {"Suite page {}", "Suite de la page {}", "Publicité", "En bref", "N° {}", "Page {}",
        "Extrait de : {} n° {}, {} : ", "Notes", "Cet article se trouve à ", "{}, partie {}",
        "Voir aussi", "Déjà paru", "Rectificatif : {}", "Solution", "«"}},
      {"es",
       {"Continúa en la página {}", "Viene de la página {}", "Publicidad", "Breves", "N.º {}",
        "Página {}", "De: {} n.º {}, {}: ", "Notas", "Este artículo está en ", "{}, parte {}",
        "Véase también", "Publicado antes", "Rectificación de {}", "Solución", "«"}},
  }};
  for (const auto& [code, words] : table) {
    if (language.substr(0, 2) == code) return words;
  }
  return table[0].second;
}

}  // namespace forme
