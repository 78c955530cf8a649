#include "makeup/copy_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/names.h"
#include "content/visit_blocks.h"
#include "makeup/headline.h"
#include "makeup/nibs.h"
#include "makeup/overset_cures.h"
#include "makeup/page_room.h"
#include "makeup/picture_crop.h"
#include "makeup/story_material.h"

namespace forme {
namespace {

constexpr int kLeastPicture = 4;    // rows
constexpr int kMostTries = 6;       // depths beyond the one that arithmetic gives
constexpr double kMostLower = 0.3;  // of a picture's rows that may be taken away before copy is cut

int divided_up(int rows, int by) {
  return (rows + by - 1) / std::max(by, 1);
}

// Words of a text: what white space parts.
int count_words(const std::string& text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

int words_of(const Article& article, const std::vector<Block>& blocks) {
  int words = 0;
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.body))
      words += count_words(article.text(paragraph->text).utf8);
    else if (const auto* letter = std::get_if<Letter>(&block.body))
      words += words_of(article, letter->blocks);
  }
  return words;
}

// Words in a line of the story's paragraphs and letters.
double words_per_row(const Story& story) {
  const int words = words_of(story.article(), story.article().body);
  return static_cast<double>(words) / std::max(story.paragraph_rows(), 1);
}

int quotes_of(const Article& article) {
  int quotes = 0;
  visit_blocks(article, [&](const Block& block) {
    if (std::holds_alternative<PullQuote>(block.body)) ++quotes;
  });
  return quotes;
}

std::string lines(int count) {
  return counted(count, "line");
}
// Copy without running text, a table alone, has no words to count by.
std::string copy_of(int words, const char* more, int count) {
  if (words == 0) return lines(count) + more;
  return counted(words, "word") + more + " (" + lines(count) + ")";
}
std::string rows_of(int count) {
  return counted(count, "row");
}

// One story: its leaves and what would make it fit.
class FitTeller {
 public:
  FitTeller(const StoryStock& stock, std::size_t index, CopyFit& fit)
      : story_(stock.story(index)), context_(stock.context()), fit_(fit) {}

  void add(const PlanLeaf& leaf, const PlanPage& page, const PageKind& kind) {
    const int used = rows_used(leaf);
    fit_.room += used + leaf.free_rows;
    set_ += used;
    lifted_ += leaf.lifted.h > 0;
    if (leaf.continued_from == 0) {
      opening_width_ = leaf.box.w;
      fit_.did.headline_lines = leaf.variant.headline_lines;
      fit_.did.headline_rows = leaf.variant.headline_rows;
      fit_.did.short_headline = leaf.variant.short_headline;
      note_picture(leaf);
    }
    if (leaf.overset > 0 || leaf.free_rows > 0) last_ = &leaf, page_ = &page, kind_ = &kind;
  }

  void finish() {
    fit_.rows = story_.rows({}, opening_width_);
    fit_.did.quotes = quotes_of(story_.article()) + lifted_;
    if (fit_.overset == 0) fit_.did.looseness = set_ - fit_.rows;
    const double words = words_per_row(story_);
    fit_.words_over = static_cast<int>(std::ceil(fit_.overset * words));
    fit_.words_free = static_cast<int>(std::floor(fit_.free_rows * words));
    if (fit_.overset > 0) {
      cure_over();
    } else if (last_ && fit_.free_rows >= last_->box.w) {
      cure_under();
    }
  }

 private:
  static int rows_used(const PlanLeaf& leaf) {
    int rows = 0;
    for (const FilledLeg& leg : leaf.spaces) rows += leg.used;
    return rows;
  }

  void note_picture(const PlanLeaf& leaf) {
    const Figure* picture = lead_figure(story_.article());
    if (!picture || leaf.variant.picture_rows == 0) return;
    fit_.did.picture_columns = leaf.variant.picture_columns;
    fit_.did.picture_rows = leaf.variant.picture_rows;
    const double loss = loss_of(*picture, leaf.variant);
    fit_.did.crop = loss > picture->crop ? 0 : loss;  // more is not cut: it then stands whole
  }

  // What is cut off the picture that a variant has.
  double loss_of(const Figure& picture, const LeafVariant& variant) const {
    const auto facts = context_.pictures.find(picture.source);
    if (facts == context_.pictures.end()) return 0;
    const Grid& grid = context_.layout.grid;
    return crop_loss(facts->second,
                     grid.width(variant.picture_columns) / (grid.row * variant.picture_rows));
  }
  bool may_be_cut(const LeafVariant& variant) const {
    const Figure* picture = lead_figure(story_.article());
    return picture && loss_of(*picture, variant) <= picture->crop;
  }

  ComposedLeaf made(const LeafVariant& variant, int deeper = 0) const {
    return story_.compose(part_of(*last_, *kind_), last_->box.w, last_->box.h + deeper, variant,
                          false);
  }
  bool fits(const LeafVariant& variant, int deeper = 0) const { return made(variant, deeper).fits; }

  void cure_over() {
    // The foot of each leg but the last may lose a row to lines that stay together.
    const int lost = last_ && last_->overset > 0 ? last_->box.w - 1 : 0;
    const int least = fit_.overset + lost;
    const int words = static_cast<int>(std::ceil(least * words_per_row(story_)));
    const std::string cut = "cut " + copy_of(words, "", least);
    if (fit_.pages.empty()) {
      return;  // see cures_of_unplaced
    }
    if (!last_ || last_->overset == 0 || last_->kind != LeafKind::Story) {
      fit_.cures = {cut};
      return;
    }
    if (LeafVariant bare = last_->variant; bare.quote.any()) {
      bare.quote = {};
      if (fits(bare)) fit_.cures.emplace_back("leave out the quote that was lifted from it");
    }
    try_headlines();
    const int least_cut = try_lower_picture();
    const bool small = least_cut <= kMostLower * last_->variant.picture_rows;
    if (least_cut > 0 && small) fit_.cures.push_back(picture_by(least_cut, "lower"));
    fit_.cures.push_back(cut);
    if (least_cut > 0 && !small) fit_.cures.push_back(picture_by(least_cut, "lower"));
    const int first = divided_up(fit_.overset, last_->box.w);
    Diagnostics none;
    int foot = page_room(*kind_, context_.layout, {}, false, none).area.bottom();
    for (const PlanLeaf& leaf : page_->leaves) {
      if (!carries_copy(leaf.kind) && leaf.box.y >= last_->box.bottom() && is_over(leaf.box))
        foot = std::min(foot, leaf.box.y - (leaf.kind == LeafKind::Advert ? 0 : 1));
    }
    for (int k = first; k < first + kMostTries; ++k) {
      if (last_->box.bottom() + k > foot) break;
      if (!fits(last_->variant, k)) continue;
      fit_.cures.push_back(fmt::format("give it {} more", rows_of(k)));
      break;
    }
  }

  // Whether its last leaf stands over some of the columns.
  bool is_over(const GridRect& box) const {
    return box.x < last_->box.right() && last_->box.x < box.right();
  }

  // The short form first, at its size if that will do, then another size of what stands.
  void try_headlines() {
    if (part_of(*last_, *kind_).runs_on()) return;
    const LeafVariant& now = last_->variant;
    const int span = last_->box.w - (now.corner.head ? now.corner.columns : 0);
    std::vector<HeadlineFit> heads =
        headline_fits(story_.context(), span, last_->continued_from > 0);
    std::stable_partition(heads.begin(), heads.end(), [&](const HeadlineFit& head) {
      return head.step_rows == now.headline_rows;
    });
    for (const bool short_form : {true, false}) {
      for (const HeadlineFit& head : heads) {
        LeafVariant other = now;
        other.headline_rows = head.step_rows, other.short_headline = head.short_form;
        other.headline_lines = static_cast<int>(head.lines.size());
        if (head.short_form != short_form || !fits(other)) continue;
        std::string how;
        if (other.headline_rows != now.headline_rows)
          how = fmt::format(" in {} of {}", lines(other.headline_lines),
                            rows_of(other.headline_rows));
        const bool shorter = head.short_form && !now.short_headline;
        fit_.cures.push_back((shorter ? "take the short headline" : "set the headline") + how);
        break;
      }
    }
  }

  // Rows that the picture must lose; 0: that does not help.
  int try_lower_picture() const {
    const LeafVariant& variant = last_->variant;
    if (variant.picture_rows == 0 || last_->continued_from > 0) return 0;
    const bool full = variant.picture_columns >= last_->box.w;
    const int first = divided_up(fit_.overset, full ? last_->box.w : variant.picture_columns);
    for (int k = first; k < first + kMostTries && variant.picture_rows - k >= kLeastPicture; ++k) {
      LeafVariant lower = variant;
      lower.picture_rows -= k;
      if (fits(lower)) return k;
    }
    return 0;
  }

  static std::string picture_by(int rows, const char* how) {
    return fmt::format("make the picture {} {}", rows_of(rows), how);
  }

  // A hole: a larger picture where it closes most of it, else more copy.
  void cure_under() {
    const LeafVariant& variant = last_->variant;
    const bool full = variant.picture_columns >= last_->box.w;
    const int columns = full ? last_->box.w : variant.picture_columns;
    const int more = columns > 0 ? last_->free_rows / columns : 0;
    if (more > 0 && last_->continued_from == 0 && last_->kind == LeafKind::Story) {
      LeafVariant higher = variant;
      higher.picture_rows += more;
      const ComposedLeaf leaf = made(higher);
      if (may_be_cut(higher) && leaf.fits && leaf.free_rows < last_->box.w) {
        fit_.cures.push_back(picture_by(more, "higher"));
      }
    }
    fit_.cures.push_back("write " + copy_of(fit_.words_free, " more", fit_.free_rows));
  }

  const Story& story_;
  const SettingContext& context_;
  CopyFit& fit_;
  int set_ = 0;                     // rows of copy in its leaves
  int lifted_ = 0;                  // quotes
  int opening_width_ = 2;           // columns
  const PlanLeaf* last_ = nullptr;  // that is over, or has room
  const PlanPage* page_ = nullptr;  // of that
  const PageKind* kind_ = nullptr;
};

}  // namespace

void tell_copy_fit(const StoryStock& stock, const Plan& plan, std::vector<CopyFit>& fits) {
  const Issue& issue = stock.context().issue;
  std::vector<std::size_t> unplaced;
  for (std::size_t i = 0; i < fits.size(); ++i) {
    CopyFit& fit = fits[i];
    const Genre genre = issue.articles[i].genre;
    // Nibs, panels and listings are set in one piece: they stand or do not.
    const bool flows = genre != Genre::Nib && genre != Genre::Panel && genre != Genre::Listing;
    if (!flows || (fit.pages.empty() && fit.overset == 0)) {
      if (fit.overset > 0) fit.cures = cures_of_piece(stock, plan, i);
      continue;
    }
    FitTeller teller(stock, i, fit);
    for (const PlanPage& page : plan.pages) {
      for (const PlanLeaf& leaf : page.leaves) {
        if (carries_copy(leaf.kind) && leaf.kind != LeafKind::Nibs && leaf.ids.size() == 1 &&
            leaf.ids[0] == fit.article)
          teller.add(leaf, page, stock.context().layout.page(page.kind));
      }
    }
    teller.finish();
    if (fit.overset > 0 && has_all_it_may(plan, fit.article)) fit.cures.emplace_back(kPartIt);
    if (fit.pages.empty()) unplaced.push_back(i);
  }
  for (auto& [i, cures] : cures_of_unplaced(stock, plan, unplaced))
    fits[i].cures = std::move(cures);
}

}  // namespace forme
