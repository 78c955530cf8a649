#include "manifest/read_manifest.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "base/language.h"
#include "base/names.h"
#include "base/number.h"
#include "base/xml_access.h"
#include "base/xml_value.h"
#include "manifest/grammar.h"

namespace forme {

namespace {

// ISO 3297: the digits weighted 8 to 2 and the check digit make a multiple of 11.
bool is_right_issn(std::string_view issn) {
  int sum = 0, weight = 8;
  for (char c : issn) {
    if (c == '-') continue;
    sum += weight-- * (c == 'X' ? 10 : c - '0');
  }
  return sum % 11 == 0;
}

class ManifestReader {
 public:
  ManifestReader(const SourceTree& tree, Diagnostics& diagnostics)
      : tree_(tree), file_(tree.shown(tree.issue_file())), diagnostics_(diagnostics) {}

  Manifest read(const XmlElement& root) {
    make_issue_grammar().check(root, "issue", file_, diagnostics_);
    read_root(root);
    read_paths(root);
    if (const XmlElement* articles = child(root, "articles")) read_articles(*articles);
    if (const XmlElement* promos = child(root, "promos")) read_promos(*promos);
    if (const XmlElement* flatplan = child(root, "flatplan")) read_flatplan(*flatplan);
    if (const XmlElement* adverts = child(root, "adverts")) read_adverts(*adverts);
    return std::move(out_);
  }

 private:
  Location at(const XmlElement& e) const { return location_of(e, file_); }
  Location at(const XmlElement& e, std::string_view name) const {
    return location_of(e, name, file_);
  }
  std::optional<std::string> source_of(const XmlElement& e, std::string_view name, Reach reach) {
    const XmlAttribute* a = e.attribute(name);
    if (!a) return std::nullopt;
    return tree_.file(a->value, tree_.issue_file(), reach, at(e, name), diagnostics_);
  }

  void read_root(const XmlElement& root);
  void read_paths(const XmlElement& root);
  void read_articles(const XmlElement& e);
  void read_promos(const XmlElement& e);
  void read_adverts(const XmlElement& e);
  Advert read_advert(const XmlElement& e);
  void check_advert(const XmlElement& e, const Advert& advert);
  void read_flatplan(const XmlElement& e);
  FlatplanPage read_page(const XmlElement& e);
  void check_page(const XmlElement& e, const FlatplanPage& page);
  Place read_place(const XmlElement& e, const FlatplanPage& page);

  const SourceTree& tree_;
  std::string file_;
  Diagnostics& diagnostics_;
  Manifest out_;
  std::map<int, int> covered_;  // folio to the line of its <page>
};

void ManifestReader::read_root(const XmlElement& root) {
  out_.where = at(root);
  out_.folder = tree_.folder();
  out_.root = tree_.root();
  out_.language = text_of(root, "xml:lang", out_.language);
  out_.publication_name = text_of(root, "publicationName");
  out_.slug = text_of(root, "slug", make_slug(out_.publication_name));
  out_.issn = text_of(root, "issn");
  out_.number = text_of(root, "number");
  out_.title = text_of(root, "title");
  out_.price = text_of(root, "price");
  out_.base_url = text_of(root, "baseUrl");
  out_.cover_date = date_of(root, "coverDate").value_or(Date{});
  out_.edition = int_of(root, "edition", 1);
  if (!is_language_tag(out_.language)) {
    diagnostics_.error(at(root, "xml:lang"),
                       fmt::format("\"{}\" is not the tag of a known language", out_.language),
                       "write a BCP 47 tag, such as en-GB, ta or zh-Hant");
  }
  if (out_.slug.empty() && !out_.publication_name.empty()) {
    diagnostics_.error(at(root), "no slug can be made from the publicationName",
                       "write slug=\"…\" in small letters a-z, digits and hyphens");
  }
  if (!out_.issn.empty() && !check_value("issn", out_.issn) && !is_right_issn(out_.issn)) {
    diagnostics_.warning(at(root, "issn"),
                         fmt::format("the check digit of the ISSN {} is wrong", out_.issn));
  }
}

// A layout or press profile named by path stays as written; what cannot be found falls back to what
// is used when nothing is said, since the mistake has been reported.
void ManifestReader::read_paths(const XmlElement& root) {
  out_.paper = source_of(root, "paper", Reach::Collection).value_or("");
  const std::string layout = text_of(root, "layout", out_.layout);
  const bool by_path = layout.find('/') != std::string::npos;
  if (!by_path || tree_.folder(layout, tree_.issue_file(), Reach::Collection, at(root, "layout"),
                               diagnostics_)) {
    out_.layout = layout;
  }
  const std::string press = text_of(root, "press");
  if (press.find('/') == std::string::npos || source_of(root, "press", Reach::Collection)) {
    out_.press = press;
  }
}

void ManifestReader::read_articles(const XmlElement& e) {
  std::map<std::string, int> seen;
  for (const XmlElement* article : children(e, "article")) {
    const auto source = source_of(*article, "src", Reach::Issue);
    if (!source) {
      out_.articles.push_back({"", text_of(*article, "src"), at(*article)});
      continue;
    }
    const auto [first, fresh] = seen.emplace(*source, article->line);
    if (!fresh) {
      diagnostics_.error(at(*article), fmt::format("{} is listed twice", tree_.shown(*source)),
                         fmt::format("the first is on line {}", first->second));
      continue;
    }
    out_.articles.push_back({*source, text_of(*article, "src"), at(*article)});
  }
}

void ManifestReader::read_promos(const XmlElement& e) {
  for (const XmlElement* promo : children(e, "promo")) {
    Promo out;
    out.article = text_of(*promo, "article");
    out.declared = text_of(*promo, "src");
    out.source = source_of(*promo, "src", Reach::Issue).value_or("");
    if (const auto focus = parse_fractions(text_of(*promo, "focus"))) {
      out.focus_x = focus->x;
      out.focus_y = focus->y;
    }
    if (const XmlElement* headline = child(*promo, "headline"))
      out.headline = folded_text(*headline);
    for (const XmlElement* p : children(*promo, "p")) {
      out.text += (out.text.empty() ? "" : " ") + folded_text(*p);
    }
    out.where = at(*promo);
    out_.promos.push_back(std::move(out));
  }
}

Advert ManifestReader::read_advert(const XmlElement& e) {
  static constexpr std::array<std::string_view, 5> kPositions{"foot", "foot-left", "foot-right",
                                                              "head-right", "full"};
  Advert out;
  out.id = text_of(e, "id");
  out.declared = text_of(e, "src");
  out.source = source_of(e, "src", Reach::Issue).value_or("");
  out.alt = text_of(e, "alt");
  out.columns = int_of(e, "columns", 0);
  out.depth = parse_length(text_of(e, "depth")).value_or(Length());
  out.page = int_of(e, "page", 0);
  out.position = static_cast<AdvertPosition>(word_of(e, "position", kPositions, 0));
  out.scale = text_of(e, "fit") == "scale";
  out.house = bool_of(e, "house");
  out.booking = text_of(e, "booking");
  out.category = text_of(e, "category");
  out.keep_apart = text_of(e, "keepApart");
  out.where = at(e);
  return out;
}

void ManifestReader::check_advert(const XmlElement& e, const Advert& advert) {
  if (advert.position != AdvertPosition::Full) {
    for (std::string_view name : {"columns", "depth"}) {
      if (e.attribute(name)) continue;
      diagnostics_.error(at(e), fmt::format("<advert> lacks the attribute \"{}\"", name),
                         "give columns and depth, or position=\"full\"");
    }
  }
  const XmlAttribute* depth = e.attribute("depth");
  if (depth && !check_value("length", depth->value) && advert.depth <= Length()) {
    diagnostics_.error(at(e, "depth"), "an advert has to have some depth");
  }
  if (out_.flatplan.pages > 0 && advert.page > out_.flatplan.pages) {
    diagnostics_.error(at(e, "page"), fmt::format("there is no page {}", advert.page),
                       fmt::format("the issue has {} pages", out_.flatplan.pages));
  }
  if (advert.alt.empty()) {
    diagnostics_.warning(at(e), "the advert has no alt text",
                         "say in alt=\"…\" what it advertises, for those who cannot see it");
  }
}

void ManifestReader::read_adverts(const XmlElement& e) {
  for (const XmlElement* advert : children(e, "advert")) {
    out_.adverts.push_back(read_advert(*advert));
    check_advert(*advert, out_.adverts.back());
  }
}

void ManifestReader::read_flatplan(const XmlElement& e) {
  out_.flatplan.pages = int_of(e, "pages", 0);
  for (const XmlElement* page : children(e, "page")) {
    out_.flatplan.list.push_back(read_page(*page));
    check_page(*page, out_.flatplan.list.back());
  }
}

FlatplanPage ManifestReader::read_page(const XmlElement& e) {
  FlatplanPage out;
  if (const auto folios = parse_int_range(text_of(e, "folio"))) {
    out.first = folios->first;
    out.last = folios->last;
  }
  out.section = text_of(e, "section");
  out.kind = text_of(e, "kind");
  out.sent = bool_of(e, "sent");
  out.spread = bool_of(e, "spread");
  out.where = at(e);
  for (const XmlElement* place : children(e, "place")) {
    out.places.push_back(read_place(*place, out));
  }
  for (const XmlElement* pinned : children(e, "auto")) {
    for (std::string& id : split_words(text_of(*pinned, "articles"))) {
      out.autos.push_back(std::move(id));
      out.autos_where.push_back(at(*pinned));
    }
  }
  return out;
}

void ManifestReader::check_page(const XmlElement& e, const FlatplanPage& page) {
  if (page.first == 0) return;
  const int pages = out_.flatplan.pages;
  if (page.last < page.first) {
    diagnostics_.error(at(e, "folio"), "the folio range runs backwards",
                       fmt::format("write {}-{}", page.last, page.first));
    return;
  }
  if (pages > 0 && page.last > pages) {
    diagnostics_.error(at(e, "folio"), fmt::format("there is no page {}", page.last),
                       fmt::format("the flatplan has {} pages", pages));
  }
  if (page.spread && (page.first % 2 != 0 || page.last != page.first + 1)) {
    diagnostics_.error(at(e, "spread"), "a spread is a left and a right page",
                       "its folio is an even number and the next, such as 6-7");
  }
  for (int folio = page.first; folio <= page.last; ++folio) {
    const auto [first, fresh] = covered_.emplace(folio, e.line);
    if (fresh) continue;
    diagnostics_.error(at(e, "folio"), fmt::format("page {} is planned twice", folio),
                       fmt::format("the first is on line {}", first->second));
    return;
  }
  std::set<std::string> slots;
  for (const Place& place : page.places) {
    if (place.slot.empty() || page.first != page.last || slots.insert(place.slot).second) continue;
    diagnostics_.error(place.where, fmt::format("the slot \"{}\" is taken", place.slot),
                       "a slot takes one article");
  }
}

Place ManifestReader::read_place(const XmlElement& e, const FlatplanPage& page) {
  const Place out{text_of(e, "article"), text_of(e, "slot"), int_of(e, "jumpTo", 0), at(e)};
  if (out_.flatplan.pages > 0 && out.jump_to > out_.flatplan.pages) {
    diagnostics_.error(at(e, "jumpTo"), fmt::format("there is no page {} to turn to", out.jump_to),
                       fmt::format("the flatplan has {} pages", out_.flatplan.pages));
  } else if (out.jump_to > 0 && out.jump_to == page.first && page.first == page.last) {
    diagnostics_.error(at(e, "jumpTo"), "the article turns to the page that it stands on");
  }
  return out;
}

}  // namespace

std::optional<Manifest> read_manifest(const SourceTree& tree, Diagnostics& diagnostics) {
  const Location where{tree.shown(tree.issue_file()), 0, 0};
  const auto root = tree.parse(tree.issue_file(), where, diagnostics);
  if (!root) return std::nullopt;
  if (root->name == "issue") return ManifestReader(tree, diagnostics).read(*root);
  make_issue_grammar().check(*root, "issue", where.file, diagnostics);
  return std::nullopt;
}

}  // namespace forme
