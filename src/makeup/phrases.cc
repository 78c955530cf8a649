#include "makeup/phrases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/language.h"

namespace forme {

const Phrases& phrases(std::string_view language) {
  static const std::array<std::pair<std::string_view, Phrases>, 8> table = {{
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
      {"ur",
       {"بقیہ صفحہ {} پر", "صفحہ {} سے", "اشتہار", "مختصر خبریں", "شمارہ {}", "صفحہ {}",
        "از {}، شمارہ {}، {}: ", "حواشی", "یہ مضمون یہاں ہے: ", "{}، حصہ {}", "مزید دیکھیے",
        "اس سے پہلے", "{} کی تصحیح", "حل", "“"}},
      {"ar",
       {"البقية في الصفحة {}", "تتمة الصفحة {}", "إعلان", "أخبار قصيرة", "العدد {}", "الصفحة {}",
        "من {}، العدد {}، {}: ", "ملاحظات", "هذا المقال منشور في: ", "{}، الجزء {}", "انظر أيضًا",
        "سبق نشره", "تصحيح: {}", "الحل", "«"}},
      {"fa",
       {"ادامه در صفحهٔ {}", "ادامه از صفحهٔ {}", "آگهی", "خبرهای کوتاه", "شمارهٔ {}", "صفحهٔ {}",
        "از {}، شمارهٔ {}، {}: ", "یادداشت‌ها", "نشانی این نوشته: ", "{}، بخش {}",
        "همچنین ببینید", "پیش‌تر", "اصلاح: {}", "پاسخ", "«"}},
      {"he",
       {"המשך בעמוד {}", "המשך מעמוד {}", "מודעה", "בקצרה", "גיליון {}", "עמוד {}",
        "מתוך {}, גיליון {}, {}: ", "הערות", "המאמר נמצא בכתובת: ", "{}, חלק {}", "ראו גם",
        "פורסם בעבר", "תיקון: {}", "פתרון", "”"}},
  }};
  const std::string primary = primary_language(language);
  for (const auto& [code, words] : table) {
    if (code == primary) return words;
  }
  return table[0].second;
}

std::string list_comma(std::string_view language) {
  constexpr std::array<std::string_view, 7> kArabic = {"ar", "fa", "ur", "ps", "sd", "ug", "ckb"};
  const std::string primary = primary_language(language);
  const bool arabic = std::find(kArabic.begin(), kArabic.end(), primary) != kArabic.end();
  return arabic ? "، " : ", ";
}

}  // namespace forme
