#include "content/role_label.h"

#include <array>
#include <cstddef>

#include "base/language.h"
#include "base/names.h"

namespace forme {

namespace {

constexpr std::array<std::string_view, 5> kRoles{"words", "pictures", "drawings", "research",
                                                 "translation"};
struct RoleWords {
  std::string_view language;
  std::array<std::string_view, kRoles.size()> words;  // in the order of kRoles
  std::string_view colon = ": ";
};
constexpr std::array<RoleWords, 18> kLanguages{{
    {"en", {"Words", "Pictures", "Drawings", "Research", "Translation"}},
    {"de", {"Text", "Bilder", "Zeichnungen", "Recherche", "Übersetzung"}},
    {"fr", {"Texte", "Images", "Dessins", "Enquête", "Traduction"}, "\u00A0: "},
    {"es", {"Texto", "Imágenes", "Dibujos", "Documentación", "Traducción"}},
    {"ur", {"تحریر", "تصاویر", "خاکے", "تحقیق", "ترجمہ"}},
    {"ar", {"النص", "الصور", "الرسوم", "البحث", "الترجمة"}},
    {"fa", {"متن", "تصویرها", "طرح‌ها", "پژوهش", "ترجمه"}},
    {"he", {"טקסט", "תמונות", "איורים", "תחקיר", "תרגום"}},
    {"pl", {"Tekst", "Zdjęcia", "Rysunki", "Dokumentacja", "Tłumaczenie"}},
    {"tr", {"Metin", "Fotoğraflar", "Çizimler", "Araştırma", "Çeviri"}},
    {"el", {"Κείμενο", "Φωτογραφίες", "Σχέδια", "Έρευνα", "Μετάφραση"}},
    {"uk", {"Текст", "Фото", "Малюнки", "Дослідження", "Переклад"}},
    {"vi", {"Bài", "Ảnh", "Minh họa", "Tư liệu", "Bản dịch"}},
    {"hi", {"आलेख", "चित्र", "रेखाचित्र", "शोध", "अनुवाद"}},
    {"it", {"Testo", "Immagini", "Disegni", "Ricerche", "Traduzione"}},
    {"nl", {"Tekst", "Beeld", "Tekeningen", "Onderzoek", "Vertaling"}},
    {"pt", {"Texto", "Imagens", "Desenhos", "Pesquisa", "Tradução"}},
    {"cy", {"Geiriau", "Lluniau", "Darluniau", "Ymchwil", "Cyfieithiad"}},
}};

const RoleWords& words_for(std::string_view language) {
  const std::string primary = primary_language(language);
  for (const RoleWords& row : kLanguages) {
    if (row.language == primary) return row;
  }
  return kLanguages.front();
}

}  // namespace

std::string role_label(std::string_view role, std::string_view language) {
  const RoleWords& row = words_for(language);
  std::string_view said = role;
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (fold_case(role) == kRoles[i]) said = row.words[i];
  }
  return std::string(said) + std::string(row.colon);
}

}  // namespace forme
