#include <fmt/format.h>

#include <algorithm>

#include "display/shown_pages.h"
#include "makeup/bounded_lines.h"
#include "makeup/furniture.h"
#include "makeup/phrases.h"
#include "makeup/picture_crop.h"

namespace forme {
namespace {

// Of four, each would have a line of two or three words beside its picture.
constexpr std::size_t kMostPromos = 3;
constexpr int kPictureRows = 7;  // what the pictures take, under the rule's row
constexpr Length kRule = 4_pt, kGap = 4_mm;
constexpr Length kPictureWidth = 22_mm, kClearOfPicture = 6_pt;
// Of fewer than three, each has a wider picture: so much of its place, as among three, unless more
// than kMostCut of the picture's height would be cut away for it.
constexpr double kPicturePart = 0.4, kMostCut = 0.6;
constexpr double kUnderHeading = 0.25;  // rows

class PromoSetter {
 public:
  PromoSetter(std::vector<DisplayItem>& items, const SettingContext& context, const GridRect& box,
              const Plan& plan, Diagnostics& diagnostics)
      : items_(items), context_(context), box_(box), plan_(plan), diagnostics_(diagnostics) {}

  // A promo `width` wide.
  void promo(const Promo& promo, Length x, Length width) {
    const std::size_t first = items_.size();
    const Length beside = picture(promo, x, width);
    words(promo, x + beside, width - beside);
    LinkItem link;
    link.box = {x, top(), width, depth()};
    link.destination = "article/" + promo.article;
    link.title = promo.headline;
    items_.push_back(link);
    limit_to(items_, outputs_of(context_.issue, promo.article), first);
  }

 private:
  const std::string& language() const { return context_.issue.manifest.language; }
  Length row() const { return context_.layout.grid.row; }
  Length top() const { return row(); }
  Length depth() const { return row() * std::clamp(box_.h - 1, 0, kPictureRows); }

  static Length picture_width(const PictureInfo& picture, Length width, Length depth) {
    const Length wide = std::max(Length(kPictureWidth), width * kPicturePart);
    return crop_loss(picture, wide / depth) <= kMostCut ? wide : Length(kPictureWidth);
  }

  // Of a promo `width` wide. Gives the width that it takes, with what keeps the words clear of it.
  Length picture(const Promo& promo, Length x, Length width) {
    const auto facts = context_.pictures.find(promo.source);
    if (facts == context_.pictures.end()) return {};
    Figure crop;
    crop.source = promo.source;
    crop.focus_x = promo.focus_x, crop.focus_y = promo.focus_y, crop.crop = 1;
    const Length high = depth() - 3.5_pt;
    const Length wide = picture_width(facts->second, width, high);
    items_.push_back(place_picture(crop, facts->second, {x, top() + 2_pt, wide, high}, kArtifact));
    return wide + kClearOfPicture;
  }

  void words(const Promo& promo, Length x, Length measure) {
    const TextStyle& heading = context_.layout.style("promo-heading");
    const TextStyle& body = context_.layout.style("promo");
    BoundedLines lines(items_, x, top(), row() * box_.h);
    lines.add(
        context_.setter.set(plain_text(promo.headline, language()), heading, {measure, {}, {}}),
        heading);
    lines.skip(row() * kUnderHeading);
    lines.add(context_.setter.set(text_of(promo), body, {measure, {}, {}}), body);
    lines.warn(promo.where, fmt::format("the promo of '{}'", promo.article), diagnostics_);
  }

  // Its text, and the page that it leads to in strong type.
  Text text_of(const Promo& promo) const {
    Text words = plain_text(promo.text, language());
    const int page = page_of(plan_, promo.article);
    if (page == 0) return words;
    if (!words.utf8.empty()) words.utf8 += ' ';
    const auto strong = static_cast<std::uint32_t>(words.utf8.size());
    words.utf8 += fmt::format(fmt::runtime(phrases(language()).page), page);
    words.spans.push_back(
        {SpanKind::Strong, strong, static_cast<std::uint32_t>(words.utf8.size()), ""});
    return words;
  }

  std::vector<DisplayItem>& items_;
  const SettingContext& context_;
  const GridRect& box_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
};

void warn_of_too_many(const std::vector<Promo>& promos, Diagnostics& diagnostics) {
  for (std::size_t i = kMostPromos; i < promos.size(); ++i) {
    diagnostics.warning(
        promos[i].where, fmt::format("the promo of '{}' is left out", promos[i].article),
        fmt::format("a front page has room for the first {} of an issue", kMostPromos));
  }
}

}  // namespace

std::vector<DisplayItem> set_promos(const SettingContext& context, const GridRect& box,
                                    const Plan& plan, Diagnostics& diagnostics) {
  std::vector<DisplayItem> items;
  const std::vector<Promo>& promos = context.issue.manifest.promos;
  if (promos.empty()) return items;
  warn_of_too_many(promos, diagnostics);
  const Length width = context.layout.grid.width(box.w);
  append_rule(items, Length(), Length(), width, kRule, "black");
  const auto n = static_cast<int>(std::min(promos.size(), kMostPromos));
  const Length each = (width - kGap * (n - 1)) / n;
  PromoSetter setter(items, context, box, plan, diagnostics);
  for (int i = 0; i < n; ++i)
    setter.promo(promos[static_cast<std::size_t>(i)], (each + kGap) * i, each);
  return items;
}

}  // namespace forme
