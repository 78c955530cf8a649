#include "cli/dump_manifest.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "base/number.h"

namespace forme {
namespace {

using Text = std::back_insert_iterator<std::string>;

const char* position_name(AdvertPosition position) {
  switch (position) {
    case AdvertPosition::Foot:
      return "foot";
    case AdvertPosition::FootLeft:
      return "foot-left";
    case AdvertPosition::FootRight:
      return "foot-right";
    case AdvertPosition::HeadRight:
      return "head-right";
    case AdvertPosition::Full:
      return "full";
  }
  return "";
}

void line(Text out, std::string_view name, std::string_view value) {
  if (!value.empty()) fmt::format_to(out, "{}: {}\n", name, value);
}

void write_advert(Text out, const Advert& advert) {
  fmt::format_to(out, "advert {}: {}, {}", advert.id, advert.declared,
                 position_name(advert.position));
  if (advert.position != AdvertPosition::Full) {
    fmt::format_to(out, ", {} columns, {}pt", advert.columns, format_number(advert.depth.pt()));
  }
  if (advert.page > 0) fmt::format_to(out, ", page {}", advert.page);
  if (advert.house) fmt::format_to(out, ", house");
  fmt::format_to(out, "\n");
}

void write_page(Text out, const FlatplanPage& page) {
  fmt::format_to(out, "page {}", page.first);
  if (page.last != page.first) fmt::format_to(out, "-{}", page.last);
  fmt::format_to(out, ":");
  if (!page.section.empty()) fmt::format_to(out, " section {}", page.section);
  if (!page.kind.empty()) fmt::format_to(out, " kind {}", page.kind);
  if (page.spread) fmt::format_to(out, " spread");
  if (page.sent) fmt::format_to(out, " sent");
  fmt::format_to(out, "\n");
  for (const Place& place : page.places) {
    fmt::format_to(out, "  place {} in {}", place.article, place.slot);
    if (place.jump_to > 0) fmt::format_to(out, ", turns to {}", place.jump_to);
    fmt::format_to(out, "\n");
  }
  for (const std::string& article : page.autos) fmt::format_to(out, "  auto {}\n", article);
}

}  // namespace

std::string to_text(const Manifest& manifest) {
  std::string text;
  const Text out(text);
  line(out, "publicationName", manifest.publication_name);
  line(out, "slug", manifest.slug);
  line(out, "number", manifest.number);
  line(out, "coverDate", to_iso(manifest.cover_date));
  line(out, "edition", std::to_string(manifest.edition));
  line(out, "language", manifest.language);
  line(out, "title", manifest.title);
  line(out, "price", manifest.price);
  line(out, "issn", manifest.issn);
  line(out, "baseUrl", manifest.base_url);
  line(out, "layout", manifest.layout);
  line(out, "press", manifest.press);
  for (const ArticleEntry& article : manifest.articles) line(out, "article", article.declared);
  for (const Promo& promo : manifest.promos) line(out, "promo", promo.article);
  for (const Advert& advert : manifest.adverts) write_advert(out, advert);
  if (manifest.flatplan.pages > 0) line(out, "pages", std::to_string(manifest.flatplan.pages));
  for (const FlatplanPage& page : manifest.flatplan.list) write_page(out, page);
  return text;
}

}  // namespace forme
