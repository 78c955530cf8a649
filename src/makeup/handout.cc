#include "makeup/handout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "content/visit_blocks.h"
#include "makeup/furniture.h"
#include "makeup/galley_builder.h"
#include "makeup/phrases.h"
#include "makeup/qr_code.h"
#include "makeup/report_overfull.h"
#include "makeup/set_figure.h"
#include "makeup/set_table.h"

namespace forme {
namespace {

constexpr int kHeadRows = 3;  // title, "From:" line and rule
constexpr Length kRule = 1_pt;
constexpr Length kDeepestWide = 92_mm;  // a picture over both columns is no deeper
constexpr Length kCodeSide = 27_mm;
constexpr Length kBesideName = 12_pt;  // between the paper's name and where the article is from
constexpr int kFootGap = 1;            // rows over the foot's rule

std::string without_colon(std::string words) {
  while (words.ends_with(' ') || words.ends_with(':')) words.pop_back();
  return words;
}

class HandoutMaker {
 public:
  HandoutMaker(const SettingContext& all, std::size_t article)
      : all_(all), context_{all, static_cast<std::uint32_t>(article)}, grid_(all.layout.grid) {}

  std::vector<DisplayPage> run() {
    new_page();
    int row = head();
    const bool wide = needs_whole_measure();
    columns_ = wide ? 1 : grid_.columns;
    const Galley galley = copy();
    const SetBlock foot = notes();
    flow(galley, row, foot);
    for (DisplayPage& page : pages_) {
      if (context_.from_right()) mirror(page.items, page.trim.width);
      append_moved(page.items, furniture(page.folio), Length(), Length());
    }
    return std::move(pages_);
  }

 private:
  const Article& article() const { return context_.article(); }
  const TextStyle& style(const std::string& name) const { return context_.layout().style(name); }
  // Of the lines that the paper adds, which stand in places of their own.
  const TextStyle& paper_style(const std::string& name) const { return all_.layout.style(name); }
  Length measure() const { return columns_ == 1 ? grid_.width(grid_.columns) : grid_.column; }
  int last_row() const { return grid_.rows - 1; }  // the folio stands under it

  void new_page() {
    DisplayPage page;
    page.folio = static_cast<int>(pages_.size()) + 1;
    page.trim = all_.layout.trim;
    const Length left = context_.from_right() ? page.trim.width : Length();
    page.items.push_back(DestinationItem{fmt::format("page/{}", page.folio), {left, Length()}});
    pages_.push_back(std::move(page));
  }

  // Sets a leaf over the whole width from `row` on; gives the rows it takes.
  int put(LeafId leaf, const TextStyle& s, int row, double before = 0, double after = 0,
          bool balance = false) {
    if (leaf == kNoLeaf) return 0;
    SetOptions options;
    options.balance = balance;
    const std::vector<Line> lines = context_.set(leaf, s, grid_.width(grid_.columns), options);
    const Length depth = append_lines(pages_.back().items, lines, s, grid_.origin.x,
                                      grid_.top(row + before), context_.owner(leaf));
    return static_cast<int>(std::ceil(before + depth / grid_.row + after - 0.01));
  }

  int head() {
    int row = kHeadRows + 1;
    const Length width = context_.from_right() ? grid_.width(grid_.columns) : Length();
    pages_.back().items.push_back(
        DestinationItem{"article/" + article().id, {grid_.origin.x + width, grid_.top(row)}});
    row += put(article().kicker, style("handout-kicker"), row);
    const TextStyle& large = style("handout-headline");
    const std::size_t lines =
        context_.set(article().headline, large, grid_.width(grid_.columns)).size();
    row += put(article().headline, lines <= 2 ? large : style("handout-headline-small"), row, 0, 0,
               true);
    for (LeafId leaf : article().standfirsts) {
      row += put(leaf, style("standfirst"), row, style("standfirst").rows_before,
                 style("standfirst").rows_after);
    }
    std::vector<LeafId> names = article().bylines;
    names.push_back(article().dateline);
    return row_after_picture(row, names);
  }

  int row_after_picture(int row, const std::vector<LeafId>& names) {
    const Figure* picture = wide_picture();
    // The copy's order is byline first; the picture's place on the page does not change it.
    std::vector<DisplayItem> picture_items;
    if (picture) {
      const Length width = grid_.width(grid_.columns);
      const SetBlock block = set_figure(context_, *picture, width, picture_rows(*picture, width));
      append_moved(picture_items, block.items, grid_.origin.x, grid_.top(row));
      row += block.rows;
    } else {
      row += 1;
    }
    Length x = grid_.origin.x;
    bool any = false;
    for (LeafId leaf : names) {
      if (leaf == kNoLeaf) continue;
      const Line line = all_.setter.set_line(article().text(leaf), style("byline"));
      if (any && x + line.width > grid_.origin.x + grid_.width(grid_.columns)) {
        x = grid_.origin.x;
        row += 1;
      }
      append_line(pages_.back().items, line, x, grid_.top(row) + first_baseline(style("byline")),
                  context_.owner(leaf));
      x += line.width + style("byline").size;
      any = true;
    }
    append_moved(pages_.back().items, picture_items, Length(), Length());
    return row + (any ? 1 + style("byline").grid_rows : 0);
  }

  // Whole-width pictures are those that stay shallow enough with no more cut away than allowed.
  int picture_rows(const Figure& figure, Length width) const {
    const int ideal = ideal_picture_rows(context_, figure, width);
    const int least = static_cast<int>(std::ceil(ideal * (1 - figure.crop)));
    const int deepest = rows_for(kDeepestWide, grid_);
    return std::clamp(deepest, least, ideal);
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

  bool needs_whole_measure() const {
    for (const Block& block : article().body) {
      const auto* table = std::get_if<Table>(&block.body);
      if (table && table_least_width(context_, *table) > grid_.column) return true;
    }
    return false;
  }

  Galley copy() {
    GalleyMode mode;
    mode.paragraph = article().genre == Genre::Column ? "body-ragged" : "body";
    mode.break_panels = true;
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
    Galley body = build_galley(context_, article().body, measure(), mode);
    galley.insert(galley.end(), std::make_move_iterator(body.begin()),
                  std::make_move_iterator(body.end()));
    Galley tail = build_tail(context_, measure());
    galley.insert(galley.end(), std::make_move_iterator(tail.begin()),
                  std::make_move_iterator(tail.end()));
    return galley;
  }

  // What stands at the foot of the last page: where links lead, where the article stands, and its
  // code.
  SetBlock notes() const {
    SetBlock block;
    std::vector<std::string> links;
    const std::set<LeafId> left_out = captions_left_out();
    for (LeafId id = 0; id < article().leaves.size(); ++id) {
      const Leaf& leaf = article().leaves[id];
      for (const Span& span : leaf.text.spans) {
        if (span.kind == SpanKind::Link && !left_out.contains(id))
          links.push_back(leaf.text.utf8.substr(span.first, span.last - span.first) + ": " +
                          bare(span.value));
      }
    }
    const std::string& base = all_.issue.manifest.base_url;
    if (links.empty() && base.empty()) return block;
    const std::string& language = all_.issue.manifest.language;
    const Length whole = grid_.width(grid_.columns);
    append_rule(block.items, Length(), Length(), whole, kRule, "black");
    Length y = grid_.row * 0.75;
    const Length room = base.empty() ? whole : whole - kCodeSide - 6_mm;
    auto line = [&](const std::string& words, const char* name) {
      const TextStyle& s = paper_style(name);
      y += append_lines(block.items, all_.setter.set(context_.paper_text(words), s, {room, {}, {}}),
                        s, Length(), y, Owner{});
    };
    if (!links.empty()) line(phrases(language).notes, "handout-notes-bold");
    int number = 0;
    for (const std::string& link : links)
      line(fmt::format("{}  {}", ++number, link), "handout-notes");
    if (!base.empty()) {
      const std::string url = article_url();
      line(phrases(language).stands_at + bare(url), "handout-notes");
      PolygonItem code;
      code.colour = "black";
      code.contours = qr_modules(url, {whole - kCodeSide, grid_.row * 0.75}, kCodeSide);
      block.items.push_back(code);
      LinkItem area;
      area.box = {whole - kCodeSide, grid_.row * 0.75, kCodeSide, kCodeSide};
      area.uri = url;
      area.title = url;
      block.items.push_back(area);
      y = std::max(y, grid_.row * 0.75 + kCodeSide);
    }
    block.rows = rows_for(y, grid_) + kFootGap;
    return block;
  }
  // Captions and credits of pictures that are not for handouts.
  std::set<LeafId> captions_left_out() const {
    std::set<LeafId> leaves;
    visit_blocks(article(), [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block.body);
      if (figure && !(figure->outputs & kHandout)) leaves.insert({figure->caption, figure->credit});
    });
    return leaves;
  }
  std::string article_url() const {
    std::string base = all_.issue.manifest.base_url;
    if (!base.empty() && base.back() != '/') base += '/';
    return base + all_.issue.manifest.number + "/" + article().id;
  }
  static std::string bare(const std::string& url) {
    const std::size_t scheme = url.find("://");
    return scheme == std::string::npos ? url : url.substr(scheme + 3);
  }

  std::vector<LegSpace> legs(int first_row, int pages, int last_page_rows) const {
    std::vector<LegSpace> out;
    for (int page = 0; page < pages; ++page) {
      const int top = page == 0 ? first_row : kHeadRows + 1;
      const int rows = page + 1 == pages ? last_page_rows : last_row() - top;
      for (int c = 0; c < columns_; ++c)
        out.push_back({page * columns_ + c, top, std::max(0, rows)});
    }
    return out;
  }

  // As few pages as hold the copy and the foot; the legs of the last are level.
  void flow(const Galley& galley, int first_row, const SetBlock& foot) {
    const int least = least_rows(galley);
    int pages = 1, rows = 0;
    for (; pages < 200; ++pages) {
      const int top = pages == 1 ? first_row : kHeadRows + 1;
      const int most = last_row() - top - foot.rows;
      if (most < 1 || room_of(legs(first_row, pages, most)) < least) continue;
      rows = most;
      if (fits_legs(galley, legs(first_row, pages, most))) break;
    }
    // The last page's legs are as short as they can be.
    int low = std::min(rows, kLeastLeg), high = rows;
    while (low < high) {
      const int middle = (low + high) / 2;
      if (fits_legs(galley, legs(first_row, pages, middle)))
        high = middle;
      else
        low = middle + 1;
    }
    const FlowResult best = flow_into_legs(galley, legs(first_row, pages, high));
    while (static_cast<int>(pages_.size()) < pages) new_page();
    for (const PlacedStrip& strip : best.strips) {
      const FlowLine& line = best.line(galley, strip);
      const int page = strip.column / columns_, column = strip.column % columns_;
      append_moved(pages_[static_cast<std::size_t>(page)].items,
                   strip.again ? as_furniture(line.items) : line.items, grid_.left(column),
                   grid_.top(strip.row));
    }
    if (foot.rows > 0) {
      append_moved(pages_.back().items, foot.items, grid_.origin.x,
                   grid_.top(last_row() - foot.rows + kFootGap));
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
    const std::string host = bare(m.base_url);
    place(host.empty() ? m.publication_name
                       : m.publication_name + " · " + host.substr(0, host.find('/')),
          "handout-folio", Align::Start, foot);
    place(fmt::format("{} / {}", number, pages_.size()), "handout-folio", Align::End, foot);
    if (all_.layout.from_right) mirror(items, all_.layout.trim.width);
    return items;
  }

  const SettingContext& all_;
  StoryContext context_;
  const Grid& grid_;
  int columns_ = 2;
  std::vector<DisplayPage> pages_;
};

}  // namespace

Handout make_handout(const Issue& issue, const Layout& layout, TextSetter& setter,
                     const PictureFacts& pictures, std::size_t article, Diagnostics& diagnostics) {
  Handout out;
  out.article = issue.articles[article].id;
  IssueStructure structure = build_structure(issue, article);
  const SettingContext context{issue, layout, setter, pictures, structure};
  out.pages = HandoutMaker(context, article).run();
  order_structure(structure, issue, {article});
  out.structure = std::move(structure.tree);
  diagnostics.append(setter.take_diagnostics());
  report_overfull(out.pages, issue, " of the handout", diagnostics);
  return out;
}

}  // namespace forme
