#include "makeup/phrases.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/language.h"

namespace forme {

namespace {

// A further language is a further row, here and in epub/labels.cc.
using PhraseTable = std::array<std::pair<std::string_view, Phrases>, 18>;
const PhraseTable& phrase_table() {
  static const PhraseTable table = {{
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
      {"pl",
       {"Dokończenie na stronie {}", "Ze strony {}", "Ogłoszenie", "W skrócie", "Nr {}",
        "Strona {}", "Źródło: {} nr {}, {}: ", "Przypisy", "Ten artykuł znajduje się pod adresem ",
        "{}, część {}", "Zobacz też", "Wcześniej", "Sprostowanie: {}", "Rozwiązanie", "„"}},
      {"tr",
       {"Devamı {}. sayfada", "{}. sayfadan devam", "Reklam", "Kısa kısa", "Sayı {}", "Sayfa {}",
        "Kaynak: {}, sayı {}, {}: ", "Notlar", "Bu yazının adresi: ", "{}, {}. bölüm",
        "Ayrıca bakınız", "Daha önce", "Düzeltme: {}", "Çözüm", "“"}},
      {"el",
       {"Συνέχεια στη σελίδα {}", "Συνέχεια από τη σελίδα {}", "Διαφήμιση", "Εν συντομία",
        "Αρ. φύλλου {}", "Σελίδα {}", "Από: {}, αρ. φύλλου {}, {}: ", "Σημειώσεις",
        "Το άρθρο βρίσκεται στη διεύθυνση ", "{}, μέρος {}", "Δείτε επίσης", "Προηγουμένως",
        "Διόρθωση: {}", "Λύση", "«"}},
      {"uk",
       {"Закінчення на сторінці {}", "Початок на сторінці {}", "Реклама", "Коротко", "№ {}",
        "Сторінка {}", "Джерело: {} № {}, {}: ", "Примітки", "Ця стаття доступна за адресою ",
        "{}, частина {}", "Див. також", "Раніше", "Виправлення: {}", "Розв’язок", "«"}},
      {"vi",
       {"Xem tiếp trang {}", "Tiếp theo trang {}", "Quảng cáo", "Tin vắn", "Số {}", "Trang {}",
        "Trích từ: {}, số {}, {}: ", "Ghi chú", "Bài viết này có tại ", "{}, kỳ {}", "Xem thêm",
        "Đã đăng", "Đính chính: {}", "Lời giải", "“"}},
      {"hi",
       {"शेष पृष्ठ {} पर", "पृष्ठ {} का शेष", "विज्ञापन", "संक्षेप में", "अंक {}", "पृष्ठ {}",
        "स्रोत: {}, अंक {}, {}: ", "टिप्पणियाँ", "यह लेख यहाँ है: ", "{}, भाग {}", "यह भी देखें",
        "पहले प्रकाशित", "भूल सुधार: {}", "हल", "“"}},
      {"it",
       {"Continua a pagina {}", "Segue da pagina {}", "Pubblicità", "In breve", "N. {}",
        "Pagina {}", "Da: {} n. {}, {}: ", "Note", "Questo articolo si trova all’indirizzo ",
        "{}, parte {}", "Vedi anche", "Già pubblicato", "Rettifica: {}", "Soluzione", "«"}},
      {"nl",
       {"Vervolg op pagina {}", "Vervolg van pagina {}", "Advertentie", "In het kort", "Nr. {}",
        "Pagina {}", "Uit: {} nr. {}, {}: ", "Noten", "Dit artikel staat op ", "{}, deel {}",
        "Zie ook", "Eerder verschenen", "Rectificatie: {}", "Oplossing", "“"}},
      {"pt",
       {"Continua na página {}", "Continuação da página {}", "Publicidade", "Breves", "N.º {}",
        "Página {}", "De: {} n.º {}, {}: ", "Notas", "Este artigo encontra-se em ", "{}, parte {}",
        "Ver também", "Já publicado", "Retificação: {}", "Solução", "“"}},
      {"cy",
       {"Parhad ar dudalen {}", "O dudalen {}", "Hysbyseb", "Yn gryno", "Rhifyn {}", "Tudalen {}",
        "O: {} rhifyn {}, {}: ", "Nodiadau", "Mae’r erthygl hon ar gael yn ", "{}, rhan {}",
        "Gweler hefyd", "Cyhoeddwyd eisoes", "Cywiriad: {}", "Ateb", "“"}},
  }};
  return table;
}

// Null where the table lacks it.
const Phrases* find_phrases(std::string_view language) {
  const std::string primary = primary_language(language);
  for (const auto& [code, words] : phrase_table()) {
    if (code == primary) return &words;
  }
  return nullptr;
}

}  // namespace

const Phrases& phrases(std::string_view language) {
  const Phrases* found = find_phrases(language);
  return found ? *found : phrase_table().front().second;
}

bool has_phrases(std::string_view language) {
  return find_phrases(language) != nullptr;
}

std::string list_comma(std::string_view language) {
  constexpr std::array<std::string_view, 7> kArabic = {"ar", "fa", "ur", "ps", "sd", "ug", "ckb"};
  const std::string primary = primary_language(language);
  const bool arabic = std::find(kArabic.begin(), kArabic.end(), primary) != kArabic.end();
  return arabic ? "، " : ", ";
}

}  // namespace forme
