#include "paragraph/style_book.h"

#include <algorithm>
#include <array>

#include "base/language.h"

namespace forme {

const std::string_view kCommonUnits =
    " km m cm mm kg g mg t l ml hl km/h m/s km² m² m³ ha kW MW GW kWh MWh V W A Hz kHz MHz GHz °C "
    "°F "
    "K kB MB GB TB dB Pa hPa bar J kJ kcal min s ° % ‰ € $ £ ¥ zł Kč ₽ ₴ kr ";
const std::string_view kCommonNumberers = " § §§ £ € $ ¥ № nº n° ± ≈ ";

namespace {

constexpr std::array<StyleBook, 19> kBooks = {{
    {.language = "en",
     .units = " mph lb oz ft pt am pm a.m. p.m. million billion trillion bn ",
     .numberers = " no no. nos nos. page pages p. pp. chapter ch. vol. fig. figs. ",
     .months = " January February March April May June July August September October November "
               "December Jan Feb Aug Sept Oct Nov Dec ",
     .titles = " Mr Mrs Ms Dr St Prof Rev Mr. Mrs. Ms. Dr. St. Prof. Rev. Messrs "},
    {.language = "de",
     .units = " Uhr Euro Mio. Mrd. Millionen Milliarden Tsd. Std. Prozent Grad ",
     .numberers = " nr. nrn. s. seite seiten bd. abb. art. abs. kap. kapitel tab. ziff. jg. ",
     .months = " Januar Jänner Februar März April Mai Juni Juli August September Oktober November "
               "Dezember Jan. Feb. Aug. Sept. Okt. Nov. Dez. ",
     .titles = " Dr. Prof. Hr. Fr. St. Hl. Frhr. Ing. Dipl.-Ing. ",
     .grouped_figures = true},
    {.language = "fr",
     .units = " h euros francs million millions milliard milliards Mo Go ",
     .numberers = " no nos n. p. pp. page pages art. chap. t. vol. fig. ",
     .months = " janvier février mars avril mai juin juillet août septembre octobre novembre "
               "décembre ",
     .titles = " M. MM. Mme Mmes Mlle Dr Me Mgr St Ste Pr ",
     .spaced_guillemets = true,
     .grouped_figures = true},
    {.language = "es",
     .units = " h euros millones millón ",
     .numberers = " núm. n.º n. p. pp. pág. págs. página páginas cap. art. vol. fig. ",
     .months = " enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre "
               "noviembre diciembre ",
     .titles = " Sr. Sra. Srta. Sres. D. D.ª Dr. Dra. Prof. ",
     .grouped_figures = true,
     .of_month = true},
    {.language = "it",
     .units = " euro milioni miliardi ",
     .numberers = " n. nn. p. pp. pag. pagg. pagina art. cap. vol. fig. ",
     .months = " gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
               "novembre dicembre ",
     .titles = " sig. Sig. sig.ra Sig.ra dott. Dott. prof. Prof. ing. Ing. avv. on. S. "},
    {.language = "nl",
     .units = " uur euro miljoen miljard ",
     .numberers = " nr. p. pp. blz. pag. art. deel hfst. fig. ",
     .months = " januari februari maart april mei juni juli augustus september oktober november "
               "december ",
     .titles = " dhr. mevr. mr. dr. prof. ir. drs. St. "},
    {.language = "pt",
     .units = " h euros reais milhões milhão mil ",
     .numberers = " n.º n. p. pp. pág. págs. página cap. art. vol. fig. ",
     .months = " janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
               "dezembro ",
     .titles = " Sr. Sra. D. Dr. Dra. Prof. Eng. ",
     .grouped_figures = true,
     .of_month = true,
     .repeats_hyphen = true},
    {.language = "pl",
     .units = " r. tys. mln mld gr godz. proc. ",
     .numberers = " nr s. str. poz. art. ust. pkt t. rozdz. ryc. rys. godz. ",
     .months = " stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
               "listopada grudnia ",
     .titles = " dr prof. inż. mgr ks. św. p. ul. al. pl. gen. ",
     .leaning = " a i o u w z ",
     .grouped_figures = true,
     .repeats_hyphen = true},
    {.language = "cs",
     .units = " tis. mil. mld. hod. let roku korun ",
     .numberers = " č. s. str. čl. odst. sv. kap. obr. tab. ",
     .months = " ledna února března dubna května června července srpna září října listopadu "
               "prosince ",
     .titles = " Dr. dr. Ing. Mgr. Bc. prof. doc. sv. p. ",
     .leaning = " a i k o s u v z ",
     .grouped_figures = true,
     .repeats_hyphen = true},
    {.language = "sk",
     .units = " tis. mil. mld. hod. rokov roku eur ",
     .numberers = " č. s. str. čl. ods. zv. kap. obr. tab. ",
     .months = " januára februára marca apríla mája júna júla augusta septembra októbra novembra "
               "decembra ",
     .titles = " Dr. Ing. Mgr. Bc. prof. doc. sv. p. ",
     .leaning = " a i k o s u v z ",
     .grouped_figures = true,
     .repeats_hyphen = true},
    {.language = "sl", .numberers = " št. str. ", .leaning = " a h k o s v z "},
    {.language = "hr", .numberers = " br. str. ", .leaning = " a i k o s u "},
    {.language = "ru",
     .units = " г. гг. год года году в. вв. км м см мм кг г т га руб. тыс. млн млрд ч мин °С ",
     .numberers = " с. стр. гл. ст. п. рис. т. табл. ",
     .months = " января февраля марта апреля мая июня июля августа сентября октября ноября "
               "декабря ",
     .titles = " г. ул. пр. пл. д-р проф. акад. им. св. гр. ",
     .leaning = " а в и к о с у ",
     .enclitic = " б бы ж же ли ль ",
     .grouped_figures = true},
    {.language = "uk",
     .units = " р. рр. рік року ст. км м см мм кг г т га грн тис. млн млрд год хв ",
     .numberers = " с. стор. гл. ст. п. рис. т. табл. ",
     .months = " січня лютого березня квітня травня червня липня серпня вересня жовтня листопада "
               "грудня ",
     .titles = " м. вул. пл. проф. акад. ім. св. ",
     .leaning = " а в з і й о у ",
     .enclitic = " б би ж же ",
     .grouped_figures = true},
    {.language = "be", .leaning = " а з і о у ў ", .enclitic = " б бы ж жа "},
    {.language = "bg", .leaning = " в и о с у ", .enclitic = " ли "},
    {.language = "sv",
     .units = " kronor miljoner miljarder procent ",
     .numberers = " nr s. sid. kap. ",
     .months = " januari februari mars april maj juni juli augusti september oktober november "
               "december ",
     .grouped_figures = true},
    {.language = "da",
     .units = " kroner mio. mia. procent ",
     .numberers = " nr. s. side kap. kl. ",
     .months = " januar februar marts april maj juni juli august september oktober november "
               "december "},
    {.language = "nb",
     .units = " kroner mill. mrd. prosent ",
     .numberers = " nr. s. side kap. kl. ",
     .months = " januar februar mars april mai juni juli august september oktober november "
               "desember ",
     .grouped_figures = true},
}};
constexpr StyleBook kNone;

}  // namespace

const StyleBook& style_book(std::string_view language) {
  std::string primary = primary_language(language);
  if (primary == "no" || primary == "nn") primary = "nb";  // both write these alike
  const auto found = std::find_if(kBooks.begin(), kBooks.end(),
                                  [&](const StyleBook& b) { return b.language == primary; });
  return found == kBooks.end() ? kNone : *found;
}

bool lists(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (at > 0 && list[at - 1] == ' ' && end < list.size() && list[end] == ' ') return true;
  }
  return false;
}

}  // namespace forme
