#include "epub/labels.h"

#include <array>
#include <string>

#include "base/language.h"

namespace forme {

namespace {

// A further language is a further row. Every row has every word.
constexpr std::array<Labels, 4> kLabels{{
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
    {
        .language = "ar",
        .issue = "{}، العدد {}",
        .front_page = "الصفحة الأولى من {}، العدد {}، {}: {}",
        .cover = "الغلاف",
        .contents = "المحتويات",
        .articles = "المقالات",
        .imprint = "بيانات النشر",
        .contacts = "للاتصال",
        .landmarks = "معالم الكتاب",
        .start = "بداية المقالات",
        .pages = "صفحات الطبعة الورقية",
        .page = "الصفحة {}",
        .see_also = "اقرأ أيضًا",
        .previously = "نُشر من قبل",
        .corrections = "تصويبات",
        .correction = "تصويب لـ {}",
        .part = "{}، الجزء {}",
        .solution = "الحل",
        .edition = "الطبعة {}",
        .print_edition = "{}، الطبعة الورقية",
        .accessibility =
            "كل مقال مستند مستقل له عناوين، ولكل صورة وصف، وصفحات الطبعة الورقية معلَّمة. "
            "يتكيف النص مع عرض الشاشة ومع الأحجام والألوان التي يختارها القارئ.",
    },
    {
        .language = "ur",
        .issue = "{}، شمارہ {}",
        .front_page = "{}، شمارہ {}، {} کا پہلا صفحہ: {}",
        .cover = "سرورق",
        .contents = "فہرست",
        .articles = "مضامین",
        .imprint = "اشاعتی معلومات",
        .contacts = "رابطہ",
        .landmarks = "اہم مقامات",
        .start = "مضامین کا آغاز",
        .pages = "مطبوعہ اشاعت کے صفحات",
        .page = "صفحہ {}",
        .see_also = "یہ بھی پڑھیے",
        .previously = "پہلے شائع ہوا",
        .corrections = "تصحیحات",
        .correction = "{} کی تصحیح",
        .part = "{}، حصہ {}",
        .solution = "حل",
        .edition = "اشاعت {}",
        .print_edition = "{}، مطبوعہ اشاعت",
        .accessibility =
            "ہر مضمون ایک الگ دستاویز ہے جس میں سرخیاں ہیں، ہر تصویر کی تفصیل دی گئی ہے، اور "
            "مطبوعہ اشاعت کے صفحات نشان زد ہیں۔ متن قاری کی چنی ہوئی جسامت اور رنگ اختیار کرتا ہے۔",
    },
}};

}  // namespace

const Labels& labels_for(std::string_view language) {
  const std::string primary = primary_language(language);
  for (const Labels& labels : kLabels) {
    if (labels.language == primary) return labels;
  }
  return kLabels.front();
}

}  // namespace forme
