#include "makeup/make_up.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/language.h"
#include "base/names.h"
#include "display/shown_pages.h"
#include "makeup/furniture.h"
#include "makeup/judged_page.h"
#include "makeup/nibs.h"
#include "makeup/overset_cures.h"
#include "makeup/page_holes.h"
#include "makeup/page_marks.h"
#include "makeup/page_room.h"
#include "makeup/page_rules.h"
#include "makeup/page_solver.h"
#include "makeup/phrases.h"
#include "makeup/picture_crop.h"
#include "makeup/planner.h"
#include "makeup/report_overfull.h"
#include "makeup/revise_plan.h"
#include "makeup/sent_pages.h"
#include "makeup/setting_notes.h"
#include "makeup/story_material.h"
#include "makeup/white_room.h"

namespace forme {
namespace {

constexpr Length kSameSize = 0.5_pt;  // an advert that differs by no more is as large as its place

// Turns a plan into pages; the plan gets back what was found.
class PageMaker {
 public:
  // `given`: the plan that this one follows, whose editor knows what it says; nullptr: none.
  PageMaker(const StoryStock& stock, const Plan* given, Plan& plan, IssueStructure& structure,
            MadeUp& out, Diagnostics& diagnostics)
      : stock_(stock),
        context_(stock.context()),
        layout_(context_.layout),
        grid_(layout_.grid),
        plan_(plan),
        structure_(structure),
        out_(out),
        diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < context_.issue.articles.size(); ++i)
      index_[context_.issue.articles[i].id] = i;
    if (!given) return;
    for (const PlanPage& page : given->pages) {
      for (const PlanLeaf& leaf : page.leaves)
        if (!leaf.ids.empty()) known_quotes_.insert({leaf.ids[0], leaf.lifted_words});
    }
  }

  void run() {
    for (const Article& article : context_.issue.articles)
      out_.copy_fit.push_back({.article = article.id});
    plan_.overset.clear();
    find_backward_cuts();
    for (PlanPage& page : plan_.pages) make_page(page);
    note_white_room(context_.issue, plan_, out_.pages, grid_, diagnostics_);
    find_unplaced();
    plan_.holes = find_holes(plan_, layout_);
    report_holes(plan_.holes, context_.issue, diagnostics_);
    for (const Overset& lost : plan_.overset) {
      auto found = index_.find(lost.article);
      if (found == index_.end()) continue;
      out_.copy_fit[found->second].overset += lost.lines;
      diagnostics_.warning(context_.issue.articles[found->second].where,
                           fmt::format("overset: '{}' is over by {}: {}", lost.article,
                                       counted(lost.lines, "line"), lost.reason),
                           hint_for(found->second));
    }
    report_too_much();
    order_structure(structure_, context_.issue, order_);
    tell_copy_fit(stock_, plan_, out_.copy_fit);
  }

 private:
  std::string hint_for(std::size_t article) const {
    if (has_all_it_may(plan_, context_.issue.articles[article].id))
      return fmt::format("a story has two pages at most: cut it, or {}", kPartIt);
    return hint_for_overset(stock_, article);
  }

  // The sum, where whole stories have no place.
  void report_too_much() const {
    int stories = 0, lines = 0;
    for (const CopyFit& fit : out_.copy_fit) {
      if (fit.overset > 0 && fit.pages.empty()) ++stories, lines += fit.overset;
    }
    if (stories == 0) return;
    diagnostics_.warning(context_.issue.manifest.where,
                         fmt::format("too much copy: {} of {} have no place on {} pages",
                                     stories == 1 ? "1 story" : fmt::format("{} stories", stories),
                                     lines == 1 ? "1 line" : fmt::format("{} lines in all", lines),
                                     plan_.pages.size()),
                         "forme check says for each what would make room");
  }

  // A story of the back page may go on inside: its turn is made before its beginning.
  void find_backward_cuts() {
    for (const PlanPage& page : plan_.pages) {
      for (const PlanLeaf& leaf : page.leaves) {
        const auto found = leaf.ids.empty() ? index_.end() : index_.find(leaf.ids.front());
        if (leaf.kind != LeafKind::Story || leaf.continued_on == 0 ||
            leaf.continued_on >= page.folio || found == index_.end())
          continue;
        const ComposedLeaf made = stock_.story(found->second)
                                      .compose(part_of(leaf, layout_.page(page.kind)), leaf.box.w,
                                               leaf.box.h, leaf.variant, false);
        if (made.fits) cut_[found->second] = made.reached;
      }
    }
  }

  void make_page(PlanPage& page) {
    const PageKind& kind = layout_.page(page.kind);
    DisplayPage sheet;
    sheet.folio = page.folio;
    sheet.trim = layout_.trim;
    sheet.bleed = layout_.bleed;
    const Length left = layout_.from_right ? layout_.trim.width : Length();
    sheet.items.push_back(DestinationItem{fmt::format("page/{}", page.folio), {left, Length()}});
    for (const std::string& words :
         append_furniture(sheet, kind, context_, page, plan_, diagnostics_)) {
      if (!left_out_.insert(words).second) continue;
      diagnostics_.warning(
          context_.issue.manifest.where,
          fmt::format("page {}: '{}' is left out, since another line stands where it should",
                      page.folio, words),
          "a shorter name of paper or section, or a layout with more room");
    }
    append_moved(sheet.items, page_rules(page, grid_), Length(), Length());
    for (PlanLeaf& leaf : page.leaves) make_leaf(leaf, page, kind, sheet);
    if (layout_.from_right) mirror(sheet.items, sheet.trim.width);
    record_places(page, sheet);
    out_.pages.push_back(std::move(sheet));
  }

  void make_leaf(PlanLeaf& leaf, const PlanPage& page, const PageKind& kind, DisplayPage& sheet) {
    const Length x = grid_.left(leaf.box.x), y = grid_.top(leaf.box.y);
    if (leaf.kind == LeafKind::Advert) return advert(leaf, sheet);
    if (leaf.kind == LeafKind::Promos) {
      append_moved(sheet.items, set_promos(context_, leaf.box, plan_, diagnostics_), x, y);
      return;
    }
    if (leaf.kind == LeafKind::Imprint) {
      append_moved(sheet.items, set_imprint(context_), x, y);
      return;
    }
    std::vector<std::size_t> articles;
    for (const std::string& id : leaf.ids) {
      auto found = index_.find(id);
      if (found != index_.end()) articles.push_back(found->second);
    }
    if (articles.empty()) return;
    if (leaf.kind == LeafKind::Nibs) {
      // Those that do not fit are printed nowhere.
      articles.resize(NibColumn(stock_, articles).count(leaf.box.w, leaf.box.h));
      if (articles.empty()) return;
    }
    take_up_turn(leaf, articles[0]);
    ComposedLeaf made =
        leaf.kind == LeafKind::Nibs
            ? NibColumn(stock_, articles).compose(leaf.box.w, leaf.box.h)
            : stock_.story(articles[0])
                  .compose(part_of(leaf, kind), leaf.box.w, leaf.box.h, leaf.variant);
    const Length left = layout_.from_right ? x + grid_.width(leaf.box.w) : x;
    for (std::size_t index : articles) {
      const Length down = leaf.kind == LeafKind::Nibs ? top_of(made.items, index) : Length();
      arrive(index, page.folio, leaf, sheet, {left, y + down});
    }
    if (leaf.kind != LeafKind::Nibs)
      limit_to(made.items, context_.issue.articles[articles[0]].outputs);
    append_moved(sheet.items, made.items, x, y);
    if (leaf.kind != LeafKind::Nibs && leaf.continued_from == 0) {
      const StoryContext story{context_, static_cast<std::uint32_t>(articles[0])};
      note_tables(story, leaf.box.w, diagnostics_);
      note_pictures(stock_.story(articles[0]), leaf, diagnostics_);
    }
    if (leaf.kind == LeafKind::Story && leaf.continued_from == 0 &&
        leaf.variant.picture_rows == 0 && lead_figure(context_.issue.articles[articles[0]])) {
      diagnostics_.warning(context_.issue.articles[articles[0]].where,
                           fmt::format("the plan leaves the picture of '{}' out: its place on page "
                                       "{} has none",
                                       leaf.ids[0], page.folio),
                           "give its variant pictureColumns and pictureRows, or plan it again");
    }
    leaf.legs = made.legs;
    leaf.spaces = made.spaces;
    leaf.lifted = made.lifted;
    leaf.lifted_words.clear();
    if (leaf.lifted.h > 0) {
      leaf.lifted_words = stock_.story(articles[0]).words_of(leaf.variant.quote);
      if (!known_quotes_.contains({leaf.ids[0], leaf.lifted_words}))
        note_lifted(leaf, page.folio, context_.issue.articles[articles[0]].where);
    }
    leaf.free_rows = made.free_rows;
    leaf.overset = made.overset;
    if (leaf.continued_on > 0) cut_[articles[0]] = made.fits ? made.reached : leaf.from;
    out_.copy_fit[articles[0]].free_rows += made.free_rows;
    if (made.overset > 0) {
      plan_.overset.push_back({leaf.ids[0], made.overset,
                               fmt::format("its place on page {} is too small", page.folio)});
    }
  }

  // Of what is the article's among the items: a row over its first baseline.
  Length top_of(const std::vector<DisplayItem>& items, std::size_t article) const {
    std::optional<Length> top;
    for (const DisplayItem& item : items) {
      const auto* glyphs = std::get_if<GlyphItem>(&item);
      if (!glyphs || glyphs->text.leaf == kNoLeaf || glyphs->text.article != article) continue;
      if (!top || glyphs->origin.y < *top) top = glyphs->origin.y;
    }
    return top ? std::max(Length(), *top - grid_.row) : Length();
  }

  void note_lifted(const PlanLeaf& leaf, int folio, const Location& where) const {
    diagnostics_.add({Severity::Note, where,
                      fmt::format("page {}: a sentence of '{}' is set again as a pull quote, to "
                                  "fill {} rows: {}",
                                  folio, leaf.ids[0], leaf.lifted.h, leaf.lifted_words),
                      "", Cause::Input});
  }

  // A turn begins where its story was cut, whatever an edited plan says.
  void take_up_turn(PlanLeaf& leaf, std::size_t article) {
    if (leaf.continued_from == 0) return;
    turned_.insert(article);
    if (auto cut = cut_.find(article); cut != cut_.end()) leaf.from = cut->second;
  }

  // Stories that no leaf carries, and rests of stories that no leaf takes up.
  void find_unplaced() {
    for (std::size_t i = 0; i < out_.copy_fit.size(); ++i) {
      const Article& article = context_.issue.articles[i];
      if (article.wants_place() && out_.copy_fit[i].pages.empty()) {
        // A story of pictures alone has no lines, and is lost all the same.
        plan_.overset.push_back(
            {article.id, std::max(1, stock_.story(i).rows()), why_unplaced(stock_, i)});
      }
    }
    for (const auto& [article, reached] : cut_) {
      if (turned_.contains(article)) continue;
      plan_.overset.push_back({context_.issue.articles[article].id,
                               stock_.story(article).rows(reached),
                               "no page has room for its turn"});
    }
  }

  void arrive(std::size_t index, int folio, const PlanLeaf& leaf, DisplayPage& sheet, Point at) {
    CopyFit& fit = out_.copy_fit[index];
    if (std::find(fit.pages.begin(), fit.pages.end(), folio) == fit.pages.end())
      fit.pages.push_back(folio);
    const Article& article = context_.issue.articles[index];
    if (leaf.continued_from > 0) {
      sheet.items.push_back(DestinationItem{"turn/" + article.id, at, article.outputs});
      return;
    }
    sheet.items.push_back(DestinationItem{"article/" + article.id, at, article.outputs});
    const std::string& section = article.section;
    if (sections_.insert(section).second)
      sheet.items.push_back(DestinationItem{"section/" + section, at});
    if (std::find(order_.begin(), order_.end(), index) == order_.end()) order_.push_back(index);
  }

  void advert(const PlanLeaf& leaf, DisplayPage& sheet) const {
    const auto& adverts = context_.issue.manifest.adverts;
    auto found = std::find_if(adverts.begin(), adverts.end(), [&](const Advert& a) {
      return !leaf.ids.empty() && a.id == leaf.ids[0];
    });
    if (found == adverts.end()) return;
    const GridRect& b = leaf.box;
    const bool full = found->position == AdvertPosition::Full;
    const Length width = grid_.width(b.w);
    const Length depth = full ? grid_.row * b.h : std::min(found->depth, grid_.row * (b.h - 1));
    const Length top = full ? grid_.top(b.y) : grid_.top(b.bottom()) - depth;
    AdvertItem item;
    item.source = found->source;
    item.box = advert_box(*found, {grid_.left(b.x), top, width, depth});
    sheet.items.push_back(item);
    if (full) return;
    TextStyle style = layout_.style("advert-label");
    style.align = Align::End;
    const std::string& language = context_.issue.manifest.language;
    const std::string label =
        upper_case(phrases(language).advertisement, has_phrases(language) ? language : "en");
    const std::vector<Line> lines =
        context_.setter.set(plain_text(label, language), style, {width, {}, {}});
    append_lines(sheet.items, lines, style, grid_.left(b.x), top - style.leading, Owner{});
  }

  // Its place, or in the middle of it what an advert takes that is not to be scaled.
  Rect advert_box(const Advert& advert, const Rect& place) const {
    const auto facts = context_.pictures.find(advert.source);
    if (advert.scale || facts == context_.pictures.end()) return place;
    const Length width = Length::from_pt(facts->second.width),
                 height = Length::from_pt(facts->second.height);
    const auto as_large = [](Length a, Length b) { return a <= b + kSameSize; };
    if (width <= Length() || height <= Length() ||
        (as_large(place.width, width) && as_large(place.height, height) &&
         as_large(width, place.width) && as_large(height, place.height)))
      return place;
    if (as_large(width, place.width) && as_large(height, place.height)) {
      return {place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width,
              height};
    }
    const auto size = [](Length w, Length h) {
      return fmt::format("{:.0f} x {:.0f} mm", w.mm(), h.mm());
    };
    diagnostics_.warning(
        advert.where,
        fmt::format("advert {} is {}, and its place {}: it is made smaller", advert_name(advert),
                    size(width, height), size(place.width, place.height)),
        "give it the columns and depth that it has, or say fit=\"scale\"");
    return place;
  }

  // Projections of what is printed: where the copy stands, and how fine the pictures are.
  void record_places(const PlanPage& page, const DisplayPage& sheet) {
    std::map<std::pair<std::uint32_t, LeafId>, std::size_t> seen;
    for (const DisplayItem& item : sheet.items) {
      if ((outputs_of(item) & kPrint) == 0) continue;
      if (const auto* glyphs = std::get_if<GlyphItem>(&item)) {
        if (glyphs->text.leaf == kNoLeaf) continue;
        auto [found, fresh] = seen.try_emplace({glyphs->text.article, glyphs->text.leaf},
                                               out_.page_map.places.size());
        if (fresh) {
          out_.page_map.places.push_back(
              {page.folio, glyphs->text, {glyphs->origin.x, glyphs->origin.y, {}, {}}});
        } else {
          TextRef& text = out_.page_map.places[found->second].text;
          text.first = std::min(text.first, glyphs->text.first);
          text.last = std::max(text.last, glyphs->text.last);
        }
      } else if (const auto* picture = std::get_if<PictureItem>(&item)) {
        record_picture(*picture, page.folio);
      }
    }
    out_.page_map.pages = std::max(out_.page_map.pages, page.folio);
  }
  void record_picture(const PictureItem& item, int folio) {
    auto facts = context_.pictures.find(item.source);
    if (facts == context_.pictures.end() || item.box.width <= Length() ||
        item.box.height <= Length())
      return;
    out_.pictures.push_back({item.source, folio, pixels_per_inch(item, facts->second)});
  }

  const StoryStock& stock_;
  const SettingContext& context_;
  const Layout& layout_;
  const Grid& grid_;
  Plan& plan_;
  IssueStructure& structure_;
  MadeUp& out_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> index_;
  std::set<std::pair<std::string, std::string>> known_quotes_;  // article and words
  std::vector<std::size_t> order_;
  std::set<std::string> sections_;          // that a reader has met
  std::set<std::string> left_out_;          // words of furniture that had no room
  std::map<std::size_t, GalleyPlace> cut_;  // where stories that jump were cut
  std::set<std::size_t> turned_;            // those whose rest stands on a page
};

}  // namespace

bool MadeUp::overset() const {
  return std::any_of(copy_fit.begin(), copy_fit.end(),
                     [](const CopyFit& fit) { return fit.overset > 0; });
}

namespace {

// The plan to follow: the one that was given, for the copy as it is now, or a new one.
Plan plan_for(const StoryStock& stock, const Plan* given, std::vector<PlanMove>& moves,
              Diagnostics& diagnostics) {
  const Issue& issue = stock.context().issue;
  if (!given) {
    refuse_sent_without_plan(issue, diagnostics);
    return make_plan(stock, diagnostics);
  }
  Plan earlier = *given;
  mark_sent(issue, earlier, diagnostics);
  RevisedPlan revised = revise_plan(stock, earlier, diagnostics);
  for (const PlanMove& move : revised.moves) {
    const auto article = std::find_if(issue.articles.begin(), issue.articles.end(),
                                      [&](const Article& a) { return a.id == move.article; });
    const Location where = article == issue.articles.end() ? Location{} : article->where;
    diagnostics.add({Severity::Note, where, to_text(move), "", Cause::Input});
  }
  moves = std::move(revised.moves);
  return std::move(revised.plan);
}

// Whether the paper has legal lines, and no page of the plan. Planning has said why.
bool lacks_imprint(const SettingContext& context, const Plan& plan, bool given,
                   Diagnostics& diagnostics) {
  const bool stands = std::any_of(plan.pages.begin(), plan.pages.end(), [](const PlanPage& page) {
    return std::any_of(page.leaves.begin(), page.leaves.end(),
                       [](const PlanLeaf& leaf) { return leaf.kind == LeafKind::Imprint; });
  });
  if (stands || imprint_rows(context) == 0) return false;
  if (given) {
    diagnostics.warning(context.issue.manifest.where, "the plan has no place for the imprint",
                        "the law may ask for it: give it one at the foot of a page");
  }
  return true;
}

// What the plan was made of, and how its pages look.
void sign(const SettingContext& context, MadeUp& made) {
  for (std::size_t i = 0; i < made.pages.size(); ++i)
    made.plan.pages[i].marks = page_marks(made.pages[i], context.issue, context.pictures);
  made.plan.copy.clear();
  for (const Article& article : context.issue.articles) made.plan.copy[article.id] = article.hash;
}

}  // namespace

MadeUp make_up(const MakeUpInput& input, Diagnostics& diagnostics) {
  MadeUp out;
  TextSetter setter(input.fonts, input.dictionaries);
  IssueStructure structure = build_structure(input.issue);
  SettingContext context{input.issue, input.layout, setter, input.pictures, structure};
  context.weights = input.weights, context.knobs = input.knobs;
  context.press = input.press;
  const StoryStock stock(context);
  out.plan = plan_for(stock, input.plan, out.moves, diagnostics);
  PageMaker(stock, input.plan, out.plan, structure, out, diagnostics).run();
  tell_page_costs(out.plan, out.pages, input.issue, input.layout);
  out.lacks_imprint = lacks_imprint(context, out.plan, input.plan != nullptr, diagnostics);
  sign(context, out);
  if (input.plan) hold_to_marks(input.issue, *input.plan, out.plan, diagnostics);
  out.structure = std::move(structure.tree);
  diagnostics.append(setter.take_diagnostics());
  report_overfull(out.pages, input.issue, "", diagnostics);
  return out;
}

}  // namespace forme
