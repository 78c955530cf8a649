#include "makeup/handout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "content/visit_blocks.h"
#include "makeup/furniture.h"
#include "makeup/galley_builder.h"
#include "makeup/handout_notes.h"
#include "makeup/keep_together.h"
#include "makeup/phrases.h"
#include "makeup/report_overfull.h"
#include "makeup/set_figure.h"
#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr int kHeadRows = 3;  // title, "From:" line and rule
constexpr Length kRule = 1_pt;
constexpr Length kDeepestWide = 92_mm;  // a picture over both columns is no deeper
constexpr int kUnderPicture = 2;        // rows of the byline, which stays with it
constexpr int kOverFolio = 2;           // rows that stay free there, unless a page is saved
constexpr int kMostSaved = 8;           // pages of a handout that one more or less is seen of
constexpr int kLeastOverFoot = 12;      // rows of copy that the first page has over the notes
constexpr Length kBesideName = 12_pt;   // between the paper's name and where the article is from

std::string without_colon(std::string words) {
  while (words.ends_with(' ') || words.ends_with(':')) words.pop_back();
  return words;
}

class HandoutMaker {
 public:
  HandoutMaker(const SettingContext& all, std::size_t article)
      : all_(all), context_{all, static_cast<std::uint32_t>(article)}, grid_(all.layout.grid) {}

  struct Made {
    std::vector<DisplayPage> pages;
    Diagnostics diagnostics;
  };
  Made run() {
    new_page();
    head();
    const bool wide = needs_whole_measure();
    columns_ = wide ? 1 : grid_.columns;
    const Galley galley = let_part(copy());
    const std::vector<SetBlock> notes = handout_notes(context_, rows_of_page());
    const SetBlock foot = notes.size() == 1 ? notes[0] : SetBlock();
    if (pages_.size() == 1) save_page(galley, foot.rows);
    flow(galley, foot);
    if (notes.size() > 1) add_pages_of(notes);
    for (DisplayPage& page : pages_) {
      if (context_.from_right()) mirror(page.items, page.trim.width);
      append_moved(page.items, furniture(page.folio), Length(), Length());
    }
    return {std::move(pages_), std::move(diagnostics_)};
  }

 private:
  const Article& article() const { return context_.article(); }
  const TextStyle& style(const std::string& name) const { return context_.layout().style(name); }
  // Of the lines that the paper adds, which stand in places of their own.
  const TextStyle& paper_style(const std::string& name) const { return all_.layout.style(name); }
  Length measure() const { return columns_ == 1 ? grid_.width(grid_.columns) : grid_.column; }
  int last_row() const { return grid_.rows - 1 - over_folio_; }  // the folio stands in the last
  static int top_row() { return kHeadRows + 1; }
  int rows_of_page() const { return last_row() - top_row(); }

  void new_page() {
    DisplayPage page;
    page.folio = static_cast<int>(pages_.size()) + 1;
    page.trim = all_.layout.trim;
    const Length left = context_.from_right() ? page.trim.width : Length();
    page.items.push_back(DestinationItem{fmt::format("page/{}", page.folio), {left, Length()}});
    pages_.push_back(std::move(page));
    row_ = top_row();
  }

  // Room for so many rows, on a new page if this one has no more.
  void make_room(int rows) {
    if (row_ + rows > last_row() && row_ > top_row()) new_page();
  }

  // Sets a leaf over the whole width under what stands there.
  void put(LeafId leaf, const TextStyle& s, double before = 0, double after = 0,
           bool balance = false) {
    if (leaf == kNoLeaf) return;
    SetOptions options;
    options.balance = balance;
    double row = row_ + before;
    for (const Line& line : context_.set(leaf, s, grid_.width(grid_.columns), options)) {
      const double rows = s.leading / grid_.row;
      if (row + rows > last_row()) {
        new_page();
        row = row_;
      }
      append_line(pages_.back().items, line, grid_.origin.x, grid_.top(row) + first_baseline(s),
                  context_.owner(leaf));
      row += rows;
    }
    row_ = static_cast<int>(std::ceil(row + after - 0.01));
  }

  void head() {
    const Length width = context_.from_right() ? grid_.width(grid_.columns) : Length();
    pages_.back().items.push_back(
        DestinationItem{"article/" + article().id, {grid_.origin.x + width, grid_.top(row_)}});
    put(article().kicker, style("handout-kicker"));
    const TextStyle& large = style("handout-headline");
    const std::size_t lines =
        context_.set(article().headline, large, grid_.width(grid_.columns)).size();
    put(article().headline, lines <= 2 ? large : style("handout-headline-small"), 0, 0, true);
    for (LeafId leaf : article().standfirsts) {
      const TextStyle& standfirst = style("standfirst");
      put(leaf, standfirst, standfirst.rows_before, standfirst.rows_after);
    }
    std::vector<LeafId> names = article().bylines;
    names.push_back(article().dateline);
    put_picture_and(names);
  }

  void put_picture_and(const std::vector<LeafId>& names) {
    const Figure* picture = wide_picture();
    // The copy's order is byline first; the picture's place on the page does not change it.
    std::vector<DisplayItem> picture_items;
    if (picture) {
      const Length width = grid_.width(grid_.columns);
      const SetBlock block = set_figure(context_, *picture, width, picture_rows(*picture, width));
      make_room(block.rows + kUnderPicture);
      append_moved(picture_items, block.items, grid_.origin.x, grid_.top(row_));
      row_ += block.rows;
    } else {
      row_ += 1;
    }
    const TextStyle& byline = style("byline");
    Length x = grid_.origin.x;
    bool any = false;
    for (LeafId leaf : names) {
      if (leaf == kNoLeaf) continue;
      if (!any) make_room(1);
      const Line line = all_.setter.set_line(article().text(leaf), byline);
      if (any && x + line.width > grid_.origin.x + grid_.width(grid_.columns)) {
        x = grid_.origin.x;
        row_ += 1;
      }
      append_line(pages_.back().items, line, x, grid_.top(row_) + first_baseline(byline),
                  context_.owner(leaf));
      x += line.width + byline.size;
      any = true;
    }
    append_moved(pages_.back().items, picture_items, Length(), Length());
    if (any) row_ += 1 + byline.grid_rows;
  }

  // Whole-width pictures are those that stay shallow enough with no more cut away than allowed.
  int picture_rows(const Figure& figure, Length width) const {
    const int ideal = ideal_picture_rows(context_, figure, width);
    const int deepest = rows_for(kDeepestWide, grid_);
    return std::clamp(deepest, least_picture_rows(figure, width), ideal) - cut_;
  }
  int least_picture_rows(const Figure& figure, Length width) const {
    const int ideal = ideal_picture_rows(context_, figure, width);
    return static_cast<int>(std::ceil(ideal * (1 - figure.crop)));
  }
  const Figure* wide_picture() const {
    const Figure* figure = first_figure();
    if (!figure) return nullptr;
    const Length width = grid_.width(grid_.columns);
    return grid_.row * picture_rows(*figure, width) <= kDeepestWide + grid_.row ? figure : nullptr;
  }
  const Figure* first_figure() const {
    for (const Block& block : article().figures) {
      const auto* figure = std::get_if<Figure>(&block.body);
      if (figure && (figure->outputs & kHandout)) return figure;
    }
    return nullptr;
  }

  // A listing's table is what the reader came for: it is as wide as may be.
  bool needs_whole_measure() const {
    const bool listing = article().genre == Genre::Listing;
    for (const Block& block : article().body) {
      const auto* table = std::get_if<Table>(&block.body);
      if (table && (listing || table_least_width(context_, *table) > grid_.column)) return true;
    }
    return false;
  }

  Galley copy() {
    GalleyMode mode;
    mode.paragraph = article().genre == Genre::Column ? "body-ragged" : "body";
    mode.strict_leg = rows_of_page();
    mode.outputs = kHandout;
    mode.loosen = true;
    std::vector<const Block*> pictures;
    const Figure* wide = wide_picture();
    for (const Block& block : article().figures) {
      const auto* figure = std::get_if<Figure>(&block.body);
      if (figure && figure != wide && (figure->outputs & kHandout)) pictures.push_back(&block);
    }
    Galley galley;
    for (const Block* block : pictures)
      galley.push_back(build_block(context_, *block, measure(), mode));
    Galley body = build_galley(context_, blocks_of(article()), measure(), mode);
    galley.insert(galley.end(), std::make_move_iterator(body.begin()),
                  std::make_move_iterator(body.end()));
    Galley tail = build_tail(context_, measure());
    galley.insert(galley.end(), std::make_move_iterator(tail.begin()),
                  std::make_move_iterator(tail.end()));
    return galley;
  }

  // What no page holds comes apart into its lines.
  Galley let_part(Galley galley) {
    const std::vector<LegSpace> page = {{0, top_row(), rows_of_page()}};
    Galley out;
    for (FlowBlock& block : galley) {
      const FlowVariant& first = block.variants.front();
      const std::vector<LegSpace> pages(first.lines.size() + 1, page.front());
      if (first.rows() <= rows_of_page() || fits_legs({block}, pages)) {
        out.push_back(std::move(block));
        continue;
      }
      for (FlowBlock& line : lines_of(std::move(block))) {
        int& rows = line.variants.front().lines.front().rows;
        if (rows > rows_of_page()) tell_too_deep(rows - rows_of_page());
        rows = std::min(rows, rows_of_page());
        out.push_back(std::move(line));
      }
    }
    return out;
  }

  void tell_too_deep(int rows) {
    diagnostics_.warning(
        article().where,
        fmt::format("part of '{}' is {} rows deeper than a page of the handout, and is cut off "
                    "there",
                    article().id, rows),
        "nothing parts it: write its table with more rows, or its panel with more paragraphs");
  }

  // Of the page that has the end of the head, and those after it.
  struct Depth {
    int pages = 1;
    int first = 0, last = 0;  // rows of the first page's legs and the last's; of one page, `last`
  };
  std::vector<LegSpace> legs(const Depth& depth) const {
    std::vector<LegSpace> out;
    for (int page = 0; page < depth.pages; ++page) {
      const int top = page == 0 ? row_ : top_row();
      const int rows = page + 1 == depth.pages ? depth.last
                       : page == 0             ? depth.first
                                               : rows_of_page();
      for (int c = 0; c < columns_; ++c)
        out.push_back({page * columns_ + c, top, std::max(0, rows)});
    }
    return out;
  }

  bool holds(const Galley& galley, const Depth& depth) const {
    const std::vector<LegSpace> all = legs(depth);
    return depth.last >= 0 && room_of(all) >= least_rows(galley) && fits_legs(galley, all);
  }

  // As few pages as hold the copy, over notes on the first page, where there is room for them, else
  // on the last. Whatever the copy is, a leg of a whole page holds its next line: there is such a
  // number.
  Depth least_depth(const Galley& galley, int foot, bool foot_first) const {
    const int first = last_row() - row_;
    Depth depth{1, first, first - foot};
    while (!holds(galley, depth)) {
      ++depth.pages;
      depth.first = first - (foot_first ? foot : 0);
      depth.last = rows_of_page() - (foot_first ? 0 : foot);
    }
    return depth;
  }

  bool foot_first(int foot) const { return last_row() - row_ - foot >= kLeastOverFoot; }
  int pages_for(const Galley& galley, int foot) const {
    return least_depth(galley, foot, foot_first(foot)).pages;
  }

  // What can be spared of the picture, and of the rows over the folio, is where the article takes a
  // page less for it.
  void save_page(const Galley& galley, int foot) {
    const int pages = pages_for(galley, foot), under_head = row_;
    const Figure* picture = wide_picture();
    const Length width = grid_.width(grid_.columns);
    const int most =
        picture ? picture_rows(*picture, width) - least_picture_rows(*picture, width) : 0;
    const auto saves = [&](int free, int cut) {
      over_folio_ = free;
      row_ = under_head - cut;
      return pages_for(galley, foot) < pages;
    };
    int free = pages > 1 && pages <= kMostSaved ? kOverFolio : -1;
    while (free >= 0 && !saves(free, most)) --free;
    int low = 0, high = free >= 0 ? most : 0;
    while (low < high) {
      const int middle = (low + high) / 2;
      if (saves(free, middle))
        high = middle;
      else
        low = middle + 1;
    }
    over_folio_ = free >= 0 ? free : kOverFolio;
    cut_ = high;
    pages_.clear();
    new_page();
    head();
  }

  // The last page's legs are as short as they can be.
  void level(const Galley& galley, Depth& depth) const {
    int low = std::min(depth.last, kLeastLeg), high = depth.last;
    while (low < high) {
      const int middle = (low + high) / 2;
      if (holds(galley, {depth.pages, depth.first, middle}))
        high = middle;
      else
        low = middle + 1;
    }
    depth.last = high;
  }

  void flow(const Galley& galley, const SetBlock& foot) {
    const bool first = foot_first(foot.rows);
    Depth depth = least_depth(galley, foot.rows, first);
    level(galley, depth);
    const FlowResult best = flow_into_legs(galley, legs(depth));
    const std::size_t before = pages_.size() - 1;
    for (int page = 1; page < depth.pages; ++page) new_page();
    for (const PlacedStrip& strip : best.strips) {
      const FlowLine& line = best.line(galley, strip);
      const int page = strip.column / columns_, column = strip.column % columns_;
      append_moved(pages_[before + static_cast<std::size_t>(page)].items,
                   strip.again ? as_furniture(line.items) : line.items, grid_.left(column),
                   grid_.top(strip.row));
    }
    if (foot.rows == 0) return;
    DisplayPage& page = first ? pages_[before] : pages_.back();
    append_moved(page.items, foot.items, grid_.origin.x, grid_.top(last_row() - foot.rows));
  }

  void add_pages_of(const std::vector<SetBlock>& blocks) {
    for (const SetBlock& block : blocks) {
      new_page();
      append_moved(pages_.back().items, block.items, grid_.origin.x, grid_.top(row_));
    }
  }

  // As the paper runs, whichever way the article does.
  std::vector<DisplayItem> furniture(int number) const {
    std::vector<DisplayItem> items;
    const Manifest& m = all_.issue.manifest;
    const Length whole = grid_.width(grid_.columns);
    const auto set = [&](const std::string& words, const std::string& language, const char* name) {
      return all_.setter.set_line(plain_text(words, language), paper_style(name));
    };
    const auto put = [&](const Line& line, Align align, Length baseline, Length shift = {}) {
      Length x = grid_.origin.x;
      if (align == Align::End) x += whole - line.width - shift;
      append_line(items, line, x, baseline, Owner{});
    };
    const auto place = [&](const std::string& words, const char* name, Align align,
                           Length baseline) { put(set(words, m.language, name), align, baseline); };
    const std::string paper =
        all_.issue.paper.title.empty() ? m.publication_name : all_.issue.paper.title;
    const Length baseline = grid_.top(1.7);
    const Line name = set(paper, m.language, "handout-title");
    const std::string source =
        fmt::format(fmt::runtime(phrases(m.language).from), m.publication_name, m.number,
                    short_date(m.cover_date, m.language));
    const Line from = set(source, m.language, "handout-from");
    put(name, Align::Start, baseline);
    // What the article is called, as far as there is room for it: a second page says it nowhere
    // else.
    Length shift;
    for (const LeafId leaf : {article().headline, article().short_headline}) {
      if (leaf == kNoLeaf || shift > Length()) continue;
      const Line title = set(article().text(leaf).utf8, article().language, "handout-from-bold");
      if (name.width + kBesideName + from.width + title.width > whole) continue;
      put(title, Align::End, baseline);
      shift = title.width;
    }
    put(shift > Length() ? from : set(without_colon(source), m.language, "handout-from"),
        Align::End, baseline, shift);
    append_rule(items, grid_.origin.x, grid_.top(2.5), whole, kRule, "black");
    const Length foot = grid_.top(grid_.rows - 1) + first_baseline(paper_style("handout-folio"));
    const std::string host = without_scheme(m.base_url);
    place(host.empty() ? m.publication_name
                       : m.publication_name + " · " + host.substr(0, host.find('/')),
          "handout-folio", Align::Start, foot);
    place(fmt::format("{} / {}", number, pages_.size()), "handout-folio", Align::End, foot);
    if (all_.layout.from_right) mirror(items, all_.layout.trim.width);
    return items;
  }

  const SettingContext& all_;
  StoryContext context_;
  int over_folio_ = kOverFolio;  // rows that stay free there
  int cut_ = 0;                  // rows that the picture over the whole width is cut by
  Diagnostics diagnostics_;
  const Grid& grid_;
  int columns_ = 2;
  std::vector<DisplayPage> pages_;
  int row_ = 0;  // of the last page, where it is still free
};

}  // namespace

Handout make_handout(const Issue& issue, const Layout& layout, TextSetter& setter,
                     const PictureFacts& pictures, std::size_t article, Diagnostics& diagnostics) {
  Handout out;
  out.article = issue.articles[article].id;
  IssueStructure structure = build_structure(issue, article);
  const SettingContext context{issue, layout, setter, pictures, structure};
  HandoutMaker::Made made = HandoutMaker(context, article).run();
  out.pages = std::move(made.pages);
  diagnostics.append(std::move(made.diagnostics));
  order_structure(structure, issue, {article});
  out.structure = std::move(structure.tree);
  diagnostics.append(setter.take_diagnostics());
  report_overfull(out.pages, issue, " of the handout", diagnostics);
  return out;
}

}  // namespace forme
