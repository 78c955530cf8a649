#include "cli/pdf_editions.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/bookmarks.h"
#include "cli/prepare_pictures.h"
#include "display/shown_pages.h"
#include "pdfdoc/finish_pdf.h"

namespace forme {
namespace {

constexpr double kProofPpi = 110;   // faint and small: enough to know a picture by
constexpr double kScreenPpi = 200;  // sharp at twice the size of the page; more only costs mail

Result<std::map<std::string, std::string>> adverts_of(const std::vector<DisplayPage>& pages,
                                                      Assets& assets) {
  std::map<std::string, std::string> result;
  for (const DisplayPage& page : pages) {
    for (const DisplayItem& item : page.items) {
      const auto* advert = std::get_if<AdvertItem>(&item);
      if (!advert || result.contains(advert->source)) continue;
      const Result<std::string>& bytes = assets.bytes(advert->source);
      if (!bytes) return bytes.failure();
      result.emplace(advert->source, *bytes);
    }
  }
  return result;
}

// What both editions say of themselves. The date is the cover's: a build has no clock.
PdfSettings common_settings(const PageSet& set, const Manifest& manifest) {
  PdfSettings settings;
  settings.title = set.title;
  settings.author = manifest.publication_name;
  settings.language = set.language;
  const Date& date = manifest.cover_date;
  settings.creation_date = fmt::format("D:{:04}{:02}{:02}000000Z", date.year, date.month, date.day);
  for (const DisplayPage& page : set.pages)
    settings.page_labels.push_back(std::to_string(page.folio));
  return settings;
}

Result<std::string> write_and_finish(const PageSet& set, const std::vector<DisplayPage>& pages,
                                     const PdfSettings& settings, const PreparedPictures& pictures,
                                     Assets& assets, const FinishSettings& finish) {
  const auto adverts = adverts_of(pages, assets);
  if (!adverts) return adverts.failure();
  PdfDocument document{pages, set.structure, {}};
  if (settings.bookmarks) document.bookmarks = bookmarks(set.structure, set.output);
  const auto pdf = write_pdf(document, settings, set.fonts, set.palette, pictures.provider());
  if (!pdf) return pdf.failure();
  return finish_pdf(*pdf, *adverts, finish);
}

Result<std::string> rgb_pdf(const PageSet& set, const PdfSettings& settings, double ppi,
                            const Sources& sources, Shared& shared) {
  const ShownPages shown(set.pages, set.output);
  const PreparedPictures pictures(
      shown.get(), shared.assets,
      [&](std::string_view bytes, const std::string& file, const PictureUse& use) {
        return prepare_for_screen(bytes, file, use, ppi, sources.press.cmyk_icc, &shared.colours);
      });
  return write_and_finish(set, shown.get(), settings, pictures, shared.assets,
                          {true, sources.press.cmyk_icc});
}

}  // namespace

std::string document_title(const Issue& issue) {
  const std::string title = issue.title();
  return fmt::format("{} {}{}{}", issue.manifest.publication_name, issue.manifest.number,
                     title.empty() ? "" : ": ", title);
}

Result<std::string> print_pdf(const PageSet& set, const Sources& sources, Shared& shared) {
  const PressProfile& press = sources.press;
  const ShownPages shown(set.pages, set.output);
  PdfSettings settings = common_settings(set, sources.issue.manifest);
  settings.colours = ColourSpace::Cmyk;
  settings.boxes = true;
  settings.links = settings.bookmarks = false;
  settings.output_intent_icc = press.cmyk_icc;
  settings.output_condition = press.condition;
  settings.output_description = press.description;
  const PreparedPictures pictures(
      shown.get(), shared.assets,
      [&](std::string_view bytes, const std::string& file, const PictureUse& use) {
        return prepare_for_print(bytes, file, use, press.cmyk_icc, press.max_ppi, &shared.colours);
      });
  return write_and_finish(set, shown.get(), settings, pictures, shared.assets,
                          {false, press.cmyk_icc});
}

Result<std::string> screen_pdf(const PageSet& set, const Sources& sources, Shared& shared) {
  return rgb_pdf(set, common_settings(set, sources.issue.manifest), kScreenPpi, sources, shared);
}

Result<std::string> proof_pdf(const PageSet& set, const std::vector<std::string>& labels,
                              const Sources& sources, Shared& shared) {
  PdfSettings settings = common_settings(set, sources.issue.manifest);
  settings.page_labels = labels;
  settings.bookmarks = settings.tags = false;
  return rgb_pdf(set, settings, kProofPpi, sources, shared);
}

}  // namespace forme
