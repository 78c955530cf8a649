#include "cli/picture_facts.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "base/hash.h"
#include "content/visit_blocks.h"
#include "image/outline.h"
#include "pdfdoc/finish_pdf.h"

namespace forme {
namespace {

// Probes pictures, each file once.
class Prober {
 public:
  Prober(Assets& assets, Diagnostics& diagnostics) : assets_(assets), diagnostics_(diagnostics) {}

  void probe(const std::string& source, const std::string& declared, const Location& where) {
    if (source.empty() || facts_.contains(source)) return;
    const Result<std::string>& bytes = assets_.bytes(source);
    const auto info = bytes ? probe_picture(*bytes, declared) : bytes.failure();
    if (info) {
      facts_.emplace(source, *info).first->second.content = content_id(*bytes);
      return;
    }
    Diagnostic failure = info.failure();
    failure.where = where;
    diagnostics_.add(std::move(failure));
  }
  // The outline of a picture that copy is to flow round.
  void trace(const Block& block, const Figure& figure) {
    const auto facts = facts_.find(figure.source);
    if (figure.wrap != Wrap::Outline || facts == facts_.end()) return;
    const Result<std::string>& bytes = assets_.bytes(figure.source);
    const auto pixels = bytes ? decode_picture(*bytes, figure.declared) : bytes.failure();
    if (!pixels) return;  // the writers say what is wrong with it
    facts->second.outline = outline_of(*pixels, kOutlineBands);
    if (!facts->second.outline.empty()) return;
    diagnostics_.warning(block.where,
                         fmt::format("{} has no transparent ground, so that the copy can only flow "
                                     "round its box",
                                     figure.declared),
                         "send a PNG with an alpha channel, or write wrap=\"box\"");
  }
  std::map<std::string, PictureInfo> take() { return std::move(facts_); }

 private:
  Assets& assets_;
  Diagnostics& diagnostics_;
  std::map<std::string, PictureInfo> facts_;
};

}  // namespace

void for_each_figure(const Article& article,
                     const std::function<void(const Block&, const Figure&)>& visit) {
  visit_blocks(article, [&visit](const Block& block) {
    if (const auto* figure = std::get_if<Figure>(&block.body)) visit(block, *figure);
  });
}

std::map<std::string, PictureInfo> probe_pictures(const Issue& issue, Assets& assets,
                                                  Diagnostics& diagnostics) {
  Prober prober(assets, diagnostics);
  for (const Article& article : issue.articles) {
    for_each_figure(article, [&](const Block& block, const Figure& figure) {
      prober.probe(figure.source, figure.declared, block.where);
      prober.trace(block, figure);
    });
  }
  for (const Promo& promo : issue.manifest.promos) {
    prober.probe(promo.source, promo.declared, promo.where);
  }
  return prober.take();
}

void check_adverts(const Manifest& manifest, Assets& assets,
                   std::map<std::string, PictureInfo>& facts, Diagnostics& diagnostics) {
  for (const Advert& advert : manifest.adverts) {
    const Result<std::string>& bytes = assets.bytes(advert.source);
    const auto info = bytes ? inspect_pdf(*bytes, advert.declared) : bytes.failure();
    if (info && info->pages > 0) {
      PictureInfo& file = facts[advert.source];
      file.width = static_cast<int>(std::lround(info->width_pt));
      file.height = static_cast<int>(std::lround(info->height_pt));
      file.format = "pdf", file.content = content_id(*bytes);
      continue;
    }
    Diagnostic failure = info ? Diagnostic{} : info.failure();
    if (info) failure.message = fmt::format("the advert {} has no page", advert.declared);
    failure.where = advert.where;
    diagnostics.add(std::move(failure));
  }
}

}  // namespace forme
