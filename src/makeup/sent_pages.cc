#include "makeup/sent_pages.h"

#include <fmt/format.h>

#include <algorithm>

namespace forme {
namespace {

constexpr const char* kGivePlan = "give the plan of the edition that was sent with --plan";

const Article* article_of(const Issue& issue, const std::string& id) {
  const auto found = std::find_if(issue.articles.begin(), issue.articles.end(),
                                  [&](const Article& article) { return article.id == id; });
  return found == issue.articles.end() ? nullptr : &*found;
}

std::string quoted(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "'" : ", '") + id + "'";
  return out;
}

// What the flatplan itself puts on the pages of the entry.
std::string placed_on(const FlatplanPage& page) {
  std::vector<std::string> ids;
  for (const Place& place : page.places) ids.push_back(place.article);
  ids.insert(ids.end(), page.autos.begin(), page.autos.end());
  return ids.empty() ? "" : " with " + quoted(ids);
}

// What of a page that has the copy that it had may look otherwise: its folio line says the date.
std::string else_on(const PlanPage& page) {
  std::vector<std::string> adverts;
  for (const PlanLeaf& leaf : page.leaves) {
    if (leaf.kind == LeafKind::Advert)
      adverts.insert(adverts.end(), leaf.ids.begin(), leaf.ids.end());
  }
  return "the date, the title or the price of the issue, " +
         (adverts.empty() ? std::string() : "the advert " + quoted(adverts) + ", ") +
         "a picture, the layout or a font is another";
}

std::vector<std::string> articles_on(const PlanPage& page) {
  std::vector<std::string> ids;
  for (const PlanLeaf& leaf : page.leaves) {
    if (!carries_copy(leaf.kind)) continue;
    for (const std::string& id : leaf.ids) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

void refuse(const FlatplanPage& entry, int folio, const std::string& with, const char* what,
            Diagnostics& diagnostics) {
  diagnostics.error(entry.where, fmt::format("page {}{} was sent, but {}", folio, with, what),
                    kGivePlan);
}

}  // namespace

void refuse_sent_without_plan(const Issue& issue, Diagnostics& diagnostics) {
  for (const FlatplanPage& entry : issue.manifest.flatplan.list) {
    for (int folio = entry.first; entry.sent && folio <= entry.last; ++folio)
      refuse(entry, folio, placed_on(entry), "no plan says what stands on it", diagnostics);
  }
}

void mark_sent(const Issue& issue, Plan& plan, Diagnostics& diagnostics) {
  for (const FlatplanPage& entry : issue.manifest.flatplan.list) {
    for (int folio = entry.first; entry.sent && folio <= entry.last; ++folio) {
      const auto page = std::find_if(plan.pages.begin(), plan.pages.end(),
                                     [&](const PlanPage& p) { return p.folio == folio; });
      if (page == plan.pages.end())
        refuse(entry, folio, placed_on(entry), "the plan lacks it", diagnostics);
      else
        page->sent = true;
    }
  }
  for (const PlanPage& page : plan.pages) {
    if (!page.sent || !page.marks.empty()) continue;
    const std::vector<std::string> ids = articles_on(page);
    diagnostics.error({},
                      fmt::format("page {} with {} was sent, but the plan has no hash of it",
                                  page.folio, quoted(ids)),
                      kGivePlan);
  }
}

void hold_to_marks(const Issue& issue, const Plan& earlier, const Plan& made,
                   Diagnostics& diagnostics) {
  for (const PlanPage& page : made.pages) {
    if (!page.sent) continue;
    const auto before = std::find_if(earlier.pages.begin(), earlier.pages.end(),
                                     [&](const PlanPage& p) { return p.folio == page.folio; });
    if (before == earlier.pages.end() || before->marks.empty() || before->marks == page.marks)
      continue;
    const std::vector<std::string> all = articles_on(page);
    std::vector<std::string> changed;
    for (const std::string& id : all) {
      const Article* article = article_of(issue, id);
      const auto known = earlier.copy.find(id);
      if (article && known != earlier.copy.end() && known->second != article->hash)
        changed.push_back(id);
    }
    const Article* first = changed.empty() ? nullptr : article_of(issue, changed[0]);
    diagnostics.error(first ? first->where : Location{},
                      changed.empty()
                          ? fmt::format("page {} with {} was sent, but would not look as it did, "
                                        "though its copy is the same: {}",
                                        page.folio, quoted(all), else_on(page))
                          : fmt::format("page {} was sent, but the copy of {} has changed",
                                        page.folio, quoted(changed)),
                      "take the change back, or the page if it can still be had: sent=\"false\"");
  }
}

}  // namespace forme
