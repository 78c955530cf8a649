#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "makeup/page_cost.h"

namespace forme {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kLargestNumber = std::numeric_limits<int>::max();

constexpr LeafKind kKinds[] = {LeafKind::Story,   LeafKind::Nibs,  LeafKind::Letters,
                               LeafKind::Listing, LeafKind::Call,  LeafKind::Promos,
                               LeafKind::Imprint, LeafKind::Advert};

double points(Length length) {
  return std::round(length.pt() * 1000) / 1000;
}

Json variant_json(const LeafVariant& v) {
  Json j{{"headlineRows", v.headline_rows},   {"headlineLines", v.headline_lines},
         {"shortHeadline", v.short_headline}, {"pictureColumns", v.picture_columns},
         {"pictureRows", v.picture_rows},     {"jumps", v.jumps},
         {"cost", told_cost(v.cost)}};
  const BookedCorner& corner = v.corner;
  if (corner.any()) {
    j["corner"] = {{"at", corner.head   ? "head"
                          : corner.left ? "footLeft"
                                        : "footRight"},
                   {"columns", corner.columns},
                   {"rows", corner.rows}};
  }
  if (v.quote.any())
    j["liftedQuote"] = {{"sentence", v.quote.sentence}, {"columns", v.quote.columns}};
  return j;
}

Json terms_json(const std::vector<CostTerm>& terms) {
  Json list = Json::array();
  for (const CostTerm& term : terms) {
    Json j{{"term", term.name}, {"cost", told_cost(term.cost)}};
    if (!term.story.empty()) j["article"] = term.story;
    list.push_back(std::move(j));
  }
  return list;
}

Json cost_json(const PageCost& cost) {
  return {{"total", told_cost(cost.total())},
          {"terms", terms_json(cost.terms)},
          {"forbidden",
           {{"unfilledRows", cost.forbidden.unfilled_rows},
            {"oversetLines", cost.forbidden.overset_lines},
            {"overlaps", cost.forbidden.overlaps}}}};
}

// Columns and rows, and the same in points.
void add_box(Json& j, const GridRect& box, const Layout& layout) {
  const Grid& grid = layout.grid;
  const Length width = grid.width(box.w);
  Length left = grid.left(box.x);
  if (layout.from_right) left = layout.trim.width - left - width;
  j["x"] = box.x, j["y"] = box.y, j["w"] = box.w, j["h"] = box.h;
  j["rect_pt"] = {points(left), points(grid.top(box.y)), points(width), points(grid.row * box.h)};
}

Json hole_json(const Hole& hole, const Layout& layout) {
  Json j;
  j["page"] = hole.page;
  if (!hole.article.empty()) j["article"] = hole.article;
  add_box(j, hole.box, layout);
  return j;
}

Json leaf_json(const PlanLeaf& leaf, const Layout& layout) {
  Json j;
  j["kind"] = leaf_kind_name(leaf.kind);
  j["articles"] = leaf.ids;
  if (!leaf.slot.empty()) j["slot"] = leaf.slot;
  add_box(j, leaf.box, layout);
  j["variant"] = variant_json(leaf.variant);
  if (!(leaf.from == GalleyPlace{}))
    j["from"] = {{"block", leaf.from.block}, {"line", leaf.from.line}};
  if (leaf.continued_from > 0) j["continuedFrom"] = leaf.continued_from;
  if (leaf.continued_on > 0) j["continuedOn"] = leaf.continued_on;
  if (leaf.over_gutter) j["overGutter"] = true;
  j["legs"] = leaf.legs;
  j["freeRows"] = leaf.free_rows;
  if (leaf.lifted.h > 0) {
    Json& quote = j["lifted"] = {{"words", leaf.lifted_words}};
    const GridRect& at = leaf.lifted;
    add_box(quote, {leaf.box.x + at.x, leaf.box.y + at.y, at.w, at.h}, layout);
  }
  if (leaf.overset > 0) j["overset"] = leaf.overset;
  return j;
}

Json runners_up_json(const std::vector<RunnerUp>& pages) {
  Json list = Json::array();
  for (const RunnerUp& page : pages) {
    Json leaves = Json::array();
    for (const PlanLeaf& leaf : page.leaves) {
      const GridRect& box = leaf.box;
      leaves.push_back(
          {{"articles", leaf.ids}, {"x", box.x}, {"y", box.y}, {"w", box.w}, {"h", box.h}});
    }
    list.push_back({{"cost", told_cost(page.cost)}, {"leaves", std::move(leaves)}});
  }
  return list;
}

// What a plan's file says that cannot be.
class PlanError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

int whole(const Json& j, const char* name, std::int64_t largest = kLargestNumber) {
  const Json& value = j.at(name);
  const bool small = value.is_number_integer() &&
                     !(value.is_number_unsigned() &&
                       value.get<std::uint64_t>() > static_cast<std::uint64_t>(largest)) &&
                     value.get<std::int64_t>() >= -largest;
  if (!small)
    throw PlanError(fmt::format("'{}' is {}, which is no number for it", name, value.dump()));
  return value.get<int>();
}

int whole_or_0(const Json& j, const char* name) {
  return j.contains(name) ? whole(j, name) : 0;
}

GridRect box_from(const Json& j) {
  return {whole(j, "x"), whole(j, "y"), whole(j, "w"), whole(j, "h")};
}

std::vector<RunnerUp> runners_up_from(const Json& list) {
  std::vector<RunnerUp> pages;
  for (const Json& j : list) {
    RunnerUp& page = pages.emplace_back();
    page.cost = j.at("cost");
    for (const Json& leaf : j.at("leaves")) {
      page.leaves.emplace_back().ids = leaf.at("articles").get<std::vector<std::string>>();
      page.leaves.back().box = box_from(leaf);
    }
  }
  return pages;
}

BookedCorner corner_from(const Json& variant) {
  if (!variant.contains("corner")) return {};
  const Json& j = variant["corner"];
  const std::string at = j.at("at");
  if (at != "head" && at != "footLeft" && at != "footRight")
    throw PlanError(
        fmt::format("a corner is at 'head', 'footLeft' or 'footRight', and not at '{}'", at));
  return {whole(j, "columns"), whole(j, "rows"), at == "head", at == "footLeft"};
}

LiftedQuote quote_from(const Json& variant) {
  if (!variant.contains("liftedQuote")) return {};
  const Json& j = variant["liftedQuote"];
  const auto number = [&](const char* name) {
    return static_cast<std::int16_t>(whole(j, name, std::numeric_limits<std::int16_t>::max()));
  };
  return {number("sentence"), number("columns")};
}

PlanLeaf leaf_from(const Json& j) {
  PlanLeaf leaf;
  const std::string kind = j.at("kind");
  const auto known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                  [&](LeafKind k) { return kind == leaf_kind_name(k); });
  if (known == std::end(kKinds)) throw PlanError(fmt::format("there is no kind '{}'", kind));
  leaf.kind = *known;
  leaf.ids = j.at("articles").get<std::vector<std::string>>();
  leaf.slot = j.value("slot", "");
  leaf.box = box_from(j);
  const Json& v = j.at("variant");
  leaf.variant = {whole_or_0(v, "headlineRows"),
                  v.value("shortHeadline", false),
                  whole_or_0(v, "headlineLines"),
                  whole_or_0(v, "pictureColumns"),
                  whole_or_0(v, "pictureRows"),
                  v.value("jumps", false),
                  v.value("cost", 0.0),
                  corner_from(v),
                  quote_from(v)};
  if (j.contains("from"))
    leaf.from = {static_cast<std::size_t>(whole(j["from"], "block")), whole(j["from"], "line")};
  leaf.continued_from = whole_or_0(j, "continuedFrom");
  leaf.continued_on = whole_or_0(j, "continuedOn");
  leaf.over_gutter = j.value("overGutter", false);
  if (j.contains("lifted")) leaf.lifted_words = j["lifted"].value("words", "");
  return leaf;
}

// Without the number that the JSON library gives its faults.
std::string plain_words(const std::string& fault) {
  const std::size_t end = fault.find("] ");
  return fault.starts_with("[json.exception.") && end != std::string::npos ? fault.substr(end + 2)
                                                                           : fault;
}

}  // namespace

const char* leaf_kind_name(LeafKind kind) {
  switch (kind) {
    case LeafKind::Story:
      return "story";
    case LeafKind::Nibs:
      return "nibs";
    case LeafKind::Letters:
      return "letters";
    case LeafKind::Listing:
      return "listing";
    case LeafKind::Call:
      return "call";
    case LeafKind::Promos:
      return "promos";
    case LeafKind::Imprint:
      return "imprint";
    case LeafKind::Advert:
      return "advert";
  }
  return "story";
}

std::string plan_to_json(const Plan& plan, const Layout& layout) {
  const Grid& grid = layout.grid;
  Json j;
  j["version"] = 1;
  j["paper"] = plan.paper, j["number"] = plan.number, j["layout"] = plan.layout;
  j["grid"] = {{"origin_x_pt", points(grid.origin.x)},
               {"origin_y_pt", points(grid.origin.y)},
               {"column_pt", points(grid.column)},
               {"gutter_pt", points(grid.gutter)},
               {"row_pt", points(grid.row)},
               {"columns", grid.columns},
               {"rows", grid.rows},
               {"baseline_offset_pt", points(first_baseline(layout.style("body")))},
               {"body_size_pt", points(layout.style("body").size)}};
  if (layout.from_right) {
    j["grid"]["from"] = "right";
    j["grid"]["origin_x_pt"] = points(layout.trim.width - grid.origin.x);
  }
  j["pages"] = Json::array();
  for (const PlanPage& page : plan.pages) {
    Json p;
    p["folio"] = page.folio, p["kind"] = page.kind, p["section"] = page.section;
    if (page.sent) p["sent"] = true;
    if (!page.marks.empty()) p["marks"] = page.marks;
    p["cost"] = cost_json(page.cost);
    if (page.solved > 0 && std::isfinite(page.solved)) p["cost"]["solved"] = told_cost(page.solved);
    if (!page.runners_up.empty()) p["runnersUp"] = runners_up_json(page.runners_up);
    p["leaves"] = Json::array();
    for (const PlanLeaf& leaf : page.leaves) p["leaves"].push_back(leaf_json(leaf, layout));
    j["pages"].push_back(std::move(p));
  }
  j["overset"] = Json::array();
  for (const Overset& o : plan.overset)
    j["overset"].push_back({{"article", o.article}, {"lines", o.lines}, {"reason", o.reason}});
  j["cost"] = {{"total", told_cost(total_cost(plan))}, {"terms", terms_json(plan.terms)}};
  j["holes"] = Json::array();
  for (const Hole& hole : plan.holes) j["holes"].push_back(hole_json(hole, layout));
  j["copy"] = plan.copy;
  return j.dump(1) + "\n";
}

Result<Plan> plan_from_json(const std::string& json, const std::string& file) {
  std::string where;  // in the plan
  try {
    const Json j = Json::parse(json);
    if (j.value("version", 0) != 1)
      return Diagnostic{
          Severity::Error, {file, 1, 1}, "this is no plan of version 1", "", Cause::Input};
    Plan plan;
    plan.paper = j.value("paper", ""), plan.number = j.value("number", ""),
    plan.layout = j.value("layout", "");
    for (const Json& p : j.at("pages")) {
      PlanPage page;
      where = fmt::format(", in its entry {} of a page", plan.pages.size() + 1);
      page.folio = whole(p, "folio"), page.kind = p.value("kind", ""),
      page.section = p.value("section", "");
      page.sent = p.value("sent", false);
      page.marks = p.value("marks", "");
      for (const Json& leaf : p.at("leaves")) page.leaves.push_back(leaf_from(leaf));
      if (p.contains("cost")) page.solved = p["cost"].value("solved", 0.0);
      if (p.contains("runnersUp")) page.runners_up = runners_up_from(p["runnersUp"]);
      plan.pages.push_back(std::move(page));
    }
    where.clear();
    plan.copy = j.value("copy", plan.copy);
    return plan;
  } catch (const std::exception& e) {  // PlanError, or the JSON library's
    return Diagnostic{Severity::Error,
                      {file, 1, 1},
                      fmt::format("the plan cannot be read{}: {}", where, plain_words(e.what())),
                      "",
                      Cause::Input};
  }
}

}  // namespace forme
